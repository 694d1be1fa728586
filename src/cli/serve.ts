/** `satcoso serve`: the server alone, as a service manager starts it. No build, no sample. */
import type { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { openLog } from '../platform/log.ts';
import { startServer } from '../server.ts';
import type { Terminal } from './terminal.ts';

export function addServe(program: Command, { t }: Terminal): void {
  program.command('serve').description(t('serve')).action(async () => {
    const config = await readConfig();
    const server = await startServer(config, openLog(config.logLevel));
    await untilAskedToStop();
    await server.stop();
  });
}

/** A second request to stop does not wait any longer. */
export function untilAskedToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isAsked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isAsked) process.exit(3);
      isAsked = true;
      resolve();
    });
  }
  return promise;
}
