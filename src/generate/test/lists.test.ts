/** Real lists of units, where they are at hand (SATCOSO_UNITS names their folder). */
import { expect, test } from 'vitest';
import { draftReorganisation } from '../reorganisation.draft.ts';
import { mapReorganisation } from '../reorganisation.mapping.ts';
import { drawRows } from './rows.ts';

const folder = process.env['SATCOSO_UNITS'];

test.skipIf(folder === undefined)('the real lists give the country before July 2025, tell what they do not agree about, and the mapping to 3,321 communes', { timeout: 300_000 }, async () => {
  const { country, plan, tables } = await drawRows({ size: 'country', seed: '1', folder: folder!, withPeople: false });
  const ofKind = (kind: string) => new Set(tables.get('unit_versions')!.flatMap((line) => (line[7] === kind && String(line[2]).endsWith(',)') ? [line[1]] : []))).size;
  expect([ofKind('province'), ofKind('district'), ofKind('commune')]).toEqual([63, 696, 10_035]);
  expect(plan.lists!.unmatched.filter(({ kind }) => kind === 'oldCommune')).toHaveLength(17);
  expect(plan.lists!.unmatched.filter(({ kind }) => kind === 'newCommune').map(({ code }) => code).toSorted()).toEqual(['06970', '23737']);
  const mapping = mapReorganisation(country, plan, '1');
  expect([mapping.provinces.length, mapping.communes.length]).toEqual([34, 3321]);
  expect(mapping.communes.flatMap(({ from }) => from.filter(({ isWhole }) => !isWhole))).toHaveLength(1012);
  const { draft } = draftReorganisation(mapping, { seed: '1', top: country });
  const ended = draft.items.flatMap((item) => (item.kind === 'merge' ? item.unitIds : item.kind === 'split' || item.kind === 'dissolve' ? [item.unitId] : []));
  expect(new Set(ended).size).toBe(ended.length);
});

test('a made-up country is reorganised in the same way: each commune goes over whole or in two or more parts, once', async () => {
  const { country, plan } = await drawRows({ size: 'province', seed: '3', withPeople: false });
  const mapping = mapReorganisation(country, plan, '3');
  expect(mapping.provinces).toHaveLength(1);
  const edges = Map.groupBy(mapping.communes.flatMap(({ from }) => from), ({ commune }) => commune);
  const communes = country.provinces.flatMap(({ districts }) => districts.flatMap((district) => district.communes));
  expect(communes.filter((commune) => !edges.has(commune))).toEqual([]);
  for (const parts of edges.values()) expect(parts[0]!.isWhole ? parts.length === 1 : parts.length >= 2).toBe(true);
  expect([...edges.values()].some((parts) => parts.length === 2)).toBe(true);
});
