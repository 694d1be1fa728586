/** Rows of the radar out of what the server answers. */
import { expect, test } from 'vitest';
import { clauseStates } from '../cascade.kinds.ts';
import { gravestOf, openIn, radarRows, worstFirst } from './radar.ts';

const clauses = [{}, {}] as Parameters<typeof radarRows>[0]['clauses'];
const unit = (name: string) => ({ id: name, name }) as never;
const at = (state: (typeof clauseStates)[number]) => clauseStates.indexOf(state);
const one = { unit: unit('A'), former: [], asked: 1, askedId: 'A' as never, marks: `${at('done')}${at('silent')}`, counts: null };
const several = { unit: unit('B'), former: [], asked: 3, askedId: null, marks: null, counts: [1, 1, 0, 1, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0] };

test('a digit stands for the state of one unit, a run of counts for several', () => {
  const [first, second] = radarRows({ clauses, rows: [one, several] });
  expect(first?.cells.map(gravestOf)).toEqual(['done', 'silent']);
  expect(second?.cells.map((cell) => [openIn(cell), gravestOf(cell)])).toEqual([[2, 'silentLate'], [3, 'silent']]);
  expect(second?.all).toMatchObject({ silentLate: 1, late: 1, silent: 3, answered: 1 });
});

test('the place with the greatest share overdue comes first', () => {
  expect(worstFirst(radarRows({ clauses, rows: [one, several] })).map((row) => row.unit.name)).toEqual(['B', 'A']);
});
