/**
 * Tasks that the commune of the sample's accounts gave to its cells before the day of loading: in time, late, very late, reported,
 * given back. The cell in which one can sign in is left aside: its own meetings gave it enough to do.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { createTasks } from '../../tasks/server/index.ts';
import { givenTasks, sharedTask } from '../sample.words.ts';
import type { SamplePlaces } from './sample.months.ts';

/** What has become of a task, told from the day of loading. */
export interface SampleTask {
  readonly id: Id<'task'>;
  readonly progress: number;
  /** Days ago. */
  readonly toldAgo: number;
  readonly isReported: boolean;
}

const days = [
  { givenAgo: 45, dueIn: -25, progress: 30, toldAgo: 30, isReported: false },
  { givenAgo: 30, dueIn: -4, progress: 60, toldAgo: 10, isReported: false },
  { givenAgo: 25, dueIn: 1, progress: 100, toldAgo: 8, isReported: true },
  { givenAgo: 12, dueIn: 18, progress: 0, toldAgo: 0, isReported: false },
  { givenAgo: 9, dueIn: 2, progress: 80, toldAgo: 1, isReported: false },
] as const;

const sharedDays = { givenAgo: 20, dueIn: 25 };

/** Answers what was told of each since, to be done by the acts. */
export async function giveLastTasks(ctx: Ctx, { communeId, cellId }: SamplePlaces): Promise<readonly SampleTask[]> {
  const cells = (await cellsUnder(ctx, communeId)).filter((id) => id !== cellId);
  const given: SampleTask[] = [];
  for (const [at, title] of givenTasks.entries()) {
    const [unitId, when] = [cells[at % cells.length]!, days[at % days.length]!];
    given.push({ id: await give(ctx, { unitId, askedBy: communeId, title, ...when }), progress: when.progress, toldAgo: when.toldAgo, isReported: when.isReported });
  }
  const whole = await give(ctx, { unitId: communeId, askedBy: communeId, title: sharedTask, ...sharedDays });
  for (const [at, unitId] of cells.entries()) {
    const id = await give(ctx, { unitId, askedBy: communeId, title: sharedTask, ...sharedDays, wholeId: whole });
    given.push({ id, progress: at % 4 === 0 ? 0 : 25 * (at % 4) + 10, toldAgo: at % 5, isReported: at % 6 === 5 });
  }
  return given;
}

interface Giving {
  readonly unitId: Id<'unit'>;
  readonly askedBy: Id<'unit'>;
  readonly title: string;
  readonly givenAgo: number;
  readonly dueIn: number;
  readonly wholeId?: Id<'task'>;
}

async function give(ctx: Ctx, { unitId, askedBy, title, givenAgo, dueIn, wholeId }: Giving): Promise<Id<'task'>> {
  const id = newId<'task'>(homeOf(unitId));
  await createTasks(ctx, { unitId, askedBy, on: addDays(ctx.today, -givenAgo), origin: { kind: 'unit', id: askedBy }, tasks: [{ id, title, ownerId: null, dueOn: addDays(ctx.today, dueIn), ...(wholeId ? { wholeId } : {}) }] });
  return id;
}

/** In one order, wherever it is loaded. */
async function cellsUnder(ctx: Ctx, communeId: Id<'unit'>): Promise<Id<'unit'>[]> {
  const found = await rows(ctx.db, sql<{ unit_id: Id<'unit'> }>`
    select v.unit_id from unit_closure c join unit_versions v on v.unit_id = c.descendant_id and v.kind = 'cell' and v.valid @> ${ctx.today}::date
    where c.hierarchy = 'party' and c.ancestor_id = ${communeId} and c.valid @> ${ctx.today}::date order by v.name collate "C", v.unit_id`);
  return found.map((row) => row.unit_id);
}
