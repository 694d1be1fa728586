/** Tasks as lists and pages tell them: with names, the origin, what the rule calls very late, how far shared ones have come. Nothing here writes. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import { findRuleValues, workingCalendar } from '../../rules/server/index.ts';
import { addWorkingDays } from '../../rules/working.days.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Origin, OriginKind } from '../task.origins.ts';
import { progressOf, rollUp, type Part } from '../task.progress.ts';
import type { taskItem } from '../task.shapes.ts';
import { standingOf, type Stage, type TaskState } from '../task.stages.ts';
import { isLate } from '../task.ts';
import { readOrigins, type ReadOrigin } from './origin.reads.ts';
import { holderOn, isOwnOf } from './task.holders.ts';
import { judgesAt } from './task.judge.ts';
import { namesOf } from './task.owners.ts';

export type Item = z.output<typeof taskItem>;

/** Of the table alone. */
export const taskColumns = sql`t.id, t.unit_id, t.asked_by, t.title, t.owner_id, t.owner_post_id, t.due_on, t.state, t.stage, t.stage_on, t.progress, t.weight, t.settled_on, t.note, t.origin_kind, t.origin_id, t.given_on, t.version`;

export interface TaskRow {
  readonly id: Id<'task'>;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly asked_by: Id<'unit'>;
  readonly asked_by_name: string | null;
  readonly title: string;
  readonly owner_post_id: Id<'post'> | null;
  readonly post: { readonly kind: PostKind; readonly title: string | null } | null;
  /** Who answers for it today. */
  readonly holder: Id<'person'> | null;
  readonly due_on: Day | null;
  readonly state: TaskState;
  readonly stage: Stage;
  readonly stage_on: Day;
  readonly progress: number;
  readonly weight: number;
  readonly settled_on: Day | null;
  readonly note: string | null;
  readonly origin_kind: OriginKind;
  readonly origin_id: Id<OriginKind>;
  readonly given_on: Day;
  readonly version: number;
  readonly may_assign: boolean;
  readonly may_report: boolean;
  readonly may_judge: boolean;
  readonly is_mine: boolean;
}

/** What goes with the columns of rows `f`, for the few that are shown. */
export function besideColumns(ctx: Ctx) {
  const today = sql`${ctx.today}::date`;
  const me = ctx.actor?.personId;
  const isMine = me ? isOwnOf('f', me, today) : sql`false`;
  return sql`${unitNameAt('f.unit_id', today)} as unit_name, ${unitNameAt('f.asked_by', today)} as asked_by_name, ${holderOn('f', today)} as holder,
    (select jsonb_build_object('kind', p.kind, 'title', p.title) from posts p where p.id = f.owner_post_id) as post,
    ${reach(ctx, 'task.record').at('f.unit_id')} as may_assign, (${reach(ctx, 'task.report').at('f.unit_id')} or ${isMine}) is true as may_report, ${isMine} is true as is_mine, ${judgesAt(ctx, 'f.asked_by')} as may_judge`;
}

export async function taskItems(ctx: Ctx, found: readonly TaskRow[]): Promise<Item[]> {
  const beside: Beside = {
    owners: await namesOf(ctx, found.map(({ holder }) => holder)), origins: await readOrigins(ctx, found.map(originOf)), parts: await partsOf(ctx, found.map(({ id }) => id)), veryLate: await veryLateDays(ctx, found), today: ctx.today,
  };
  return found.map((row) => itemOf(row, beside));
}

interface Beside {
  readonly owners: ReadonlyMap<Id<'person'>, string>;
  readonly origins: ReadonlyMap<string, ReadOrigin>;
  readonly parts: ReadonlyMap<string, readonly CountedPart[]>;
  readonly veryLate: ReadonlyMap<string, Day>;
  readonly today: Day;
}

const unread: ReadOrigin = { meetingKind: null, name: null };

function itemOf(row: TaskRow, { owners, origins, parts, veryLate, today }: Beside): Item {
  const owner = row.holder && owners.get(row.holder);
  const late = isLate({ ...row, dueOn: row.due_on }, today);
  const veryLateFrom = veryLate.get(row.id);
  const shared = parts.get(row.id) ?? [];
  const rolled = rollUp(shared);
  return {
    id: row.id, title: row.title, unit: { id: row.unit_id, name: row.unit_name ?? '' }, askedBy: { id: row.asked_by, name: row.asked_by_name ?? '' },
    owner: owner ? { id: row.holder!, fullName: owner } : null, post: row.owner_post_id && row.post ? { id: row.owner_post_id, ...row.post } : null,
    dueOn: row.due_on, state: row.state, standing: standingOf(row), standingOn: row.settled_on ?? row.stage_on, settledOn: row.settled_on, note: row.note,
    progress: row.state === 'open' && rolled !== null ? rolled : progressOf(row), weight: row.weight, parts: countedOf(shared), isLate: late, isVeryLate: late && veryLateFrom !== undefined && veryLateFrom <= today,
    origin: { ...originOf(row), on: row.given_on, ...(origins.get(row.origin_id) ?? unread) }, version: row.version,
    may: [...(row.may_judge ? ['task.record'] : []), ...(row.may_assign ? ['task.assign'] : []), ...(row.may_report ? ['task.report'] : [])],
  };
}

function originOf({ origin_kind: kind, origin_id: id }: TaskRow): Origin {
  return { kind, id };
}

/** Parts that stand alike are told together. */
type CountedPart = Part & { readonly count: number };

function countedOf(parts: readonly CountedPart[]): Item['parts'] {
  const countOf = (some: readonly CountedPart[]) => some.reduce((sum, { count }) => sum + count, 0);
  return parts.length === 0 ? null : { count: countOf(parts), settled: countOf(parts.filter(({ state }) => state !== 'open')) };
}

/** Of tasks that were shared out; parts of units beyond reach count in what is told of the whole. */
async function partsOf(ctx: Ctx, ids: readonly Id<'task'>[]): Promise<Map<string, CountedPart[]>> {
  const parts = new Map<string, CountedPart[]>();
  if (ids.length === 0) return parts;
  const found = await rows(ctx.db, sql<CountedPart & { whole_id: string }>`select t.whole_id, t.state, t.stage, t.progress, sum(t.weight)::int as weight, count(*)::int as count from tasks t where t.whole_id = any(${[...ids]}::uuid[])
    group by t.whole_id, t.state, t.stage, t.progress`);
  for (const { whole_id: id, ...part } of found) parts.set(id, [...(parts.get(id) ?? []), part]);
  return parts;
}

/** The first day on which each is very late, by the rule of today at its unit. */
export async function veryLateDays(ctx: Ctx, found: readonly Pick<TaskRow, 'id' | 'unit_id' | 'state' | 'due_on'>[]): Promise<Map<string, Day>> {
  const dated = found.filter(({ state, due_on: dueOn }) => state === 'open' && dueOn !== null);
  const days = new Map<string, Day>();
  if (dated.length === 0) return days;
  const values = await findRuleValues(ctx, 'task.veryLateWorkingDays', dated.map(({ unit_id: unitId }) => ({ unitId, on: ctx.today })));
  const dues = dated.map(({ due_on: dueOn }) => dueOn!).toSorted();
  const calendar = await workingCalendar(ctx, { from: dues[0]!, to: addDays(dues.at(-1)!, 400) });
  dated.forEach(({ id, due_on: dueOn }, at) => {
    const value = values[at];
    if (value !== undefined) days.set(id, addDays(addWorkingDays(dueOn!, value, calendar), 1));
  });
  return days;
}
