/** Tasks whole, as their pages and phones show them: what is asked for, steps, who co-operates, what was done. Asks access only of the wholes of parts: goes with tasks that may be read. */
import './task.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { wholeTask } from '../task.shapes.ts';
import type { Aim, FormerDue, Recurrence, Step } from '../task.ts';
import { dayIn, type Day } from '../../../platform/day.ts';
import { entriesOf } from './task.entries.ts';
import { taskItems, veryLateDays, type TaskRow } from './task.items.ts';
import { namesOf } from './task.owners.ts';

type Whole = z.output<typeof wholeTask>;

/** The latest. */
const mostFormerDues = 30;

interface MoreRow {
  readonly id: Id<'task'>;
  readonly detail: string | null;
  readonly owner_id: Id<'person'> | null;
  readonly steps: Step[];
  readonly partners: { id: Id<'unit'>; name: string }[];
  readonly recurs: Recurrence['every'] | null;
  readonly recurs_until: Day | null;
  readonly figure: Aim | null;
  readonly whole_id: Id<'task'> | null;
  readonly former_dues: FormerDue[];
}

export async function wholeTasks(ctx: Ctx, found: readonly TaskRow[]): Promise<Whole[]> {
  const ids = found.map(({ id }) => id);
  const items = await taskItems(ctx, found);
  const more = new Map((await readMore(ctx, ids)).map((row) => [row.id, row]));
  const named = await namesOf(ctx, found.flatMap(({ id, holder }) => (more.get(id)!.owner_id === holder ? [] : [more.get(id)!.owner_id])));
  const veryLate = await veryLateDays(ctx, found);
  const entries = await entriesOf(ctx, ids);
  const wholes = await titlesOf(ctx, [...more.values()].flatMap(({ whole_id: id }) => id ?? []));
  return items.map((item, at) => {
    const row = more.get(item.id)!;
    const isOther = row.owner_id !== null && row.owner_id !== found[at]!.holder;
    return {
      ...item, detail: row.detail, formerDues: row.former_dues, veryLateFrom: veryLate.get(item.id) ?? null, told: { stage: found[at]!.stage, since: found[at]!.stage_on, progress: found[at]!.progress }, steps: [...row.steps], partners: row.partners, recurrence: row.recurs && { every: row.recurs, until: row.recurs_until! }, aim: row.figure, namedOwner: isOther ? (named.get(row.owner_id!) ?? null) : null,
      isMine: found[at]!.is_mine, whole: row.whole_id && { id: row.whole_id, title: wholes.get(row.whole_id) ?? null }, entries: (entries.get(item.id) ?? []).map(({ id, act, on, said_at: saidAt, recorded_at: recordedAt, progress, note, figure, by, files }) => ({ id, act, on, saidAt: saidAt.toISOString(), recordedOn: dayIn(recordedAt), progress, note, figure, by, files: [...files] })), rules: [],
    };
  });
}

function readMore(ctx: Ctx, ids: readonly Id<'task'>[]): Promise<MoreRow[]> {
  return rows(ctx.db, sql<MoreRow>`select t.id, t.detail, t.owner_id, t.steps, t.recurs, t.recurs_until, t.figure, t.whole_id, coalesce((select jsonb_agg(f.due order by f.at) from (select due, at from jsonb_array_elements(t.former_dues) with ordinality d (due, at) order by at desc limit ${mostFormerDues}) f), '[]') as former_dues, coalesce((
      select jsonb_agg(jsonb_build_object('id', u.id, 'name', coalesce(${unitNameAt('u.id', sql`${ctx.today}::date`)}, '')) order by u.at) from unnest(t.partners) with ordinality u (id, at)), '[]') as partners
    from unnest(${ids.map(homeOf)}::smallint[], ${[...ids]}::uuid[]) n (home_id, id) join tasks t on t.home_id = n.home_id and t.id = n.id`);
}

/** Of those that may be read. */
async function titlesOf(ctx: Ctx, ids: readonly Id<'task'>[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ id: Id<'task'>; title: string }>`select id, title from tasks where home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and id = any(${[...ids]}::uuid[]) and ${reach(ctx, 'task.read').at('unit_id')}`);
  return new Map(found.map(({ id, title }) => [id, title]));
}
