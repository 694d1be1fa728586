/** The mark that the data are made up, shown by every page, and one account per role to look at them with. */
import { sql } from 'kysely';
import { sampleAccounts } from '../access/server/index.ts';
import type { RoleCode } from '../access/roles.ts';
import type { Ctx } from '../platform/context.ts';
import { firstRow, rows, type Db } from '../platform/db/database.ts';
import { newId, type Id } from '../platform/ids.ts';

const sourceName = 'satcoso generate';

/** As of the sample: as long as this source stands, every page says that the data are for trying out. */
export async function markGenerated(db: Db): Promise<void> {
  await sql`insert into import_sources (id, name, sample, created_at) values (${newId(0)}, ${sourceName}, true, now())`.execute(db);
}

/** Call within an act. The largest commune of the first province, and its largest village cell. */
export async function makeAccounts(ctx: Ctx, password: string): Promise<{ name: string; role: RoleCode }[]> {
  const provinces = await rows(ctx.db, sql<{ id: Id<'unit'> }>`
    select v.unit_id as id from unit_versions v where v.kind = 'provincial_party' and v.valid @> ${ctx.today}::date order by v.unit_id limit 1`);
  const provinceUnitIds = provinces.map(({ id }) => id);
  const communeUnitId = await largest(ctx, { under: provinceUnitIds[0]!, kind: 'commune_party', type: null });
  const cellUnitId = await largest(ctx, { under: communeUnitId, kind: 'cell', type: 'residential' });
  const person = await firstRow(ctx.db, sql<{ id: Id<'person'> }>`
    select p.person_id as id from placements p where p.cell_id = ${cellUnitId} and p.kind = 'official' and p.valid @> ${ctx.today}::date
    order by exists (select from tenures t where t.person_id = p.person_id), p.person_id limit 1`);
  return sampleAccounts(ctx, { provinceUnitIds, communeUnitId, cellUnitId, personId: person!.id, password });
}

async function largest(ctx: Ctx, { under, kind, type }: { under: Id<'unit'>; kind: string; type: string | null }): Promise<Id<'unit'>> {
  const found = await firstRow(ctx.db, sql<{ id: Id<'unit'> }>`
    select v.unit_id as id from unit_closure c join unit_versions v on v.unit_id = c.descendant_id and v.valid @> ${ctx.today}::date and v.kind = ${kind}
    left join unit_closure below on below.hierarchy = 'party' and below.ancestor_id = v.unit_id and below.valid @> ${ctx.today}::date
    left join placements p on p.cell_id = below.descendant_id and p.kind = 'official' and p.valid @> ${ctx.today}::date
    where c.hierarchy = 'party' and c.ancestor_id = ${under} and c.valid @> ${ctx.today}::date and (${type}::text is null or v.type = ${type})
    group by v.unit_id order by count(p.id) desc, v.unit_id limit 1`);
  if (!found) throw new Error(`no ${kind} stands under ${under}`);
  return found.id;
}
