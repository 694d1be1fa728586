/** What the address of the ledger asks the server for. */
import { expect, test } from 'vitest';
import { isNarrowed, ON, params, shortcomingsAsked } from './shortcomings.filters.ts';

const asked = (address: Record<string, readonly string[]>, unitId?: string) => shortcomingsAsked({ unitId, values: (param) => address[param] ?? [] });

test('filters that mean something are asked for, others are passed over; of units below only where a unit is named', () => {
  expect(asked({})).toEqual({});
  expect(isNarrowed(asked({}))).toBe(false);
  expect(asked({ [params.state]: ['reported', 'gone'], [params.late]: [ON], [params.below]: [ON], [params.search]: ['xây dựng'] })).toEqual({ state: ['reported'], late: 'yes', search: 'xây dựng' });
  expect(asked({ [params.below]: [ON], [params.raised]: [ON] }, 'x')).toEqual({ unitId: 'x', below: 'yes', raised: 'yes' });
});
