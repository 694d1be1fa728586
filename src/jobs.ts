/** Everything that is done at times of its own, gathered from the modules. A new module adds a line. */
import { forgetStale } from './access/server/index.ts';
import { refreshRollups } from './figures/server/index.ts';
import { cascadeJobs } from './modules/cascades/server/index.ts';
import { documentJobs } from './modules/documents/server/index.ts';
import { petitionJobs } from './modules/petitions/server/index.ts';
import { reviewJobs } from './modules/reviews/server/index.ts';
import { forgetUploads } from './modules/imports/server/index.ts';
import { noticeJobs, type Outside } from './modules/notices/server/index.ts';
import { taskJobs } from './modules/tasks/server/index.ts';
import type { Keys } from './platform/crypto/keys.ts';
import { createPartitions, refreshPartitionedStatistics } from './platform/db/partitions.ts';
import type { Job, JobCtx } from './platform/jobs/job.ts';
import { forgetConflicts } from './sync/server/index.ts';

export const partitionsJob = 'partitions';

/** What jobs need besides the database: the keys of the installation, and what carries messages out of it. */
export interface JobTools {
  readonly keys: Keys;
  readonly outside: Outside;
}

export function allJobs(tools: JobTools): readonly Job[] {
  return [...ownJobs, ...documentJobs, ...cascadeJobs, ...reviewJobs, ...petitionJobs, ...taskJobs(tools), ...noticeJobs(tools)];
}

const ownJobs: readonly Job[] = [
  {
    name: partitionsJob,
    every: 'day',
    run: async ({ db, today, log }) => {
      const made = await createPartitions(db, today);
      if (made.length > 0) log.info({ made }, 'partitions made');
      await refreshPartitionedStatistics(db);
    },
  },
  { name: 'figures', every: 1, run: refreshFigures },
  { name: 'sessions', every: 600, run: forgetStale },
  { name: 'uploads', every: 3600, run: forgetUploads },
  { name: 'conflicts', every: 'day', run: forgetConflicts },
];

/** Piece by piece, each in a transaction of its own, until nothing is left to do. */
async function refreshFigures({ db, today, log, stopping }: JobCtx): Promise<void> {
  while (!stopping.aborted) {
    const { did, what, more } = await refreshRollups(db, { today });
    if (did !== 'nothing') log.debug({ did, what }, 'figures rolled up');
    if (!more) return;
  }
}
