import { describe, expect, test } from 'vitest';
import { roles } from '../../../access/roles.ts';
import { homeFor, homePlaces, monthBefore } from '../web/home.places.ts';

describe('the home of an account', () => {
  test.each([
    ['board_officer', 'officer'],
    ['office_officer', 'officer'],
    ['cell_secretary', 'officer'],
    ['system_administrator', 'keeper'],
    ['member', 'member'],
  ] as const)('that is %s is that of: %s', (role, kind) => {
    expect(homeFor({ mayVisit: roles[role].verbs, isPerson: role === 'member' })).toBe(kind);
  });

  test('without any role says so', () => {
    expect(homeFor({ mayVisit: [], isPerson: true })).toBe('nobody');
    expect(homePlaces({ mayVisit: [], isPerson: true })).toEqual([]);
  });

  test('of a system administrator leads to accounts and the log, to no Party data', () => {
    const places = homePlaces({ mayVisit: roles.system_administrator.verbs, isPerson: false }).map(({ to }) => to);
    expect(places).toEqual(['/nhat-ky', '/tai-khoan']);
  });

  test('of a secretary leads to meetings first, and to what a phone carries without signal', () => {
    const places = homePlaces({ mayVisit: roles.cell_secretary.verbs, isPerson: false });
    expect(places[0]!.to).toBe('/sinh-hoat');
    expect(places.filter(({ isCarried }) => isCarried).map(({ to }) => to)).toEqual(['/sinh-hoat', '/viec', '/can-quan-tam', '/di-xa']);
  });

  test('of an account that is no person leads to no own record', () => {
    expect(homePlaces({ mayVisit: ['self.read'], isPerson: false })).toEqual([]);
  });
});

test.each([['2022-08-09', '2022-07-09'], ['2024-03-31', '2024-02-29'], ['2023-01-15', '2022-12-15'], ['2022-12-31', '2022-11-30']])('a month before %s is %s', (day, before) => {
  expect(monthBefore(day)).toBe(before);
});
