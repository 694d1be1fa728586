/**
 * The list of tasks by deadline. Where much of a home is within reach its tasks are walked in their order until the page is
 * full; where little is, the units are gathered first. Whatever the plan, the same tasks are found. Nothing here writes.
 */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Home, Id } from '../../../platform/ids.ts';
import { hasManyUnder, planUnits, standsUnder, unitsUnder, type UnitPlan } from '../../units/server/index.ts';
import type { taskContract } from '../task.contract.ts';
import { isLateOn } from '../task.counted.figures.ts';
import { stages, taskStates, type TaskState } from '../task.stages.ts';
import { mayBeOf } from './task.holders.ts';
import { besideColumns, taskColumns, taskItems, type Item, type TaskRow } from './task.items.ts';

type Input = z.output<(typeof taskContract)['list']['input']>;

type After = readonly [dueOn: string | null, id: string];

export async function listTasks(ctx: Ctx, input: Partial<Input> & Pick<Input, 'limit'>): Promise<{ items: Item[]; next: string | null }> {
  const asked: Input = { below: 'yes', parts: 'all', ...input };
  const after = readCursor(asked.cursor, z.tuple([z.iso.date().nullable(), z.guid()]));
  const found = await readTasks(ctx, asked, after);
  const items = new Map((await taskItems(ctx, found.slice(0, asked.limit))).map((item) => [item.id, item]));
  return pageOf(found, { limit: asked.limit, key: (row) => [row.due_on, row.id], item: (row) => items.get(row.id)! });
}

async function readTasks(ctx: Ctx, input: Input, after: After | undefined): Promise<TaskRow[]> {
  const { walks, gathered } = await planTasks(ctx, input);
  const homes = walks.some(({ home }) => home === undefined) ? await allHomes(ctx) : walks.map(({ home }) => home!);
  const states = statesOf(input);
  const parts = seeks(after).flatMap((seek) => [
    ...homes.flatMap((home) => states.map((state) => partOf(ctx, input, { within: sql`t.home_id = ${home}::smallint and t.state = ${state}`, seek, walked: true }))),
    ...(gathered ? [partOf(ctx, input, { within: sql`t.state = any(${[...states]}::text[]) and ${gathered === 'all' ? sql`true` : sql`t.home_id = any(${gathered}::smallint[])`}`, seek, walked: false })] : []),
  ]);
  return rows(ctx.db, sql<TaskRow>`select f.*, ${besideColumns(ctx)}
    from (select * from (${sql.join(parts, sql` union all `)}) p order by p.due_on, p.id limit ${input.limit + 1}) f order by f.due_on, f.id`);
}

/** What is asked for leaves no other states. */
function statesOf({ late, state, standing }: Input): readonly TaskState[] {
  if (late === true) return ['open'];
  const stand = standing?.map((one) => (one === 'confirmed' ? 'done' : one === 'cancelled' ? 'dropped' : 'open'));
  return taskStates.filter((one) => (!state || state.includes(one)) && (!stand || stand.includes(one)));
}

/** Tasks of one person, of few units, of one origin or asked for by one unit are found by that. */
async function planTasks(ctx: Ctx, input: Input): Promise<UnitPlan> {
  const { unitId, below, ownerId, ownerPostId, originId, wholeId, askedBy, partner } = input;
  const isSmall = unitId && (below === 'no' || (await firstRow(ctx.db, sql<{ small: boolean }>`select not ${hasManyUnder(unitId, ctx.today)} as small`))?.small);
  return ownerId || ownerPostId || originId || wholeId || askedBy || partner || isSmall ? { walks: [], gathered: 'all' } : planUnits(ctx, { verb: 'task.read', under: undefined, on: ctx.today, kinds: [] });
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

interface Place {
  readonly within: RawBuilder<unknown>;
  readonly seek: RawBuilder<unknown>;
  readonly walked: boolean;
}

function partOf(ctx: Ctx, input: Input, { within, seek, walked }: Place): RawBuilder<unknown> {
  const conditions = [within, seek, isReached(ctx, input, walked), ...filtersOf(ctx, input, walked)];
  return sql`(select ${taskColumns}
    from tasks t where ${sql.join(conditions, sql` and `)} order by t.due_on, t.id limit ${input.limit + 1})`;
}

/** Who asked for a task reads it, and so does who co-operates, wherever it is done. */
function isReached(ctx: Ctx, { askedBy, partner }: Input, walked: boolean): RawBuilder<unknown> {
  const read = reach(ctx, 'task.read');
  if (askedBy) return read.over('t.asked_by');
  if (partner) return sql`exists (select from unnest(t.partners) n (id) where n.id = ${partner} and ${read.at('n.id')})`;
  return walked ? read.at('t.unit_id') : read.over('t.unit_id');
}

function filtersOf(ctx: Ctx, input: Input, walked: boolean): RawBuilder<unknown>[] {
  const { unitId, below, askedBy, partner, ownerId, ownerPostId, originKind, originId, wholeId, parts, standing, late, dueFrom, dueTo } = input;
  const today = sql`${ctx.today}::date`;
  const isLateToday = sql`(t.state = 'open' and ${isLateOn('t', today)})`;
  const open = standing?.filter((one) => stages.some((stage) => stage === one));
  return [
    ...(unitId ? [ofUnit({ unitId, below, walked, ctx })] : []),
    ...(askedBy ? [sql`t.asked_by = ${askedBy} and t.unit_id <> ${askedBy}`] : []),
    ...(partner ? [sql`t.partners @> array[${partner}]::uuid[]`] : []),
    ...(ownerId ? [mayBeOf('t', ownerId, today)] : []),
    ...(ownerPostId ? [sql`t.owner_post_id = ${ownerPostId}`] : []),
    ...(originKind ? [sql`t.origin_kind = ${originKind}`] : []),
    ...(originId ? [sql`t.origin_id = ${originId} and not ${isUnderRead(ctx)}`] : []),
    ...(wholeId ? [sql`t.whole_id = ${wholeId}`] : []),
    ...(parts === 'folded' ? [sql`not ${isUnderListed(ctx, input)}`] : []),
    ...(open ? [sql`(t.state <> 'open' or t.stage = any(${open}::text[]))`] : []),
    ...(late === undefined ? [] : [late ? isLateToday : sql`not ${isLateToday}`]),
    ...(dueFrom ? [sql`t.due_on >= ${dueFrom}::date`] : []),
    ...(dueTo ? [sql`t.due_on <= ${dueTo}::date`] : []),
  ];
}

/** A part whose whole the reader has in the same list. */
function isUnderRead(ctx: Ctx): RawBuilder<unknown> {
  return sql`(t.whole_id is not null and exists (select from tasks w where w.home_id = home_of(t.whole_id) and w.id = t.whole_id and ${reach(ctx, 'task.read').at('w.unit_id')}))`;
}

/** A part whose whole stands in the same list: within the same units, open or settled alike. What one person answers for is not folded. */
function isUnderListed(ctx: Ctx, input: Input): RawBuilder<unknown> {
  const { unitId, below, ownerId, ownerPostId, askedBy, partner, late } = input;
  if (ownerId || ownerPostId || partner) return sql`false`;
  const conditions = [
    sql`w.home_id = home_of(t.whole_id) and w.id = t.whole_id and w.state = any(${[...statesOf(input)]}::text[])`,
    askedBy ? sql`w.asked_by = ${askedBy} and w.unit_id <> ${askedBy}` : reach(ctx, 'task.read').at('w.unit_id'),
    ...(unitId && !askedBy ? [below === 'no' ? sql`w.unit_id = ${unitId}` : sql`(w.unit_id = ${unitId} or ${standsUnder('w.unit_id', unitId, ctx.today)})`] : []),
    ...(late === undefined ? [] : [sql`${isLateOn('w', sql`${ctx.today}::date`)} = ${late}`]),
  ];
  return sql`(t.whole_id is not null and exists (select from tasks w where ${sql.join(conditions, sql` and `)}))`;
}

interface OfUnit {
  readonly unitId: Id<'unit'>;
  readonly below: 'yes' | 'no';
  readonly walked: boolean;
  readonly ctx: Ctx;
}

/** Its own and those of whom it took over whole. A unit that stands no more is under nothing, not even itself; its tasks are found all the same. */
function ofUnit({ unitId, below, walked, ctx }: OfUnit): RawBuilder<unknown> {
  const [unit, today] = [sql`${unitId}::uuid`, sql`${ctx.today}::date`];
  if (below === 'no') return sql`t.unit_id in (select id from ${bodiesOf(unit, today)} body)`;
  if (!walked) return sql`t.unit_id in (select body.id from (select ${unit} as id union ${unitsUnder(unitId, ctx.today)}) under cross join lateral ${bodiesOf(sql`under.id`, today)} body)`;
  const isUnder = (column: string) => sql`(${sql.ref(column)} = ${unitId} or ${standsUnder(column, unitId, ctx.today)})`;
  return sql`(${isUnder('t.unit_id')} or exists (select from unit_closure heir where heir.hierarchy = 'succession' and heir.descendant_id = t.unit_id and heir.depth > 0 and heir.valid @> ${today} and ${isUnder('heir.ancestor_id')}))`;
}
