import { expect, test } from 'vitest';
import { askingToSend, emptyAsking, petitionerToSend } from './asking.draft.ts';

test('is sent when topic, words and day are there; people only where they are a number', () => {
  const draft = { ...emptyAsking('2026-11-20'), topic: 'ruralRoads', text: ' Sửa đường ', peopleBehind: '40' };
  expect(askingToSend(draft)).toEqual({ topic: 'ruralRoads', text: 'Sửa đường', raisedOn: '2026-11-20', peopleBehind: 40 });
  for (const change of [{ topic: undefined }, { text: ' ' }, { raisedOn: undefined }]) expect(askingToSend({ ...draft, ...change })).toBeUndefined();
  for (const peopleBehind of ['', '0', 'nhiều', '1.5']) expect(askingToSend({ ...draft, peopleBehind })?.peopleBehind).toBeNull();
});

test('a name goes along of a resident who wants an answer, and of nobody else', () => {
  const who = { isWanted: true, name: ' Thạch Sáng ', contact: '', channel: 'person' as const };
  expect(petitionerToSend(who, 'resident')).toEqual({ name: 'Thạch Sáng', contact: '', channel: 'person' });
  expect(petitionerToSend(who, 'unit')).toBeNull();
  expect(petitionerToSend({ ...who, isWanted: false }, 'resident')).toBeNull();
  expect(petitionerToSend({ ...who, name: ' ' }, 'resident')).toBeUndefined();
});
