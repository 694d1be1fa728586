/** What an administrator does to an account of somebody else. What can be taken back is done at once. */
import { useState } from 'react';
import { useAct } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { useText } from '../../ui/language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { ActSheet } from '../../ui/ActSheet.tsx';
import { faultyFields } from '../../ui/faults.ts';
import { accountContract } from '../account.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import type { Account } from './account.choices.ts';
import { PasswordSlip } from './PasswordSlip.tsx';
import { PersonChoice, type ChosenPerson } from './PersonChoice.tsx';

const alsoAsked = { touches: ['assignments', 'access', 'events'] };

export function AccountActs({ account }: { readonly account: Account }) {
  const { t } = useText();
  return (
    <>
      {account.personId ? <UnlinkAct account={account} personId={account.personId} /> : <LinkAct account={account} />}
      {account.state !== 'disabled' && <ResetAct account={account} />}
      <StateAct account={account} />
      <Act href={`/nhat-ky?nguoiLam=${account.id}`}>{t(texts.itsEvents)}</Act>
    </>
  );
}

function StateAct({ account }: { readonly account: Account }) {
  const { t } = useText();
  const offer = useUndo();
  const disable = useAct(accountContract.disable, alsoAsked);
  const enable = useAct(accountContract.enable, alsoAsked);
  const isDisabled = account.state === 'disabled';
  const [act, back] = isDisabled ? [enable, disable] : [disable, enable];
  const id = account.id;
  const carryOut = async () => {
    await act.mutateAsync({ id });
    offer({ text: t(isDisabled ? texts.enabled : texts.disabled, { name: account.name }), undo: () => back.mutateAsync({ id }) });
  };
  return (
    <>
      <Act busy={act.isPending} onPress={() => void carryOut().catch(() => undefined)}>{t(isDisabled ? texts.enable : texts.disable)}</Act>
      {act.error && <ProblemNotice problem={act.error} />}
    </>
  );
}

function ResetAct({ account }: { readonly account: Account }) {
  const { t } = useText();
  const [password, setPassword] = useState<string>();
  const reset = useAct(accountContract.resetPassword, alsoAsked);
  const carryOut = async () => setPassword((await reset.mutateAsync({ id: account.id })).password);
  return (
    <>
      <ConfirmAct label={t(texts.resetPassword)} title={t(texts.resetTitle, { name: account.displayName })} consequence={t(texts.resetConsequence)} confirm={t(texts.resetConfirm)} onConfirm={carryOut} />
      {password && <PasswordSlip name={account.name} displayName={account.displayName} password={password} onClose={() => setPassword(undefined)} />}
    </>
  );
}

function UnlinkAct({ account, personId }: { readonly account: Account; readonly personId: string }) {
  const { t } = useText();
  const offer = useUndo();
  const unlink = useAct(accountContract.unlink, alsoAsked);
  const link = useAct(accountContract.link, alsoAsked);
  const carryOut = async () => {
    await unlink.mutateAsync({ id: account.id });
    offer({ text: t(texts.unlinked, { name: account.name }), undo: () => link.mutateAsync({ id: account.id, personId }) });
  };
  return (
    <>
      <Act busy={unlink.isPending} onPress={() => void carryOut().catch(() => undefined)}>{t(texts.unlink)}</Act>
      {unlink.error && <ProblemNotice problem={unlink.error} />}
    </>
  );
}

function LinkAct({ account }: { readonly account: Account }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Act onPress={() => setOpen(true)}>{t(texts.link)}</Act>
      {isOpen && <LinkSheet account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

const fieldOfCode = { 'access.personHasAccount': 'personId', 'access.personUnknown': 'personId' };

function LinkSheet({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useText();
  const mayFind = useMayVisit('person.read');
  const offer = useUndo();
  const [person, setPerson] = useState<ChosenPerson>({ id: undefined, typed: '' });
  const [isChecked, setChecked] = useState(false);
  const link = useAct(accountContract.link, alsoAsked);
  const unlink = useAct(accountContract.unlink, alsoAsked);
  const submit = async () => {
    setChecked(true);
    if (!person.id) return;
    await link.mutateAsync({ id: account.id, personId: person.id });
    onClose();
    offer({ text: t(texts.linkDone, { name: account.name }), undo: () => unlink.mutateAsync({ id: account.id }) });
  };
  const isRefused = faultyFields(link.error, fieldOfCode).includes('personId');
  const error = isChecked && !person.id ? t(texts.linkMissing) : isRefused ? t(texts.refused) : undefined;
  return (
    <ActSheet title={`${t(texts.link)}: ${account.displayName}`} verb={t(texts.link)} intro={t(texts.linkIntro)} onSubmit={() => void submit().catch(() => undefined)} onClose={onClose} busy={link.isPending} problem={link.error}>
      <PersonChoice mayFind={mayFind} value={person} onChange={setPerson} error={error} required />
    </ActSheet>
  );
}
