/** `satcoso restore FILE`: a backup into an empty database, on this machine or another, then on to this version. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { readConfig, type Config } from '../platform/config.ts';
import { withDatabase } from '../platform/database.access.ts';
import { dayIn } from '../platform/day.ts';
import { openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createPartitions } from '../platform/db/partitions.ts';
import type { BackupExtra } from '../platform/postgres/backup.ts';
import { restoreDatabase } from '../platform/postgres/restore.ts';
import { keysExtra } from './backup.ts';
import { requireServerStopped } from './installation.ts';
import { percent, type Terminal } from './terminal.ts';

/** Filled by the migrations themselves. */
const seeded = ['homes', 'rules', 'holidays'];

export function addRestore(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program
    .command('restore')
    .argument('<file>', t('restore.file'))
    .option('--force', t('restore.force'))
    .description(t('restore'))
    .action((file: string, options: { force?: boolean }) => restore(resolve(file), options.force === true, terminal));
}

async function restore(file: string, force: boolean, { t, say, note, progress }: Terminal): Promise<void> {
  const config = await readConfig();
  const { header, extras } = await withDatabase(config, async (url) => {
    await requireServerStopped(url);
    const restored = await restoreDatabase({
      url, file, force, seeded,
      migrateTo: async (upTo) => void (await migrate({ url, upTo })),
      onProgress: (done, total, table) => progress(`${percent(done, total)} ${table}`),
    });
    await migrate({ url });
    await partition(url);
    return restored;
  });
  say(t('restore.done', { createdAt: header.createdAt, rows: header.tables.reduce((sum, { rows }) => sum + rows, 0) }));
  note(await keepKeys(config, extras.find(({ name }) => name === keysExtra)) ? t('restore.keysWritten', { keys: config.keysFile }) : t('restore.keysNeeded', { keys: config.keysFile }));
}

/** Years of the past that this database has no partition for yet. */
async function partition(url: string): Promise<void> {
  const owner = openDatabase({ url, connections: 1 });
  await createPartitions(owner.db, dayIn(new Date())).finally(() => owner.close());
}

/** A key file that stands already is never overwritten: other data may be sealed with it. */
async function keepKeys({ keysFile }: Config, keys: BackupExtra | undefined): Promise<boolean> {
  const isThere = await access(keysFile).then(() => true, () => false);
  if (!keys || isThere) return false;
  await mkdir(dirname(keysFile), { recursive: true });
  await writeFile(keysFile, keys.bytes, { mode: 0o600, flag: 'wx' });
  return true;
}
