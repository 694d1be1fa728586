/**
 * Regulations under which every commune committee and every cell is to be followed, from today on: one of the topmost organisation for
 * communes, one of each commune for its cells; of both all but one in forty have somebody.
 */
import { sql } from 'kysely';
import { firstRow, type Db } from '../../src/platform/db/database.ts';
import { homeOf, newId, type Id } from '../../src/platform/ids.ts';

export interface FollowedUnits {
  readonly regulationId: Id<'oversightRegulation'>;
  readonly communes: number;
  readonly cells: number;
}

const title = 'bench';

export async function follow(db: Db, { top, today }: { readonly top: string; readonly today: string }): Promise<FollowedUnits> {
  const home = homeOf(top as Id);
  const regulationId = newId<'oversightRegulation'>(home);
  const from = sql`daterange(${today}::date, null)`;
  await sql`insert into oversight_regulations (home_id, id, unit_id, title, kinds, valid, version, recorded_at) values (${home}, ${regulationId}, ${top}, ${title}, array['commune_party'], ${from}, 1, now())`.execute(db);
  await sql`insert into oversight_regulations (home_id, id, unit_id, title, kinds, valid, version, recorded_at)
    select home_of(v.unit_id), gen_random_uuid(), v.unit_id, ${title}, array['cell'], ${from}, 1, now() from unit_versions v where v.kind = 'commune_party' and v.valid @> ${today}::date`.execute(db);
  await sql`insert into oversight_assignments (home_id, id, regulation_id, unit_id, person_id, tier, decision, valid, talking_points, version, recorded_at)
    select r.home_id, gen_random_uuid(), r.id, u.unit_id, s.person_id, 'committee', ${title}, ${from}, '', 1, now()
    from oversight_regulations r join unit_closure k on k.hierarchy = 'party' and k.ancestor_id = r.unit_id and k.valid @> ${today}::date
    join unit_versions u on u.unit_id = k.descendant_id and u.valid @> ${today}::date and u.kind = any(r.kinds) and u.unit_id <> r.unit_id
    cross join lateral (select t.person_id from posts p join tenures t on t.post_id = p.id and t.valid @> ${today}::date where p.unit_id = u.unit_id and p.kind = 'secretary' order by t.id limit 1) s
    where r.title = ${title} and abs(hashtext(u.unit_id::text)) % 40 > 0`.execute(db);
  await sql`analyze oversight_regulations, oversight_assignments`.execute(db);
  const counted = await firstRow(db, sql<Omit<FollowedUnits, 'regulationId'>>`select count(*) filter (where r.unit_id = ${top})::int as communes, count(*) filter (where r.unit_id <> ${top})::int as cells
    from oversight_assignments a join oversight_regulations r on r.home_id = a.home_id and r.id = a.regulation_id where r.title = ${title}`);
  return { regulationId, ...counted! };
}

export async function unfollow(db: Db): Promise<void> {
  await sql`delete from oversight_assignments where decision = ${title}`.execute(db);
  await sql`delete from oversight_regulations where title = ${title}`.execute(db);
}
