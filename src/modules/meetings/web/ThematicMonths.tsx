/** The thematic meetings of the months planned ahead: one a quarter, each with its month and topic; to be left out as a whole or one by one. */
import { Autocomplete, Checkbox, NumberInput, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import type { WorkingCalendar } from '../../rules/working.days.ts';
import { lastDayOf } from '../meeting.ts';
import { daysOfMonths } from '../plan.months.ts';
import { monthsFrom, proposeThematic, quarterOf, usualTopics, type ThematicMonth } from '../thematic.months.ts';
import { sittingTexts as texts } from './sittings.messages.ts';
import classes from './meetings.module.css';

/** Two weeks beside the regular meeting. */
const USUAL_DAY = 18;

export interface ThematicPlan {
  readonly isWanted: boolean;
  readonly dayOfMonth: string | number;
  /** As changed by hand, by quarter. */
  readonly changed: Readonly<Record<string, ThematicMonth>>;
}

const proposed: ThematicPlan = { isWanted: true, dayOfMonth: USUAL_DAY, changed: {} };

interface Months {
  readonly unitId: string | undefined;
  readonly from: string;
  readonly months: number;
  readonly calendar: WorkingCalendar;
}

/** Nothing is proposed before it is known which quarters have one. */
export function useThematicMonths({ unitId, from, months, calendar }: Months) {
  const [plan, setPlan] = useState(proposed);
  const all = useMemo(() => monthsFrom(from, months), [from, months]);
  const last = all.at(-1) ?? from;
  const known = useProcedure(meetingContract.list, { unitId: unitId ?? '', kind: ['thematic'], state: ['planned', 'invited', 'open', 'closed', 'adopted'], ...quartersAround(from, last), limit: 100 }, { enabled: unitId !== undefined && months > 0 });
  const taken = known.data?.items.filter(({ unit }) => unit.id === unitId).map(({ on }) => on.slice(0, 7));
  const rows = taken ? proposeThematic({ months: all, taken }).map((one) => plan.changed[quarterOf(one.month)] ?? one) : [];
  const wanted = plan.isWanted && plan.dayOfMonth !== '' ? rows.filter(({ topic, month }) => topic.trim() !== '' && all.includes(month)) : [];
  return { plan, setPlan, rows, isKnown: taken !== undefined, months: all, planned: wanted.map(({ month, topic }) => ({ ...daysOfMonths({ from: month, months: 1, dayOfMonth: Number(plan.dayOfMonth) }, calendar)[0]!, topic: topic.trim() })) };
}

export function ThematicMonths({ thematic: { plan, setPlan, rows, months, isKnown } }: { readonly thematic: ReturnType<typeof useThematicMonths> }) {
  const { t } = useText();
  const change = (row: ThematicMonth) => setPlan((before) => ({ ...before, changed: { ...before.changed, [quarterOf(row.month)]: row } }));
  if (!isKnown) return null;
  if (rows.length === 0) return <p className={classes.soft}>{t(texts.thematicAll)}</p>;
  return (
    <>
      <Checkbox size="md" label={t(texts.thematic)} checked={plan.isWanted} onChange={(event) => { const isWanted = event.currentTarget.checked; setPlan((before) => ({ ...before, isWanted })); }} />
      {plan.isWanted && <NumberInput label={t(texts.thematicDay)} value={plan.dayOfMonth} onChange={(dayOfMonth) => setPlan((before) => ({ ...before, dayOfMonth }))} min={1} max={31} inputMode="numeric" />}
      {plan.isWanted && rows.map((row) => {
        const [year, month] = row.month.split('-') as [string, string];
        const own = months.filter((one) => quarterOf(one) === quarterOf(row.month));
        return (
          <div key={quarterOf(row.month)} className={classes.thematic}>
            <Select label={t(texts.monthOf)} allowDeselect={false} value={row.month} data={own.map((one) => ({ value: one, label: `${one.slice(5)}/${one.slice(0, 4)}` }))} onChange={(value) => { if (value) change({ ...row, month: value }); }} />
            <Autocomplete label={t(texts.topicOf, { month, year })} description={t(texts.topicHint)} value={row.topic} data={[...usualTopics]} onChange={(topic) => change({ ...row, topic })} maxLength={300} />
          </div>
        );
      })}
    </>
  );
}

function quartersAround(from: string, last: string): { from: string; to: string } {
  const first = (Math.ceil(Number(from.slice(5)) / 3) - 1) * 3 + 1;
  const end = Math.ceil(Number(last.slice(5)) / 3) * 3;
  return { from: `${from.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, to: lastDayOf(`${last.slice(0, 4)}-${String(end).padStart(2, '0')}`) };
}
