/** Takes a change set for an act: two acts on one follow each other, and whoever may not act on it does not learn that it exists. */
import { holdsSystemWide, take } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import type { ReorganisationId } from '../reorganisation.ts';
import { countItems, lockReorganisation, type Reorganisation } from './reorganisation.store.ts';

export async function lockDraft(ctx: Ctx, id: ReorganisationId, verb: Verb = 'reorganisation.draft'): Promise<Reorganisation> {
  const reorganisation = await lockTaken(ctx, id, verb);
  if (reorganisation.state !== 'draft') throw new Problem({ code: 'reorganisations.notDraft', kind: 'conflict' });
  return reorganisation;
}

export async function lockTaken(ctx: Ctx, id: ReorganisationId, verb: Verb): Promise<Reorganisation> {
  const reorganisation = await lockReorganisation(ctx, id);
  ctx.asked.add(verb);
  if (!reorganisation) throw notFound();
  if (reorganisation.unitId === null) requireSystem(ctx);
  else await take(ctx, verb, reorganisation.unitId);
  return reorganisation;
}

/** A province of today is remade by half as many; planning ten times that takes more memory than a server may. */
export const mostItemsServed = 5_000;

/** Larger change sets are carried out by the command, in a process of its own. */
export async function requireServable(ctx: Ctx, id: ReorganisationId): Promise<void> {
  if (holdsSystemWide(ctx, 'reorganisation.apply')) return;
  const count = await countItems(ctx, id, { most: mostItemsServed + 1 });
  if (count > mostItemsServed) throw new Problem({ code: 'reorganisations.useCommand', kind: 'conflict', data: { most: mostItemsServed } });
}

/** The installation's own change sets are nobody else's. */
export function requireSystem(ctx: Ctx): void {
  if (!holdsSystemWide(ctx, 'reorganisation.apply')) throw notFound();
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
