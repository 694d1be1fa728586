/** Of whom it was found, the collective or a person, and which body raised it: the unit itself or one on the way up. */
import { Select } from '@mantine/core';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import type { UnitPage } from '../../units/unit.contract.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';

export interface SubjectDraft {
  readonly isPerson: boolean;
  readonly person: LookupChoice | undefined;
  readonly raisedById: string | undefined;
}

interface SubjectFieldsProps {
  readonly unit: Pick<UnitPage, 'id' | 'name' | 'path'> | undefined;
  readonly draft: SubjectDraft;
  readonly onType: (draft: SubjectDraft) => void;
  readonly isChecked: boolean;
  readonly fault: (...names: readonly string[]) => string | undefined;
}

export function SubjectFields({ unit, draft, onType, isChecked, fault }: SubjectFieldsProps) {
  const { t } = useText();
  const bodies = unit ? [{ value: unit.id, label: t(texts.ownRaised, { unit: unit.name }) }, ...unit.path.toReversed().map(({ id, name }) => ({ value: id, label: name }))] : [];
  const subjects = [{ value: 'unit', label: t(texts.subjectUnit) }, { value: 'person', label: t(texts.subjectPerson) }] as const;
  return (
    <>
      <ChoiceChips label={t(texts.subject)} value={draft.isPerson ? 'person' : 'unit'} options={subjects} onChoose={(subject) => onType({ ...draft, isPerson: subject === 'person' })} />
      {draft.isPerson && <Lookup label={t(texts.person)} description={t(texts.personHint)} value={draft.person} onChange={(person) => onType({ ...draft, person })} search={searchPeople} required error={isChecked && !draft.person ? t(texts.missing) : fault('personId')} />}
      <Select label={t(texts.raisedBy)} value={draft.raisedById ?? unit?.id ?? null} onChange={(raisedById) => onType({ ...draft, raisedById: raisedById ?? undefined })} data={bodies} allowDeselect={false} error={fault('raisedById')} />
    </>
  );
}
