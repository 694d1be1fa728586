/** The answer of a body: settled, planned with a day, or not possible with the reason; out of a wording that is used often. */
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { catalogueContract } from '../catalogue.contract.ts';
import { petitionContract } from '../petition.contract.ts';
import { outcomeNames, outcomes, type Outcome } from '../petition.kinds.ts';
import type { WholePetition } from '../petition.record.ts';
import { blanksIn, withPlannedDay } from './answer.blanks.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { takenBack, usePetitionRecording, type Done } from './petition.recording.ts';
import { petitionsWeb } from './petitions.web.messages.ts';

export function AnswerSheet({ petition, onClose }: { readonly petition: WholePetition; readonly onClose: () => void }) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const [{ id, version, groupSize, body }] = useState(petition);
  const [outcome, setOutcome] = useState<Outcome>('settled');
  const [text, setText] = useState('');
  const [plannedOn, setPlannedOn] = useState<string>();
  const [isForGroup, setForGroup] = useState(true);
  const [kept, setKept] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = usePetitionRecording<Done & { answered: number }>({ onDone: onClose });
  /** What was written comes out of a wording: its blanks are to be filled in, its day is the planned one. */
  const [isOfWording, setOfWording] = useState(false);
  const isPlan = outcome === 'planned';
  const written = text.trim();
  const hasBlanks = isOfWording && blanksIn(written) > 0;
  const plan = (day: string | undefined) => {
    setPlannedOn(day);
    if (isOfWording && day) setText(withPlannedDay(text, { day, before: plannedOn }));
  };
  const takeWording = (wording: string) => {
    setOfWording(true);
    setText(isPlan && plannedOn ? withPlannedDay(wording, { day: plannedOn }) : wording);
  };
  const write = (typed: string) => {
    setText(typed);
    if (typed === '') setOfWording(false);
  };
  const submit = async () => {
    setChecked(true);
    if (written === '' || hasBlanks || (isPlan && !plannedOn) || kept === '') return;
    const send = async () => {
      const done = await call(petitionContract.answer, { id, version, outcome, text: written, plannedOn: isPlan ? (plannedOn ?? null) : null, group: isForGroup });
      if (kept) await call(catalogueContract.saveTemplate, { unitId: body.id, outcome, name: kept.trim(), text: written });
      return done;
    };
    await record(send, { told: ({ answered }) => (answered > 1 ? t(texts.answeredMany, { count: number(answered) }) : t(texts.answered)), undo: takenBack });
  };
  const textFault = isChecked && written === '' ? t(petitionsWeb.missing) : isChecked && hasBlanks ? t(texts.blanksLeft, { count: number(blanksIn(written)) }) : fault('text');
  return (
    <ActSheet title={t(texts.answerTitle)} verb={t(texts.answerAct)} intro={petition.text} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <ChoiceChips label={t(texts.outcome)} value={outcome} options={outcomes.map((value) => ({ value, label: t(outcomeNames[value]) }))} onChoose={setOutcome} />
      {isPlan && <DayInput label={t(texts.plannedOn)} value={plannedOn} onChange={plan} least={today} required error={isChecked && !plannedOn ? t(petitionsWeb.missing) : fault('plannedOn')} />}
      <Templates unitId={body.id} outcome={outcome} onChoose={takeWording} />
      <Textarea label={t(texts.answerText)} value={text} onChange={(event) => write(event.currentTarget.value)} maxLength={3000} autosize minRows={4} required error={textFault} description={hasBlanks && !textFault ? t(texts.fillBlanks) : undefined} />
      {groupSize > 0 && <Checkbox label={t(texts.forGroup, { count: number(groupSize) })} checked={isForGroup} onChange={(event) => setForGroup(event.currentTarget.checked)} />}
      <Checkbox label={t(texts.keepTemplate)} checked={kept !== undefined} onChange={(event) => setKept(event.currentTarget.checked ? '' : undefined)} />
      {kept !== undefined && <TextInput label={t(texts.templateName)} value={kept} onChange={(event) => setKept(event.currentTarget.value)} maxLength={120} required error={isChecked && kept.trim() === '' ? t(petitionsWeb.missing) : undefined} />}
    </ActSheet>
  );
}

function Templates({ unitId, outcome, onChoose }: { readonly unitId: string; readonly outcome: Outcome; readonly onChoose: (text: string) => void }) {
  const { t } = useText();
  const { data } = useProcedure(catalogueContract.templates, { unitId });
  const fitting = data?.items.filter((one) => one.outcome === outcome) ?? [];
  if (fitting.length === 0) return null;
  return <Select label={t(texts.template)} data={fitting.map(({ id, name }) => ({ value: id, label: name }))} value={null} onChange={(id) => { const one = fitting.find((each) => each.id === id); if (one) onChoose(one.text); }} />;
}
