/** Seals what is said of people again under the newest key. */
import type { Ctx } from '../../../platform/context.ts';
import { resealRows } from '../../../platform/crypto/reseal.ts';
import { sealedPlace } from './shortcoming.store.ts';

/** Answers how many rows were sealed again. */
export async function resealShortcomings(ctx: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  return resealRows(ctx, { table: 'shortcomings', placeOf: sealedPlace });
}
