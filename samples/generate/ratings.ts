// Ratings as the competent bodies decided them. Only two are told by the press: Sịa completed its tasks excellently in 2022, and Thới
// Long kept its title of exemplary clean and strong organisation. All other years, and every paper and day, are made up.

import type { RatedYear, World } from './world.ts';

type Level = RatedYear['level'];

const sia: readonly (readonly [year: number, level: Level])[] = [[2018, 'good'], [2019, 'good'], [2020, 'good'], [2021, 'good'], [2022, 'excellent'], [2023, 'good'], [2024, 'good']];
const thoiLong: readonly (readonly [year: number, level: Level])[] = [[2011, 'excellent'], [2012, 'exemplary'], [2013, 'exemplary'], [2014, 'excellent']];

export function addRatings(world: World): void {
  for (const [year, level] of sia) addRating(world, { unit: 'quang-dien.sia.party', year, level, by: 'QĐ/HU' });
  for (const [year, level] of thoiLong) addRating(world, { unit: 'o-mon.thoi-long.party', year, level, by: 'QĐ/QU' });
  const communes = [...world.units].filter(([, versions]) => versions.at(-1)?.partyParent === 'phu-tho.party' && versions.at(-1)?.kind === 'commune_party').map(([ref]) => ref);
  for (const [at, unit] of communes.entries()) addRating(world, { unit, year: 2025, level: at === 1 ? 'excellent' : 'good', by: 'QĐ/TU' });
}

/** Decided early in the year that followed. */
function addRating(world: World, { unit, year, level, by }: { unit: string; year: number; level: Level; by: string }): void {
  world.ratings.push({ unit, year, level, document: `${20 + (year % 10)}-${by}`, decidedOn: `${year + 1}-01-${10 + (year % 8)}` });
}
