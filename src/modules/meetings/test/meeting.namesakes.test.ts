import { expect, test } from 'vitest';
import { nameApart, namesakesAmong } from '../meeting.namesakes.ts';
import { officialNamed } from '../web/meeting.words.ts';

test('whoever bears one name with another is a namesake, wherever the tone is written', () => {
  expect([...namesakesAmong([{ id: 'a', fullName: 'Lê Hoà' }, { id: 'b', fullName: 'lê  Hòa' }, { id: 'c', fullName: 'Lê Hoa' }])]).toEqual(['a', 'b']);
});

test('the year stands beside the name only where it is told', () => {
  expect([nameApart({ fullName: 'Lê Hòa', bornIn: 1975 }), nameApart({ fullName: 'Lê Hòa', bornIn: null })]).toEqual(['Lê Hòa (1975)', 'Lê Hòa']);
});

test('of two of one name the one is chosen whose year is written; on paper the name stands alone', () => {
  const roll = [1960, 1985].map((bornIn) => ({ person: { id: `p${bornIn}`, fullName: 'Lê Hòa', bornIn } }));
  const named = (typed: string) => officialNamed({ roll, guests: [] } as unknown as Parameters<typeof officialNamed>[0], typed);
  expect([named('Lê Hòa (1985)'), named('Lê Hòa'), named('Lê Hoa')]).toEqual([{ personId: 'p1985', name: 'Lê Hòa' }, { personId: null, name: 'Lê Hòa' }, { personId: null, name: 'Lê Hoa' }]);
});
