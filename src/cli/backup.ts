/** `satcoso backup FILE`: everything in the database in one checked file, while the server goes on. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/database.access.ts';
import { backupDatabase, verifyBackup } from '../platform/postgres/backup.ts';
import { version } from '../platform/version.ts';
import { percent, type Terminal } from './terminal.ts';

export const keysExtra = 'keys.json';

export function addBackup(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program
    .command('backup')
    .argument('<file>', t('backup.file'))
    .option('--with-keys', t('backup.withKeys'))
    .description(t('backup'))
    .action((file: string, options: { withKeys?: boolean }) => backup(resolve(file), options.withKeys === true, terminal));
}

async function backup(file: string, isWithKeys: boolean, { t, say, note, progress }: Terminal): Promise<void> {
  const config = await readConfig();
  const extras = isWithKeys ? [{ name: keysExtra, bytes: await readFile(config.keysFile) }] : [];
  await withDatabase(config, (url) => backupDatabase({ url, file, appVersion: version, extras, onProgress: (done, total, table) => progress(`${percent(done, total)} ${table}`) }));
  const { tables, chainHeads = [] } = await verifyBackup(file);
  say(t('backup.done', { file, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }));
  for (const head of chainHeads) say(t('chain.head', { head }));
  note(isWithKeys ? t('backup.keysInside') : t('backup.keysApart', { keys: config.keysFile }));
}
