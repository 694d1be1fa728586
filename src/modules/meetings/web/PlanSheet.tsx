/** Plans one meeting, and leads to it: its agenda is the next thing to settle. */
import { useState } from 'react';
import { day as asDay } from '../../../platform/day.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useRecording } from '../../../shell/recording.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { introOf } from '../../membership/web/unit.choices.ts';
import { meetingContract } from '../meeting.contract.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { TOUCHED } from './live.meeting.ts';
import { nextDayOfMonth, nextFreeDay, regularInMonth, usualDayOf } from './meeting.days.ts';
import { weekdayOf } from './meeting.words.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import { emptyPlan, fieldOfPlanCode, PlanFields, planned, type TypedPlan } from './PlanFields.tsx';
import { callPlan } from './plan.call.ts';
import { UnitField, useUnitChoice } from './UnitField.tsx';
import { useRegularDays, useUsualPlan } from './usual.plan.ts';

export function PlanSheet({ onClose }: { readonly onClose: () => void }) {
  const writing = useText();
  const { t } = writing;
  const { today } = useAsOf();
  const choice = useUnitChoice();
  const regular = useRegularDays(choice.unit?.id);
  const [chosen, setChosen] = useState<{ readonly on: string | undefined }>();
  const setOn = (day: string | undefined) => setChosen({ on: day });
  const [given, setGiven] = useState<TypedPlan>(emptyPlan);
  const [isChecked, setChecked] = useState(false);
  const type = (changes: Partial<TypedPlan>) => setGiven((before) => ({ ...before, ...changes }));
  useUsualPlan(choice.unit?.id, type);
  const typed = choice.kinds.length === 0 || choice.kinds.includes(given.kind) ? given : { ...given, kind: choice.kinds[0] ?? given.kind, isExtended: false };
  const isRegular = typed.kind === 'regular';
  const usualDay = isRegular ? nextFreeDay(usualDayOf(regular), { from: asDay(today), regular }) : nextDayOfMonth(usualDayOf(regular), asDay(today));
  const on = chosen ? chosen.on : usualDay;
  const known = isRegular && on ? regularInMonth(regular, on.slice(0, 7)) : undefined;
  const recording = useRecording<{ readonly id: string }>(TOUCHED);
  const refused = useFieldFault(recording.error, fieldOfPlanCode);
  const offer = useUndo();
  const go = useGo();

  const submit = async () => {
    setChecked(true);
    const unitId = choice.unit?.id;
    if (!unitId || !on) return;
    // Refused, the same is tried again: what was planned or fetched meanwhile would propose another day.
    setOn(on);
    const done = await recording.mutateAsync(() => callPlan({ unitId, on, ...planned(typed) })).catch(() => undefined);
    if (!done) return;
    onClose();
    go(`/sinh-hoat/${done.id}`);
    offer({ text: t(texts.planDone, { day: writing.day(on) }), undo: () => recording.mutateAsync(() => call(meetingContract.cancel, { id: done.id, reason: t(texts.plannedWrong) })) });
  };

  const days = [...new Set([today, usualDay])].map((value) => ({ value, label: value === today ? t(texts.today) : `${weekdayOf(value, writing)}, ${writing.day(value)}` }));
  return (
    <ActSheet title={t(texts.plan)} verb={t(texts.plan)} intro={introOf(choice)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending || choice.isOnly === undefined} problem={recording.error}>
      <UnitField choice={choice} error={isChecked && !choice.unit ? t(texts.unitMissing) : refused('unitId')} />
      <ChoiceChips label={t(texts.dayField)} value={on} options={days} onChoose={setOn} />
      <DayInput label={t(texts.day)} {...(on ? { description: weekdayOf(on, writing) } : {})} value={on} onChange={setOn} required error={isChecked && !on ? t(texts.missing) : refused('on')} />
      {known && on && <Notice tone="warn" title={t(texts.regularInMonth, { month: Number(on.slice(5, 7)), day: writing.day(known) })} />}
      <PlanFields unitId={choice.unit?.id} kinds={choice.kinds.length > 0 ? choice.kinds : [typed.kind]} typed={typed} onType={type} fault={refused} />
    </ActSheet>
  );
}
