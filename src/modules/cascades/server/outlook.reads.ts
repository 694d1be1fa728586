/** To whom a document would go if it were passed down now, and what the rules would set. Nothing here writes. */
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt, unitsOfKindsUnder } from '../../units/server/index.ts';
import { deadlinesOf } from '../cascade.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import { kindsAsked } from '../cascade.kinds.ts';
import { daysOfRules } from './cascade.commands.ts';
import { getReadable } from './cascade.documents.ts';
import { findCascade } from './cascade.store.ts';

type Output = z.input<(typeof cascadeContract)['outlook']['output']>;

export async function readOutlook(ctx: Ctx, { documentId, on = ctx.today }: z.output<(typeof cascadeContract)['outlook']['input']>): Promise<Output> {
  const { unitId } = await getReadable(ctx, documentId);
  if (!(await mayDo(ctx, 'document.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'document.record', unitId);
  const openedOn = (await findCascade(ctx, documentId))?.openedOn ?? on;
  const kinds: Output['kinds'] = [];
  for (const kind of kindsAsked) kinds.push({ kind, ...(await notYetAsked(ctx, documentId, { units: unitsOfKindsUnder(unitId, { kinds: [kind], on }), on })) });
  return {
    kinds: kinds.filter(({ count }) => count > 0),
    recipients: await notYetAsked(ctx, documentId, { units: sql`select r.unit_id from document_recipients r where r.home_id = ${homeOf(documentId)} and r.document_id = ${documentId}`, on }),
    deadlines: deadlinesOf([], { openedOn, days: await daysOfRules(ctx, { unitId, on: openedOn }) }).map(({ step, dueOn, byRule }) => ({ step, dueOn, byRule })),
  };
}

const mostNamed = 30;

async function notYetAsked(ctx: Ctx, documentId: Id<'document'>, { units, on }: { readonly units: RawBuilder<unknown>; readonly on: Day }): Promise<Output['recipients']> {
  const row = await firstRow(ctx.db, sql<{ count: number; units: { id: Id<'unit'>; name: string }[] | null }>`
    with asked as materialized (select distinct u.id from (${units}) u (id) where not exists (select from cascade_units k where k.home_id = ${homeOf(documentId)} and k.document_id = ${documentId} and k.unit_id = u.id))
    select (select count(*)::int from asked) as count, (select jsonb_agg(n) from (select a.id, coalesce(${unitNameAt('a.id', sql`${on}::date`)}, '') as name from asked a order by 2, 1 limit ${mostNamed}) n) as units`);
  return { count: row?.count ?? 0, units: row?.units ?? [] };
}
