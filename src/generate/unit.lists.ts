/**
 * Real lists of units, as published: provinces, districts and communes before July 2025, and which new commune took in
 * which old one. Codes were re-used and some do not agree; what cannot be matched is told, never guessed.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DistrictPlan, Place } from './territory.plan.ts';

export interface ListedProvince extends Place {
  readonly districts: readonly DistrictPlan[];
}

/** A part of an old commune, or the whole of it, goes to a new one. */
export interface CommuneEdge {
  readonly oldCode: string;
  readonly newCode: string;
  readonly share: 'whole' | 'part';
}

export interface NewCommune extends Place {
  readonly provinceCode: string;
}

export interface UnitLists {
  readonly provinces: readonly ListedProvince[];
  readonly newProvinces: readonly Place[];
  readonly newCommunes: readonly NewCommune[];
  /** Old province code to new one. */
  readonly provinceEdges: ReadonlyMap<string, string>;
  readonly communeEdges: readonly CommuneEdge[];
  /** What the lists do not agree about. */
  readonly unmatched: readonly Unmatched[];
}

export interface Unmatched {
  readonly kind: 'oldCommune' | 'newCommune';
  readonly code: string;
  readonly name: string;
  /** For whom it was named: the new commune that it should have gone to. */
  readonly of: string;
  /** Of the new province. */
  readonly provinceCode: string;
}

type Row = Readonly<Record<string, string>>;

export async function readUnitLists(folder: string): Promise<UnitLists> {
  const read = (file: string) => readTable(join(folder, file));
  const [provinces, districts, communes] = await Promise.all(['provinces', 'districts', 'communes'].map((name) => read(`old_${name}_2025-03-01.csv`))) as [Row[], Row[], Row[]];
  const [mapping, provinceMapping, listed] = await Promise.all([read('commune_old_to_new.csv'), read('province_old_to_new.csv'), read('communes_2025-07-01.csv')]);
  const known = new Set(communes.map((row) => field(row, 'code')));
  const listedCodes = new Set(listed.map((row) => field(row, 'code')));
  const edges = mapping.filter((row) => known.has(field(row, 'old_commune_code')));
  const newCommunes = uniqueBy(mapping.map((row) => ({ code: field(row, 'new_commune_code'), name: field(row, 'new_commune'), provinceCode: field(row, 'new_province_code') })));
  return {
    provinces: provinces.map((row) => ({ ...placeOf(row), districts: districtsOf(field(row, 'code'), districts, communes) })),
    newProvinces: uniqueBy(provinceMapping.map((row) => ({ code: field(row, 'new_province_code'), name: field(row, 'new_province') }))),
    newCommunes,
    provinceEdges: new Map(provinceMapping.map((row) => [field(row, 'old_province_code'), field(row, 'new_province_code')])),
    communeEdges: edges.map((row) => ({ oldCode: field(row, 'old_commune_code'), newCode: field(row, 'new_commune_code'), share: field(row, 'type') === 'full' ? 'whole' : 'part' })),
    unmatched: [
      ...mapping.filter((row) => !known.has(field(row, 'old_commune_code'))).map((row) => ({ kind: 'oldCommune' as const, code: field(row, 'old_commune_code'), name: field(row, 'old_commune'), of: field(row, 'new_commune'), provinceCode: field(row, 'new_province_code') })),
      ...newCommunes.filter(({ code }) => !listedCodes.has(code)).map(({ code, name, provinceCode }) => ({ kind: 'newCommune' as const, code, name, of: '', provinceCode })),
    ],
  };
}

function districtsOf(province: string, districts: readonly Row[], communes: readonly Row[]): DistrictPlan[] {
  const own = Map.groupBy(communes.filter((row) => field(row, 'province_code') === province), (row) => field(row, 'district_code'));
  return districts.filter((row) => field(row, 'province_code') === province).map((row) => ({ ...placeOf(row), communes: (own.get(field(row, 'code')) ?? []).map(placeOf) }));
}

function placeOf(row: Row): Place {
  return { code: field(row, 'code'), name: field(row, 'full_name') };
}

function uniqueBy<T extends Place>(places: readonly T[]): T[] {
  return [...new Map(places.map((place) => [place.code, place])).values()];
}

/** These lists have no quotation marks; one that has is not such a list. */
async function readTable(file: string): Promise<Row[]> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line !== '');
  const header = (lines.shift() ?? '').replace(/^\uFEFF/, '').split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== header.length || line.includes('"')) throw new Error(`${file}, line ${index + 2}: ${cells.length} cells instead of ${header.length}`);
    return Object.fromEntries(header.map((name, at) => [name, cells[at]!]));
  });
}

function field(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`a list of units lacks the column ${name}`);
  return value;
}
