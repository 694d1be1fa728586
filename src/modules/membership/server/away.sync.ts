/** Members away for phones: the rows of the register of today, by person. Nothing here writes. */
import type { SyncSource } from '../../../sync/source.ts';
import { listAwayOf } from './membership.away.ts';

export const awaySource: SyncSource = {
  type: 'away',
  records: async (ctx, units) => (await listAwayOf(ctx, units)).map((row) => ({ id: row.personId, body: row })),
};
