import { expect, test } from 'vitest';
import { documentsAsked, isNarrowed } from './documents.filters.ts';

function asked(address: Record<string, string[]>, unitId?: string) {
  return documentsAsked({ unitId, values: (param) => address[param] ?? [] });
}

test('an address without filters asks for the whole register within reach', () => {
  expect(asked({})).toEqual({});
  expect(isNarrowed(asked({}))).toBe(false);
});

test('every filter of the address is asked for', () => {
  expect(asked({ tim: ['hop tac xa'], chieu: ['issued'], loai: ['QC', 'NQ'], quyChe: ['co'], trucThuoc: ['co'] }, 'u1')).toEqual({
    unitId: 'u1', below: 'yes', direction: 'issued', type: ['NQ', 'QC'], regulations: 'yes', search: 'hop tac xa',
  });
  expect(isNarrowed(asked({ quyChe: ['co'] }))).toBe(true);
});

test('units below are asked for only with the unit above them', () => {
  expect(asked({ trucThuoc: ['co'] })).toEqual({});
});

test('words that mean nothing are passed over instead of failing the page', () => {
  expect(asked({ chieu: ['ngang'], loai: ['XX'], quyChe: ['?'] })).toEqual({});
});
