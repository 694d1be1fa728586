import { describe, expect, test } from 'vitest';
import { day } from '../../platform/day.ts';
import { passwordFault, stateOf } from '../account.ts';
import { accessProblems } from '../access.messages.ts';
import { beyond, covers, giftFault, type Holding } from '../assignment.ts';
import { roles } from '../roles.ts';
import { mayTry } from '../session.ts';

describe('a password', () => {
  test.each([
    ['ngắn quá', 'access.passwordShort'],
    ['🔑🔑🔑🔑🔑', 'access.passwordShort'],
    ['tranthilan', 'access.passwordIsName'],
    ['TranThiLan1975', 'access.passwordIsName'],
    ['tranthilantranthilan', 'access.passwordIsName'],
    ['1234567890', 'access.passwordCommon'],
    ['Mật khẩu 123', 'access.passwordCommon'],
    ['aaaaaaaaaaaa', 'access.passwordCommon'],
  ])('%j is refused', (password, code) => {
    expect(passwordFault(password, 'tranthilan')?.code).toBe(code);
  });

  test.each(['nắng sớm trên đồng', 'k7mq-2xwd-9fhe-pt4b', 'họp chi bộ ngày ba'])('%j is taken', (password) => {
    expect(passwordFault(password, 'tranthilan')).toBeUndefined();
  });
});

test('a disabled account is disabled whether or not its password waits to be changed', () => {
  expect(stateOf({ disabledAt: new Date(0), mustChangePassword: true })).toBe('disabled');
  expect(stateOf({ disabledAt: null, mustChangePassword: true })).toBe('waiting');
  expect(stateOf({ disabledAt: null, mustChangePassword: false })).toBe('active');
});

test('five failures of a name or thirty of an address end the trying', () => {
  expect(mayTry({ byName: 4, byAddress: 29 })).toBe(true);
  expect(mayTry({ byName: 5, byAddress: 5 })).toBe(false);
  expect(mayTry({ byName: 0, byAddress: 30 })).toBe(false);
});

describe('giving a role', () => {
  const holding: Holding = { verbs: new Set(roles.office_officer.verbs), reach: 'subtree', period: { from: day('2026-01-01'), to: day('2026-12-31') }, depth: 1 };
  const gift = { role: 'cell_secretary', reach: 'unit', period: { from: day('2026-02-01'), to: day('2026-06-30') } } as const;

  test('what lies inside what one holds may be given', () => {
    expect(beyond(holding, gift)).toBeUndefined();
  });

  test('a verb that one does not hold is named', () => {
    expect(beyond(holding, { ...gift, role: 'board_officer', reach: 'subtree' })).toEqual({ code: 'access.beyondVerbs', kind: 'forbidden', data: { verb: 'reorganisation.draft' } });
  });

  test('an open end does not fit into a period that ends', () => {
    expect(beyond(holding, { ...gift, period: { from: gift.period.from, to: null } })?.code).toBe('access.beyondPeriod');
    expect(beyond(holding, { ...gift, period: { from: day('2025-12-31'), to: gift.period.to } })?.code).toBe('access.beyondPeriod');
  });

  test.each([
    ['subtree', 3, 'subtree', true], ['subtree', undefined, 'unit', false], ['children', 0, 'children', true], ['children', 0, 'subtree', false],
    ['children', 1, 'unit', true], ['children', 1, 'children', false], ['children', 2, 'unit', false], ['unit', 0, 'unit', true], ['unit', 0, 'children', false],
    ['unit', 1, 'unit', false], ['none', 0, 'unit', false], ['none', 0, 'none', false], ['unit', undefined, 'none', true],
  ] as const)('a reach of %s, %s steps above, covers %s: %s', (reach, depth, given, answer) => {
    expect(covers({ reach, depth }, given)).toBe(answer);
  });

  test('a role is given with its own reaches, with a unit where it has a place and without where it has none', () => {
    const period = { from: day('2026-01-01'), to: null };
    expect(giftFault({ role: 'member', reach: 'none', period, hasUnit: false })).toBeUndefined();
    expect(giftFault({ role: 'member', reach: 'none', period, hasUnit: true })?.code).toBe('access.unitWithReach');
    expect(giftFault({ role: 'cell_secretary', reach: 'unit', period, hasUnit: false })?.code).toBe('access.unitWithReach');
    expect(giftFault({ role: 'office_officer', reach: 'unit', period, hasUnit: true })?.code).toBe('access.reachNotOfRole');
    expect(giftFault({ role: 'cell_secretary', reach: 'unit', period: { from: day('2026-02-01'), to: day('2026-01-31') }, hasUnit: true })?.code).toBe('access.periodBackwards');
  });
});

test('every sentence of a problem is there in both languages', () => {
  for (const text of Object.values(accessProblems)) expect(text.vi.length * text.en.length).toBeGreaterThan(0);
});
