/** What a task names must be there: the post that answers, the figure it is measured by, the units that co-operate. */
import { sql } from 'kysely';
import { mayDo } from '../../../access/reach.ts';
import { findFigure } from '../../../figures/declared.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Aim } from '../task.ts';

export interface Named {
  readonly ownerPostId?: Id<'post'> | null | undefined;
  readonly partners?: readonly Id<'unit'>[] | undefined;
  readonly aim?: Aim | null | undefined;
}

/** A post whose unit may be read, of any unit: that of the Front may answer for a task of the Party's. */
export async function requireSound(ctx: Ctx, { ownerPostId, partners = [], aim }: Named): Promise<void> {
  if (ownerPostId) {
    const post = await firstRow(ctx.db, sql<{ unit_id: Id<'unit'> }>`select unit_id from posts where id = ${ownerPostId} and valid @> ${ctx.today}::date`);
    if (!post || !(await mayDo(ctx, 'post.read', post.unit_id))) throw new Problem({ code: 'tasks.postUnknown', kind: 'invalid' });
  }
  if (aim && !findFigure(aim.figure)) throw new Problem({ code: 'tasks.figureUnknown', kind: 'invalid' });
  for (const unitId of partners) if (!(await mayDo(ctx, 'unit.read', unitId))) throw new Problem({ code: 'tasks.notBelow', kind: 'invalid' });
}
