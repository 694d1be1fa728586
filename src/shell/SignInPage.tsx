/** Sign-in: name and password, then the one-time code where the account asks for it. What was typed stays after a mistake. */
import { PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { isRole, roles } from '../access/roles.ts';
import { Act } from '../ui/Act.tsx';
import { useAddressValue, useGo } from '../ui/address.ts';
import { useText } from '../ui/language.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ApiProblem, call } from './api.ts';
import { Choice } from './Choice.tsx';
import mark from './mark.svg';
import { pageRoutes } from './modules.ts';
import { useLanguageChoice } from './preferences.ts';
import { CODE_NEEDED, signInEndpoint, welcomeEndpoint, type Welcome } from './session.shape.ts';
import { sessionQuery } from './session.ts';
import { shellMessages } from './shell.messages.ts';
import classes from './SignInPage.module.css';
import { ownAddress, signInFaults, type SignInFields } from './signIn.ts';

/** Once the form itself has all it needs. */
const FETCH_AHEAD_AFTER_MS = 2_000;

export function SignInPage() {
  const { t } = useText();
  useEffect(() => {
    document.title = `${t(shellMessages.signInTitle)} · Sát Cơ Sở`;
  }, [t]);
  useEffect(() => {
    const timer = setTimeout(fetchAhead, FETCH_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <p className={classes.brand}><img src={mark} alt="" width={40} height={40} />Sát Cơ Sở</p>
        <p className={classes.about}>{t(shellMessages.signInAbout)}</p>
        <SignInForm />
      </div>
      <div className={classes.language}><Choice {...useLanguageChoice()} /></div>
    </main>
  );
}

/** While name and password are typed the code of what comes after them is fetched: on a slow line it takes longer than the rest of signing in. */
function fetchAhead(): void {
  void import('./Gate.tsx').catch(() => undefined);
  void pageRoutes.find(({ path }) => path === '/')?.component.preload?.();
}

function SignInForm() {
  const { t } = useText();
  const [fields, setFields] = useState<SignInFields>({ name: '', password: '', code: '' });
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [isTried, setTried] = useState(false);
  const { send, isBusy, problem } = useSignIn(() => { setStep('code'); setTried(false); });
  const form = useRef<HTMLFormElement>(null);
  const faults = isTried ? signInFaults(fields, step) : {};
  const set = (change: Partial<SignInFields>) => setFields((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(signInFaults(fields, step));
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    return void send(fields, step);
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <h1 className={classes.title}>{t(shellMessages.signInTitle)}</h1>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {step === 'password' ? (
        <>
          <TextInput name="name" label={t(shellMessages.signInName)} value={fields.name} onChange={(event) => set({ name: event.currentTarget.value })} error={faults.name && t(faults.name)} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
          <PasswordInput name="password" label={t(shellMessages.signInPassword)} value={fields.password} onChange={(event) => set({ password: event.currentTarget.value })} error={faults.password && t(faults.password)} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t(shellMessages.showPassword), tabIndex: 0 }} />
        </>
      ) : (
        <TextInput name="code" label={t(shellMessages.signInCode)} description={t(shellMessages.signInCodeHint)} value={fields.code} onChange={(event) => set({ code: event.currentTarget.value })} error={faults.code && t(faults.code)} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus />
      )}
      <Act kind="main" submit wide busy={isBusy}>{t(shellMessages.signInTitle)}</Act>
      {step === 'code' && <Act kind="quiet" wide onPress={() => { setStep('password'); set({ password: '', code: '' }); }}>{t(shellMessages.signInAgain)}</Act>}
      <p className={classes.help}>{t(shellMessages.signInHelp)}</p>
      {step === 'password' && <TrialAccounts onUse={set} />}
    </form>
  );
}

function useSignIn(onCodeNeeded: () => void) {
  const client = useQueryClient();
  const go = useGo();
  const [destination] = useAddressValue('den');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = async ({ name, password, code }: SignInFields, step: 'password' | 'code') => {
    setBusy(true);
    setProblem(undefined);
    try {
      await call(signInEndpoint, { name: name.trim(), password, ...(step === 'code' ? { code: code.replace(/\s/g, '') } : {}) });
      client.clear();
      await client.fetchQuery(sessionQuery);
      go(ownAddress(destination));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === CODE_NEEDED) onCodeNeeded();
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { send, isBusy, problem };
}

/** Only where the server sends them, which it does while sample data are loaded. */
function TrialAccounts({ onUse }: { onUse: (fields: Pick<SignInFields, 'name'>) => void }) {
  const { t } = useText();
  const welcome = useQuery({
    queryKey: [welcomeEndpoint.name],
    queryFn: ({ signal }) => call(welcomeEndpoint, {}, { signal }) as Promise<Welcome>,
    retry: false,
  });
  if (!welcome.data?.sample || welcome.data.sampleAccounts.length === 0) return null;
  return (
    <section className={classes.trial} aria-label={t(shellMessages.hintsTitle)}>
      <h2 className={classes.trialTitle}>{t(shellMessages.sampleMark)} · {t(shellMessages.hintsTitle)}</h2>
      <p className={classes.help}>{t(shellMessages.hintsPassword)}</p>
      <ul className={classes.accounts}>
        {welcome.data.sampleAccounts.map((account) => (
          <li key={account.name}>
            <button type="button" className={classes.account} onClick={() => onUse({ name: account.name })}>
              <strong>{account.name}</strong><span>{isRole(account.role) ? t(roles[account.role].name) : account.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
