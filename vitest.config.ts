import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/ci/slow.first.ts';

export default defineConfig({
  test: {
    include: ['src/**/test/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}', 'samples/test/**/*.test.ts', 'test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    globalSetup: ['test/world/database.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the processors of a small machine: many files wait for servers that they start.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
  },
});
