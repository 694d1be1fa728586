/** `bin/schema`: the guard of db/schema.sql, told to write. */
import { join } from 'node:path';
import { startDebianPostgres } from './debian.postgres.ts';
import { root, run } from './run.ts';

const server = await startDebianPostgres();
if (typeof server === 'string') {
  process.stderr.write(`${server}\n`);
  process.exitCode = 3;
} else {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  process.exitCode = await run([process.execPath, vitest, 'run', 'test/guards/schema.test.ts', '--update'], { TEST_DATABASE_URL: server.url }).finally(() => server.stop());
}
