/** A task given without a meeting: to the own unit, to another below, or to many, each with a task of its own under one that is shared out. */
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { homeOfUnit, unitsUnder } from '../../units/server/index.ts';
import { partyKinds } from '../../units/unit.kinds.ts';
import type { taskContract } from '../task.contract.ts';
import type { Origin } from '../task.origins.ts';
import { given, type Task } from '../task.ts';
import { readOrigins } from './origin.reads.ts';
import { requireKnown } from './task.commands.ts';
import { requireSound } from './task.named.ts';
import { countParts, insertGiven, sharedOut } from './task.parts.ts';
import { findTask } from './task.store.ts';

type Input = z.output<(typeof taskContract)['give']['input']>;
type Wanted = Omit<Input, 'origin'> & { readonly origin?: Origin | undefined };
type Answer = z.output<(typeof taskContract)['give']['output']>;

/** All cells of a large province. */
const mostAtOnce = 20_000;

export async function giveTask(ctx: Ctx, input: Input): Promise<Answer> {
  await take(ctx, 'task.record', input.unitId);
  const known = await findGiven(ctx, input);
  if (known) return known;
  if (input.origin && !(await readOrigins(ctx, [input.origin])).get(input.origin.id)?.name) throw new Problem({ code: 'tasks.originUnknown', kind: 'invalid' });
  return giveFrom(ctx, input);
}

/** Of whatever origin: who gives them has looked at that. */
export async function giveFrom(ctx: Ctx, input: Wanted): Promise<Answer> {
  await requireGivable(ctx, input);
  const units = await unitsAsked(ctx, input);
  // For one unit alone there is nothing to share out.
  const [only = input.unitId] = units.length > 1 ? [] : units;
  const task = await taskFor(ctx, only, input);
  await insertGiven(ctx, units.length > 1 ? sharedOut(task, units) : [task]);
  return { id: task.id, version: 1, given: Math.max(units.length, 1) };
}

/** The answer was lost on the way and it is sent again: it is given once. */
async function findGiven(ctx: Ctx, { id, unitId, title }: Input): Promise<Answer | undefined> {
  const task = id && (await findTask(ctx, id));
  if (!task || task.askedBy !== unitId || task.title !== title) return undefined;
  return { id: task.id, version: task.version, given: Math.max(await countParts(ctx, task.id), 1) };
}

async function requireGivable(ctx: Ctx, { to, kinds, ownerId, ownerPostId, dueOn, recurrence, partners, aim }: Wanted): Promise<void> {
  if (dueOn !== null && dueOn < ctx.today) throw new Problem({ code: 'tasks.dueInPast', kind: 'invalid', data: { today: ctx.today } });
  if (recurrence && dueOn === null) throw new Problem({ code: 'tasks.recursWithoutDay', kind: 'invalid' });
  if ((ownerId || ownerPostId) && (to.length > 1 || kinds.length > 0)) throw new Problem({ code: 'tasks.ownerOfMany', kind: 'invalid' });
  if (ownerId) await requireKnown(ctx, ownerId);
  await requireSound(ctx, { ownerPostId, partners, aim });
}

async function taskFor(ctx: Ctx, unitId: Id<'unit'>, { id, unitId: askedBy, to: _to, kinds: _kinds, origin, ...wanted }: Wanted): Promise<Task> {
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  const { detail = null, ownerPostId = null, weight = 1, steps = [], partners = [], recurrence = null, aim = null } = wanted;
  const from: Origin = origin ?? { kind: 'unit', id: askedBy };
  return given({ id: id ?? newId<'task'>(home), unitId, askedBy, title: wanted.title, detail, ownerId: wanted.ownerId, ownerPostId, dueOn: wanted.dueOn, weight, steps, partners, recurrence, aim, origin: from, givenOn: ctx.today });
}

async function unitsAsked(ctx: Ctx, { unitId, to, kinds }: Wanted): Promise<Id<'unit'>[]> {
  const below = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select id from unnest(${to}::uuid[]) u (id) where id = ${unitId} or id in (${unitsUnder(unitId, ctx.today)})`);
  if (below.length < new Set(to).size) throw new Problem({ code: 'tasks.notBelow', kind: 'invalid' });
  await requireParty(ctx, [unitId, ...to]);
  const all = kinds.length > 0 ? await rows(ctx.db, sql<{ id: Id<'unit'> }>`${ofKindBelow(ctx, unitId, kinds)} limit ${mostAtOnce + 1}`) : [];
  const found = [...new Set([...to, ...all.map(({ id }) => id)])];
  if (kinds.length > 0 && found.length === 0) throw new Problem({ code: 'tasks.notBelow', kind: 'invalid' });
  if (found.length > mostAtOnce) throw new Problem({ code: 'tasks.givenTooMany', kind: 'invalid', data: { most: mostAtOnce } });
  return found;
}

/** What a Party organisation gives goes to Party organisations: a village or the Front below it has nobody here who would take it up. */
async function requireParty(ctx: Ctx, [giver, ...to]: readonly Id<'unit'>[]): Promise<void> {
  const others = await rows(ctx.db, sql<{ id: Id<'unit'>; name: string }>`select v.unit_id as id, v.name from unit_versions v where v.unit_id = any(${[giver, ...to]}::uuid[]) and v.kind <> all(${partyKinds}::text[]) and ${heldOn('v.valid', sql`${ctx.today}::date`)} order by v.name`);
  if (others.length > 0 && !others.some(({ id }) => id === giver)) throw new Problem({ code: 'tasks.notParty', kind: 'invalid', data: { unit: others[0]!.name } });
}

function ofKindBelow(ctx: Ctx, unitId: Id<'unit'>, kinds: readonly string[]): RawBuilder<unknown> {
  return sql`select v.unit_id as id from unit_versions v where v.kind = any(${[...kinds]}::text[]) and ${heldOn('v.valid', sql`${ctx.today}::date`)} and v.unit_id <> ${unitId} and v.unit_id in (${unitsUnder(unitId, ctx.today)}) order by v.unit_id`;
}
