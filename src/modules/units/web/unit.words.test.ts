import { expect, test } from 'vitest';
import { meetingUnitKinds } from '../../meetings/meeting.kinds.ts';
import { meetingsHref } from './unit.words.ts';

test('a unit leads to its meetings where it holds any and they may be read', () => {
  const may = ['unit.read', 'meeting.read'];
  expect(meetingsHref({ id: 'u', kind: 'cell', may })).toBe('/sinh-hoat?donVi=u');
  expect(meetingsHref({ id: 'u', kind: 'commune_party', may })).toBe('/sinh-hoat?donVi=u');
  expect(meetingsHref({ id: 'u', kind: 'village', may })).toBeUndefined();
  expect(meetingsHref({ id: 'u', kind: 'cell', may: ['unit.read'] })).toBeUndefined();
});

test('units offered as those that meet are Party organisations, no villages and no boards', () => {
  expect(meetingUnitKinds).toEqual(expect.arrayContaining(['cell', 'commune_party', 'provincial_party']));
  for (const kind of ['village', 'commune', 'party_board'] as const) expect(meetingUnitKinds).not.toContain(kind);
});
