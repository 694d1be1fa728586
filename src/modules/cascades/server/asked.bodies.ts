/**
 * Who answers for whom: a unit that was merged whole stays asked, and the unit with which it goes on answers for it by documents
 * and meetings of its own.
 */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { bodiesOf, heirOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Asked } from './cascade.store.ts';

type UnitId = Id<'unit'>;

export interface AskedBody {
  readonly id: UnitId;
  readonly name: string;
  readonly askedOn: Day;
  readonly answered: number;
}

/** Of those asked: the unit, whoever goes on with it, and all that are merged into that one by the day; the one that stands first. */
export function askedTogether(ctx: Ctx, { documentId, unitId }: Asked, on: Day): Promise<AskedBody[]> {
  const heir = sql`h.id`;
  return rows(ctx.db, sql<AskedBody>`
    select u.unit_id as id, coalesce(${unitNameAt('u.unit_id', sql`${on}::date`)}, '') as name, u.asked_on as "askedOn", u.answered
    from (select ${heirOf(sql`${unitId}::uuid`, sql`${on}::date`)} as id) h cross join lateral ${bodiesOf(heir, sql`${on}::date`)} b
    join cascade_units u on u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and u.unit_id = b.id and u.asked_on <= ${on}::date
    where ${reach(ctx, 'document.read').at('u.unit_id')} order by u.unit_id <> h.id, 2, 1`);
}

/** Whose registers, meetings and tasks serve to answer for the unit today: of whoever goes on with it, and of all merged into that one. */
export function answersFor(ctx: Ctx, unitId: UnitId): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`;
  return sql`(select b.id from ${bodiesOf(heirOf(sql`${unitId}::uuid`, today), today)} b)`;
}

export async function findHeir(ctx: Ctx, unitId: UnitId, on: Day): Promise<{ id: UnitId; name: string } | undefined> {
  const day = sql`${on}::date`;
  return firstRow(ctx.db, sql<{ id: UnitId; name: string }>`select h.id, coalesce(${unitNameAt('h.id', day)}, '') as name from (select ${heirOf(sql`${unitId}::uuid`, day)} as id) h where h.id <> ${unitId}`);
}
