import { expect, test } from 'vitest';
import { goToOwnFault } from './ownFaults.ts';

test('the first field with a fault of its own gets the cursor, and whoever asks learns that there is one', () => {
  const seen: string[] = [];
  const field = (name: string, customError: boolean) => ({ validity: { customError }, focus: () => seen.push(name) });
  expect(goToOwnFault([field('name', false), field('from', true), field('to', true)])).toBe(true);
  expect(seen).toEqual(['from']);
});

test('a form without such a field may be submitted, an empty needed field is for the form to judge', () => {
  expect(goToOwnFault([{ validity: { customError: false, valueMissing: true }, focus: () => { throw new Error('not asked for'); } }, { focus: () => undefined }])).toBe(false);
});
