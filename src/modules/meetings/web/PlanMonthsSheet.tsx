/** Plans the regular meetings of months ahead at once: the same day, hour and place every month; and the thematic ones of their quarters. */
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { day as asDay } from '../../../platform/day.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useRecording } from '../../../shell/recording.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { ClockInput } from './ClockInput.tsx';
import { TOUCHED } from './live.meeting.ts';
import { clockTyped, monthAfter, monthsAsked, monthsToYearEnd, type MonthsAsked } from './meeting.days.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import { movedOf, useHolidays } from './months.moved.ts';
import { callPlan } from './plan.call.ts';
import { emptyPlan, fieldOfPlanCode } from './PlanFields.tsx';
import { ThematicMonths, useThematicMonths } from './ThematicMonths.tsx';
import { UnitField, useUnitChoice } from './UnitField.tsx';
import { useRegularDays, useUsualPlan } from './usual.plan.ts';
import classes from './meetings.module.css';

const MOST_MONTHS = 12;

export function PlanMonthsSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, number, day } = useText();
  const { today } = useAsOf();
  const firsts = monthsFrom(today);
  const choice = useUnitChoice();
  const regular = useRegularDays(choice.unit?.id);
  const [chosen, setChosen] = useState<Partial<MonthsAsked>>({});
  const asked = monthsAsked({ offered: firsts.slice(1), regular, chosen });
  const { from, months, dayOfMonth } = asked;
  const choose = (change: typeof chosen) => setChosen((before) => ({ ...before, ...change }));
  const [clock, setClock] = useState({ starts: '19:30', place: '' });
  const [isChecked, setChecked] = useState(false);
  useUsualPlan(choice.unit?.id, setClock);
  const recording = useRecording<{ readonly planned: readonly { readonly id: string }[]; readonly skipped: number }>(TOUCHED);
  const taking = useRecording<unknown>(TOUCHED);
  const fault = useFieldFault(recording.error, fieldOfPlanCode);
  const offer = useUndo();
  const calendar = useHolidays(from);
  const thematic = useThematicMonths({ unitId: choice.unit?.id, from, months: Number(months), calendar });
  const moved = movedOf({ ...asked, regular, thematic: thematic.planned, calendar, today });

  const submit = async () => {
    setChecked(true);
    const unitId = choice.unit?.id;
    if (!unitId || months === '' || dayOfMonth === '') return;
    choose(asked);
    const input = { unitId, from, months: Number(months), dayOfMonth: Number(dayOfMonth), starts: clockTyped(clock.starts), place: clock.place.trim() || null, ids: Array.from({ length: Number(months) }, () => newId(homeOf(unitId as Id))) };
    const plan = async () => {
      const { planned, skipped } = await call(meetingContract.planMonths, input);
      const others = [];
      for (const { on, topic } of thematic.planned.filter((one) => one.on >= today)) others.push(await callPlan({ unitId, on, ...emptyPlan, kind: 'thematic', topic, starts: input.starts, place: input.place }));
      return { planned: [...planned, ...others], skipped };
    };
    const done = await recording.mutateAsync(plan).catch(() => undefined);
    if (!done) return;
    onClose();
    const reason = t(texts.plannedWrong);
    const undo = () => taking.mutateAsync(async () => { for (const { id } of done.planned) await call(meetingContract.cancel, { id, reason }); });
    const said = done.planned.length === 0 ? texts.monthsDoneNone : done.skipped > 0 ? texts.monthsDoneSome : texts.monthsDone;
    offer({ text: t(said, { count: number(done.planned.length), skipped: number(done.skipped) }), ...(done.planned.length > 0 ? { undo } : {}) });
  };

  return (
    <ActSheet title={t(texts.planMonths)} verb={t(texts.plan)} intro={t(texts.monthsIntro)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending || choice.isOnly === undefined} problem={recording.error}>
      <UnitField choice={choice} error={isChecked && !choice.unit ? t(texts.unitMissing) : fault('unitId')} />
      <Select label={t(texts.fromMonth)} required allowDeselect={false} value={from} data={firsts.map((month) => ({ value: month, label: t(texts.month, { month: month.slice(5), year: month.slice(0, 4) }) }))} onChange={(month) => { if (month) choose({ from: month, months: monthsToYearEnd(month) }); }} error={fault('from')} />
      <div className={classes.pair}>
        <NumberInput label={t(texts.monthCount)} value={months} onChange={(value) => choose({ months: value })} min={1} max={MOST_MONTHS} inputMode="numeric" withAsterisk error={isChecked && months === '' ? t(texts.missing) : fault('months')} />
        <NumberInput label={t(texts.dayOfMonth)} description={t(texts.dayOfMonthHint)} value={dayOfMonth} onChange={(value) => choose({ dayOfMonth: value })} min={1} max={31} inputMode="numeric" withAsterisk error={isChecked && dayOfMonth === '' ? t(texts.missing) : fault('dayOfMonth')} />
      </div>
      <ClockInput label={t(texts.starts)} value={clock.starts} onChange={(starts) => setClock((before) => ({ ...before, starts }))} error={fault('starts')} />
      <TextInput label={t(texts.place)} value={clock.place} onChange={(event) => { const place = event.currentTarget.value; setClock((before) => ({ ...before, place })); }} maxLength={200} error={fault('place')} />
      {choice.kinds.includes('thematic') && <ThematicMonths thematic={thematic} />}
      {choice.unit && moved.length > 0 && <Notice title={t(texts.monthsMoved)}>{moved.map((one) => t(texts.monthMoved, { before: day(one.movedFrom), day: day(one.on) })).join('; ')}.</Notice>}
    </ActSheet>
  );
}

/** This month and the twelve after it. */
function monthsFrom(today: string): readonly string[] {
  const months = [today.slice(0, 7)];
  while (months.length <= MOST_MONTHS) months.push(monthAfter(asDay(`${months.at(-1)}-01`)));
  return months;
}
