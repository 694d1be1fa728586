/**
 * The person of an account. Who reads people finds him by name; a system administrator, who sees no Party data,
 * pastes the address of the person's page as the committee office sent it.
 */
import { TextInput } from '@mantine/core';
import { call } from '../../shell/api.ts';
import { useText } from '../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../ui/Lookup.tsx';
import { personContract } from '../../modules/people/person.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { personIdIn } from './access.words.ts';

export interface ChosenPerson {
  readonly id: string | undefined;
  /** The name found, or what was pasted. */
  readonly typed: string;
}

interface PersonChoiceProps {
  readonly mayFind: boolean;
  readonly value: ChosenPerson;
  readonly onChange: (person: ChosenPerson) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

export function PersonChoice({ mayFind, value, onChange, error, required = false }: PersonChoiceProps) {
  const { t } = useText();
  if (!mayFind) {
    return (
      <TextInput
        label={t(texts.linkId)} description={t(texts.linkIdHint)} value={value.typed} error={error} required={required} autoComplete="off" spellCheck={false}
        onChange={(event) => onChange({ id: personIdIn(event.currentTarget.value), typed: event.currentTarget.value })}
      />
    );
  }
  const choice = value.id ? { id: value.id, label: value.typed } : undefined;
  return <Lookup label={t(texts.linkPerson)} value={choice} error={error} required={required} search={searchPeople} onChange={(one) => onChange({ id: one?.id, typed: one?.label ?? '' })} />;
}

export async function searchPeople(q: string): Promise<readonly LookupChoice[]> {
  if (q === '') return [];
  const { items } = await call(personContract.search, { q, limit: 12 });
  return items.map(({ id, fullName, birth, unit }) => {
    const hint = [birth?.on.slice(0, 4), unit?.name].filter(Boolean).join(' · ');
    return { id, label: fullName, ...(hint ? { hint } : {}) };
  });
}
