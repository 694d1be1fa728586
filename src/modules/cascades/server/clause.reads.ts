/** The clauses of a document, whether it is passed down, and which documents are. Nothing here writes. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach, seatsOf } from '../../../access/reach.ts';
import { bodiesOf, bodiesOfAny, heirOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { symbolIn } from '../../documents/document.figures.ts';
import { listedDocuments, readableDocuments } from '../../documents/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { dueSince } from '../cascade.figures.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import type { clauseItem } from '../cascade.shapes.ts';
import type { Clause, Wording } from '../clause.ts';
import { getReadable, shownDocument, type CascadeDocument } from './cascade.documents.ts';
import { countUntouched, deadlinesOfCascade, findCascade } from './cascade.store.ts';
import { clausesOf, isAnybodyAsked } from './clause.store.ts';

type Input<K extends keyof typeof cascadeContract> = z.output<(typeof cascadeContract)[K]['input']>;
type Output<K extends keyof typeof cascadeContract> = z.input<(typeof cascadeContract)[K]['output']>;
type DocumentId = Id<'document'>;
export type LinkedClause = Output<'clauses'>['items'][number]['carriesOut'][number];

export async function readClauses(ctx: Ctx, { documentId }: Input<'clauses'>): Promise<Output<'clauses'>> {
  const document = await getReadable(ctx, documentId);
  const clauses = await readableClauses(ctx, document);
  const mayRecord = (await mayDo(ctx, 'document.record', document.unitId)) && !document.isVoid;
  const [answered, former, above] = [await answeredAmong(ctx, documentId), await formerWordings(ctx, documentId), await carriedOutBy(ctx, clauses)];
  return {
    document: shownDocument(document),
    items: clauses.map((clause) => ({ ...itemOf(clause), isAnswered: answered.has(clause.id), former: former.get(clause.id) ?? [], carriesOut: above.get(clause.id) ?? [] })),
    removed: document.isSecret ? [] : await removedOf(ctx, documentId),
    cascade: await cascadeOf(ctx, documentId, mayRecord),
    own: await ownAsked(ctx, documentId, clauses.length),
    may: mayRecord ? ['document.record'] : [],
  };
}

/** Of a document that came to bear a stamp of secrecy none is told. */
export async function readableClauses(ctx: Ctx, { id, isSecret }: Pick<CascadeDocument, 'id' | 'isSecret'>): Promise<Clause[]> {
  return isSecret ? [] : clausesOf(ctx, id);
}

export function itemOf({ id, kind, label, wording, target, measure, toward, dueOn, forWhom, revision, revisedOn, version }: Clause): z.input<typeof clauseItem> {
  return { id, kind, label, wording, target, measure, toward, dueOn, forWhom, revision, revisedOn, version };
}

async function answeredAmong(ctx: Ctx, documentId: DocumentId): Promise<ReadonlySet<string>> {
  const found = await rows(ctx.db, sql<{ id: string }>`select c.id from clauses c where c.home_id = ${homeOf(documentId)} and c.document_id = ${documentId} and exists (select from answers a where a.home_id = c.home_id and a.clause_id = c.id)`);
  return new Set(found.map(({ id }) => id));
}

async function formerWordings(ctx: Ctx, documentId: DocumentId): Promise<Map<string, Output<'clauses'>['items'][number]['former']>> {
  const found = await rows(ctx.db, sql<{ clause_id: string; wording: Wording; held_to: Day; reason: string }>`
    select r.clause_id, r.wording, r.held_to, r.reason from clause_revisions r join clauses c on c.home_id = r.home_id and c.id = r.clause_id where c.home_id = ${homeOf(documentId)} and c.document_id = ${documentId} order by r.revision desc`);
  return new Map([...Map.groupBy(found, (row) => row.clause_id)].map(([id, list]) => [id, list.slice(0, 20).map(({ wording: { label, wording, target, measure, dueOn }, held_to: heldTo, reason }) => ({ wording: { label, wording, target, measure, dueOn }, heldTo, reason }))]));
}

async function removedOf(ctx: Ctx, documentId: DocumentId): Promise<Output<'clauses'>['removed']> {
  const found = await rows(ctx.db, sql<{ id: Id<'clause'>; wording: Wording; removed_on: Day; reason: string }>`select id, wording, removed_on, reason from removed_clauses where home_id = ${homeOf(documentId)} and document_id = ${documentId} order by removed_on desc, id limit 200`);
  return found.map(({ id, wording: { label, wording }, removed_on: removedOn, reason }) => ({ id, label, wording, removedOn, reason }));
}

/** Of superiors' clauses those of documents that the reader may see. */
async function carriedOutBy(ctx: Ctx, clauses: readonly Clause[]): Promise<Map<string, LinkedClause[]>> {
  if (clauses.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ own_id: string } & ClauseLinkRow>`select l.other_id as own_id, ${linkedColumns(ctx)} from answer_links l join answers a on a.home_id = l.home_id and a.id = l.answer_id
    join clauses c on c.home_id = a.home_id and c.id = a.clause_id join documents d on d.home_id = c.home_id and d.id = c.document_id
    where l.kind = 'clause' and l.other_id = any(${clauses.map(({ id }) => id)}::uuid[]) and d.void is null and d.secrecy is null and ${readableDocuments(ctx)} order by c.place limit 500`);
  return new Map([...Map.groupBy(found, ({ own_id: own }) => own)].map(([own, list]) => [own, list.slice(0, 20).map(linkOf)]));
}

export interface ClauseLinkRow {
  readonly id: Id<'clause'>;
  readonly label: string;
  readonly wording: string;
  readonly document_id: DocumentId;
  readonly symbol: string;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
}

export function linkedColumns(ctx: Ctx): RawBuilder<unknown> {
  return sql`c.id, c.label, c.wording, d.id as document_id, ${symbolIn('d')} as symbol, d.unit_id, ${unitNameAt('d.unit_id', sql`${ctx.today}::date`)} as unit_name`;
}

export function linkOf({ id, label, wording, document_id: documentId, symbol, unit_id: unitId, unit_name: unitName }: ClauseLinkRow): LinkedClause {
  return { id, label, wording, documentId, symbol, unit: { id: unitId, name: unitName ?? '' } };
}

async function cascadeOf(ctx: Ctx, documentId: DocumentId, mayRelease: boolean): Promise<Output<'clauses'>['cascade']> {
  const cascade = await findCascade(ctx, documentId);
  if (!cascade) return null;
  const row = await firstRow(ctx.db, sql<{ asked: number }>`select count(*)::int as asked from cascade_units u where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and ${reach(ctx, 'document.read').over('u.unit_id')}`);
  return { openedOn: cascade.openedOn, deadlines: await deadlinesOfCascade(ctx, documentId), asked: row?.asked ?? 0, isAnybodyAsked: await isAnybodyAsked(ctx, documentId), toRelease: mayRelease ? await countUntouched(ctx, documentId) : 0, version: cascade.version };
}

const mostOwn = 20;

/** Where the reader sits first, and what was merged whole into that: a province reads all its communes, a commune answers for itself. */
async function ownAsked(ctx: Ctx, documentId: DocumentId, clauses: number): Promise<Output<'clauses'>['own']> {
  const [seats, today] = [sql`${seatsOf(ctx, 'document.read')}::uuid[]`, sql`${ctx.today}::date`];
  const found = await rows(ctx.db, sql<{ id: Id<'unit'>; name: string | null; heir_id: Id<'unit'>; heir_name: string | null; answered: number; due: Day | null; may: boolean }>`
    with own as materialized (select id from ${bodiesOfAny(seats, today)} o),
      asked as materialized (select u.* from cascade_units u where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and ${reach(ctx, 'document.read').at('u.unit_id')}
        order by u.unit_id not in (select id from own), u.unit_id limit ${mostOwn})
    select u.unit_id as id, ${unitNameAt('u.unit_id', today)} as name, h.id as heir_id, ${unitNameAt('h.id', today)} as heir_name, u.answered, ${reach(ctx, 'document.record').at('u.unit_id')} as may,
      (select ${dueSince(sql`u.asked_on`)} from cascades k join cascade_deadlines l on l.home_id = k.home_id and l.document_id = k.document_id and l.step = 'answered' where k.home_id = u.home_id and k.document_id = u.document_id) as due
    from asked u cross join lateral (select ${heirOf(sql`u.unit_id`, today)} as id) h order by u.unit_id not in (select id from own), u.unit_id`);
  return found.map(({ id, name, heir_id: heir, heir_name: heirName, answered, due, may }) => ({ id, name: name ?? '', heir: heir === id ? null : { id: heir, name: heirName ?? '' }, toAnswer: Math.max(0, clauses - answered), dueOn: due, mayAnswer: may }));
}

export async function listCascades(ctx: Ctx, { unitId, cursor, limit }: Input<'list'>): Promise<Output<'list'>> {
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const read = reach(ctx, 'document.read');
  const bodies = sql`(select b.id from ${bodiesOf(sql`${unitId ?? null}::uuid`, sql`${ctx.today}::date`)} b)`;
  const isHere = unitId ? sql`(k.unit_id in ${bodies} or exists (select from cascade_units u where u.home_id = k.home_id and u.document_id = k.document_id and u.unit_id in ${bodies} and ${read.at('u.unit_id')}))` : sql`true`;
  const found = await rows(ctx.db, sql<CascadeDocument & { openedOn: Day; clauses: number; asked: number; answersDueOn: Day | null }>`
    select d.id, d.unit_id as "unitId", ${symbolIn('d')} as symbol, d.type, d.summary, coalesce(${unitNameAt('d.unit_id', sql`${ctx.today}::date`)}, '') as "unitName", d.issued_on as "issuedOn", d.valid_to as "validTo", false as "isVoid", d.secrecy is not null as "isSecret",
      k.opened_on as "openedOn", (select count(*)::int from clauses c where c.home_id = d.home_id and c.document_id = d.id and d.secrecy is null) as clauses,
      (select count(*)::int from cascade_units u where u.home_id = d.home_id and u.document_id = d.id and ${read.over('u.unit_id')}) as asked,
      (select due_on from cascade_deadlines l where l.home_id = d.home_id and l.document_id = d.id and l.step = 'answered') as "answersDueOn"
    from cascades k join documents d on d.home_id = k.home_id and d.id = k.document_id
    where d.void is null and ${await listedDocuments(ctx)} and ${isHere}
      ${after ? sql`and (k.opened_on, k.document_id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by k.opened_on desc, k.document_id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.openedOn, row.id], item: ({ openedOn, clauses, asked, answersDueOn, ...document }) => ({ document: shownDocument(document), openedOn, clauses, asked, answersDueOn }) });
}
