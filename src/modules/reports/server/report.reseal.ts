/** Seals reports and their papers again under the newest key. */
import type { Ctx } from '../../../platform/context.ts';
import { resealRows } from '../../../platform/crypto/reseal.ts';
import { paperPlace, sealedPlace } from './report.store.ts';

/** Answers how many rows were sealed again. */
export async function resealReports(ctx: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  return (await resealRows(ctx, { table: 'reports', placeOf: sealedPlace })) + (await resealRows(ctx, { table: 'report_papers', placeOf: paperPlace }));
}
