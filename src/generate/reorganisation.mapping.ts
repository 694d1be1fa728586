/**
 * Who goes over into whom on 1 July 2025: read from the lists where the places are real, made up in the same way where
 * they are not (a few communes into one, some in parts into two; most provinces in pairs; districts gone).
 */
import { Random } from './random.ts';
import type { Commune, Country, District, Province } from './structure.ts';
import type { TerritoryPlan } from './territory.plan.ts';
import type { UnitLists } from './unit.lists.ts';

export interface NewProvince {
  readonly code: string;
  readonly name: string;
  readonly from: readonly Province[];
}

export interface NewCommune {
  readonly code: string;
  readonly name: string;
  readonly province: NewProvince;
  /** Old communes with whether the whole of it goes here. */
  readonly from: readonly { readonly commune: Commune; readonly isWhole: boolean }[];
}

export interface Mapping {
  readonly provinces: readonly NewProvince[];
  readonly communes: readonly NewCommune[];
}

export function mapReorganisation(country: Country, plan: TerritoryPlan, seed: string): Mapping {
  return plan.lists ? mapListed(country, plan.lists) : invent(country, new Random(`${seed}/mapping`));
}

function mapListed(country: Country, lists: UnitLists): Mapping {
  const present = new Map(country.provinces.map((province) => [province.plan.code, province]));
  const provinces = lists.newProvinces.flatMap(({ code, name }): NewProvince[] => {
    const from = [...lists.provinceEdges].flatMap(([old, next]) => (next === code ? (present.get(old) ?? []) : []));
    return from.length === 0 ? [] : [{ code, name, from }];
  });
  const provinceOf = new Map(provinces.map((province) => [province.code, province]));
  const old = new Map(country.provinces.flatMap(communesOf).map((commune) => [commune.code, commune]));
  const edges = Map.groupBy(lists.communeEdges, ({ newCode }) => newCode);
  const communes = lists.newCommunes.flatMap(({ code, name, provinceCode }): NewCommune[] => {
    const province = provinceOf.get(provinceCode);
    const known = edges.get(code) ?? [];
    const from = known.flatMap(({ oldCode, share }) => (old.has(oldCode) ? [{ commune: old.get(oldCode)!, isWhole: share === 'whole' }] : []));
    return province === undefined || (from.length === 0 && known.length > 0) ? [] : [{ code, name, province, from }];
  });
  return { provinces, communes };
}

/** Of 63 provinces 34 are left: every province but five is joined with its neighbour. */
function invent(country: Country, random: Random): Mapping {
  const provinces: NewProvince[] = [];
  for (let index = 0; index < country.provinces.length; index += 1) {
    const first = country.provinces[index]!;
    const second = index % 13 === 12 ? undefined : country.provinces[index + 1];
    if (second) index += 1;
    provinces.push({ code: first.plan.code, name: first.plan.name, from: second ? [first, second] : [first] });
  }
  return { provinces, communes: provinces.flatMap((province) => province.from.flatMap(({ districts }) => districts.flatMap((district) => inventCommunes(random, province, district)))) };
}

/** Neighbours go together; the last of a group is now and then cut in two, the other part going to the next group. */
function inventCommunes(random: Random, province: NewProvince, { communes }: District): NewCommune[] {
  const groups: { commune: Commune; isWhole: boolean }[][] = [];
  let split: Commune | undefined;
  for (let index = 0; index < communes.length; ) {
    const own = communes.slice(index, index + random.size({ median: 3, spread: 0.4, least: 1, most: 7 }));
    index += own.length;
    const group = own.map((commune) => ({ commune, isWhole: true }));
    if (split) group.unshift({ commune: split, isWhole: false });
    split = index < communes.length && random.chance(0.14) ? own.at(-1) : undefined;
    if (split) group[group.length - 1] = { commune: split, isWhole: false };
    groups.push(group);
  }
  return groups.map((from) => ({ code: from[0]!.isWhole ? from[0]!.commune.code : from.at(-1)!.commune.code, name: nameOf(from.at(-1)!.commune), province, from }));
}

/** Townships became communes. */
function nameOf({ name }: Commune): string {
  return name.replace(/^Thị trấn/, 'Xã');
}

export function communesOf(province: Province): Commune[] {
  return province.districts.flatMap(({ communes }) => communes);
}
