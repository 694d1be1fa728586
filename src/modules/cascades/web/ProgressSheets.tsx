/** What a unit says of a clause that it took up: what an indicator has come to, that it is carried out, who is to do what. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { ChosenUnits } from '../../tasks/web/ChosenUnits.tsx';
import { below } from '../../tasks/web/GiveSheet.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { answersAt, readNumber, type AskedClause, type AskedUnit } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { radarTexts as texts } from './radar.messages.ts';

interface ProgressProps {
  readonly asked: AskedUnit;
  readonly clause: AskedClause;
  readonly onClose: () => void;
}

export function SettleSheet({ asked, clause, onClose }: ProgressProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const [doneOn, setDoneOn] = useState<string | undefined>(today);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<{ readonly version: number }>({ onDone: onClose });
  const of = { documentId: asked.document.id, unitId: asked.unit.id, clauseId: clause.id };
  const submit = async () => {
    setChecked(true);
    if (doneOn === undefined) return;
    await record(() => call(cascadeContract.settle, { ...of, version: clause.answer?.version ?? 0, doneOn }), { told: t(texts.settled2, { label: clause.label }), undo: ({ version }) => call(cascadeContract.settle, { ...of, version, doneOn: null }) });
  };
  return (
    <ActSheet title={t(texts.settleOf, { label: clause.label })} verb={t(texts.save)} intro={clause.wording} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DayInput label={t(texts.stepDay)} value={doneOn} onChange={setDoneOn} {...(clause.answer ? { least: clause.answer.answeredOn } : {})} most={today} required error={isChecked && doneOn === undefined ? t(texts.missing) : undefined} />
    </ActSheet>
  );
}

export function MeasureSheet({ asked, clause, onClose }: ProgressProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState<string | undefined>(today);
  const [source, setSource] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<unknown>({ onDone: onClose });
  const value = readNumber(typed);
  const of = { documentId: asked.document.id, unitId: asked.unit.id, clauseId: clause.id };
  const submit = async () => {
    setChecked(true);
    if (on === undefined || value === undefined) return;
    await record(() => call(cascadeContract.measure, { ...of, on, value, source: source.trim() || null }), { told: t(texts.measured, { label: clause.label }), undo: () => call(cascadeContract.measure, { ...of, on, value: null }) });
  };
  return (
    <ActSheet title={t(texts.measureOf, { label: clause.label })} verb={t(texts.save)} intro={clause.wording} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <TextInput label={t(texts.valueField, { measure: clause.measure ?? '' })} value={typed} inputMode="decimal" autoComplete="off" required error={isChecked && value === undefined ? t(texts.targetUnread) : undefined} onChange={(event) => setTyped(event.currentTarget.value)} />
      <DayInput label={t(texts.valueDay)} value={on} onChange={setOn} most={today} required error={isChecked && on === undefined ? t(texts.missing) : undefined} />
      <TextInput label={t(texts.sourceField)} description={t(texts.sourceHint)} value={source} maxLength={300} onChange={(event) => setSource(event.currentTarget.value)} />
    </ActSheet>
  );
}

export function TaskSheet({ asked, clause, onClose }: ProgressProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const [title, setTitle] = useState('');
  const [to, setTo] = useState<readonly LookupChoice[]>([]);
  const [owner, setOwner] = useState<LookupChoice>();
  const [dueOn, setDueOn] = useState<string | undefined>(clause.answer?.dueOn ?? clause.dueOn ?? undefined);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useCascadeRecording<unknown>({ onDone: onClose, fieldOfCode: { 'tasks.ownerUnknown': 'ownerId', 'tasks.notBelow': 'to', 'tasks.notParty': 'to', 'tasks.dueInPast': 'dueOn' } });
  const submit = async () => {
    setChecked(true);
    if (title.trim() === '') return;
    await record(() => call(cascadeContract.giveTasks, { documentId: asked.document.id, unitId: asked.unit.id, clauseId: clause.id, to: to.map(({ id }) => id), tasks: [{ title: title.trim(), ownerId: to.length > 1 ? null : (owner?.id ?? null), dueOn: dueOn ?? null }] }), { told: t(texts.taskGiven) });
  };
  return (
    <ActSheet title={t(texts.giveTaskOf, { label: clause.label })} verb={t(texts.giveTask)} intro={clause.wording} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.taskTitle)} value={title} maxLength={500} autosize minRows={2} required error={isChecked && title.trim() === '' ? t(texts.missing) : undefined} onChange={(event) => setTitle(event.currentTarget.value)} />
      <ChosenUnits label={t(texts.taskTo)} description={t(texts.taskToHint)} units={to} onChange={setTo} search={(q) => below(q, { under: answersAt(asked), asOf: today, isParty: true })} error={fault('to')} />
      {to.length < 2 && <Lookup label={t(texts.taskOwner)} description={t(texts.taskOwnerHint)} value={owner} onChange={setOwner} search={searchPeople} error={fault('ownerId')} />}
      <DayInput label={t(texts.taskDue)} value={dueOn} onChange={setDueOn} least={today} error={fault('dueOn')} />
    </ActSheet>
  );
}
