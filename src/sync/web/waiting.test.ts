import { expect, test } from 'vitest';
import type { OutboxEntry, Standing } from '../outbox.ts';
import { digitsOf, pinFaults } from './pin.ts';
import { prepareTexts } from './sync.prepare.messages.ts';
import { mayMove } from './same.thing.ts';
import { dangerOf, waitingOf } from './waiting.ts';

const refused: Standing = { is: 'refused', refusal: { code: 'meetings.changedMeanwhile', kind: 'conflict' } };

function entry(seq: number, procedure: string, given: { about?: string; standing?: Standing } = {}): OutboxEntry {
  const command = { id: `c${seq}`, procedure, input: {}, at: `2026-11-2${seq}T19:00:00+07:00`, about: { type: 'meeting' as const, id: given.about ?? 'm1' } };
  return { seq, command, standing: given.standing ?? { is: 'waiting' } };
}

test('what waits stands by what it is about, acts of one kind in a row together, in the order of their making', () => {
  const { groups, count, since } = waitingOf([
    entry(4, 'meetings.close'), entry(1, 'meetings.open'), entry(3, 'meetings.mark'), entry(2, 'meetings.mark'), entry(5, 'meetings.mark', { about: 'm2' }),
  ]);
  expect(groups.map(({ about, lines }) => [about.id, lines.map((line) => [line.procedure, line.commands.map(({ id }) => id)])])).toEqual([
    ['m1', [['meetings.open', ['c1']], ['meetings.mark', ['c2', 'c3']], ['meetings.close', ['c4']]]],
    ['m2', [['meetings.mark', ['c5']]]],
  ]);
  expect([count, since]).toEqual([5, '2026-11-21T19:00:00+07:00']);
});

test('what is done waits for nobody; what was refused stands apart', () => {
  const waiting = waitingOf([entry(1, 'meetings.open', { standing: { is: 'done', answer: {} } }), entry(2, 'meetings.mark', { standing: refused })]);
  expect(waiting.groups).toEqual([]);
  expect(waiting.refused.map(({ command }) => command.id)).toEqual(['c2']);
  expect([waiting.count, waiting.since]).toEqual([0, undefined]);
});

test('what was recorded of a meeting goes to the other one only when nothing of it waits any more', () => {
  const founding = entry(1, 'meetings.plan', { standing: refused });
  const others = [entry(2, 'meetings.mark', { standing: refused }), entry(3, 'meetings.mark', { about: 'm2' })];
  expect(mayMove({ entries: [founding, ...others], refused: founding.command })).toBe(true);
  expect(mayMove({ entries: [founding, ...others, entry(4, 'meetings.close')], refused: founding.command })).toBe(false);
});

test('what waits is in danger after three days, or at once where the browser may drop it', () => {
  const since = '2026-11-20T19:00:00+07:00';
  const at = (moment: string) => Date.parse(moment);
  expect(dangerOf({ since, isPersistent: true, now: at('2026-11-23T18:59:00+07:00') })).toBeUndefined();
  expect(dangerOf({ since, isPersistent: true, now: at('2026-11-23T19:00:00+07:00') })).toEqual({ is: 'old', days: 3 });
  expect(dangerOf({ since, isPersistent: false, now: at('2026-11-20T19:01:00+07:00') })).toEqual({ is: 'fleeting' });
  expect(dangerOf({ since, isPersistent: false, now: at('2026-11-25T19:00:00+07:00') })).toEqual({ is: 'old', days: 5 });
  expect(dangerOf({ since: undefined, isPersistent: false, now: 0 })).toBeUndefined();
});

test('a PIN is six digits that are not tried first, entered twice alike', () => {
  for (const easy of ['000000', '123456', '890123', '654321', '121212', '147147']) expect(pinFaults({ pin: easy, again: easy }), easy).toEqual({ pin: prepareTexts.pinEasy });
  for (const good of ['274913', '135790', '112233']) expect(pinFaults({ pin: good, again: good }), good).toEqual({});
  expect(pinFaults({ pin: '27491', again: '27491' })).toEqual({ pin: prepareTexts.pinShort });
  expect(pinFaults({ pin: '274913', again: '274931' })).toEqual({ again: prepareTexts.pinDiffers });
  expect(digitsOf('27-49 13 5')).toBe('274913');
});
