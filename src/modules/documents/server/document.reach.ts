/**
 * Which documents somebody may read: those in the register of a unit within reach, and those that were sent to one. What stands
 * in the register is not for the units below unless it was sent to them.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, reach, spreadOf } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';

type DocumentId = Id<'document'>;

/** Rows `d` of documents. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const read = reach(ctx, 'document.read');
  return sql`(${read.over('d.unit_id')} or exists (select from document_recipients r where r.home_id = d.home_id and r.document_id = d.id and ${read.over('r.unit_id')}))`;
}

/** The same for a list: where little is within reach its documents are gathered, else they are walked from the latest on. */
export async function listedWithin(ctx: Ctx): Promise<RawBuilder<boolean>> {
  const read = reach(ctx, 'document.read');
  const { wide } = await spreadOf(ctx, 'document.read');
  if (wide === 'country' || wide.length > 0) return sql`(${read.at('d.unit_id')} or exists (select from document_recipients r where r.home_id = d.home_id and r.document_id = d.id and ${read.at('r.unit_id')}))`;
  return sql`(d.home_id, d.id) in (select e.home_id, e.id from documents e where ${read.over('e.unit_id')} union select r.home_id, r.document_id from document_recipients r where ${read.over('r.unit_id')})`;
}

/** Among thousands of recipients those within reach are looked up, not each of them asked whether it is. */
export async function isReadable(ctx: Ctx, { id, unitId }: { readonly id: DocumentId; readonly unitId: Id<'unit'> }): Promise<boolean> {
  if (await mayDo(ctx, 'document.read', unitId)) return true;
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select exists (select from document_recipients r where r.home_id = ${homeOf(id)} and r.document_id = ${id} and ${reach(ctx, 'document.read').over('r.unit_id')}) as ok`);
  return row?.ok ?? false;
}

export async function areReadable(ctx: Ctx, ids: readonly DocumentId[]): Promise<boolean> {
  return (await readableAmong(ctx, ids, sql`true`)).size === new Set(ids).size;
}

/** In the register of each of them one may write. */
export async function areRecordable(ctx: Ctx, ids: readonly DocumentId[]): Promise<boolean> {
  return (await readableAmong(ctx, ids, reach(ctx, 'document.record').at('d.unit_id'))).size === new Set(ids).size;
}

/** Of linked documents those that a page names: readable, and not taken out of their register. */
export function shownLinks(ctx: Ctx, ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  return readableAmong(ctx, ids, sql`d.void is null`);
}

async function readableAmong(ctx: Ctx, ids: readonly DocumentId[], where: RawBuilder<boolean>): Promise<ReadonlySet<DocumentId>> {
  if (ids.length === 0) return new Set();
  const found = await rows(ctx.db, sql<{ id: DocumentId }>`select d.id from documents d where d.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and d.id = any(${[...ids]}::uuid[]) and ${where} and ${within(ctx)}`);
  return new Set(found.map(({ id }) => id));
}
