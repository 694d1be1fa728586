import { expect, test } from 'vitest';
import { changedFacts, draftOf, emptyDraft, factsOf, faultsOf } from './unit.draft.ts';

const village = {
  name: 'Thôn Thượng', shortName: null, kind: 'village' as const, type: 'thon', rank: null, code: '0123',
  properties: { households: 1250, areaKm2: 2.5, ownOffice: true },
};
const written = (value: number) => String(value).replace('.', ',');

test('an untouched form sends nothing', () => {
  const draft = draftOf(village, written);
  expect(changedFacts(draft, draftOf(village, written))).toEqual({});
});

test('only the touched facts are sent; the properties go together', () => {
  const before = draftOf(village, written);
  expect(changedFacts(before, { ...before, name: ' Thôn Hạ ' })).toEqual({ name: 'Thôn Hạ' });
  expect(changedFacts(before, { ...before, households: '1.300' })).toEqual({ properties: { households: 1300, areaKm2: 2.5, ownOffice: true } });
});

test('what was taken out is sent as empty', () => {
  const before = draftOf(village, written);
  expect(changedFacts(before, { ...before, code: '', ownOffice: '' })).toEqual({ code: null, properties: { households: 1250, areaKm2: 2.5 } });
});

test('a missing name and a number that is none are faults; a fraction is one only where things are counted', () => {
  const draft = { ...emptyDraft('village'), households: '12,5', areaKm2: '12,5', population: 'abc' };
  expect(faultsOf(draft)).toEqual(['name', 'population', 'households']);
});

test('an empty form makes a unit with nothing but its name and kind', () => {
  expect(factsOf({ ...emptyDraft('cell'), name: 'Chi bộ 1' })).toEqual({ name: 'Chi bộ 1', shortName: null, kind: 'cell', type: null, rank: null, code: null, properties: {} });
});
