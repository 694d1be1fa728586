/** The sample at the console: loading it at the first start, and who can sign in to it. What it holds: modules/cases, sample.life.ts. */
import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetRollups } from '../figures/server/index.ts';
import { loadSample as loadCases } from '../modules/cases/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import { progressOf } from './import.ts';
import { inAct } from './perform.ts';
import { bringToToday } from './sample.life.ts';
import type { Terminal } from './terminal.ts';

export async function loadSample({ context, data }: { context: () => Ctx; data: string }, terminal: Terminal): Promise<void> {
  terminal.note(terminal.t('start.loading'));
  const password = newSamplePassword();
  await inAct(context(), async (ctx) => {
    await loadCases(ctx, { password, onProgress: progressOf(terminal) });
    await bringToToday(ctx);
    // All figures are counted from nothing rather than each place for each of its many acts.
    await forgetRollups(ctx.db);
  });
  await keepSamplePassword(data, password);
}

export async function keepSamplePassword(data: string, password: string): Promise<void> {
  await mkdir(data, { recursive: true });
  await writeFile(passwordFile(data), `${password}\n`, { mode: 0o600 });
}

/** Kept beside the data, as whoever tries the sample should not have to remember it. */
export async function readSamplePassword(data: string): Promise<string | undefined> {
  return readFile(passwordFile(data), 'utf8').then((text) => text.trim(), () => undefined);
}

/** Easy to read out and to type; only for made-up data on one's own machine. */
export function newSamplePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

export function passwordFile(data: string): string {
  return join(data, 'sample.password');
}
