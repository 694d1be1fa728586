/**
 * Giving roles and taking them back. A system administrator appoints others, never himself; everybody else gives on
 * behalf of one assignment of his own, never more than it holds, and what he gave ends with it.
 */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor, Ctx } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import { record } from '../../platform/events.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { assignmentContract } from '../assignment.contract.ts';
import { beyond, giftFault, type Gift } from '../assignment.ts';
import { holdsSystemWide, reach, take, takeAnywhere } from '../reach.ts';
import { findAccountByName, type StoredAccount } from './account.store.ts';
import { requireActor } from './actor.ts';
import { requireAdministratorBesides } from './administrators.ts';
import { placeOf } from './assignment.live.ts';
import { isAssignedAlready, lockAssignment, revokeLine, saveNewAssignment, type Assignment } from './assignment.store.ts';
import { findTakeBack, holdingsOf } from './holdings.ts';
import { personWithin } from './person.within.ts';

type GrantInput = z.output<typeof assignmentContract.grant.input>;

export async function grantAssignment(ctx: Ctx, input: GrantInput) {
  const given = await requireMayGrant(ctx, input);
  if (await isAssignedAlready(ctx, given)) throw new Problem({ code: 'access.assignedAlready', kind: 'conflict' });
  return save(ctx, given);
}

/** Beside the same role that came with something else: each ends with its own. */
export async function grantBeside(ctx: Ctx, input: GrantInput) {
  return save(ctx, await requireMayGrant(ctx, input));
}

type Given = Omit<Assignment, 'id' | 'revokedAt'>;

async function requireMayGrant(ctx: Ctx, input: GrantInput): Promise<Given> {
  const actor = requireActor(ctx);
  takeAnywhere(ctx, 'assignment.grant');
  const gift: Gift = { role: input.role, reach: input.reach, period: { from: input.from, to: input.to } };
  const fault = giftFault({ ...gift, hasUnit: input.unitId !== undefined });
  if (fault) throw new Problem(fault);
  const appoints = holdsSystemWide(ctx, 'assignment.appoint');
  if (!appoints && input.unitId) await take(ctx, 'assignment.grant', input.unitId);
  const account = await requireAccount(ctx, input.account);
  if (account.id === actor.accountId) throw new Problem({ code: 'access.notToOneself', kind: 'forbidden' });
  if (input.unitId) await requireUnitToday(ctx, input.unitId);
  const onBehalfOf = appoints ? undefined : await findSource(ctx, { actor, account, gift, unitId: input.unitId });
  return { accountId: account.id, role: input.role, unitId: input.unitId, reach: input.reach, period: gift.period, onBehalfOf };
}

async function save(ctx: Ctx, given: Given): Promise<{ id: Id<'assignment'> }> {
  const id = await saveNewAssignment(ctx, given);
  const { accountId, role, unitId, reach: how, period } = given;
  record(ctx, { type: 'assignment.granted', subjectId: id, ...(unitId ? { unitId } : {}), data: { account: accountId, role, reach: how, from: period.from, to: period.to } });
  return { id };
}

export async function revokeAssignment(ctx: Ctx, { id }: { id: Id<'assignment'> }) {
  takeAnywhere(ctx, 'assignment.grant');
  const assignment = await lockAssignment(ctx, id);
  await requireMayRevoke(ctx, { ...assignment, unitId: await placeToday(ctx, id) });
  if (assignment.revokedAt) throw new Problem({ code: 'access.revokedAlready', kind: 'conflict' });
  if (assignment.role === 'system_administrator') await requireAdministratorBesides(ctx, { assignmentId: id });
  const ended = await revokeLine(ctx, id);
  for (const each of ended) record(ctx, { type: 'assignment.revoked', subjectId: each.id, ...(each.unitId ? { unitId: each.unitId } : {}), data: { account: each.accountId, role: each.role, with: id } });
  return { ended: ended.length };
}

/** The actor's own assignment on whose behalf the role is given. */
async function findSource(ctx: Ctx, gift: { actor: Actor; account: StoredAccount; gift: Gift; unitId: Id<'unit'> | undefined }): Promise<Id<'assignment'>> {
  if (gift.gift.reach === 'none') await requirePersonWithin(ctx, gift.account);
  const holdings = await holdingsOf(ctx, gift.actor, gift.unitId);
  const answers = holdings.map(({ id, holding }) => ({ id, refusal: beyond(holding, gift.gift) }));
  const source = answers.find((answer) => answer.refusal === undefined);
  // Locked, so that it is not taken back while something is given on its behalf.
  if (source && (await lockAssignment(ctx, source.id)).revokedAt === null) return source.id;
  throw new Problem(answers[0]?.refusal ?? { code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'assignment.grant' } });
}

/** 404 where it may not even be read. */
async function requireMayRevoke(ctx: Ctx, assignment: Assignment): Promise<void> {
  if (holdsSystemWide(ctx, 'assignment.appoint')) return;
  const actor = requireActor(ctx);
  if ((await findTakeBack(ctx, actor, [assignment])).has(assignment.id)) return;
  const readable = assignment.unitId !== undefined && (await isReadable(ctx, assignment.unitId));
  throw new Problem(readable ? { code: 'access.notYoursToRevoke', kind: 'forbidden' } : { code: 'platform.notFound', kind: 'not_found' });
}

async function placeToday(ctx: Ctx, id: Id<'assignment'>): Promise<Id<'unit'> | undefined> {
  const row = await firstRow(ctx.db, sql<{ unit_id: Id<'unit'> | null }>`select ${placeOf('a', ctx.today)} as unit_id from assignments a where a.id = ${id}`);
  return row?.unit_id ?? undefined;
}

async function isReadable(ctx: Ctx, unitId: Id<'unit'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select ${reach(ctx, 'assignment.read').over('u.id')} as ok from units u where u.id = ${unitId}`);
  return row?.ok ?? false;
}

async function requireAccount(ctx: Ctx, name: string): Promise<StoredAccount> {
  const account = await findAccountByName(ctx, name);
  if (!account || account.disabledAt) throw new Problem({ code: 'access.accountUnknown', kind: 'invalid' });
  return account;
}

async function requireUnitToday(ctx: Ctx, unitId: Id<'unit'>): Promise<void> {
  const row = await firstRow(ctx.db, sql<{ today: boolean | null }>`
    select bool_or(v.valid @> ${ctx.today}::date) as today from units u left join unit_versions v on v.unit_id = u.id where u.id = ${unitId} group by u.id`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (!row.today) throw new Problem({ code: 'access.unitGone', kind: 'conflict' });
}

async function requirePersonWithin(ctx: Ctx, account: StoredAccount): Promise<void> {
  if (account.personId && (await personWithin(ctx, 'assignment.grant', account.personId))) return;
  throw new Problem({ code: 'access.personNotYours', kind: 'forbidden' });
}
