/** Meetings drawn without a database: the same again for the same stream of chance, counted as a meeting counts its roll. */
import { expect, test } from 'vitest';
import { countRoll } from '../../modules/meetings/meeting.roll.ts';
import { newId } from '../../platform/ids.ts';
import { dayNumber, dayText, later } from '../day.numbers.ts';
import { drawMeetings, monthsUpTo, type Placed } from '../meeting.draw.ts';
import { Random } from '../random.ts';

const until = dayNumber('2026-06-15');
const never = later(until, 50_000);
const frame = { criteria: [{ code: 'preparation', most: 60 }, { code: 'minutes', most: 40 }], bounds: { good: 90, fair: 70, average: 50 } };
const months = monthsUpTo(until, 24);

function placed(count: number, given: Partial<Placed> = {}): Placed[] {
  return Array.from({ length: count }, () => ({ personId: newId<'person'>(1), from: dayNumber('2010-01-01'), end: never, isGuest: false, recognised: dayNumber('2011-01-01'), exempt: [], away: [], elsewhere: [], ...given }));
}

const draw = (people: readonly Placed[], seed = 'one') => Array.from({ length: 200 }, (_, cell) => drawMeetings(new Random(`${seed}/${cell}`), { placed: people, months, frame }));

test('months reach back from the day, over the turn of a year', () => {
  expect(monthsUpTo(dayNumber('2026-02-28'), 3).firsts.map(dayText)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
});

test('the same chance gives the same meetings, another one others', () => {
  const people = placed(12);
  const first = JSON.stringify(draw(people));
  expect(JSON.stringify(draw(people)) === first).toBe(true);
  expect(JSON.stringify(draw(people, 'other')) === first).toBe(false);
});

test('no meeting lies after the last day, none is adopted or entered after it, and counters are those of the roll', () => {
  const all = draw(placed(12)).flat();
  expect(all.length).toBeGreaterThan(3000);
  expect(Math.max(...all.flatMap(({ on, adoptedOn, enteredOn }) => [on, adoptedOn ?? 0, enteredOn]))).toBeLessThanOrEqual(until);
  expect(all.map(({ counts }) => counts)).toEqual(all.map(({ roll }) => countRoll(roll)));
});

test('cells differ: some record nothing, most meet nearly every month', () => {
  const counts = draw(placed(12)).map((meetings) => meetings.filter(({ kind }) => kind === 'regular').length);
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(1);
  expect(counts.filter((count) => count >= 22).length).toBeGreaterThan(90);
});

test('who is exempt, away with leave or a guest elsewhere is on the roll but not expected; without anybody expected nobody meets', () => {
  const all = [dayNumber('2020-01-01'), never];
  const people = [...placed(3), ...placed(1, { exempt: all }), ...placed(1, { away: all }), ...placed(1, { elsewhere: all }), ...placed(1, { end: dayNumber('2020-01-01') })];
  const [meeting] = draw(people).flat();
  expect(meeting!.roll.map(({ basis }) => basis)).toEqual(['expected', 'expected', 'expected', 'exempt', 'away', 'elsewhere']);
  expect(meeting!.roll.slice(3).map(({ mark }) => mark)).toEqual([null, null, null]);
  expect(draw(placed(4, { exempt: all })).flat()).toEqual([]);
});
