import { expect, test } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import type { RollEntry } from '../meeting.record.ts';
import { restOf } from './roll.rest.ts';

const entry = (fullName: string, given: Partial<RollEntry> = {}): RollEntry => ({ person: { id: newId<'person'>(7), fullName, bornIn: null }, isAway: false, basis: 'expected', standing: 'full', mark: null, reason: null, answer: null, leave: null, ...given });

test('whoever works away by the register is not taken for present with the others', () => {
  const roll = [entry('An'), entry('Bình', { isAway: true }), entry('Chi', { mark: 'excused', reason: 'duty' }), entry('Dung', { isAway: true, basis: 'away' }), entry('Em', { isAway: true, mark: 'absent' })];
  const { unmarked, away, likely } = restOf({ roll });
  const names = (entries: readonly RollEntry[]) => entries.map(({ person }) => person.fullName);
  expect([names(unmarked), names(away), names(likely)]).toEqual([['An', 'Bình'], ['Bình'], ['An']]);
});
