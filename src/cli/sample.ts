/**
 * `satcoso sample remove`: takes the sample out, and with it everything that was entered while it was loaded.
 * Then the installation is as after `start --empty`: nothing but the first administrator.
 */
import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { createFirstAdministrator } from '../access/server/index.ts';
import { isSampleLoaded } from '../modules/cases/server/index.ts';
import { emptyTables } from '../platform/db/empty.ts';
import { openDatabase } from '../platform/db/database.ts';
import { CliProblem } from './cli.problem.ts';
import { requireServerStopped, withInstallation } from './installation.ts';
import { inAct } from './perform.ts';
import { passwordFile } from './sample.load.ts';
import { firstAdministrator } from './start.ts';
import type { Terminal } from './terminal.ts';

export function addSample(program: Command, terminal: Terminal): void {
  const { t, say } = terminal;
  const sample = program.command('sample').description(t('sample'));
  sample.command('remove').requiredOption('--yes', t('sample.yes')).description(t('sample.remove')).action(() => withInstallation(async ({ config, url, context }) => {
    await requireServerStopped(url);
    if (!(await isSampleLoaded(context()))) throw new CliProblem('problem.noSample');
    // The owner empties the tables: the application may not delete what happened.
    const owner = openDatabase({ url, connections: 1 });
    await owner.db.transaction().execute((tx) => emptyTables(tx)).finally(() => owner.close());
    await rm(passwordFile(config.data), { force: true });
    const { name, password } = await inAct(context(), (ctx) => createFirstAdministrator(ctx, { name: firstAdministrator }));
    say(t('start.administrator', { name, password }));
  }));
}
