import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/ci/slow.first.ts';

export default defineConfig({
  test: {
    include: ['src/**/test/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}', 'samples/test/**/*.test.ts', 'test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    globalSetup: ['test/world/database.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Twice the processors of a small machine: many files wait for servers that they start.
    maxWorkers: 4,
    // Most files are over sooner than a process of their own would have begun; none leaves anything behind for the next.
    isolate: false,
    sequence: { sequencer: SlowFirst },
  },
});
