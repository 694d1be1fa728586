/** The acts on regulations of oversight. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import { markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { oversightContract } from '../oversight.contract.ts';
import { regulationRefusal, type Regulation } from '../oversight.ts';
import { takeRegulation } from './oversight.reach.ts';
import { assignedUnder, deleteRegulation, insertRegulation, saveRegulation } from './regulation.store.ts';

type Input<K extends keyof typeof oversightContract> = z.output<(typeof oversightContract)[K]['input']>;
interface Done {
  readonly id: Regulation['id'];
  readonly version: number;
}

export async function enterRegulation(ctx: Ctx, { unitId, from, to, ...fields }: Input<'regulate'>): Promise<Done> {
  await take(ctx, 'oversight.assign', unitId);
  const regulation: Regulation = { id: newId<'oversightRegulation'>(await homeOfUnit(ctx, unitId)), unitId, ...fields, period: { from, to }, version: 0 };
  await requireSound(ctx, regulation, undefined);
  return keep(ctx, 'oversight.regulated', { after: await insertRegulation(ctx, regulation), before: undefined });
}

export async function changeRegulation(ctx: Ctx, { id, version, from, to, ...fields }: Input<'changeRegulation'>): Promise<Done> {
  const before = await takeFresh(ctx, { id, version });
  const after: Regulation = { ...before, ...fields, period: { from, to } };
  await requireSound(ctx, after, before);
  return keep(ctx, 'oversight.regulationChanged', { after: await saveRegulation(ctx, after), before });
}

export async function dropRegulation(ctx: Ctx, of: Input<'dropRegulation'>): Promise<Pick<Done, 'id'>> {
  const before = await takeFresh(ctx, of);
  if ((await assignedUnder(ctx, of.id)).length > 0) throw new Problem({ code: 'oversight.regulationUsed', kind: 'conflict' });
  await markCovered(ctx, before);
  await deleteRegulation(ctx, of.id);
  record(ctx, { type: 'oversight.regulationDropped', subjectId: of.id, unitId: before.unitId });
  return { id: of.id };
}

async function takeFresh(ctx: Ctx, { id, version }: Done): Promise<Regulation> {
  const regulation = await takeRegulation(ctx, id);
  if (version !== regulation.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return regulation;
}

async function requireSound(ctx: Ctx, after: Regulation, before: Regulation | undefined): Promise<void> {
  const refusal = regulationRefusal(after, before ? await assignedUnder(ctx, after.id) : []);
  if (refusal) throw new Problem(refusal);
  if (after.documentId !== null && after.documentId !== before?.documentId && !(await isDocumentReadable(ctx, after.documentId))) throw new Problem({ code: 'oversight.documentUnknown', kind: 'invalid' });
}

async function isDocumentReadable(ctx: Ctx, id: Id<'document'>): Promise<boolean> {
  return (await rows(ctx.db, sql`select from documents d where d.home_id = home_of(${id}::uuid) and d.id = ${id} and ${readableDocuments(ctx)}`)).length > 0;
}

async function keep(ctx: Ctx, type: string, { after, before }: { readonly after: Regulation; readonly before: Regulation | undefined }): Promise<Done> {
  for (const one of [after, ...(before ? [before] : [])]) await markCovered(ctx, one);
  record(ctx, { type, subjectId: after.id, unitId: after.unitId });
  return { id: after.id, version: after.version };
}

/** All that it ever covers: whether somebody has to follow them is told otherwise from its first day on. */
export async function markCovered(ctx: Ctx, { unitId, kinds, period: { from } }: Regulation): Promise<void> {
  const found = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select distinct v.unit_id as id from unit_closure k join unit_versions v on v.unit_id = k.descendant_id and v.kind = any(${[...kinds]}::text[])
    where k.hierarchy = 'reach' and k.ancestor_id = ${unitId} and k.descendant_id <> ${unitId} and coalesce(upper(k.valid), 'infinity') > ${from}::date`);
  await markUnits(ctx.db, found.map(({ id }) => id), from);
}
