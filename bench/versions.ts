/** Versions of what takes part. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { firstRow } from '../src/platform/db/database.ts';
import { version } from '../src/platform/version.ts';
import { root, type Installation } from './installation.ts';

export async function describeVersions({ owner }: Installation): Promise<Record<string, string>> {
  const server = await firstRow(owner, sql<{ server_version: string }>`show server_version`);
  const memory = await firstRow(owner, sql<{ shared_buffers: string }>`show shared_buffers`);
  return {
    satcoso: version,
    Node: process.versions.node,
    PostgreSQL: `${server?.server_version} (shared_buffers ${memory?.shared_buffers})`,
    autocannon: packageVersion('autocannon'),
  };
}

function packageVersion(name: string): string {
  const { version: found } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
  return found;
}
