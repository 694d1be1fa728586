/** `satcoso migrate`: brings the structure of the database to this version. */
import type { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/database.access.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Terminal } from './terminal.ts';

export function addMigrate(program: Command, { t, say }: Terminal): void {
  program.command('migrate').description(t('migrate')).action(async () => {
    const applied = await withDatabase(await readConfig(), (url) => migrate({ url }));
    for (const name of applied) say(t('migrate.applied', { name }));
    if (applied.length === 0) say(t('migrate.current'));
  });
}
