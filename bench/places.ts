/** What the workloads ask about: units of each level, names and days, picked from the data by rule and repeatably. */
import { sql } from 'kysely';
import type { Day } from '../src/platform/day.ts';
import { firstRow, rows, type Db } from '../src/platform/db/database.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  /** Units under it today, itself included. */
  readonly size: number;
}

export interface Places {
  readonly today: Day;
  /** The unit under which most others stand. */
  readonly top: Place;
  readonly province: Place;
  readonly provinceTerritory: Place;
  readonly commune: Place;
  readonly cell: Place;
  /** The unit whose subtree comes nearest to 10,000. */
  readonly tenThousand: Place;
  /** Units of the province, of every kind. */
  readonly someUnits: readonly string[];
  readonly someCommunes: readonly string[];
  /** Current cells of the province. */
  readonly someCells: readonly string[];
  readonly names: Names;
}

/** As typed without diacritics. */
export interface Names {
  /** Whole names that somebody bears. */
  readonly borne: readonly string[];
  /** Beginnings that very many bear. */
  readonly common: readonly string[];
  /** Looks like names; nobody bears them. */
  readonly missing: readonly string[];
}

export async function findPlaces(db: Db, today: Day): Promise<Places> {
  const sized = await sizedUnits(db, today);
  const largest = (...kinds: string[]): Place => {
    const found = sized.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => b.size - a.size)[0];
    if (!found) throw new Error(`the data hold no unit of kind ${kinds.join(', ')} on ${today}`);
    return found;
  };
  const province = largest('provincial_party');
  const under = await unitsUnder(db, { ancestor: province.id, today });
  const idsOf = (kind: string): string[] => under.filter((unit) => unit.kind === kind).map(({ id }) => id);
  return {
    today,
    top: largest('central', 'provincial_party'),
    province,
    provinceTerritory: largest('province'),
    commune: await ofMiddleSize(sized, idsOf('commune_party')),
    cell: await ofMiddleSize(sized, idsOf('cell')),
    tenThousand: sized.toSorted((a, b) => Math.abs(a.size - 10_000) - Math.abs(b.size - 10_000))[0] ?? province,
    someUnits: spread(under.map(({ id }) => id), 60),
    someCommunes: spread(idsOf('commune_party'), 40),
    someCells: spread(idsOf('cell'), 400),
    names: await findNames(db),
  };
}

type SizedUnit = Place & { readonly kind: string };

async function sizedUnits(db: Db, today: Day): Promise<SizedUnit[]> {
  return rows(db, sql<SizedUnit>`
    select v.unit_id as id, v.name, v.kind, c.size
    from (select ancestor_id, count(*)::int as size from unit_closure where hierarchy = 'reach' and valid @> ${today}::date group by ancestor_id) c
    join unit_versions v on v.unit_id = c.ancestor_id and v.valid @> ${today}::date
    order by v.unit_id`);
}

async function unitsUnder(db: Db, { ancestor, today }: { ancestor: string; today: Day }): Promise<{ id: string; kind: string }[]> {
  return rows(db, sql<{ id: string; kind: string }>`
    select v.unit_id as id, v.kind from unit_closure c join unit_versions v on v.unit_id = c.descendant_id and v.valid @> ${today}::date
    where c.hierarchy = 'reach' and c.ancestor_id = ${ancestor} and c.valid @> ${today}::date order by v.unit_id`);
}

async function ofMiddleSize(sized: readonly SizedUnit[], among: readonly string[]): Promise<Place> {
  const wanted = new Set(among);
  const sorted = sized.filter(({ id }) => wanted.has(id)).sort((a, b) => a.size - b.size);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('the largest province of the data has no commune or no cell');
  return middle;
}

async function findNames(db: Db): Promise<Names> {
  const borne = await rows(db, sql<{ name: string }>`select name_key as name from people order by md5(id::text) limit 60`);
  const common = await rows(db, sql<{ name: string }>`
    select split_part(name_key, ' ', 1) || ' ' || split_part(name_key, ' ', 2) as name from people group by 1 order by count(*) desc, 1 limit 5`);
  const missing = ['nguyen xuanx kwy', 'tran qwe', 'zzz', 'le thi hxong', 'pham vann', 'hoang wanh', 'kieu phux'];
  const found = await rows(db, sql<{ name: string }>`select wanted as name from unnest(${missing}::text[]) as wanted where exists (select from people where name_key like '%' || wanted || '%')`);
  const taken = new Set(found.map(({ name }) => name));
  return { borne: borne.map(({ name }) => name), common: common.map(({ name }) => name), missing: missing.filter((name) => !taken.has(name)) };
}

export async function countRows(db: Db): Promise<Record<string, number>> {
  const row = await firstRow(db, sql<Record<string, number>>`
    select (select count(*) from units)::int as units, (select count(*) from unit_closure)::int as unit_closure, (select count(*) from people)::int as people,
      (select count(*) from memberships where upper_inf(valid))::int as members, (select count(*) from placements)::int as placements,
      (select count(*) from posts)::int as posts, (select count(*) from tenures)::int as tenures`);
  return row ?? {};
}

/** So many of them, evenly spread. */
export function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T); // below the length
}
