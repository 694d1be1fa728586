/** `satcoso export LIST`: a list as a file, as the screen would give it. */
import { createWriteStream } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { personContract } from '../modules/people/person.contract.ts';
import { postContract } from '../modules/posts/post.contract.ts';
import { unitContract } from '../modules/units/unit.contract.ts';
import type { Ctx } from '../platform/context.ts';
import type { FileAnswer } from '../platform/http/routes.ts';
import { CliProblem } from './cli.problem.ts';
import { dayOrToday } from './day.option.ts';
import { withInstallation } from './installation.ts';
import { performFile } from './perform.ts';
import type { Terminal } from './terminal.ts';
import { findUnit } from './unit.named.ts';

interface Wish {
  readonly unitId: string | undefined;
  readonly asOf: string;
  readonly format: 'csv' | 'xlsx';
  readonly language: 'vi' | 'en';
}

interface ExportOptions {
  readonly unit?: string;
  readonly asOf?: string;
  readonly out: string;
}

const lists: Readonly<Record<string, (ctx: Ctx, wish: Wish) => Promise<FileAnswer>>> = {
  people: (ctx, wish) => performFile(ctx, personContract.export, wish),
  units: (ctx, { unitId, ...wish }) => performFile(ctx, unitContract.export, { ...wish, under: unitId }),
  posts: (ctx, wish) => performFile(ctx, postContract.export, wish),
};

export function addExport(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program
    .command('export')
    .argument('<list>', t('export.what', { kinds: Object.keys(lists).join(', ') }))
    .requiredOption('--out <file>', t('export.out'))
    .option('--unit <unit>', t('figure.unit'))
    .option('--as-of <day>', t('figure.asOf'))
    .description(t('export'))
    .action((list: string, options: ExportOptions) => withInstallation(({ context }) => write(context(), { list, options }, terminal)));
}

async function write(ctx: Ctx, { list, options }: { list: string; options: ExportOptions }, { t, say, language }: Terminal): Promise<void> {
  const read = lists[list];
  if (!read) throw new CliProblem('problem.choice', { choices: Object.keys(lists).join(', ') }, 2);
  const file = resolve(options.out);
  const asOf = dayOrToday(ctx, options.asOf);
  const unitId = options.unit === undefined ? undefined : (await findUnit(ctx, options.unit, asOf)).id;
  const { body } = await read(ctx, { unitId, asOf, format: formatOf(file), language });
  await pipeline(Buffer.isBuffer(body) ? Readable.from([body]) : body, createWriteStream(file, { mode: 0o600 }));
  say(t('export.done', { file }));
}

function formatOf(file: string): 'csv' | 'xlsx' {
  const ending = extname(file).toLowerCase();
  if (ending === '.csv') return 'csv';
  if (ending === '.xlsx') return 'xlsx';
  throw new CliProblem('problem.ending', {}, 2);
}
