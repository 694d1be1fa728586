/** Which provinces, districts and communes there are before July 2025: made up, or read from real lists. */
import type { Home } from '../platform/ids.ts';
import { placeNames } from './place.names.ts';
import { Random } from './random.ts';
import { readUnitLists, type UnitLists, type Unmatched } from './unit.lists.ts';

export const sizes = ['commune', 'province', 'country'] as const;
export type Size = (typeof sizes)[number];

export interface Place {
  readonly code: string;
  /** With its local word: `Xã Hòa Bình`, `Thị trấn Mỹ Lộc`. */
  readonly name: string;
}

export interface DistrictPlan extends Place {
  readonly communes: readonly Place[];
}

export interface ProvincePlan extends Place {
  readonly home: Home;
  readonly districts: readonly DistrictPlan[];
  readonly shape: Shape;
}

/** How full a province is: organisations beside the communes, villages, members. */
export interface Shape {
  readonly agenciesOfDistrict: number;
  readonly agenciesOfProvince: number;
  readonly villages: number;
  readonly fullness: number;
}

export interface TerritoryPlan {
  readonly provinces: readonly ProvincePlan[];
  /** Where the places come from; nothing where they are made up. */
  readonly lists: UnitLists | undefined;
}

const shapes: Readonly<Record<Size, Shape>> = {
  commune: { agenciesOfDistrict: 2, agenciesOfProvince: 1, villages: 12, fullness: 1.05 },
  province: { agenciesOfDistrict: 18, agenciesOfProvince: 220, villages: 7.4, fullness: 1.13 },
  country: { agenciesOfDistrict: 34, agenciesOfProvince: 150, villages: 8.1, fullness: 1 },
};

export async function planTerritory({ size, seed, folder }: { size: Size; seed: string; folder: string | undefined }): Promise<TerritoryPlan> {
  if (folder === undefined) return { provinces: inventProvinces(size, seed), lists: undefined };
  const lists = await readUnitLists(folder);
  return { provinces: pickProvinces(lists, { size, seed }), lists };
}

/** What the lists do not agree about, as far as the provinces of the plan are concerned. */
export function unmatchedIn({ provinces, lists }: TerritoryPlan): readonly Unmatched[] {
  const codes = new Set(provinces.map(({ code }) => lists?.provinceEdges.get(code)));
  return lists?.unmatched.filter(({ provinceCode }) => codes.has(provinceCode)) ?? [];
}

function pickProvinces(lists: UnitLists, { size, seed }: { size: Size; seed: string }): ProvincePlan[] {
  const all = lists.provinces.map((province) => ({ ...province, home: Number(province.code), shape: shapeOf(size, `${seed}/${province.code}`) }));
  if (size === 'country') return all;
  const largest = all.toSorted((a, b) => countCommunes(b) - countCommunes(a)).slice(0, 1);
  return size === 'province' ? largest : largest.map((province) => ({ ...province, districts: firstCommunes(province.districts) }));
}

function firstCommunes(districts: readonly DistrictPlan[]): DistrictPlan[] {
  return districts.slice(0, 1).map((district) => ({ ...district, communes: district.communes.slice(0, 3) }));
}

function countCommunes({ districts }: { districts: readonly DistrictPlan[] }): number {
  return districts.reduce((sum, { communes }) => sum + communes.length, 0);
}

/** Provinces differ: some are twice as full as others. */
function shapeOf(size: Size, name: string): Shape {
  const shape = shapes[size];
  if (size !== 'country') return shape;
  const random = new Random(`${name}/shape`);
  const vary = (middle: number, spread: number) => random.size({ median: middle * 100, spread, least: middle * 30, most: middle * 300 }) / 100;
  return { agenciesOfDistrict: vary(shape.agenciesOfDistrict, 0.3), agenciesOfProvince: vary(shape.agenciesOfProvince, 0.3), villages: vary(shape.villages, 0.15), fullness: vary(shape.fullness, 0.14) };
}

function inventProvinces(size: Size, seed: string): ProvincePlan[] {
  const random = new Random(`${seed}/territory`);
  const next = placeNames(random);
  const codes = { district: 0, commune: 0 };
  const make = (index: number, counts: { districts: () => number; communes: () => number }, shape: Shape): ProvincePlan => ({
    code: String(index).padStart(2, '0'),
    name: `${random.chance(0.08) ? 'Thành phố' : 'Tỉnh'} ${next()}`,
    home: index,
    shape,
    districts: Array.from({ length: counts.districts() }, () => inventDistrict({ random, next, codes, communes: counts.communes() })),
  });
  if (size === 'commune') return [make(1, { districts: () => 1, communes: () => 3 }, shapes.commune)];
  if (size === 'province') {
    const small = { ...shapes.province, agenciesOfDistrict: 4, agenciesOfProvince: 8 };
    return [make(1, { districts: () => 27, communes: () => random.size({ median: 19.6, spread: 0.28, least: 9, most: 40 }) }, shapes.province), make(2, { districts: () => 2, communes: () => 8 }, small)];
  }
  const districts = () => random.size({ median: 10.4, spread: 0.33, least: 5, most: 30 });
  const communes = () => random.size({ median: 13.2, spread: 0.42, least: 4, most: 40 });
  return Array.from({ length: 63 }, (_, index) => make(index + 1, { districts, communes }, shapeOf('country', `${seed}/${index + 1}`)));
}

function inventDistrict({ random, next, codes, communes }: { random: Random; next: () => string; codes: { district: number; commune: number }; communes: number }): DistrictPlan {
  const word = random.chance(0.73) ? 'Huyện' : random.pick(['Thành phố', 'Thị xã', 'Quận']);
  const wardShare = word === 'Huyện' ? 0.02 : 0.7;
  const plan = { code: String((codes.district += 1)).padStart(3, '0'), name: `${word} ${next()}` };
  const wordOf = (index: number) => (random.chance(wardShare) ? 'Phường' : index === 0 && word === 'Huyện' ? 'Thị trấn' : 'Xã');
  return { ...plan, communes: Array.from({ length: communes }, (_, index) => ({ code: String((codes.commune += 3)).padStart(5, '0'), name: `${wordOf(index)} ${next()}` })) };
}
