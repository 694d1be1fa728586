import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { askedAlike, pickAlike } from './same.meeting.ts';

const on = day('2027-02-10');

test('a regular meeting is likely the one of its month, any other the one of its day; what was called off is none', () => {
  expect(askedAlike({ unitId: 'u', kind: 'regular', on })).toMatchObject({ kind: ['regular'], from: '2027-02-01', to: '2027-02-28' });
  for (const kind of ['thematic', 'committee', 'study'] as const) expect(askedAlike({ unitId: 'u', kind, on })).toMatchObject({ kind: [kind], from: '2027-02-10', to: '2027-02-10' });
  expect(askedAlike({ unitId: 'u', kind: 'regular', on }).state).not.toContain('cancelled');
});

test('a meeting of a unit below is not the unit’s own', () => {
  const [below, own] = [{ unit: { id: 'b' } }, { unit: { id: 'u' } }] as never[];
  expect(pickAlike([below!, own!], 'u')).toBe(own);
  expect(pickAlike([below!], 'u')).toBeUndefined();
});
