/** Applies the reorganisation of 1 July 2025 to generated data through the engine that real ones go through. */
import { applyReorganisation, type Progress } from '../modules/reorganisations/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Day } from '../platform/day.ts';
import { dayNumber } from './day.numbers.ts';
import type { Generated } from './generate.ts';
import { draftReorganisation } from './reorganisation.draft.ts';
import { mapReorganisation } from './reorganisation.mapping.ts';
import { fillSuccessors } from './successors.ts';

/** Call within an act. Answers how many items the change set had. */
export async function reorganise(ctx: Ctx, { country, plan }: Generated, given: { seed: string; until: Day; onProgress: (progress: Progress) => void }): Promise<number> {
  const { draft, founded } = draftReorganisation(mapReorganisation(country, plan, given.seed), { seed: given.seed, top: country });
  await applyReorganisation(ctx, draft, { onProgress: given.onProgress });
  await fillSuccessors(ctx, founded, { seed: given.seed, until: dayNumber(given.until) });
  return draft.items.length;
}
