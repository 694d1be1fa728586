/** Which regulations, and whose following under them, somebody may read: those of an organisation within reach, those about a unit within reach, and his own. */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Assignment, Regulation } from '../oversight.ts';
import { lockAssignment } from './assignment.store.ts';
import { findRegulation, lockRegulation } from './regulation.store.ts';

/** Rows `a` of who follows which unit and `r` of their regulations. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const read = reach(ctx, 'oversight.read');
  return sql`(${read.at('a.unit_id')} or ${read.at('r.unit_id')})`;
}

/** To assign under it; what may not even be read is not there. */
export async function takeRegulation(ctx: Ctx, id: Regulation['id']): Promise<Regulation> {
  const regulation = await lockRegulation(ctx, id);
  if (!regulation || !(await mayDo(ctx, 'oversight.read', regulation.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await requireAssigner(ctx, regulation);
  return regulation;
}

export async function readRegulation(ctx: Ctx, id: Regulation['id']): Promise<Regulation> {
  const regulation = await findRegulation(ctx, id);
  if (!regulation || !(await mayDo(ctx, 'oversight.read', regulation.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return regulation;
}

/** With its regulation, held until the act ends. */
export async function takeAssignment(ctx: Ctx, { id, version }: Pick<Assignment, 'id' | 'version'>): Promise<{ readonly assignment: Assignment; readonly regulation: Regulation }> {
  const { assignment, regulation } = await readAssignment(ctx, id);
  await requireAssigner(ctx, regulation);
  if (version !== assignment.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return { assignment, regulation };
}

/** What a reader may see of it, for acts on it that others than who assigns may do. */
export async function readAssignment(ctx: Ctx, id: Assignment['id']): Promise<{ readonly assignment: Assignment; readonly regulation: Regulation }> {
  const assignment = await lockAssignment(ctx, id);
  const regulation = assignment && (await findRegulation(ctx, assignment.regulationId));
  if (!assignment || !regulation || !(await isReadable(ctx, assignment, regulation))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return { assignment, regulation };
}

async function isReadable(ctx: Ctx, { unitId, personId }: Assignment, regulation: Regulation): Promise<boolean> {
  const mayRead = (await mayDo(ctx, 'oversight.read', unitId)) || (await mayDo(ctx, 'oversight.read', regulation.unitId));
  return mayRead || personId === ctx.actor?.personId;
}

async function requireAssigner(ctx: Ctx, { unitId }: Regulation): Promise<void> {
  if (!(await mayDo(ctx, 'oversight.assign', unitId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'oversight.assign' } });
}
