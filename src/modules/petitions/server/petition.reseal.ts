/** Seals the names of those who asked again under the newest key. */
import type { Ctx } from '../../../platform/context.ts';
import { resealRows } from '../../../platform/crypto/reseal.ts';
import { sealedPlace } from './petition.store.ts';

/** Answers how many rows were sealed again. */
export async function resealPetitions(ctx: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  return resealRows(ctx, { table: 'petitions', placeOf: sealedPlace });
}
