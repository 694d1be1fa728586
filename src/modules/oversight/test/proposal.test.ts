/** Who is proposed for a unit that nobody follows. */
import { expect, test } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { propose } from '../proposal.ts';

const [east, west] = [newId<'unit'>(1), newId<'unit'>(1)];
const [an, binh, chi] = [newId<'person'>(1), newId<'person'>(1), newId<'person'>(1)];
const gap = (...areas: (typeof east)[]) => ({ unitId: newId<'unit'>(1), areas });
const first = (proposed: ReturnType<typeof propose>) => proposed.map(({ candidates }) => candidates[0]?.personId);

test('who is near goes first, however many he follows within the quota; of these who follows the fewest', () => {
  expect(first(propose([gap(east)], [{ personId: an, load: 0, areas: [] }, { personId: binh, load: 1, areas: [west, east] }], 3))).toEqual([binh]);
  expect(first(propose([gap(east)], [{ personId: an, load: 0, areas: [] }, { personId: binh, load: 3, areas: [east] }], 4))).toEqual([binh]);
  expect(first(propose([gap(east)], [{ personId: an, load: 2, areas: [east] }, { personId: binh, load: 1, areas: [east] }, { personId: chi, load: 0, areas: [] }], 4))).toEqual([binh]);
});

test('each gap reckons with what was proposed before, and nobody goes beyond the quota', () => {
  const proposed = propose([gap(east), gap(east), gap(east), gap(west)], [{ personId: an, load: 1, areas: [east] }, { personId: binh, load: 1, areas: [] }], 2);
  expect(first(proposed)).toEqual([an, binh, undefined, undefined]);
  const again = propose([gap(east), gap(east)], [{ personId: an, load: 1, areas: [east] }], null);
  expect(again.map(({ candidates }) => candidates[0]?.load)).toEqual([1, 1]);
});

test('of several at most three are named, the least loaded before the others', () => {
  const candidates = [3, 1, 2, 0].map((load, at) => ({ personId: [an, binh, chi, newId<'person'>(1)][at]!, load, areas: [] }));
  expect(propose([gap()], candidates, null)[0]!.candidates.map(({ load }) => load)).toEqual([0, 1, 2]);
});
