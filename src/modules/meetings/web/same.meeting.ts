/** Which meeting is likely the one about to be recorded: of the same unit and kind on the day; of the regular one, held once a month, in the month. Pure. */
import type { Day } from '../../../platform/day.ts';
import type { MeetingKind } from '../meeting.kinds.ts';
import { sameMeetingWithin } from '../meeting.ts';
import type { MeetingItem } from './meeting.words.ts';

/** Those of units below come in the same list. */
const MOST_ASKED = 40;

export function askedAlike({ unitId, kind, on }: { readonly unitId: string; readonly kind: MeetingKind; readonly on: Day }) {
  const within = kind === 'regular' ? sameMeetingWithin(kind, on) : { from: on, to: on };
  return { unitId, kind: [kind], state: ['planned' as const, 'invited' as const, 'open' as const, 'closed' as const, 'adopted' as const], ...within, limit: MOST_ASKED };
}

export function pickAlike<Item extends Pick<MeetingItem, 'unit'>>(items: readonly Item[], unitId: string): Item | undefined {
  return items.find(({ unit }) => unit.id === unitId);
}
