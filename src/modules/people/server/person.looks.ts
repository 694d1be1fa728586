/** Whoever reads what is said of somebody leaves a trace that the person can look up. */
import type { Ctx } from '../../../platform/context.ts';
import { recordNow } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';

/** Of each person once; of oneself nothing is told. */
export async function recordLooks(ctx: Ctx, people: readonly (Id<'person'> | null)[]): Promise<void> {
  const others = [...new Set(people)].filter((id) => id !== null).filter((id) => id !== ctx.actor?.personId);
  if (others.length > 0) await recordNow(ctx, ...others.map((id) => ({ type: 'person.opened', subjectId: id, personId: id })));
}
