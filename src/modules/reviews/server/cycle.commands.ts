/** A committee opens a cycle for itself and those below it, and closes it. Who must be reviewed is looked up once, on the day of opening. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { reviewContract } from '../review.contract.ts';
import { formVersionOn } from '../review.forms.ts';
import { collectivesDue, peopleDue, type Due } from '../review.must.ts';
import { cycleRefusal, type Cycle, type Review } from '../review.ts';
import { membersAt, placesUnder } from './must.reads.ts';
import { insertCycle, insertReviews, lockCycle, saveCycle } from './review.store.ts';

type Input<K extends keyof typeof reviewContract> = z.output<(typeof reviewContract)[K]['input']>;

/** A large commune with all its members; a province opens for collectives and leaders. */
export const mostReviews = 8_000;

export async function openCycle(ctx: Ctx, { id, unitId, collectives, people, below, ...given }: Input<'openCycle'>): Promise<{ id: Id<'reviewCycle'>; reviews: number }> {
  await take(ctx, 'review.record', unitId);
  const refusal = cycleRefusal(given);
  if (refusal) throw new Problem(refusal);
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  const cycle: Cycle = { ...given, id: id ?? newId<'reviewCycle'>(home), unitId, formVersion: formVersionOn(given.to).code, closedOn: null, version: 1 };
  const due = await whoMust(ctx, { unitId, collectives, people, below });
  if (due.length === 0) throw new Problem({ code: 'reviews.nobodyDue', kind: 'invalid' });
  if (due.length > mostReviews) throw new Problem({ code: 'reviews.tooMany', kind: 'invalid', data: { most: mostReviews } });
  await insertCycle(ctx, cycle);
  await insertReviews(ctx, cycle, due.map((one) => reviewOf(cycle, one)));
  record(ctx, { type: 'review.cycleOpened', subjectId: cycle.id, unitId, data: { kind: cycle.kind, to: cycle.to } });
  return { id: cycle.id, reviews: due.length };
}

async function whoMust(ctx: Ctx, { unitId, collectives, people, below }: Pick<Input<'openCycle'>, 'unitId' | 'collectives' | 'people' | 'below'>): Promise<Due[]> {
  const places = await placesUnder(ctx, unitId, { below });
  const members = people === 'none' ? [] : await membersAt(ctx, places.filter(({ kind }) => kind === 'cell').map(({ id }) => id));
  return [...(collectives ? collectivesDue(places) : []), ...peopleDue(members, { places, scope: people })];
}

function reviewOf({ id: cycleId, unitId: openedById, formVersion }: Cycle, { unitId, personId, form }: Due): Review {
  return {
    id: newId<'review'>(homeOf(unitId)), cycleId, unitId, openedById, personId, form, formVersion, state: 'due', texts: {}, writtenBy: null, suggestions: [],
    submittedOn: null, meetingId: null, heldOn: null, opinions: [], conclusion: '', concludedBy: null, former: [], reason: '', version: 0,
  };
}

export async function closeCycle(ctx: Ctx, { id, version, isClosed }: Input<'closeCycle'>): Promise<{ id: Id<'reviewCycle'>; version: number }> {
  const cycle = await lockCycle(ctx, id);
  if (!cycle) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'review.record', cycle.unitId);
  if (cycle.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const saved = await saveCycle(ctx, { ...cycle, closedOn: isClosed ? ctx.today : null });
  record(ctx, { type: isClosed ? 'review.cycleClosed' : 'review.cycleOpenedAgain', subjectId: id, unitId: cycle.unitId });
  return { id, version: saved };
}
