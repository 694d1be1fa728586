/**
 * The list of tasks by deadline. Where much of a home is within reach its tasks are walked in their order until the page is
 * full; where little is, the units are gathered first. Whatever the plan, the same tasks are found. Nothing here writes.
 */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Home, Id } from '../../../platform/ids.ts';
import { hasManyUnder, planUnits, standsUnder, unitNameAt, unitsUnder, type UnitPlan } from '../../units/server/index.ts';
import { isLate, taskStates, type Outcome, type TaskState } from '../task.ts';
import type { taskContract } from '../task.contract.ts';
import type { Origin, OriginKind } from '../task.origins.ts';
import { readOrigins, type ReadOrigin } from './origin.reads.ts';
import { namesOf } from './task.owners.ts';

type Input = z.output<(typeof taskContract)['list']['input']>;
type Answer = z.input<(typeof taskContract)['list']['output']>;
type Item = Answer['items'][number];
type After = readonly [dueOn: string | null, id: string];

export interface TaskRow {
  readonly id: Id<'task'>;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly title: string;
  readonly owner_id: Id<'person'> | null;
  readonly due_on: Day | null;
  readonly state: TaskState;
  readonly settled_on: Day | null;
  readonly note: string | null;
  readonly origin_kind: OriginKind;
  readonly origin_id: Id<OriginKind>;
  readonly given_on: Day;
  readonly version: number;
  readonly may_record: boolean;
}

export async function listTasks(ctx: Ctx, input: Input): Promise<Answer> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date().nullable(), z.guid()]));
  const found = await readTasks(ctx, input, after);
  const beside = await besideOf(ctx, found.slice(0, input.limit));
  return pageOf(found, { limit: input.limit, key: (row) => [row.due_on, row.id], item: (row) => itemOf(row, beside) });
}

export async function taskItems(ctx: Ctx, found: readonly TaskRow[]): Promise<Item[]> {
  const beside = await besideOf(ctx, found);
  return found.map((row) => itemOf(row, beside));
}

async function besideOf(ctx: Ctx, found: readonly TaskRow[]): Promise<Beside> {
  const owners = await namesOf(ctx, found.map((row) => row.owner_id));
  return { owners, origins: await readOrigins(ctx, found.map(originOf)), today: ctx.today };
}

async function readTasks(ctx: Ctx, input: Input, after: After | undefined): Promise<TaskRow[]> {
  const { walks, gathered } = await planTasks(ctx, input);
  const homes = walks.some(({ home }) => home === undefined) ? await allHomes(ctx) : walks.map(({ home }) => home!);
  const states = input.late === true ? (['open'] as const) : [...new Set(input.state ?? taskStates)];
  const parts = seeks(after).flatMap((seek) => [
    ...homes.flatMap((home) => states.map((state) => partOf(ctx, input, { within: sql`t.home_id = ${home}::smallint and t.state = ${state}`, seek, walked: true }))),
    ...(gathered ? [partOf(ctx, input, { within: sql`t.state = any(${[...states]}::text[]) and ${gathered === 'all' ? sql`true` : sql`t.home_id = any(${gathered}::smallint[])`}`, seek, walked: false })] : []),
  ]);
  return rows(ctx.db, sql<TaskRow>`select f.*, ${unitNameAt('f.unit_id', sql`${ctx.today}::date`)} as unit_name, ${reach(ctx, 'task.record').at('f.unit_id')} as may_record
    from (select * from (${sql.join(parts, sql` union all `)}) p order by p.due_on, p.id limit ${input.limit + 1}) f order by f.due_on, f.id`);
}

/** Tasks of one person, or of few units, are found by them. */
async function planTasks(ctx: Ctx, { unitId, ownerId }: Input): Promise<UnitPlan> {
  const isSmall = unitId && (await firstRow(ctx.db, sql<{ small: boolean }>`select not ${hasManyUnder(unitId, ctx.today)} as small`))?.small;
  return ownerId || isSmall ? { walks: [], gathered: 'all' } : planUnits(ctx, { verb: 'task.read', under: undefined, on: ctx.today, kinds: [] });
}

async function allHomes(ctx: Ctx): Promise<Home[]> {
  return (await rows(ctx.db, sql<{ id: Home }>`select id from homes order by id`)).map(({ id }) => id);
}

/** Those with a day and those without are sought apart: each begins in the index where the last page ended. */
function seeks(after: After | undefined): readonly RawBuilder<unknown>[] {
  if (after === undefined) return [sql`true`];
  const [dueOn, id] = after;
  if (dueOn === null) return [sql`t.due_on is null and t.id > ${id}::uuid`];
  return [sql`(t.due_on, t.id) > (${dueOn}::date, ${id}::uuid)`, sql`t.due_on is null`];
}

interface Part {
  readonly within: RawBuilder<unknown>;
  readonly seek: RawBuilder<unknown>;
  readonly walked: boolean;
}

function partOf(ctx: Ctx, { unitId, ownerId, late, limit }: Input, { within, seek, walked }: Part): RawBuilder<unknown> {
  const read = reach(ctx, 'task.read');
  const isLateToday = sql`(t.state = 'open' and coalesce(t.due_on < ${ctx.today}::date, false))`;
  const conditions = [
    within,
    seek,
    walked ? read.at('t.unit_id') : read.over('t.unit_id'),
    // A unit that stands no more is under nothing, not even itself; its tasks are found all the same.
    ...(unitId ? [walked ? sql`(t.unit_id = ${unitId} or ${standsUnder('t.unit_id', unitId, ctx.today)})` : sql`t.unit_id in (select ${unitId}::uuid union ${unitsUnder(unitId, ctx.today)})`] : []),
    ...(ownerId ? [sql`t.owner_id = ${ownerId}`] : []),
    ...(late === undefined ? [] : [late ? isLateToday : sql`not ${isLateToday}`]),
  ];
  return sql`(select ${taskColumns}
    from tasks t where ${sql.join(conditions, sql` and `)} order by t.due_on, t.id limit ${limit + 1})`;
}

export const taskColumns = sql`t.id, t.unit_id, t.title, t.owner_id, t.due_on, t.state, t.settled_on, t.note, t.origin_kind, t.origin_id, t.given_on, t.version`;

interface Beside {
  readonly owners: ReadonlyMap<Id<'person'>, string>;
  readonly origins: ReadonlyMap<string, ReadOrigin>;
  readonly today: Day;
}

function itemOf(row: TaskRow, { owners, origins, today }: Beside): Item {
  const owner = row.owner_id && owners.get(row.owner_id);
  return {
    id: row.id, title: row.title, unit: { id: row.unit_id, name: row.unit_name ?? '' }, owner: owner ? { id: row.owner_id!, fullName: owner } : null,
    dueOn: row.due_on, state: row.state, settledOn: row.settled_on, note: row.note, isLate: isLate({ outcome: outcomeOf(row), dueOn: row.due_on }, today),
    origin: { ...originOf(row), on: row.given_on, ...(origins.get(row.origin_id) ?? unread) }, version: row.version, may: row.may_record ? ['task.record'] : [],
  };
}

const unread: ReadOrigin = { meetingKind: null, name: null };

function originOf({ origin_kind: kind, origin_id: id }: TaskRow): Origin {
  return { kind, id };
}

function outcomeOf({ state, settled_on: on, note }: TaskRow): Outcome {
  return state === 'open' ? { state } : { state, on: on!, note }; // the day is there: constraint tasks_settled_on_a_day
}
