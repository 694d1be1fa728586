/** How the unit met last: day, hour and place of the next meeting are mostly the same. */
import { useEffect, useMemo, useRef } from 'react';
import { day as asDay, type Day } from '../../../platform/day.ts';
import { useProcedure } from '../../../shell/api.ts';
import { meetingContract } from '../meeting.contract.ts';
import { halfHour } from './meeting.days.ts';
import type { TypedPlan } from './PlanFields.tsx';

const STANDING = ['planned', 'invited', 'open', 'closed', 'adopted'] as const;

export function useUsualPlan(unitId: string | undefined, onType: (changes: Pick<TypedPlan, 'starts' | 'place'>) => void): void {
  const last = useProcedure(meetingContract.list, { unitId: unitId ?? '', state: [...STANDING], limit: 1 }, { enabled: unitId !== undefined });
  const found = last.data?.items[0];
  const own = found?.unit.id === unitId ? found : undefined;
  const taken = useRef<string>(undefined);
  useEffect(() => {
    // Only when another unit is chosen: what was typed since stays.
    if (!own || taken.current === own.unit.id) return;
    taken.current = own.unit.id;
    onType({ starts: own.starts === null ? '' : halfHour(own.starts), place: own.place ?? '' });
  }, [own, onType]);
}

/** More than those planned for a year ahead, and those held in the year before. */
const MOST_REGULAR = 40;

/** Days of the regular meetings held and planned, the latest first; none before they are known. */
export function useRegularDays(unitId: string | undefined): readonly Day[] {
  const { data } = useProcedure(meetingContract.list, { unitId: unitId ?? '', kind: ['regular'], state: [...STANDING], limit: MOST_REGULAR }, { enabled: unitId !== undefined });
  return useMemo(() => (data?.items ?? []).filter(({ unit }) => unit.id === unitId).map(({ on }) => asDay(on)), [data, unitId]);
}
