/** The acts on documents: may it be done at the unit whose register it is, what does the rule make of it, save, record. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { documentContract } from '../document.contract.ts';
import { correct, enter, putBack, takeOut, type Document, type DocumentLink, type Entry } from '../document.ts';
import { areReadable, areRecordable, isReadable, shownLinks } from './document.reach.ts';
import { insertDocument, lockDocument, saveDocument } from './document.store.ts';

type Input<K extends keyof typeof documentContract> = z.output<(typeof documentContract)[K]['input']>;
interface Done {
  readonly id: Id<'document'>;
  readonly version: number;
}

export async function enterDocument(ctx: Ctx, { id, unitId, direction, ...entry }: Input<'enter'>): Promise<Done> {
  await take(ctx, 'document.record', unitId);
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  await requireLinksAllowed(ctx, entry, []);
  const document = orThrow(enter({ id: id ?? newId<'document'>(home), unitId, direction, entry }, ctx.today));
  await requireNumberFree(ctx, document);
  return done(ctx, 'document.entered', await insertDocument(ctx, document));
}

export async function correctDocument(ctx: Ctx, { id, version, ...entry }: Input<'correct'>): Promise<Done> {
  const document = await takeDocument(ctx, id);
  if (version !== document.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  await requireLinksAllowed(ctx, entry, document.links);
  const after = orThrow(correct(document, { ...entry, links: [...entry.links, ...(await hiddenLinks(ctx, document))] }, ctx.today));
  await requireNumberFree(ctx, after);
  return done(ctx, 'document.corrected', await saveDocument(ctx, after));
}

export async function takeDocumentOut(ctx: Ctx, { id, reason }: Input<'takeOut'>): Promise<Done> {
  return keep(ctx, 'document.takenOut', takeOut(await takeDocument(ctx, id), { on: ctx.today, reason }));
}

export async function putDocumentBack(ctx: Ctx, { id }: Input<'putBack'>): Promise<Done> {
  const after = orThrow(putBack(await takeDocument(ctx, id)));
  await requireNumberFree(ctx, after);
  return keep(ctx, 'document.putBack', after);
}

/** Of a document that may not even be read nothing is told. */
export async function takeDocument(ctx: Ctx, id: Id<'document'>): Promise<Document> {
  const document = await lockDocument(ctx, id);
  if (!document || !(await isReadable(ctx, document))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (!(await mayDo(ctx, 'document.record', document.unitId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'document.record' } });
  return document;
}

/** What somebody was not shown is not theirs to drop. */
async function hiddenLinks(ctx: Ctx, { links }: Document): Promise<Document['links']> {
  const shown = await shownLinks(ctx, links.map(({ documentId }) => documentId));
  return links.filter(({ documentId }) => !shown.has(documentId));
}

/**
 * Only what one may read can be linked; a link that stands already may name what is out of reach by now. Out of force it is put by
 * who issued it, or a superior, alone (rulebook R7.1): by whoever may write in its register.
 */
async function requireLinksAllowed(ctx: Ctx, { links }: Entry, standing: readonly DocumentLink[]): Promise<void> {
  const fresh = links.filter(({ kind, documentId }) => !standing.some((link) => link.kind === kind && link.documentId === documentId));
  if (!(await areReadable(ctx, fresh.map(({ documentId }) => documentId)))) throw new Problem({ code: 'documents.linkUnknown', kind: 'invalid' });
  const changing = fresh.filter(({ kind }) => kind !== 'carriesOut').map(({ documentId }) => documentId);
  if (!(await areRecordable(ctx, changing))) throw new Problem({ code: 'documents.linkNotOwn', kind: 'invalid' });
}

/** Asked before it is written, so that the refusal has the words of this module; the index has the last word. */
async function requireNumberFree(ctx: Ctx, { id, unitId, direction, type, term, number }: Document): Promise<void> {
  if (direction !== 'issued') return;
  const taken = await firstRow(ctx.db, sql<{ id: string }>`
    select id from documents where home_id = ${homeOf(id)} and unit_id = ${unitId} and direction = 'issued' and type = ${type} and term = ${term} and number = ${number} and void is null and id <> ${id}`);
  if (taken) throw new Problem({ code: 'documents.numberTaken', kind: 'conflict' });
}

async function keep(ctx: Ctx, type: string, after: Document | Refusal): Promise<Done> {
  return done(ctx, type, await saveDocument(ctx, orThrow(after)));
}

/** The summary stays out of the log: it may name people. */
function done(ctx: Ctx, type: string, { id, unitId, version, type: documentType, direction }: Document): Done {
  record(ctx, { type, subjectId: id, unitId, data: { documentType, direction } });
  return { id, version };
}
