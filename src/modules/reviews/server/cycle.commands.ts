/** A committee opens a cycle for itself and those below it, adds who is missing, closes it. Who must be reviewed is looked up on the day of the act. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { homeOfUnit, unitOn } from '../../units/server/index.ts';
import type { reviewContract } from '../review.contract.ts';
import { firstForms, formVersionOn } from '../review.forms.ts';
import { collectivesDue, peopleDue, takesCells, type Due } from '../review.must.ts';
import { cycleRefusal, type Cycle, type Review } from '../review.ts';
import { membersUnder, placesUnder } from './must.reads.ts';
import { deleteCycle, drawnIn, insertCycle, insertReviews, isCycleBegun, lockCycle, saveCycle } from './review.store.ts';

type Input<K extends keyof typeof reviewContract> = z.output<(typeof reviewContract)[K]['input']>;
interface Done {
  readonly id: Id<'reviewCycle'>;
  readonly version: number;
}

/** A large commune with all its members; a province opens for committees and leaders. */
export const mostReviews = 8_000;

export async function openCycle(ctx: Ctx, { id, unitId, ...given }: Input<'openCycle'>): Promise<{ id: Id<'reviewCycle'>; reviews: number }> {
  await take(ctx, 'review.record', unitId);
  const refusal = cycleRefusal(given);
  if (refusal) throw new Problem(refusal);
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  const forms = formVersionOn(given.to);
  if (!forms) throw new Problem({ code: 'reviews.noForm', kind: 'invalid', data: { from: firstForms } });
  const cycle: Cycle = { ...given, id: id ?? newId<'reviewCycle'>(home), unitId, formVersion: forms.code, closedOn: null, version: 1 };
  const due = await whoMust(ctx, cycle);
  if (due.length === 0) throw new Problem({ code: 'reviews.nobodyDue', kind: 'invalid' });
  await insertCycle(ctx, cycle);
  await insertReviews(ctx, cycle, due.map((one) => reviewOf(cycle, one)));
  record(ctx, { type: 'review.cycleOpened', subjectId: cycle.id, unitId, data: { kind: cycle.kind, to: cycle.to } });
  return { id: cycle.id, reviews: due.length };
}

/** Adds whoever must be reviewed by now and is not in it; nobody is taken out. */
export async function redrawCycle(ctx: Ctx, of: Input<'redrawCycle'>): Promise<Done & { added: number }> {
  const cycle = await takeCycle(ctx, of);
  if (cycle.closedOn !== null) throw new Problem({ code: 'reviews.cycleClosed', kind: 'conflict' });
  const known = new Set((await drawnIn(ctx, cycle.id)).map(keyOf));
  const missing = (await whoMust(ctx, cycle)).filter((one) => !known.has(keyOf(one)));
  await insertReviews(ctx, cycle, missing.map((one) => reviewOf(cycle, one)));
  record(ctx, { type: 'review.cycleRedrawn', subjectId: cycle.id, unitId: cycle.unitId, data: { added: missing.length } });
  return { id: cycle.id, version: await saveCycle(ctx, cycle), added: missing.length };
}

/** Opened by mistake it goes again, while nobody has done anything in it. */
export async function dropCycle(ctx: Ctx, of: Input<'dropCycle'>): Promise<Record<string, never>> {
  const cycle = await takeCycle(ctx, of);
  if (await isCycleBegun(ctx, cycle.id)) throw new Problem({ code: 'reviews.cycleBegun', kind: 'conflict' });
  await deleteCycle(ctx, cycle.id);
  record(ctx, { type: 'review.cycleDropped', subjectId: cycle.id, unitId: cycle.unitId, data: { kind: cycle.kind, to: cycle.to } });
  return {};
}

export async function closeCycle(ctx: Ctx, { isClosed, ...of }: Input<'closeCycle'>): Promise<Done> {
  const cycle = await takeCycle(ctx, of);
  const version = await saveCycle(ctx, { ...cycle, closedOn: isClosed ? ctx.today : null });
  record(ctx, { type: isClosed ? 'review.cycleClosed' : 'review.cycleOpenedAgain', subjectId: cycle.id, unitId: cycle.unitId });
  return { id: cycle.id, version };
}

async function takeCycle(ctx: Ctx, { id, version }: Done): Promise<Cycle> {
  const cycle = await lockCycle(ctx, id);
  if (!cycle) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'review.record', cycle.unitId);
  if (cycle.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return cycle;
}

async function whoMust(ctx: Ctx, { unitId, collectives, people, below }: Cycle): Promise<Due[]> {
  const opener = await unitOn(ctx, unitId, ctx.today);
  const places = await placesUnder(ctx, { unitId, below }, { withCells: opener === undefined || takesCells(opener.kind) });
  const members = people === 'none' ? [] : await membersUnder(ctx, { unitId, below }, { people, most: mostReviews });
  const due = [...(collectives ? collectivesDue(places) : []), ...peopleDue(members, { places, scope: people })];
  if (members.length > mostReviews || due.length > mostReviews) throw new Problem({ code: 'reviews.tooMany', kind: 'invalid', data: { most: mostReviews } });
  return due;
}

function keyOf({ unitId, personId }: Pick<Due, 'unitId' | 'personId'>): string {
  return `${unitId} ${personId}`;
}

function reviewOf({ id: cycleId, unitId: openedById, formVersion }: Cycle, { unitId, personId, form }: Due): Review {
  return {
    id: newId<'review'>(homeOf(unitId)), cycleId, unitId, openedById, personId, form, formVersion, state: 'due', texts: {}, writtenBy: null, suggestions: [],
    submittedOn: null, meetingId: null, heldOn: null, opinions: [], conclusion: '', concludedBy: null, former: [], reason: '', version: 0,
  };
}
