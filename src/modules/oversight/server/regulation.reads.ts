/** Regulations of oversight with how far they are carried out on a day. Nothing here writes. */
import './oversight.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { holds, mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import { symbolIn } from '../../documents/document.figures.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { oversightContract } from '../oversight.contract.ts';
import type { FollowedKind } from '../oversight.kinds.ts';
import { quotaOf } from './assignment.requires.ts';
import { followsOn, unitsOfRegulation } from './coverage.sql.ts';
import { readRegulation } from './oversight.reach.ts';
import { assignedUnder, type RegulationRow } from './regulation.store.ts';

type Input<K extends keyof typeof oversightContract> = z.output<(typeof oversightContract)[K]['input']>;
type Answer<K extends keyof typeof oversightContract> = z.input<(typeof oversightContract)[K]['output']>;
type Item = Answer<'regulations'>['items'][number];

type Row = RegulationRow & { readonly unit_name: string | null; readonly from_day: Day; readonly covered: number; readonly uncovered: number; readonly cadres: number };

export async function listRegulations(ctx: Ctx, { unitId, covers, on = ctx.today, show, cursor, limit }: Input<'regulations'>): Promise<Answer<'regulations'>> {
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    reach(ctx, 'oversight.read').at('r.unit_id'),
    ...(show === 'inForce' ? [sql`r.valid @> ${on}::date`] : []),
    ...(unitId ? [sql`(r.unit_id = ${unitId} or r.unit_id in ${unitsUnder(unitId, on)})`] : []),
    ...(covers ? [sql`${covers} in ${unitsOfRegulation(sql`r`, sql`${on}::date`)}`] : []),
    ...(after ? [sql`(lower(r.valid), r.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<Row>`select ${columns(on)} from (
      select r.* from oversight_regulations r where ${sql.join(conditions, sql` and `)} order by lower(r.valid) desc, r.id desc limit ${limit + 1}) r
    ${countsOf(on)} order by lower(r.valid) desc, r.id desc`);
  const page = pageOf(found, { limit, key: (row) => [row.from_day, row.id], item: itemOf });
  const mayRegulate = unitId ? await mayDo(ctx, 'oversight.assign', unitId) : holds(ctx, 'oversight.assign');
  return { ...page, may: mayRegulate ? ['regulate'] : [] };
}

export async function readWholeRegulation(ctx: Ctx, { id, on = ctx.today }: Input<'regulation'>): Promise<Answer<'regulation'>> {
  const regulation = await readRegulation(ctx, id);
  const [row] = await rows(ctx.db, sql<Row>`select ${columns(on)} from oversight_regulations r ${countsOf(on)} where r.home_id = ${homeOf(id)} and r.id = ${id}`);
  const mayAssign = await mayDo(ctx, 'oversight.assign', regulation.unitId);
  const isUsed = (await assignedUnder(ctx, id)).length > 0;
  return {
    ...itemOf(row!), document: await documentOf(ctx, regulation.documentId), mostUnits: regulation.mostUnits, quota: await quotaOf(ctx, regulation, on), duties: [...regulation.duties], version: regulation.version,
    may: mayAssign ? ['assign', ...(isUsed ? [] : (['drop'] as const))] : [],
  };
}

async function documentOf(ctx: Ctx, id: Id<'document'> | null): Promise<Answer<'regulation'>['document']> {
  if (id === null) return null;
  const [found] = await rows(ctx.db, sql<{ symbol: string }>`select ${symbolIn('d')} as symbol from documents d where d.home_id = ${homeOf(id)} and d.id = ${id} and ${readableDocuments(ctx)}`);
  return found ? { id, symbol: found.symbol } : null;
}

function columns(on: Day): RawBuilder<unknown> {
  return sql`r.*, lower(r.valid) as from_day, ${unitNameAt('r.unit_id', sql`${on}::date`)} as unit_name, n.covered, n.uncovered, n.cadres`;
}

/** One look for each regulation: its units, and whether somebody follows each. */
function countsOf(on: Day): RawBuilder<unknown> {
  const day = sql`${on}::date`;
  return sql`cross join lateral (
    select count(*)::int as covered, count(*) filter (where not ${followsOn({ unit: sql`u.id`, on: day, under: sql`r` })})::int as uncovered,
      (select count(distinct a.person_id)::int from oversight_assignments a where a.home_id = r.home_id and a.regulation_id = r.id and a.valid @> ${day}) as cadres
    from ${unitsOfRegulation(sql`r`, day)} u) n`;
}

function itemOf(row: Row): Item {
  return {
    id: row.id as Item['id'], unit: { id: row.unit_id as Id<'unit'>, name: row.unit_name ?? '' }, title: row.title, kinds: row.kinds as FollowedKind[], period: fromRange(row.valid), covered: row.covered, uncovered: row.uncovered, cadres: row.cadres, // the act takes no other kinds
  };
}
