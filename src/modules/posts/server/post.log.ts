/**
 * What was recorded about posts: of one post, of a unit, of a person; latest first, with who recorded it and whether it can
 * still be taken back. A post that was created by mistake and taken back stays told here.
 */
import './post.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { postContract } from '../post.contract.ts';
import type { Post } from '../post.ts';
import { findPost, samePost, type PostActId } from './post.store.ts';

type Input<K extends keyof typeof postContract> = z.output<(typeof postContract)[K]['input']>;
type Answer = z.input<(typeof postContract)['history']['output']>;

export async function getPostHistory(ctx: Ctx, { id }: Input<'history'>): Promise<Answer> {
  const post = await findPost(ctx, id);
  if (!post || !(await mayDo(ctx, 'post.read', post.unitId))) throw notFound();
  return logOf(ctx, sql`a.post_id = ${id}`);
}

export async function listActsOfUnit(ctx: Ctx, { unitId }: Input<'actsOfUnit'>): Promise<Answer> {
  if (!(await mayDo(ctx, 'post.read', unitId))) throw notFound();
  return logOf(ctx, sql`a.unit_id = ${unitId}`);
}

export function listActsOfPerson(ctx: Ctx, { personId }: Input<'actsOfPerson'>): Promise<Answer> {
  return logOf(ctx, sql`a.person_id = ${personId} and ${reach(ctx, 'post.read').at('a.unit_id')}`);
}

interface ActRow {
  id: PostActId;
  post_id: Id<'post'>;
  unit_id: Id<'unit'>;
  unit_name: string;
  person_id: Id<'person'> | null;
  full_name: string | null;
  kind: string;
  nature: 'change' | 'correction';
  effective_on: Day;
  decision: string | null;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  undone_at: Date | null;
  is_last: boolean;
  before: Post | null;
  after: Post | null;
}

const mostTold = 100;

async function logOf(ctx: Ctx, which: RawBuilder<unknown>): Promise<Answer> {
  const found = await rows(ctx.db, sql<ActRow>`
    select a.id, a.post_id, a.unit_id, coalesce(${unitNameAt('a.unit_id', sql`${ctx.today}::date`)}, '') as unit_name, a.person_id, p.full_name, a.kind, a.nature, a.effective_on, a.decision, a.reason,
      a.recorded_at, c.display_name as recorded_by, a.undone_at, a.before, a.after, a.undone_at is null and not exists (
        select from post_acts l where l.post_id = a.post_id and l.undone_at is null and (l.recorded_at, l.id) > (a.recorded_at, a.id)) as is_last
    from post_acts a left join accounts c on c.id = a.recorded_by left join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id
    where ${which} order by a.recorded_at desc, a.id desc limit ${mostTold}`);
  const items = [];
  for (const row of found) items.push({ ...itemOf(row), mayUndo: row.is_last && (await mayUndo(ctx, row)) });
  return { items };
}

/** As the undo itself asks: by whoever may record there, while the post still is what the act made of it. */
async function mayUndo(ctx: Ctx, { post_id, unit_id, after }: ActRow): Promise<boolean> {
  return (await mayDo(ctx, 'post.record', unit_id)) && samePost(await findPost(ctx, post_id), after ?? undefined);
}

function itemOf(row: ActRow) {
  const { kind, title } = (row.after ?? row.before)!;
  return {
    id: row.id, kind: row.kind, nature: row.nature, on: row.effective_on, post: { kind, title, unit: { id: row.unit_id, name: row.unit_name } },
    person: row.person_id && row.full_name !== null ? { id: row.person_id, fullName: row.full_name } : null, decision: row.decision, reason: row.reason,
    recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by, undoneAt: row.undone_at?.toISOString() ?? null,
  };
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
