/** Tasks shared out among units: a part for each under one whole; what is done to the whole is done to the parts that are open. */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { standsOn } from '../../units/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Home, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { formerDues } from '../task.dues.figures.ts';
import { nextOf } from '../task.recurring.ts';
import type { Outcome, Task } from '../task.ts';
import { addEntries, type Entry } from './task.entries.ts';
import { markPartsOf, markTasks } from './task.marks.ts';
import { insertTasks } from './task.store.ts';

/** Each part of the same origin as the whole; the whole alone comes again, with parts of its own. */
export function sharedOut(whole: Task, units: readonly Id<'unit'>[]): Task[] {
  return [whole, ...units.map((unitId) => partOf(whole, { unitId, weight: 1 }))];
}

function partOf(whole: Task, { unitId, weight }: { unitId: Id<'unit'>; weight: number }): Task {
  return { ...whole, id: newId<'task'>(homeOf(unitId)), unitId, weight, recurrence: null, wholeId: whole.id };
}

/** The first and its parts. Told once, so that the log of a province is not held for thousands of lines. */
export async function insertGiven(ctx: Ctx, [task, ...parts]: readonly Task[]): Promise<void> {
  if (!task) return;
  await insertTasks(ctx, [task, ...parts]);
  record(ctx, { type: 'task.given', subjectId: task.id, unitId: task.unitId, data: { origin: task.origin.kind, ...(parts.length > 0 && { units: parts.length }) } });
}

/** The next of those that come again, made at the end of the last or when its day has passed; the last comes again no more. */
export async function bringNext(ctx: Ctx, task: Task): Promise<Task> {
  const next = nextOf(task, { id: newId<'task'>(homeOf(task.id)), on: ctx.today });
  if (!next) return task;
  await insertGiven(ctx, [next, ...(await unitsOfParts(ctx, task)).map((asked) => partOf(next, asked))]);
  return { ...task, recurrence: null };
}

/** Those that still stand and whose part was not cancelled. */
function unitsOfParts(ctx: Ctx, { id }: Task): Promise<{ unitId: Id<'unit'>; weight: number }[]> {
  return rows(ctx.db, sql<{ unitId: Id<'unit'>; weight: number }>`select t.unit_id as "unitId", t.weight from tasks t where t.whole_id = ${id} and t.state <> 'dropped' and ${standsOn('t.unit_id', ctx.today)} order by t.unit_id`);
}

export async function countParts(ctx: Ctx, id: Id<'task'>): Promise<number> {
  return (await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from tasks t where t.whole_id = ${id}`))!.count;
}

/** Dropped with the whole; confirmed with it where they were reported. While one is neither settled nor reported, the whole is not done. @returns how many */
export async function settleParts(ctx: Ctx, { id, outcome }: Task, entry: Entry): Promise<number> {
  if (outcome.state === 'done') await requireReported(ctx, id);
  return follow(ctx, id, { entry, update: (home) => sql`update tasks t set ${setOutcome(outcome)} where t.home_id = ${home} and t.whole_id = ${id} and t.state = 'open' returning t.id` });
}

async function requireReported(ctx: Ctx, id: Id<'task'>): Promise<void> {
  const { count } = (await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from tasks t where t.whole_id = ${id} and t.state = 'open' and t.stage <> 'reported'`))!;
  if (count > 0) throw new Problem({ code: 'tasks.partsOpen', kind: 'conflict', data: { count } });
}

/** Those that were settled with it, in the same moment. */
export async function reopenParts(ctx: Ctx, { id }: Task, entry: Entry): Promise<number> {
  const settled = sql`select max(e.recorded_at) from task_entries e where e.home_id = ${homeOf(id)} and e.task_id = ${id} and e.act in ('confirm', 'cancel')`;
  return follow(ctx, id, { entry, update: (home) => sql`update tasks t set ${setOutcome({ state: 'open' })} where t.home_id = ${home} and t.whole_id = ${id} and t.state <> 'open'
    and exists (select from task_entries e where e.home_id = t.home_id and e.task_id = t.id and e.act in ('confirm', 'cancel') and e.recorded_at = (${settled})) returning t.id` });
}

function setOutcome(outcome: Outcome) {
  const [on, note] = outcome.state === 'open' ? [null, null] : [outcome.on, outcome.note];
  return sql`state = ${outcome.state}, settled_on = ${on}::date, note = ${note}, version = t.version + 1`;
}

/** What of the whole was changed, in each open part where it stood as in the whole: what was agreed with one unit alone stays. */
export async function changeParts(ctx: Ctx, { before, after }: { before: Task; after: Task }, entry: Entry): Promise<number> {
  const changes = [
    ...changeOf('title', sql`text`, before.title, after.title), ...changeOf('detail', sql`text`, before.detail, after.detail), ...changeOf('due_on', sql`date`, before.dueOn, after.dueOn), ...(before.dueOn === after.dueOn ? [] : [sql`former_dues = case when t.due_on is not distinct from ${before.dueOn}::date then ${formerDues({ dueOn: sql`${after.dueOn}::date`, today: sql`${ctx.today}::date` })} else t.former_dues end`]),
    ...changeOf('partners', sql`uuid[]`, [...before.partners], [...after.partners]), ...changeOf('figure', sql`jsonb`, before.aim && JSON.stringify(before.aim), after.aim && JSON.stringify(after.aim)),
  ];
  if (changes.length === 0) return 0;
  return follow(ctx, after.id, { entry, update: (home) => sql`update tasks t set ${sql.join(changes)}, version = t.version + 1 where t.home_id = ${home} and t.whole_id = ${after.id} and t.state = 'open' returning t.id` });
}

function changeOf(column: string, type: RawBuilder<unknown>, before: unknown, after: unknown): RawBuilder<unknown>[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [set, stands] = [sql.ref(column), sql.ref(`t.${column}`)];
  return [sql`${set} = case when ${stands} is not distinct from ${before}::${type} then ${after}::${type} else ${stands} end`];
}

interface Following {
  readonly entry: Entry;
  readonly update: (home: Home) => RawBuilder<unknown>;
}

/** Home by home, in order: two that follow at once never wait for each other in a circle. */
async function follow(ctx: Ctx, wholeId: Id<'task'>, { entry, update }: Following): Promise<number> {
  const homes = await rows(ctx.db, sql<{ home: Home }>`select distinct home_id as home from tasks where whole_id = ${wholeId} order by home_id`);
  await markPartsOf(ctx, wholeId);
  const changed: Id<'task'>[] = [];
  for (const { home } of homes) changed.push(...(await rows(ctx.db, sql<{ id: Id<'task'> }>`${update(home)}`)).map(({ id }) => id));
  await markTasks(ctx, changed);
  await addEntries(ctx, changed, entry);
  return changed.length;
}
