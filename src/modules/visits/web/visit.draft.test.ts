/** What is sent of a visit that is typed. */
import { expect, test } from 'vitest';
import { emptyDraft, emptyPetition, isPetitionHalf, petitionsToSend } from './visit.draft.ts';

const typed = { ...emptyPetition(), topic: 'roads', text: ' Sửa cầu ' };

test('a petition is sent once it is said not to be a denunciation', () => {
  expect(isPetitionHalf(emptyPetition())).toBe(false);
  expect(isPetitionHalf(typed)).toBe(true);
  expect(isPetitionHalf({ ...typed, isDenunciation: true })).toBe(true);
  expect(isPetitionHalf({ ...typed, isDenunciation: false })).toBe(false);
  const draft = { ...emptyDraft('2026-11-20'), petitions: [typed, { ...typed, isDenunciation: true }, { ...typed, isDenunciation: false }] };
  expect(petitionsToSend(draft)).toEqual([{ key: typed.key, asking: { topic: 'roads', text: 'Sửa cầu', peopleBehind: null, isDenunciation: false } }]);
});

test('a petition keeps its key where a line before it is taken out', () => {
  const [first, second] = [{ ...typed, key: 'a', isDenunciation: false }, { ...typed, key: 'b', isDenunciation: false }];
  const keys = (petitions: readonly typeof first[]) => petitionsToSend({ ...emptyDraft('2026-11-20'), petitions }).map(({ key }) => key);
  expect(keys([first, second])).toEqual(['a', 'b']);
  expect(keys([second])).toEqual(['b']);
  expect(emptyPetition().key).not.toBe(emptyPetition().key);
});
