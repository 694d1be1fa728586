/** The acts on clauses of a document, by whoever writes in the register in which it stands. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import { changeClause, mostClauses, orderClauses, writeClause } from '../clause.ts';
import { takeStanding } from './cascade.documents.ts';
import { findCascade } from './cascade.store.ts';
import { areAnswered, clausesOf, deleteClauses, findClause, insertClauses, isAnybodyAsked, keepRemoved, placeClauses, saveClause } from './clause.store.ts';

type Input<K extends keyof typeof cascadeContract> = z.output<(typeof cascadeContract)[K]['input']>;

export async function writeClauses(ctx: Ctx, { documentId, clauses }: Input<'write'>): Promise<{ ids: Id<'clause'>[] }> {
  const { unitId, secrecy } = await takeStanding(ctx, documentId);
  if (secrecy !== null) throw new Problem({ code: 'cascades.isSecret', kind: 'conflict' });
  const there = await clausesOf(ctx, documentId);
  if (there.length + clauses.length > mostClauses) throw new Problem({ code: 'cascades.tooManyClauses', kind: 'invalid', data: { most: mostClauses } });
  const last = there.at(-1)?.place ?? 0;
  const addedOn = (await findCascade(ctx, documentId)) ? ctx.today : null;
  const written = clauses.map((wording, at) => orThrow(writeClause({ id: newId<'clause'>(homeOf(documentId)), documentId, unitId, place: last + at + 1, addedOn }, wording)));
  await insertClauses(ctx, written);
  record(ctx, { type: 'document.clausesWritten', subjectId: documentId, unitId, data: { clauses: written.length } });
  return { ids: written.map(({ id }) => id) };
}

export async function changeOneClause(ctx: Ctx, { id, version, reason, ...wording }: Input<'change'>): Promise<{ version: number }> {
  const { documentId } = await getClause(ctx, id);
  const { unitId, secrecy } = await takeStanding(ctx, documentId);
  if (secrecy !== null) throw new Problem({ code: 'cascades.isSecret', kind: 'conflict' });
  const before = await getClause(ctx, id);
  if (version !== before.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const after = orThrow(changeClause(before, { wording, isAsked: await isAnybodyAsked(ctx, documentId), reason, on: ctx.today }));
  record(ctx, { type: 'document.clauseChanged', subjectId: documentId, unitId, data: { clauseId: id, revision: after.revision } });
  return { version: await saveClause(ctx, after, { before, reason }) };
}

export async function orderAllClauses(ctx: Ctx, { documentId, ids }: Input<'order'>): Promise<Record<string, never>> {
  const { unitId } = await takeStanding(ctx, documentId);
  const { clauses } = orThrow(orderClauses(await clausesOf(ctx, documentId), ids));
  await placeClauses(ctx, documentId, clauses);
  record(ctx, { type: 'document.clausesOrdered', subjectId: documentId, unitId });
  return {};
}

export async function removeClauses(ctx: Ctx, { documentId, ids, reason }: Input<'remove'>): Promise<Record<string, never>> {
  const { unitId } = await takeStanding(ctx, documentId);
  if (await areAnswered(ctx, documentId, ids)) throw new Problem({ code: 'cascades.clauseAnswered', kind: 'conflict' });
  if (await isAnybodyAsked(ctx, documentId)) {
    if (reason === null) throw new Problem({ code: 'cascades.reasonMissing', kind: 'invalid' });
    await keepRemoved(ctx, documentId, { ids, reason });
  }
  await deleteClauses(ctx, documentId, ids);
  record(ctx, { type: 'document.clausesRemoved', subjectId: documentId, unitId, data: { clauses: ids.length } });
  return {};
}

async function getClause(ctx: Ctx, id: Id<'clause'>) {
  const clause = await findClause(ctx, id);
  if (!clause) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return clause;
}
