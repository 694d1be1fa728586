/** `satcoso distribute`: takes the tables of one database to the nodes of a Citus cluster, or prints how it would. */
import type { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/database.access.ts';
import { distribute, DistributionProblem, previewDistribution, type Distribution } from '../platform/db/distribute.ts';
import { statementsOf, type Step } from '../platform/db/distribution.plan.ts';
import { readRegistry } from '../platform/db/distribution.ts';
import { CliProblem } from './cli.problem.ts';
import { requireMigrated, requireServerStopped } from './installation.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly check?: boolean;
  readonly shards: string;
}

/** More than the homes that there are, so that most lie alone in a shard; a power of two that 2, 4 or 8 nodes share evenly. */
const usualShards = '64';
const mostShards = 1024;

export function addDistribute(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program.command('distribute').option('--check', t('distribute.check')).option('--shards <number>', t('distribute.shards'), usualShards).description(t('distribute')).action(async (options: Options) => {
    const order = { registry: await readRegistry(), shards: shardsOf(options.shards) };
    await withDatabase(await readConfig(), async (url) => {
      await requireMigrated(url);
      if (options.check) return preview({ url, ...order }, terminal);
      await requireServerStopped(url);
      const tell = (step: Step, { index, count }: { index: number; count: number }) => terminal.progress(t('distribute.progress', { index: index + 1, count, step: inWords(step, terminal) }));
      report(await distribute({ url, ...order, tell }).catch(inOwnWords), terminal);
    });
  });
}

async function preview(order: Parameters<typeof previewDistribution>[0], terminal: Terminal): Promise<void> {
  const { hasCitus, steps } = await previewDistribution(order);
  for (const step of steps) {
    terminal.say(inWords(step, terminal));
    for (const statement of statementsOf(step)) terminal.say(`    ${statement};`);
  }
  if (steps.length === 0) terminal.say(terminal.t('distribute.nothing'));
  if (!hasCitus) terminal.note(terminal.t('distribute.noCitus'));
}

function report(result: Distribution, { say, t }: Terminal): void {
  if (result.outcome === 'noCitus') return say(t('distribute.noCitus'));
  if (result.outcome === 'unfit') throw new CliProblem('problem.unfitToDistribute', { faults: result.faults.map(({ rule, what }) => `  ${rule}: ${what}`).join('\n') });
  if (result.outcome === 'noCoordinator') throw new CliProblem('problem.noCoordinator');
  if (result.steps === 0) return say(t('distribute.nothing'));
  for (const { table, rows } of result.moved) say(t('distribute.moved', { table, rows }));
  say(t('distribute.done', { steps: result.steps, tables: result.moved.length }));
}

function inWords(step: Step, { t }: Terminal): string {
  if (step.act === 'dropKeys') return t('distribute.step.dropKeys', { count: step.foreignKeys.length });
  if (step.act === 'addKey') return t('distribute.step.addKey', { name: step.foreignKey.name });
  return t(`distribute.step.${step.act}`, { table: step.table });
}

function inOwnWords(error: unknown): never {
  throw error instanceof DistributionProblem ? new CliProblem('problem.distribution', { detail: error.message }) : error;
}

function shardsOf(text: string): number {
  const shards = Number(text);
  if (Number.isInteger(shards) && shards >= 1 && shards <= mostShards) return shards;
  throw new CliProblem('problem.shards', {}, 2);
}
