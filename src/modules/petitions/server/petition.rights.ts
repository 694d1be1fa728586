/** What may be done with one petition by whom. Each answers the refusal, or nothing where it may be done. */
import { sql } from 'kysely';
import { mayDo, placedAt, seatsOf } from '../../../access/reach.ts';
import { systemAccountId } from '../../../access/system.ts';
import type { Verb } from '../../../access/verbs.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { refuse, type Refusal } from '../../../platform/problem.ts';
import { hasAnswered, lastReversible, type Petition } from '../petition.ts';
import { findReceiver } from './petition.bodies.ts';
import { isHandler } from './petition.reach.ts';
import { hasName } from './petition.store.ts';

/** Passed on by the body. While a name is kept by its very handler alone: whoever stands above could bring the name to himself. */
export async function refusalOfPassing(ctx: Ctx, { id }: Petition, bodyId: Id<'unit'>): Promise<Refusal | undefined> {
  if (!(await mayDo(ctx, 'petition.handle', bodyId))) return forbidden('petition.handle');
  return (await hasName(ctx, id)) && !(await isHandler(ctx, { bodyId })) ? refuse('petitions.namedMoves', 'forbidden') : undefined;
}

/** What the place says to an answer: never by the account that wrote the answer. */
export async function refusalOfVoice(ctx: Ctx, petition: Petition): Promise<Refusal | undefined> {
  if ((await findVoice(ctx, petition)) === undefined) return forbidden('petition.confirm');
  return hasAnswered(petition, accountOf(ctx)) ? refuse('petitions.ownAnswer', 'forbidden') : undefined;
}

/** By the place, or by whoever wrote it down there and takes it out again. */
export async function refusalOfWithdrawal(ctx: Ctx, petition: Petition): Promise<Refusal | undefined> {
  if (!isRecorder(ctx, petition)) return refusalOfVoice(ctx, petition);
  if (!(await mayDo(ctx, 'petition.record', petition.unitId))) return forbidden('petition.record');
  return hasAnswered(petition, accountOf(ctx)) ? refuse('petitions.ownAnswer', 'forbidden') : undefined;
}

/** By whoever may do the step that is taken back: of one that went on to another body, by the body that sent it. */
export async function refusalOfTakingBack(ctx: Ctx, petition: Petition): Promise<Refusal | undefined> {
  const last = lastReversible(petition);
  if (!last) return refuse('petitions.nothingToTakeBack', 'conflict');
  if (last.kind === 'withdrawn') return refusalOfWithdrawal(ctx, petition);
  if (last.kind === 'confirmed' || last.kind === 'reopened') return (await refusalOfVoice(ctx, petition)) ?? ((await speaksAs(ctx, petition, last.unitId)) ? undefined : forbidden('petition.confirm'));
  if (last.kind === 'routed' || last.kind === 'refused') return refusalOfPassing(ctx, petition, last.unitId);
  return (await mayDo(ctx, 'petition.handle', last.unitId)) ? undefined : forbidden('petition.handle');
}

/**
 * For which unit the actor speaks where the place is asked: the place itself, or a seat between it and the committee that receives
 * what it asks for, whose office acts for cells without accounts. Not for standing above that, and not for visiting it.
 */
export async function findVoice(ctx: Ctx, { unitId }: Pick<Petition, 'unitId'>): Promise<Id<'unit'> | undefined> {
  if (!(await mayDo(ctx, 'petition.confirm', unitId))) return undefined;
  const receiver = await findReceiver(ctx, unitId);
  const seats = [...new Set(seatsOf(ctx, 'petition.confirm'))].toSorted();
  const [on, isReach] = [sql`${ctx.today}::date`, sql`k.hierarchy = 'reach' and k.descendant_id = ${unitId}`];
  const row = await firstRow(primaryOf(ctx), sql<{ id: Id<'unit'> | null }>`
    select case when ${placedAt(ctx, 'petition.confirm')('p.id')} then p.id else (select k.ancestor_id from unit_closure k where ${isReach} and k.ancestor_id = any(${seats}::uuid[]) and k.valid @> ${on}
      and k.depth <= (select min(r.depth) from unit_closure r where r.hierarchy = 'reach' and r.descendant_id = ${unitId} and r.ancestor_id = ${receiver ?? null}::uuid and r.valid @> ${on}) order by k.depth, k.ancestor_id limit 1) end as id
    from (select ${unitId}::uuid as id) p`);
  return row?.id ?? undefined;
}

/** What the place itself said is unsaid by the place; what its office said in its stead, by either. */
async function speaksAs(ctx: Ctx, petition: Petition, said: Id<'unit'>): Promise<boolean> {
  const voice = await findVoice(ctx, petition);
  return voice === petition.unitId || voice === said;
}

export function isRecorder(ctx: Ctx, { steps }: Pick<Petition, 'steps'>): boolean {
  const account = accountOf(ctx);
  return account !== null && steps[0]?.by === account;
}

/** The system itself is nobody: what it writes it writes for many. */
function accountOf({ actor }: Ctx): Id<'account'> | null {
  return actor && actor.accountId !== systemAccountId ? actor.accountId : null;
}

function forbidden(verb: Verb): Refusal {
  return refuse('platform.forbidden', 'forbidden', { verb });
}
