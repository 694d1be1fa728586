/** The acts on assignments: may it be done under this regulation, what does the rule make of it, save, record. The role of the cadre comes and goes with it. */
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day, type Period } from '../../../platform/day.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import type { oversightContract } from '../oversight.contract.ts';
import { assign, end, quotaRefusal, removalRefusal, reopen, type Assignment, type Regulation } from '../oversight.ts';
import { loadsOf, postsHeld, quotaOf, refusalOfHandOver, requireCovered, requireFree, requireHeld, requirePeople } from './assignment.requires.ts';
import { endRole, renewRole, takeRoleBack, withRoles } from './assignment.roles.ts';
import { deleteAssignment, insertAssignments, saveAssignment } from './assignment.store.ts';
import { markFollowed } from './coverage.sql.ts';
import { readAssignment, takeAssignment, takeRegulation } from './oversight.reach.ts';

type Input<K extends keyof typeof oversightContract> = z.output<(typeof oversightContract)[K]['input']>;
type Answer<K extends keyof typeof oversightContract> = z.input<(typeof oversightContract)[K]['output']>;
type Item = Input<'assign'>['items'][number];

/** All at once, or none of them. */
export async function assignCadres(ctx: Ctx, { regulationId, decision, from, to, items }: Input<'assign'>): Promise<Answer<'assign'>> {
  const regulation = await takeRegulation(ctx, regulationId);
  return { ids: (await assignUnder(ctx, regulation, { decision, period: { from, to }, items })).map(({ id }) => id) };
}

interface Assigning {
  readonly decision: string;
  readonly period: Period;
  readonly items: readonly Item[];
}

async function assignUnder(ctx: Ctx, regulation: Regulation, { decision, period, items }: Assigning): Promise<Assignment[]> {
  const on = period.from;
  await requireCovered(ctx, regulation, { unitIds: items.map(({ unitId }) => unitId), on });
  await requirePeople(ctx, items.map(({ personId }) => personId));
  await requireHeld(ctx, items.flatMap(({ personId, postId }) => (postId ? [{ personId, postId }] : [])), on);
  await requireFree(ctx, regulation, { assigned: items, period: untilRegulationEnds(regulation, period) });
  await requireQuota(ctx, regulation, { period, items });
  const held = await postsHeld(ctx, { personIds: items.map(({ personId }) => personId), unitId: regulation.unitId, on });
  const assigned = items.map(({ unitId, personId, tier, postId }) => orThrow(assign(regulation, {
    id: newId<'oversightAssignment'>(homeOf(regulation.id)), unitId, personId, tier, postId: postId ?? held.get(personId) ?? null, decision, period: untilRegulationEnds(regulation, period),
  }, ctx.today)));
  const given = await withRoles(ctx, assigned);
  await insertAssignments(ctx, given);
  await markFollowed(ctx, given.map(({ unitId }) => unitId), on);
  for (const one of given) tell(ctx, 'oversight.assigned', one);
  return given;
}

function untilRegulationEnds({ period: { to } }: Regulation, period: Period): Period {
  return period.to === null && to !== null ? { ...period, to } : period;
}

/** Of those that somebody does not confirm to go beyond it. */
async function requireQuota(ctx: Ctx, regulation: Regulation, { period, items }: Pick<Assigning, 'period' | 'items'>): Promise<void> {
  const bound = items.filter(({ beyondQuota }) => !beyondQuota);
  const added = Map.groupBy(bound, ({ personId }) => personId);
  const [loads, most] = [await loadsOf(ctx, regulation, { personIds: [...added.keys()], period }), await quotaOf(ctx, regulation, period.from)];
  for (const [personId, those] of added) {
    const refusal = quotaRefusal({ units: loads.get(personId) ?? 0, added: those.length, most });
    if (refusal) throw new Problem(refusal);
  }
}

/** Whoever follows is assigned from the next day on, by the same decision. */
export async function endAssignment(ctx: Ctx, { id, version, lastDay, reason, decision, talkingPoints, successor }: Input<'end'>): Promise<Answer<'end'>> {
  const { assignment, regulation } = await takeAssignment(ctx, { id, version });
  const ended = await keepEnded(ctx, orThrow(end(assignment, { lastDay, reason, decision, talkingPoints: talkingPoints ?? assignment.talkingPoints })));
  if (!successor) return { id, version: ended.version, successorId: null };
  const items = [{ ...successor, unitId: assignment.unitId }];
  const [next] = await assignUnder(ctx, regulation, { decision: decision ?? assignment.decision, period: { from: addDays(lastDay, 1), to: assignment.period.to === lastDay ? null : assignment.period.to }, items });
  return { id, version: ended.version, successorId: next!.id };
}

async function keepEnded(ctx: Ctx, ended: Assignment): Promise<Assignment> {
  await endRole(ctx, ended);
  return keep(ctx, 'oversight.ended', { after: ended, from: ended.period.to! });
}

export async function reopenAssignment(ctx: Ctx, input: Input<'reopen'>): Promise<Answer<'reopen'>> {
  const { assignment, regulation } = await takeAssignment(ctx, input);
  const again = orThrow(reopen(assignment));
  const open = { ...again, period: untilRegulationEnds(regulation, again.period) };
  await requireFree(ctx, regulation, { assigned: [open], period: open.period });
  const { id, version } = await keep(ctx, 'oversight.reopened', { after: await renewRole(ctx, open), from: assignment.period.to! });
  return { id, version };
}

export async function removeAssignment(ctx: Ctx, input: Input<'remove'>): Promise<Answer<'remove'>> {
  const { assignment } = await takeAssignment(ctx, input);
  const refusal = removalRefusal(assignment, ctx.today);
  if (refusal) throw new Problem(refusal);
  await takeRoleBack(ctx, assignment);
  await deleteAssignment(ctx, assignment.id);
  await markFollowed(ctx, [assignment.unitId], assignment.period.from);
  tell(ctx, 'oversight.removed', assignment);
  return { id: assignment.id };
}

/** By the cadre himself, or by whoever assigns: what he tells the next one. */
export async function prepareHandOver(ctx: Ctx, { id, version, talkingPoints }: Input<'prepare'>): Promise<Answer<'prepare'>> {
  const { assignment, regulation } = await readAssignment(ctx, id);
  const isOwn = assignment.personId === ctx.actor?.personId;
  if (!isOwn && !(await mayDo(ctx, 'oversight.assign', regulation.unitId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'oversight.assign' } });
  if (version !== assignment.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const refusal = await refusalOfHandOver(ctx, assignment, regulation);
  if (refusal) throw new Problem(refusal);
  const saved = await saveAssignment(ctx, { ...assignment, talkingPoints });
  tell(ctx, 'oversight.handOverPrepared', saved);
  return { id, version: saved.version };
}

async function keep(ctx: Ctx, type: string, { after, from }: { readonly after: Assignment; readonly from: Day }): Promise<Assignment> {
  const saved = await saveAssignment(ctx, after);
  await markFollowed(ctx, [saved.unitId], from);
  tell(ctx, type, saved);
  return saved;
}

function tell(ctx: Ctx, type: string, { id, unitId, personId, regulationId }: Pick<Assignment, 'id' | 'unitId' | 'personId' | 'regulationId'>): void {
  record(ctx, { type, subjectId: id, unitId, personId, data: { regulation: regulationId } });
}
