/** Creates an account, then shows its first password, once. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { useText } from '../../ui/language.tsx';
import { ActSheet } from '../../ui/ActSheet.tsx';
import { faultyFields } from '../../ui/faults.ts';
import { accountContract } from '../account.contract.ts';
import { accountNamePattern } from '../account.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { PasswordSlip } from './PasswordSlip.tsx';
import { PersonChoice, type ChosenPerson } from './PersonChoice.tsx';

const fieldOfCode = { 'access.nameTaken': 'name', 'access.personHasAccount': 'personId', 'access.personUnknown': 'personId' };

export function NewAccountSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const mayFindPeople = useMayVisit('person.read');
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [person, setPerson] = useState<ChosenPerson>({ id: undefined, typed: '' });
  const [isChecked, setChecked] = useState(false);
  const create = useAct(accountContract.create, { touches: ['events'] });
  const accountName = name.trim().toLowerCase();
  const faults = {
    name: accountNamePattern.test(accountName) ? undefined : t(texts.accountNameFault),
    displayName: displayName.trim() ? undefined : t(texts.displayNameMissing),
    personId: person.typed.trim() !== '' && !person.id ? t(texts.linkMissing) : undefined,
  };
  const refused = faultyFields(create.error, fieldOfCode);
  const fault = (field: keyof typeof faults) => (isChecked ? faults[field] : undefined) ?? (refused.includes(field) ? t(texts.refused) : undefined);
  const submit = () => {
    setChecked(true);
    if (Object.values(faults).some(Boolean)) return;
    create.mutate({ name: accountName, displayName: displayName.trim(), ...(person.id ? { personId: person.id } : {}) });
  };
  if (create.data) return <PasswordSlip name={accountName} displayName={displayName.trim()} password={create.data.password} onClose={onClose} />;
  return (
    <ActSheet title={t(texts.newAccount)} verb={t(texts.newAccount)} intro={t(texts.newAccountIntro)} onSubmit={submit} onClose={onClose} busy={create.isPending} problem={create.error}>
      <TextInput label={t(texts.displayName)} description={t(texts.displayNameHint)} value={displayName} onChange={(event) => setDisplayName(event.currentTarget.value)} error={fault('displayName')} maxLength={120} required autoComplete="off" data-autofocus />
      <TextInput label={t(texts.accountName)} description={t(texts.accountNameHint)} value={name} onChange={(event) => setName(event.currentTarget.value)} error={fault('name')} maxLength={60} required autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <PersonChoice mayFind={mayFindPeople} value={person} onChange={setPerson} error={fault('personId')} />
    </ActSheet>
  );
}
