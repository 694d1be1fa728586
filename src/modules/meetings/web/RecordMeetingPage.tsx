/**
 * A meeting of the past, from the paper book: unit, day and hour here; then it is planned and opened on its day, and its
 * own page goes on with the roll of that day. So marking has one place, and what is left out can be noted later.
 */
import { useState } from 'react';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useRecording } from '../../../shell/recording.ts';
import { Act } from '../../../ui/Act.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { goToOwnFault } from '../../../ui/ownFaults.ts';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { TOUCHED } from './live.meeting.ts';
import { clockTyped } from './meeting.days.ts';
import { weekdayOf } from './meeting.words.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import { emptyPlan, fieldOfPlanCode, PlanFields, planned, type TypedPlan } from './PlanFields.tsx';
import { callPlan } from './plan.call.ts';
import { SameMeeting } from './SameMeeting.tsx';
import { sessionWords } from './session.words.ts';
import { UnitField, useUnitChoice } from './UnitField.tsx';
import { useUsualPlan } from './usual.plan.ts';
import classes from './meetings.module.css';

export function RecordMeetingPage() {
  const writing = useText();
  const { t } = writing;
  const { today } = useAsOf();
  const yesterday = addDays(asDay(today), -1);
  const choice = useUnitChoice();
  const [on, setOn] = useState<string>();
  const [given, setGiven] = useState<TypedPlan>(emptyPlan);
  const [isChecked, setChecked] = useState(false);
  const type = (changes: Partial<TypedPlan>) => setGiven((before) => ({ ...before, ...changes }));
  useUsualPlan(choice.unit?.id, type);
  const typed = choice.kinds.length === 0 || choice.kinds.includes(given.kind) ? given : { ...given, kind: choice.kinds[0] ?? given.kind, isExtended: false };
  const { record, problem, isBusy } = useRecordingOfPast();
  const refused = useFieldFault(problem, fieldOfPlanCode);
  const submit = () => {
    setChecked(true);
    if (choice.unit && on) void record({ unitId: choice.unit.id, on, typed });
  };
  return (
    <>
      <PagePath steps={[{ label: t(meetingsTitles.meetingsTitle), href: '/sinh-hoat' }, { label: t(texts.record) }]} />
      <PageHead kicker={choice.isOnly ? choice.unit?.label : undefined} title={t(texts.record)} description={t(texts.recordAbout)} />
      <form className={classes.form} noValidate onSubmit={(event) => { event.preventDefault(); if (!goToOwnFault(event.currentTarget.elements)) submit(); }}>
        <UnitField choice={choice} error={isChecked && !choice.unit ? t(texts.unitMissing) : refused('unitId')} />
        <ChoiceChips label={t(texts.dayField)} value={on} options={[{ value: yesterday, label: t(texts.yesterday) }, { value: today, label: t(texts.today) }]} onChoose={setOn} />
        <DayInput label={t(texts.day)} {...(on ? { description: weekdayOf(on, writing) } : {})} value={on} onChange={setOn} most={today} required error={isChecked && !on ? t(texts.missing) : refused('on')} />
        {choice.unit && on && <SameMeeting unitId={choice.unit.id} kind={typed.kind} on={on} />}
        <PlanFields unitId={choice.unit?.id} kinds={choice.kinds.length > 0 ? choice.kinds : [typed.kind]} typed={typed} onType={type} fault={refused} />
        {problem !== null && <ProblemNotice problem={problem} />}
        <div><Act kind="main" submit busy={isBusy || choice.isOnly === undefined}>{t(texts.recordNext)}</Act></div>
      </form>
    </>
  );
}

/** A plan that can't be opened on its day stays on its own page, which says why. */
function useRecordingOfPast() {
  const { t } = useText();
  const { today } = useAsOf();
  const recording = useRecording<{ readonly id: string }>(TOUCHED);
  const go = useGo();
  const offer = useUndo();
  const record = async ({ unitId, on, typed }: { readonly unitId: string; readonly on: string; readonly typed: TypedPlan }) => {
    const made = await recording.mutateAsync(() => callPlan({ unitId, on, ...planned(typed) })).catch(() => undefined);
    if (!made) return;
    const { id } = made;
    const opened = await call(meetingContract.open, { id, on, starts: clockTyped(typed.starts) }).catch(() => undefined);
    go(`/sinh-hoat/${id}`);
    if (opened) offer({ text: t(sessionWords({ isLate: on < today }).opened), undo: () => recording.mutateAsync(() => call(meetingContract.unopen, { id })) });
  };
  return { record, problem: recording.error, isBusy: recording.isPending };
}
