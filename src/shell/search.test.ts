import { expect, test } from 'vitest';
import { searchAll, type SearchProvider } from './search.ts';

const label = { vi: 'Tổ chức', en: 'Units' };
const question = { text: 'tan', asOf: '2022-08-09', signal: new AbortController().signal };

function provider(id: string, search: SearchProvider['search']): SearchProvider {
  return { id, label, search };
}

test('each module is asked for the same day, and empty groups are left out', async () => {
  const asked: string[] = [];
  const groups = await searchAll([
    provider('units', async (text, { asOf }) => { asked.push(`${text} ${asOf}`); return [{ id: 'u', label: 'Tân Phước', href: '/to-chuc/u' }]; }),
    provider('people', async () => []),
  ], question);
  expect(asked).toEqual(['tan 2022-08-09']);
  expect(groups.map((group) => group.provider.id)).toEqual(['units']);
});

test('a module that fails says so and leaves the others standing', async () => {
  const groups = await searchAll([
    provider('units', () => Promise.reject(new Error('down'))),
    provider('people', async () => [{ id: 'p', label: 'Tân', href: '/con-nguoi/p' }]),
  ], question);
  expect(groups.map(({ provider: { id }, failed, hits }) => [id, failed, hits.length])).toEqual([['units', true, 0], ['people', false, 1]]);
});
