/** A new PIN for an owner who has signed in and gives the password once more; what was not sent stays. */
import { PasswordInput } from '@mantine/core';
import { useContext, useState, type FormEvent } from 'react';
import { ApiProblem } from '../../shell/api.problem.ts';
import { ConnectionContext } from '../../shell/Banners.tsx';
import { useIsReachable } from '../../shell/connection.ts';
import { getPhone } from '../../shell/offline.ts';
import { shellMessages } from '../../shell/shell.messages.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { pinFaults } from './pin.ts';
import { PinField } from './PinField.tsx';
import { lockTexts as texts } from './sync.lock.messages.ts';
import { prepareTexts } from './sync.prepare.messages.ts';
import classes from './sync.module.css';

export function ForgotPin({ onSignIn, onBack }: { readonly onSignIn: () => void; readonly onBack: () => void }) {
  const { t } = useText();
  const isReachable = useIsReachable(useContext(ConnectionContext));
  const [fields, setFields] = useState({ password: '', pin: '', again: '' });
  const [isTried, setTried] = useState(false);
  const { renew, isBusy, problem } = useRenewal();
  const faults = { ...(fields.password === '' ? { password: shellMessages.signInPasswordMissing } : {}), ...pinFaults(fields) };
  const shown = isTried ? faults : {};
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0) void renew({ password: fields.password, pin: fields.pin });
  };
  const isSignedOut = problem instanceof ApiProblem && problem.kind === 'unauthenticated';
  return (
    <form className={classes.lockForm} onSubmit={submit} noValidate>
      <p>{t(texts.forgotWhy)}</p>
      {!isReachable && <Notice tone="warn">{t(texts.needsSignal)}</Notice>}
      <PasswordInput label={t(shellMessages.signInPassword)} value={fields.password} onChange={(event) => set({ password: event.currentTarget.value })} error={shown.password && t(shown.password)} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t(shellMessages.showPassword), tabIndex: 0 }} />
      <PinField name="pin" label={t(texts.newPin)} description={t(prepareTexts.pinAbout)} value={fields.pin} error={shown.pin && t(shown.pin)} onChange={(pin) => set({ pin })} />
      <PinField name="again" label={t(prepareTexts.pinAgain)} value={fields.again} error={shown.again && t(shown.again)} onChange={(again) => set({ again })} />
      {isSignedOut && <Notice tone="warn" title={t(texts.signedOut)} acts={<Act onPress={onSignIn}>{t(texts.signIn)}</Act>}>{t(texts.signedOutWhy)}</Notice>}
      {problem !== undefined && !isSignedOut && <ProblemNotice problem={problem} />}
      <Act kind="main" submit wide busy={isBusy}>{t(texts.setPin)}</Act>
      <Act kind="quiet" wide onPress={onBack}>{t(texts.back)}</Act>
    </form>
  );
}

function useRenewal() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const renew = async (given: { readonly password: string; readonly pin: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await (await getPhone()).renewPin(given);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { renew, isBusy, problem };
}
