/** To which units a document was sent, and which of them have said that they have it. A recipient reads the document. */
import './document.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach, seatsOf, take } from '../../../access/reach.ts';
import { bodiesOfAny } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { mostUnitsAtOnce, unitNameAt, unitsOfKindsUnder, unitsUnder } from '../../units/server/index.ts';
import type { documentContract } from '../document.contract.ts';
import type { Document } from '../document.ts';
import { takeDocument } from './document.commands.ts';
import { saveDocument } from './document.store.ts';

type Input<K extends keyof typeof documentContract> = z.output<(typeof documentContract)[K]['input']>;
type Answer<K extends keyof typeof documentContract> = z.input<(typeof documentContract)[K]['output']>;

const kindsBelow = {
  committees: ['provincial_party', 'district_party', 'commune_party', 'grassroots_party'],
  cells: ['cell'],
  all: ['provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'division_party', 'cell'],
} as const;

export async function sendDocument(ctx: Ctx, { id, unitIds, allBelow }: Input<'send'>): Promise<Answer<'send'>> {
  const document = await takeDocument(ctx, id);
  if (document.void) throw new Problem({ code: 'documents.isVoid', kind: 'conflict' });
  await requireBelow(ctx, document, unitIds);
  const named = sql`select unnest(${unitIds}::uuid[])`;
  const sent = await addRecipients(ctx, id, { units: allBelow ? sql`${named} union ${unitsOfKindsUnder(document.unitId, { kinds: kindsBelow[allBelow], on: ctx.today })}` : named, most: mostUnitsAtOnce });
  const { version } = await saveDocument(ctx, document);
  if (sent > 0) record(ctx, { type: 'document.sent', subjectId: id, unitId: document.unitId, data: { units: sent, on: ctx.today } });
  return { id, version, sent };
}

/** Whoever has confirmed has read it: that cannot be undone. Whoever is asked to carry it out must read it. */
export async function recallDocument(ctx: Ctx, { id, unitIds, allOpen }: Input<'recall'>): Promise<Answer<'recall'>> {
  const document = await takeDocument(ctx, id);
  if (!allOpen) await requireNotAsked(ctx, id, unitIds);
  const named = allOpen ? sql`` : sql`and r.unit_id = any(${unitIds}::uuid[])`;
  const gone = await rows(ctx.db, sql`delete from document_recipients r where r.home_id = ${homeOf(id)} and r.document_id = ${id} and ${mayBeRecalled} ${named} returning r.unit_id`);
  const { version } = await saveDocument(ctx, document);
  if (gone.length > 0) record(ctx, { type: 'document.recalled', subjectId: id, unitId: document.unitId, data: { units: gone.length } });
  return { id, version, recalled: gone.length };
}

/** Rows `r` of recipients. */
const isAsked = sql`exists (select from cascade_units k where k.home_id = r.home_id and k.document_id = r.document_id and k.unit_id = r.unit_id)`;
const mayBeRecalled = sql<boolean>`(r.taken_on is null and not ${isAsked})`;

async function requireNotAsked(ctx: Ctx, id: Id<'document'>, unitIds: readonly Id<'unit'>[]): Promise<void> {
  const asked = await firstRow(ctx.db, sql`select from document_recipients r where r.home_id = ${homeOf(id)} and r.document_id = ${id} and r.unit_id = any(${[...unitIds]}::uuid[]) and r.taken_on is null and ${isAsked} limit 1`);
  if (asked) throw new Problem({ code: 'documents.recipientAsked', kind: 'conflict' });
}

/** Those that have it already are left alone, and count for nothing. */
export async function addRecipients(ctx: Ctx, id: Id<'document'>, { units, most }: { readonly units: RawBuilder<unknown>; readonly most: number }): Promise<number> {
  const made = await rows(ctx.db, sql<{ unit_id: string }>`
    insert into document_recipients (home_id, document_id, unit_id, sent_on)
    select ${homeOf(id)}::smallint, ${id}::uuid, u.id, ${ctx.today}::date from (${units}) u (id)
    where not exists (select from document_recipients r where r.home_id = ${homeOf(id)} and r.document_id = ${id} and r.unit_id = u.id) limit ${most + 1}
    on conflict on constraint document_recipients_pkey do nothing returning unit_id`);
  if (made.length > most) throw new Problem({ code: 'documents.sentTooMany', kind: 'invalid', data: { most } });
  return made.length;
}

export async function confirmReceipt(ctx: Ctx, { id, unitId }: Input<'confirm'>): Promise<{ id: Id<'document'>; version: number }> {
  await take(ctx, 'document.record', unitId);
  const row = await firstRow(ctx.db, sql<{ version: number; unit_id: Id<'unit'>; taken_on: Day | null }>`
    select d.version, d.unit_id, r.taken_on from document_recipients r join documents d on d.home_id = r.home_id and d.id = r.document_id
    where r.home_id = ${homeOf(id)} and r.document_id = ${id} and r.unit_id = ${unitId} for update of r`);
  if (!row) throw new Problem({ code: 'documents.notSent', kind: 'conflict' });
  if (row.taken_on === null) {
    await sql`update document_recipients set taken_on = ${ctx.today}, taken_by = ${ctx.actor?.accountId ?? null} where home_id = ${homeOf(id)} and document_id = ${id} and unit_id = ${unitId}`.execute(ctx.db);
    record(ctx, { type: 'document.received', subjectId: id, unitId });
  }
  return { id, version: row.version };
}

/** What a unit says of a document tells that it has it, by the day of which it speaks. */
export async function noteReceipt(ctx: Ctx, { id, unitId, on }: { readonly id: Id<'document'>; readonly unitId: Id<'unit'>; readonly on: Day }): Promise<void> {
  await sql`update document_recipients set taken_on = ${on}, taken_by = ${ctx.actor?.accountId ?? null} where home_id = ${homeOf(id)} and document_id = ${id} and unit_id = ${unitId} and taken_on is null`.execute(ctx.db);
}

export async function listRecipients(ctx: Ctx, { id, cursor, limit }: Input<'recipients'>): Promise<Answer<'recipients'>> {
  const document = await firstRow(ctx.db, sql<{ unit_id: Id<'unit'> }>`select unit_id from documents where home_id = ${homeOf(id)} and id = ${id}`);
  if (!document || !(await mayDo(ctx, 'document.read', document.unit_id))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'document.record', document.unit_id);
  const after = readCursor(cursor, z.tuple([z.boolean(), z.string(), z.guid()]));
  const found = await rows(ctx.db, sql<{ unit_id: Id<'unit'>; name: string; sent_on: Day; taken_on: Day | null; may_recall: boolean }>`
    select * from (select r.unit_id, coalesce(${unitNameAt('r.unit_id', sql`${ctx.today}::date`)}, '') as name, r.sent_on, r.taken_on, ${mayBeRecalled} as may_recall from document_recipients r where r.home_id = ${homeOf(id)} and r.document_id = ${id}) r
    ${after ? sql`where (taken_on is not null, name, unit_id) > (${after[0]}::bool, ${after[1]}, ${after[2]}::uuid)` : sql``}
    order by taken_on is not null, name, unit_id limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.taken_on !== null, row.name, row.unit_id], item: (row) => ({ unit: { id: row.unit_id, name: row.name }, sentOn: row.sent_on, takenOn: row.taken_on, mayRecall: row.may_recall }) });
}

/** A document `d` waits for one of the caller's own units, or for who was merged whole into one, to confirm it. */
export function isToConfirm(ctx: Ctx): RawBuilder<unknown> {
  const own = bodiesOfAny(sql`${seatsOf(ctx, 'document.record')}::uuid[]`, sql`${ctx.today}::date`);
  return sql`(d.void is null and exists (select from document_recipients c where c.home_id = d.home_id and c.document_id = d.id and c.taken_on is null and c.unit_id in (select o.id from ${own} o)))`;
}

/** How many have it is for whoever keeps the register; a recipient sees itself, and units below it after that. Asks no more than that: goes with a document that may be read. */
export async function recipientsOf(ctx: Ctx, id: Id<'document'>): Promise<Answer<'document'>['recipients']> {
  const read = reach(ctx, 'document.read');
  const found = await firstRow(ctx.db, sql<{ sent: number; taken: number; to_recall: number }>`
    select count(*)::int as sent, count(r.taken_on)::int as taken, count(*) filter (where ${mayBeRecalled})::int as to_recall from document_recipients r join documents d on d.home_id = r.home_id and d.id = r.document_id
    where r.home_id = ${homeOf(id)} and r.document_id = ${id} and ${read.at('d.unit_id')}`);
  const seats = seatsOf(ctx, 'document.read');
  const own = await rows(ctx.db, sql<{ unit_id: Id<'unit'>; name: string | null; sent_on: Day; taken_on: Day | null; may: boolean }>`
    select r.unit_id, ${unitNameAt('r.unit_id', sql`${ctx.today}::date`)} as name, r.sent_on, r.taken_on, ${reach(ctx, 'document.record').at('r.unit_id')} as may from document_recipients r
    where r.home_id = ${homeOf(id)} and r.document_id = ${id} and ${read.over('r.unit_id')} order by r.unit_id <> all(${seats}::uuid[]), taken_on is not null, r.unit_id limit 20`);
  return { sent: found?.sent ?? 0, taken: found?.taken ?? 0, toRecall: found?.to_recall ?? 0, own: own.map((row) => ({ unit: { id: row.unit_id, name: row.name ?? '' }, sentOn: row.sent_on, takenOn: row.taken_on, mayTake: row.may })) };
}

async function requireBelow(ctx: Ctx, { unitId }: Document, unitIds: readonly Id<'unit'>[]): Promise<void> {
  if (unitIds.length === 0) return;
  const found = await rows(ctx.db, sql<{ id: string }>`select id from unnest(${unitIds}::uuid[]) u (id) where id in (${unitsUnder(unitId, ctx.today)})`);
  if (found.length < new Set(unitIds).size) throw new Problem({ code: 'documents.notBelow', kind: 'invalid' });
}
