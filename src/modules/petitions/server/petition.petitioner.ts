/**
 * Who asked, and the code by which the petitioner follows it. The name is told to the handler at the body where it stands now, each
 * look is written down; the code is told once, when it is made, and kept as a keyed hash. Who holds it learns state and days alone.
 */
import './petition.tables.ts';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { toString as drawQr } from 'qrcode';
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import { attemptSucceeded, commitSoFar, countAttempt } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { keyedHash } from '../../../platform/crypto/seal.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record, recordNow } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { codeBytes, codeFrom, readCode } from '../petition.code.ts';
import type { petitionContract } from '../petition.contract.ts';
import type { Petitioner } from '../petition.shapes.ts';
import { isOpen, type Petition } from '../petition.ts';
import { readLocked } from './petition.commands.ts';
import { isHandler, isReadable } from './petition.reach.ts';
import { dropPetitioner, findPetition, findPetitioner, saveTracking } from './petition.store.ts';

type Tracked = z.input<(typeof petitionContract)['track']['output']>;

export async function readPetitioner(ctx: Ctx, { id }: { readonly id: Id<'petition'> }): Promise<Petitioner | null> {
  const petition = await findPetition(ctx, id);
  ctx.asked.add('petition.handle');
  if (!petition || !(await isReadable(ctx, petition))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (!(await isHandler(ctx, petition))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'petition.handle' } });
  const petitioner = await findPetitioner(ctx, id);
  if (petitioner) await recordNow(ctx, { type: 'petition.petitionerSeen', subjectId: id, unitId: petition.unitId });
  return petitioner;
}

/** By the handler, or by the place that wrote it down: who asked may want it dropped. */
export async function forgetPetitioner(ctx: Ctx, { id }: { readonly id: Id<'petition'> }): Promise<Record<string, never>> {
  const petition = await takeAtPlaceOrBody(ctx, id);
  await dropPetitioner(ctx, id);
  record(ctx, { type: 'petition.petitionerForgotten', subjectId: id, unitId: petition.unitId });
  return {};
}

export async function giveCode(ctx: Ctx, { id, origin }: { readonly id: Id<'petition'>; readonly origin: string }): Promise<{ code: string; qr: string }> {
  const petition = await takeAtPlaceOrBody(ctx, id);
  const code = codeFrom(randomBytes(codeBytes));
  await saveTracking(ctx, id, hashOf(ctx, readCode(code)!)); // one of ours
  record(ctx, { type: 'petition.codeGiven', subjectId: id, unitId: petition.unitId });
  return { code, qr: await drawQr(`${origin}/tra-cuu/${code}`, { type: 'svg', margin: 1 }) };
}

async function takeAtPlaceOrBody(ctx: Ctx, id: Id<'petition'>): Promise<Petition> {
  const petition = await readLocked(ctx, id);
  if ((await mayDo(ctx, 'petition.record', petition.unitId)) || (await isHandler(ctx, petition))) return petition;
  throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'petition.record' } });
}

/** Limited as signing in is: an attempt is counted before it is looked at, and a wrong one stays counted. */
export async function trackPetition(ctx: Ctx, { code: typed }: { readonly code: string }): Promise<Tracked> {
  const attempt = await countAttempt(ctx, typed, 'petitionCode');
  const code = readCode(typed);
  const found = code === undefined ? undefined : await firstRow(ctx.db, sql<Tracked>`
    select p.state, p.raised_on as "raisedOn", p.due_on as "dueOn", p.answered_on as "answeredOn", p.planned_on as "plannedOn", p.closed_on as "closedOn" from petitions p where p.tracking = ${hashOf(ctx, code)}`);
  if (!found) {
    await commitSoFar(ctx);
    throw new Problem({ code: 'petitions.codeUnknown', kind: 'not_found' });
  }
  await attemptSucceeded(ctx, attempt);
  return { ...found, dueOn: isOpen(found) ? found.dueOn : null };
}

function hashOf(ctx: Ctx, code: string): Buffer {
  return keyedHash(ctx.keys, 'petitions.tracking', code);
}
