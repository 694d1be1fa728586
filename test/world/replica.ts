/** A primary and a copy that follows it by streaming replication, both embedded, gone afterwards. */
import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '../../src/platform/db/migrate.ts';
import { startPostgres } from '../../src/platform/postgres/supervisor.ts';

export interface ReplicaPair {
  readonly primary: string;
  readonly replica: string;
  stopReplica(): Promise<void>;
  close(): Promise<void>;
}

const settings = { shared_buffers: '32MB', max_connections: '30' };

export async function startReplicaPair(): Promise<ReplicaPair> {
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-pair-'));
  await chmod(folder, 0o711);
  const [first, second] = [join(folder, 'primary'), join(folder, 'replica')];
  const prepared = await startPostgres({ dataDir: first, settings });
  await migrate({ url: prepared.url });
  await prepared.stop();
  await promisify(execFile)('cp', ['-a', first, second]);
  const primary = await startPostgres({ dataDir: first, settings });
  await follow(join(second, 'cluster'), primary.url, primary.socketDir!);
  const replica = await startPostgres({ dataDir: second, settings });
  let isStopped = false;
  const stopReplica = async () => {
    if (!isStopped) await replica.stop();
    isStopped = true;
  };
  return {
    primary: primary.url,
    replica: replica.url,
    stopReplica,
    close: async () => {
      await stopReplica();
      await primary.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function follow(cluster: string, url: string, socketDir: string): Promise<void> {
  const { password, username } = new URL(url);
  await writeFile(join(cluster, 'standby.signal'), '');
  await appendFile(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = 'host=${socketDir} port=5432 user=${username || 'postgres'} password=${decodeURIComponent(password)}'\n`);
}
