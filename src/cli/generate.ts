/** `satcoso generate`: made-up data of the size of a commune, a province or the country, into an empty database. */
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { sql } from 'kysely';
import { gatherStatistics, generate, NotEmpty, usualMonths, usualRollMonths, type Generated, type Step } from '../generate/generate.ts';
import { makeAccounts } from '../generate/accounts.ts';
import { reorganise } from '../generate/reorganise.ts';
import { sizes, unmatchedIn, type Size } from '../generate/territory.plan.ts';
import { effectiveOn } from '../generate/reorganisation.draft.ts';
import { roles } from '../access/roles.ts';
import type { Ctx } from '../platform/context.ts';
import type { Day } from '../platform/day.ts';
import { openDatabase, rows } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { CliProblem } from './cli.problem.ts';
import { dayOrToday } from './day.option.ts';
import { requireMigrated, requireServerStopped, withInstallation, type Installation } from './installation.ts';
import { inAct } from './perform.ts';
import { keepSamplePassword, newSamplePassword } from './sample.load.ts';
import { percent, type Terminal } from './terminal.ts';

interface GenerateOptions {
  readonly size: Size;
  readonly seed: string;
  readonly units?: string;
  readonly until?: string;
  readonly reorganisation: boolean;
  readonly months: number;
  readonly rollMonths: number;
}

export function addGenerate(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program
    .command('generate')
    .addOption(new Option('--size <size>', t('generate.size')).choices(sizes).makeOptionMandatory())
    .option('--seed <seed>', t('generate.seed'), '1')
    .option('--units <folder>', t('generate.folder'))
    .option('--until <day>', t('generate.until'))
    .option('--no-reorganisation', t('generate.noReorganisation'))
    .option('--months <count>', t('generate.months'), whole, usualMonths)
    .option('--roll-months <count>', t('generate.rollMonths'), whole, usualRollMonths)
    .description(t('generate'))
    .action((options: GenerateOptions) => withInstallation((installation) => run(installation, options, terminal), giveStructure));
}

/** As `start` does. A database that has some structure already is somebody's: whether it is brought up to date is theirs to say. */
async function giveStructure(url: string): Promise<void> {
  if (await hasNoTables(url)) await migrate({ url });
  await requireMigrated(url);
}

async function hasNoTables(url: string): Promise<boolean> {
  const owner = openDatabase({ url, connections: 1 });
  const found = await rows(owner.db, sql`select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') limit 1`).finally(() => owner.close());
  return found.length === 0;
}

async function run({ config, url, context }: Installation, options: GenerateOptions, terminal: Terminal): Promise<void> {
  const { t, progress } = terminal;
  await requireServerStopped(url);
  const { keys } = context();
  const until = dayOrToday(context(), options.until);
  if (until < firstRecorded || until > context().today) throw new CliProblem('problem.untilOutside', { from: firstRecorded, to: context().today }, 2);
  const onProgress = (step: Step, done: number, total: number) => progress(`${t(`generate.${step}`)} ${percent(done, total)}`);
  const generated = await generate({
    url, keys, size: options.size, seed: options.seed, folder: options.units === undefined ? undefined : resolve(options.units), until, isReorganised: options.reorganisation, months: options.months, rollMonths: options.rollMonths, onProgress,
  }).catch((error: unknown) => {
    if (error instanceof NotEmpty) throw new CliProblem('problem.notEmpty');
    const missing = options.units === undefined ? undefined : missingFile(error);
    throw missing === undefined ? error : new CliProblem('problem.noUnitList', { file: missing }, 2);
  });
  tell(generated, terminal);
  if (options.reorganisation && until >= effectiveOn) await applyReform(context, { generated, url, seed: options.seed, until }, terminal);
  const password = newSamplePassword();
  const accounts = await inAct(context(), (ctx) => makeAccounts(ctx, password));
  await keepSamplePassword(config.data, password);
  terminal.say(t('generate.accounts', { password }));
  for (const { name, role } of accounts) terminal.say(`  ${name.padEnd(10)} ${roles[role].name[terminal.language]}`);
}

/** Members are recorded for five years and more: no meeting is drawn before. */
const mostMonths = 48;

function whole(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0 || count > mostMonths) throw new InvalidArgumentError(`0–${mostMonths}`);
  return count;
}

/** Members are recorded from then on. */
const firstRecorded = '2022-01-01';

function missingFile(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR') && 'path' in error ? String(error.path) : undefined;
}

async function applyReform(context: () => Ctx, given: { generated: Generated; url: string; seed: string; until: Day }, { t, say, progress }: Terminal): Promise<void> {
  const began = performance.now();
  const { generated, url, seed, until } = given;
  const onProgress = ({ done, total }: { done: number; total: number }) => progress(`${t('generate.reorganisation')} ${percent(done, total)}`);
  const items = await inAct(context(), (ctx) => reorganise(ctx, generated, { seed, until, onProgress }));
  await gatherStatistics(url);
  say(t('generate.reorganised', { items, seconds: Math.round((performance.now() - began) / 1000) }));
}

function tell({ rows, seconds, plan }: Generated, { t, say, note }: Terminal): void {
  const whole = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  say(t('generate.done', { rows, seconds: Math.round(whole) }));
  for (const [step, took] of Object.entries(seconds)) say(`  ${t(`generate.${step as Step}`)}: ${took.toFixed(1)} s`);
  for (const { code, name, of } of unmatchedIn(plan)) note(t(of === '' ? 'generate.unlisted' : 'generate.unknown', { code, name, of }));
}
