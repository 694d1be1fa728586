/** Where a petition was raised: a meeting of the place, a visit to it that the actor himself wrote down. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Source } from '../petition.kinds.ts';

interface Raised {
  readonly unitId: Id<'unit'>;
  readonly source: Source;
  readonly sourceId: Id | null;
}

/** Held at the place or below it. */
export async function requireSource(ctx: Ctx, { unitId, source, sourceId }: Raised): Promise<void> {
  if (sourceId === null) return;
  const found = source === 'meeting' ? meetingRow(sourceId) : source === 'visit' ? visitRow(ctx, sourceId) : undefined;
  const row = found && (await firstRow(ctx.db, sql`select 1 as one from (${found}) f where f.unit_id = ${unitId}
    or exists (select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = ${unitId} and k.descendant_id = f.unit_id and k.valid @> ${ctx.today}::date)`));
  if (!row) throw new Problem({ code: 'petitions.sourceUnknown', kind: 'invalid' });
}

function meetingRow(id: Id): RawBuilder<unknown> {
  return sql`select m.unit_id from meetings m where m.home_id = ${homeOf(id)} and m.id = ${id}`;
}

function visitRow({ actor }: Ctx, id: Id): RawBuilder<unknown> {
  return sql`select v.unit_id from visits v where v.home_id = ${homeOf(id)} and v.id = ${id} and (v.person_id = ${actor?.personId ?? null}::uuid or v.recorded_by = ${actor?.accountId ?? null}::uuid)`;
}
