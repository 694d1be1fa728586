import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/test/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}', 'samples/test/**/*.test.ts', 'test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    globalSetup: ['test/world/database.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
