import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/ci/slow.first.ts';

/** One server with the sample for all journeys; three browsers at a time, so journeys leave the figures of the cases alone. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: ['test/journeys/journey.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // A browser beside a server on a small machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
  },
});
