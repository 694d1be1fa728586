/** What a unit has not answered yet, document by document: for the brief of a working session. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { stillHolds, symbolIn } from '../../documents/document.figures.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import { dueSince } from '../cascade.figures.ts';

type Output = z.input<(typeof cascadeContract)['owed']['output']>;

/** A unit carries out few documents at a time, and a brief is read at one sitting. */
const mostDocuments = 50;
const mostClausesTold = 30;

export async function readOwed(ctx: Ctx, { unitId }: z.output<(typeof cascadeContract)['owed']['input']>): Promise<Output> {
  if (!(await mayDo(ctx, 'document.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const today = sql`${ctx.today}::date`;
  const found = await rows(ctx.db, sql<{ id: Id<'document'>; symbol: string; summary: string; unit_id: Id<'unit'>; name: string | null; due: Day | null; open: number; clauses: Output['items'][number]['clauses'] }>`
    select d.id, ${symbolIn('d')} as symbol, d.summary, u.unit_id, ${unitNameAt('u.unit_id', today)} as name, n.due, n.open, n.clauses
    from ${bodiesOf(sql`${unitId}::uuid`, today)} b join cascade_units u on u.unit_id = b.id
    join documents d on d.home_id = u.home_id and d.id = u.document_id and d.void is null and d.secrecy is null and ${stillHolds('d', today)}
    cross join lateral (
      select count(*)::int as open, min(c.due) as due, jsonb_agg(jsonb_build_object('id', c.id, 'label', c.label, 'wording', c.wording) order by c.place) filter (where c.nth <= ${mostClausesTold}) as clauses from (
        select c.id, c.label, c.wording, c.place, row_number() over (order by c.place) as nth,
          (select ${dueSince(sql`greatest(u.asked_on, c.added_on)`)} from cascades k join cascade_deadlines l on l.home_id = k.home_id and l.document_id = k.document_id and l.step = 'answered' where k.home_id = u.home_id and k.document_id = u.document_id) as due
        from clauses c where c.home_id = u.home_id and c.document_id = u.document_id
          and not exists (select from answers a where a.home_id = c.home_id and a.document_id = c.document_id and a.unit_id = u.unit_id and a.clause_id = c.id)) c) n
    where n.open > 0 and ${reach(ctx, 'document.read').at('u.unit_id')} order by n.due, d.issued_on desc, d.id, u.unit_id limit ${mostDocuments}`);
  return { items: found.map(({ id, symbol, summary, unit_id: asked, name, due, open, clauses }) => ({ document: { id, symbol, summary }, unit: { id: asked, name: name ?? '' }, dueOn: due, open, clauses })) };
}
