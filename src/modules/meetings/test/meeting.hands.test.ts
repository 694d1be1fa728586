/** Who set last what of a meeting: one entry for each account and minute, and nothing of what was set is lost in it. */
import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { handsAfter, handsOf, setBetween, type Hand } from '../meeting.hands.ts';
import { mark } from '../meeting.roll.ts';
import { open, plan, type Attendance, type Meeting } from '../meeting.ts';

const today = day('2026-11-20');
const whole = (result: Meeting | Refusal): Meeting => { if (isRefusal(result)) throw new Error(result.code); return result; };
const roll = Array.from({ length: 100 }, (): Attendance => ({ personId: newId(0), basis: 'expected', standing: 'full', mark: null, reason: null }));
const [first, second, third] = roll.map(({ personId }) => personId as string) as [string, string, string];
const begun = whole(open(whole(plan({ id: newId(0), unitId: newId(0), kind: 'conference', isExtended: false, on: today, starts: null, place: null, mode: 'in_person', topic: null, seriesId: null, agenda: [] }, today)), { on: today, starts: null, roll, today }));
const step = (hands: readonly Hand[], of: string, [by, at]: readonly [string, string]) => handsAfter(hands, { by, at, set: [of], after: begun });

test('a roll that is marked one by one leaves as many entries as it took minutes, with everybody marked in them', () => {
  let [hands, meeting]: [readonly Hand[], Meeting] = [[], begun];
  for (const [at, { personId }] of roll.entries()) {
    const after = whole(mark(meeting, { marks: [{ personId, mark: 'present', reason: null }], rest: null }));
    hands = handsAfter(hands, { by: 'one', at: `2026-11-20T12:4${Math.floor(at / 50)}:${10 + (at % 50)}.000Z`, set: setBetween(meeting, after), after });
    meeting = after;
  }
  expect(hands.map(({ by, at, of }) => [by, at, of.length])).toEqual([['one', '2026-11-20T12:40:59.000Z', 50], ['one', '2026-11-20T12:41:59.000Z', 50]]);
  expect(handsOf(hands, [first])).toEqual([{ by: 'one', at: '2026-11-20T12:40:59.000Z', of: [first] }]);
});

test('another’s of the same minute stand apart, and what is set again belongs to the last', () => {
  const [own, other] = [['one', '2026-11-20T12:40:10.000Z'], ['other', '2026-11-20T12:40:20.000Z']] as const;
  const hands = step(step(step(step([], first, own), second, own), third, other), second, other);
  expect(hands).toEqual([{ by: 'one', at: own[1], of: [first] }, { by: 'other', at: other[1], of: [third, second] }]);
});
