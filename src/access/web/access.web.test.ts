import { expect, test } from 'vitest';
import { roles } from '../roles.ts';
import { accessWeb } from './access.web.messages.ts';
import { deviceOf, personIdIn, roleName, verbName } from './access.words.ts';
import { emptyGift, giftFaults, giftOf, withUsualReach, type GivenRole } from './grant.draft.ts';

const isName = (name: string) => name === 'lan';

function given(code: keyof typeof roles): GivenRole {
  const { name, reaches } = roles[code];
  return { code, name, reaches: [...reaches], verbs: [], mayGive: true };
}

const unit = { id: 'u1', label: 'Chi bộ thôn Đông' };

test('a role with one reach needs none chosen, one with several does', () => {
  const draft = { ...emptyGift({ account: 'lan', unit, from: '2026-01-01' }), role: 'office_officer' };
  expect(giftFaults(draft, { role: given('office_officer'), isName })).toEqual({});
  expect(giftOf(draft, given('office_officer'))).toEqual({ account: 'lan', role: 'office_officer', unitId: 'u1', reach: 'subtree', from: '2026-01-01', to: null });
  expect(giftFaults(draft, { role: given('cell_secretary'), isName })).toEqual({ reach: accessWeb.grantReachMissing });
});

test('at a cell without subordinates the cell alone is offered, until something else is chosen', () => {
  const draft = emptyGift({ account: 'lan', unit, from: '2026-01-01' });
  const role = given('cell_secretary');
  expect(withUsualReach(draft, { role, isAlone: true }).reach).toBe('unit');
  expect(withUsualReach({ ...draft, reach: 'subtree' }, { role, isAlone: true }).reach).toBe('subtree');
  expect(withUsualReach(draft, { role, isAlone: false }).reach).toBeUndefined();
  expect(withUsualReach(draft, { role: given('office_officer'), isAlone: true }).reach).toBeUndefined();
});

test('a role without a place goes without the unit in view', () => {
  expect(giftOf(emptyGift({ account: ' Lan ', unit, from: '2026-01-01' }), given('member'))).toEqual({ account: 'lan', role: 'member', reach: 'none', from: '2026-01-01', to: null });
});

test('each thing missing is said at its own field', () => {
  const draft = emptyGift({ account: '', unit: undefined, from: undefined });
  expect(Object.keys(giftFaults(draft, { role: undefined, isName }))).toEqual(['account', 'role', 'from']);
  expect(Object.keys(giftFaults(draft, { role: given('board_officer'), isName }))).toEqual(['account', 'unitId', 'from']);
  expect(Object.keys(giftFaults(draft, { role: given('cell_secretary'), isName }))).toEqual(['account', 'reach', 'unitId', 'from']);
  expect(giftOf(draft, given('board_officer'))).toBeUndefined();
});

test('devices are named as their owners know them', () => {
  const chrome = 'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Mobile Safari/537.36';
  expect(deviceOf(chrome)).toEqual({ browser: 'Chrome', system: 'Android' });
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36 Edg/129.0')).toEqual({ browser: 'Edge', system: 'Windows' });
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1')).toEqual({ browser: 'Safari', system: 'iPhone' });
  expect(deviceOf('curl/8.5.0')).toBeUndefined();
});

test('the id of a person is found in the address of the page', () => {
  const id = '01a1fb84-43d6-7005-81b0-7de29be13067';
  expect(personIdIn(`https://satcoso.example/con-nguoi/${id.toUpperCase()}?ngay=2026-01-01`)).toBe(id);
  expect(personIdIn('con-nguoi/')).toBeUndefined();
});

test('a role or verb that this version does not know is shown by its code', () => {
  expect([roleName('office_officer', 'en'), roleName('poet', 'vi'), verbName('unit.read', 'vi'), verbName('unit.sing', 'vi')]).toEqual(['Commune office officer', 'poet', 'xem đơn vị', 'unit.sing']);
});
