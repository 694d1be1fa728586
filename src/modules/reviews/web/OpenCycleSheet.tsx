/** Opens a cycle and leads to it. What is asked is proposed: the year that runs, until its end. */
import { Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { partyKinds, useRegisterChoice } from '../../documents/web/RegisterField.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { reviewContract } from '../review.contract.ts';
import { cycleKindNames, cycleKinds, peopleScopes, type CycleKind, type PeopleScope } from '../review.kinds.ts';
import { useReviewRecording } from './review.recording.ts';
import { cycleHref } from './review.words.ts';
import { reviewsWeb as texts } from './reviews.web.messages.ts';

const peopleNames = { all: texts['people.all'], leaders: texts['people.leaders'], none: texts['people.none'] } as const;

export function OpenCycleSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const year = today.slice(0, 4);
  const choice = useRegisterChoice();
  const [kind, setKind] = useState<CycleKind>('year');
  const [title, setTitle] = useState(`Kiểm điểm năm ${year}`);
  const [from, setFrom] = useState<string | undefined>(`${year}-01-01`);
  const [to, setTo] = useState<string | undefined>(`${year}-12-31`);
  const [dueOn, setDueOn] = useState<string | undefined>(`${year}-12-31`);
  const [people, setPeople] = useState<PeopleScope>('all');
  const [below, setBelow] = useState(true);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useReviewRecording<{ readonly id: string }>({ onDone: ({ id }) => { onClose(); go(cycleHref(id)); } });
  const missing = (isMissing: boolean, field: string) => (isChecked && isMissing ? t(texts.missing) : fault(field));
  const unitId = choice.unit?.id;
  // Made once: what is sent twice opens one cycle.
  const id = useMemo(() => (unitId === undefined ? undefined : newId<'reviewCycle'>(homeOf(unitId as Id))), [unitId]);
  const submit = async () => {
    setChecked(true);
    const named = title.trim();
    if (unitId === undefined || id === undefined || named === '' || !from || !to || !dueOn) return;
    await record(() => call(reviewContract.openCycle, { id, unitId, kind, title: named, from, to, dueOn, people, below }), { told: t(texts.opened) });
  };
  return (
    <ActSheet title={t(texts.open)} verb={t(texts.open)} intro={t(texts.openIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy || choice.isOnly === undefined} problem={problem}>
      {choice.isOnly === false && <Lookup label={t(texts.unit)} value={choice.unit} onChange={choice.choose} search={(q) => searchUnits(q, { asOf: today, kind: partyKinds })} required error={missing(unitId === undefined, 'unitId')} />}
      <ChoiceChips label={t(texts.kind)} value={kind} options={cycleKinds.map((value) => ({ value, label: t(cycleKindNames[value]) }))} onChoose={setKind} />
      <TextInput label={t(texts.title)} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={300} required error={missing(title.trim() === '', 'title')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={missing(!from, 'from')} />
      <DayInput label={t(texts.to)} value={to} onChange={setTo} required error={missing(!to, 'to')} />
      <DayInput label={t(texts.dueField)} value={dueOn} onChange={setDueOn} required error={missing(!dueOn, 'dueOn')} />
      <ChoiceChips label={t(texts.whoMust)} value={people} options={peopleScopes.map((value) => ({ value, label: t(peopleNames[value]) }))} onChoose={setPeople} />
      <Checkbox label={t(texts.belowToo)} checked={below} onChange={(event) => setBelow(event.currentTarget.checked)} />
    </ActSheet>
  );
}
