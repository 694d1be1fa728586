/**
 * Petitions of three years: half a million, or two to a cell where there are fewer cells than the country has. Four in five are with
 * the commune, the others with the province; one in eight still waits.
 */
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../../src/platform/db/database.ts';

export const petitionsRaised = 500_000;

export interface Raised {
  readonly petitions: number;
  readonly waiting: number;
  /** Bodies with the most that waits. */
  readonly bodies: readonly string[];
}

export async function raiseMany(db: Db, { top, today }: { readonly top: string; readonly today: string }): Promise<Raised> {
  const draw = (salt: string) => sql`abs(hashtext(c.unit_id::text || n || ${salt}::text))`;
  await sql`insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, outcome, answered_on, final_on, first_days, final_days, closed_on, moves, reopenings, content, words, version, recorded_at)
    with cells as (select k.descendant_id as unit_id from unit_closure k join unit_versions v on v.unit_id = k.descendant_id and v.kind = 'cell' and v.valid @> ${today}::date where k.hierarchy = 'party' and k.ancestor_id = ${top} and k.valid @> ${today}::date),
      placed as (select c.unit_id,
        (select a.ancestor_id from unit_closure a join unit_versions w on w.unit_id = a.ancestor_id and w.kind in ('commune_party', 'grassroots_party', 'district_party') and w.valid @> ${today}::date where a.hierarchy = 'party' and a.descendant_id = c.unit_id and a.valid @> ${today}::date order by a.depth limit 1) as commune,
        (select a.ancestor_id from unit_closure a join unit_versions w on w.unit_id = a.ancestor_id and w.kind in ('provincial_party', 'central') and w.valid @> ${today}::date where a.hierarchy = 'party' and a.descendant_id = c.unit_id and a.valid @> ${today}::date order by a.depth limit 1) as province from cells c),
      drawn as (select c.unit_id, case when ${draw('b')} % 5 = 0 then coalesce(c.province, c.commune, ${top}::uuid) else coalesce(c.commune, c.province, ${top}::uuid) end as body_id, ${draw('d')} % 1095 as ago, ${draw('s')} % 100 as fate, ${draw('t')} % 12 as topic, n from placed c cross join generate_series(1, 2) n limit ${petitionsRaised})
    select home_of(c.unit_id), gen_random_uuid(), c.unit_id, c.body_id, 'unit', (array['ruralRoads','streetLighting','vocationalTraining','ruralEnterprise','fieldIrrigation','ocop','relics','culturalLife','communityTourism','publicBuildings','ruralRestructuring','highTechProduction'])[c.topic + 1],
      ${today}::date - c.ago, case when c.fate < 12 then 'accepted' when c.fate < 30 then 'answered' else 'confirmed' end, ${today}::date - c.ago, ${today}::date - c.ago + 14, case when c.fate >= 12 then 'settled' end,
      case when c.fate >= 12 then ${today}::date - c.ago + c.fate / 5 end, case when c.fate >= 12 then ${today}::date - c.ago + c.fate / 5 end, case when c.fate >= 12 then c.fate / 7 end, case when c.fate >= 12 then c.fate / 7 end, case when c.fate >= 30 then ${today}::date - c.ago + c.fate end,
      c.fate % 3, c.fate % 2, jsonb_build_object('text', 'bench ' || c.n, 'steps', '[]'::jsonb), to_tsvector('simple', 'bench'), 1, now() from drawn c`.execute(db);
  await sql`analyze petitions`.execute(db);
  const counted = await firstRow(db, sql<Omit<Raised, 'bodies'>>`select count(*)::int as petitions, (count(*) filter (where state = 'accepted'))::int as waiting from petitions where content ->> 'text' like 'bench %'`);
  const bodies = await rows(db, sql<{ id: string }>`select body_id as id from petitions where state = 'accepted' group by 1 order by count(*) desc, 1 limit 10`);
  return { ...counted!, bodies: bodies.map(({ id }) => id) };
}

export async function takeBack(db: Db): Promise<void> {
  await sql`delete from petitions where content ->> 'text' like 'bench %'`.execute(db);
  await sql`analyze petitions`.execute(db);
}
