/** How the unit met last: hour and place of the next meeting are mostly the same. */
import { useEffect, useRef } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { meetingContract } from '../meeting.contract.ts';
import { halfHour } from './meeting.days.ts';
import type { TypedPlan } from './PlanFields.tsx';

export function useUsualPlan(unitId: string | undefined, onType: (changes: Pick<TypedPlan, 'starts' | 'place'>) => void): void {
  const last = useProcedure(meetingContract.list, { unitId: unitId ?? '', state: ['planned', 'invited', 'open', 'closed', 'adopted'], limit: 1 }, { enabled: unitId !== undefined });
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
