/** What the records say of the time that is reviewed, to be laid beside what is written: counts and earlier shortcomings, no judgement. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { attendanceOfPeople, meetingsHeldBy } from '../../meetings/server/index.ts';
import { foundOf } from '../../shortcomings/server/index.ts';
import { tallyTasks } from '../../tasks/server/index.ts';
import { mostFacts, type wholeReview } from '../review.shapes.ts';

type Facts = z.input<typeof wholeReview>['facts'];

interface About {
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly from: Day;
  readonly to: Day;
}

export async function factsOf(ctx: Ctx, about: About): Promise<Facts> {
  const { unitId, personId } = about;
  return {
    tasks: await tasksOf(ctx, about), attendance: personId === null ? null : ((await attendanceOfPeople(ctx, [personId], about)).get(personId) ?? null),
    meetings: personId === null ? { held: await meetingsHeldBy(ctx, unitId, about) } : null, shortcomings: await foundOf(ctx, { ...about, most: mostFacts }),
  };
}

/** Those that were due in the time, and those without a day that were given or settled in it. */
async function tasksOf(ctx: Ctx, { unitId, personId, from, to }: About): Promise<Facts['tasks']> {
  const tally = (await tallyTasks(ctx, [{ key: unitId, unitId, personId }], { from, to })).get(unitId);
  if (!tally) return { done: 0, doneLate: 0, open: 0, late: 0 };
  const { due, done, onTime, ahead, undatedDone, undatedOpen } = tally;
  return { done: onTime + undatedDone, doneLate: done - onTime, open: ahead + undatedOpen, late: due - done - ahead };
}
