import { expect, test } from 'vitest';
import { birthText, parseBirth } from './birth.ts';
import { changedContact, changedFacts, contactFaultsOf, emptyContact, faultsOf, noFacts } from './person.typed.ts';

test('a birth is read as exactly as it is written, and written back the same', () => {
  for (const [text, on, precision] of [['09/03/1975', '1975-03-09', 'day'], ['03/1975', '1975-03-01', 'month'], ['1975', '1975-01-01', 'year']] as const) {
    const birth = parseBirth(text);
    expect(birth).toEqual({ on, precision });
    expect(birth && birthText(birth)).toBe(text);
  }
});

test('nothing written is no birth; a day that does not exist is a fault', () => {
  expect(parseBirth('  ')).toBeNull();
  expect(parseBirth('31/02/1975')).toBeUndefined();
  expect(parseBirth('13/1975')).toBeUndefined();
  expect(faultsOf({ ...noFacts, birth: '31/02/1975' })).toEqual({ fullName: 'nameMissing', birth: 'birthFault' });
});

test('only what was changed is sent, so that what others changed meanwhile stays', () => {
  const began = { ...noFacts, fullName: 'Nguyễn Văn An', birth: '1975', sex: 'male' as const };
  expect(changedFacts({ ...began, birth: '09/03/1975' }, began)).toEqual({ birth: { on: '1975-03-09', precision: 'day' } });
  expect(changedFacts({ ...began, sex: null }, began)).toEqual({ sex: null });
  expect(changedFacts(began, began)).toEqual({});
});

test('a name needs letters', () => {
  expect(faultsOf({ ...noFacts, fullName: '123' })).toEqual({ fullName: 'nameFault' });
  expect(faultsOf({ ...noFacts, fullName: 'Y Ủ' })).toEqual({});
});

test('a citizen number has 12 digits, or the 9 of the old card, however they are set apart; an email is one', () => {
  expect(contactFaultsOf({ ...emptyContact, citizenNo: 'abc', email: 'an' })).toEqual({ citizenNo: 'citizenNoFault', email: 'emailFault' });
  expect(contactFaultsOf({ ...emptyContact, citizenNo: '0260750012345' })).toEqual({ citizenNo: 'citizenNoFault' });
  expect(contactFaultsOf({ ...emptyContact, citizenNo: '026 075 001234', email: 'an@vi.du' })).toEqual({});
  expect(changedContact({ ...emptyContact, citizenNo: '026.075.001234' }, emptyContact)).toEqual({ citizenNo: '026075001234' });
});

test('a contact that was emptied is sent as none', () => {
  expect(changedContact({ ...emptyContact, email: 'an@vi.du' }, { ...emptyContact, phone: '0900' })).toEqual({ phone: null, email: 'an@vi.du' });
});
