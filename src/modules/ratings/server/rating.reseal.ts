/** Seals ratings of people, and the acts on them, again under the newest key. */
import './rating.tables.ts';
import type { Ctx } from '../../../platform/context.ts';
import { resealRows } from '../../../platform/crypto/reseal.ts';
import { actPlace, ratingPlace } from './rating.seal.ts';

/** Answers how many rows were sealed again. */
export async function resealRatings(ctx: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  return (await resealRows(ctx, { table: 'ratings', placeOf: ratingPlace })) + (await resealRows(ctx, { table: 'rating_acts', placeOf: actPlace }));
}
