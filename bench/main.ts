/** `npm run bench`: prepares an installation, starts the real server, runs the workloads and says what they found. */
import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { dayIn } from '../src/platform/day.ts';
import { signIn } from './accounts.ts';
import type { Bench, Workload } from './bench.ts';
import { openCapture, type Capture } from './capture.ts';
import { openInstallation, type Installation } from './installation.ts';
import { describeMachine } from './machine.ts';
import { canWatchMemory, watchMemory } from './memory.ts';
import type { Line } from './measure.ts';
import { readOptions, usage, type Options } from './options.ts';
import { countRows, findPlaces } from './places.ts';
import { notesOf, resultsPage, terminalTable, type Memory, type Results } from './report.ts';
import { fillRollups, holdRollups, type Filling } from './rollups.ts';
import { leaveNothingRunning, startServer } from './server.ts';
import { describeVersions } from './versions.ts';
import { workloads } from './workloads/index.ts';

const resultsFile = join(import.meta.dirname, 'RESULTS.md');
const memoryBudget = 512;

leaveNothingRunning();
const options = readOptions(process.argv.slice(2));
if (options.help) console.log(`${usage}\n\nWorkloads: ${workloads.map(({ name, title }) => `${name} (${title})`).join(', ')}`);
else await main(chosen(options));

async function main(chosenWorkloads: readonly Workload[]): Promise<void> {
  const installation = await openInstallation(options, say);
  try {
    const results = await measure(installation, chosenWorkloads);
    console.log(`\n${terminalTable(results.lines)}\n\nmemory of the server process: ${Math.round(results.memory.peakMegabytes)} MB at most (${results.memory.budget.text}: ${results.memory.budget.met ? 'met' : 'MISSED'})`);
    for (const reason of results.skipped) console.log(`skipped: ${reason}`);
    if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
    if (options.save) await writeFile(resultsFile, resultsPage(await readFile(resultsFile, 'utf8').catch(() => undefined), results));
  } finally {
    await installation.close();
  }
}

async function measure(installation: Installation, chosenWorkloads: readonly Workload[]): Promise<Results> {
  const skipped: string[] = [];
  const [loadBefore = 0] = loadavg();
  const today = dayIn(new Date());
  say('roll-ups');
  const filling = await fillRollups(installation, { today, minutes: options.fillMinutes });
  const letGo = await holdRollups(installation);
  const places = await findPlaces(installation.owner, today);
  const server = await startServer({ environment: installation.environment });
  const memory = watchMemory(server.pid);
  const capture = once(() => openCapture(installation));
  try {
    const callers = await signIn(installation, server, places);
    const bench: Bench = { installation, server, callers, places, rolledDays: filling.days, bounds: options.settings, capture: capture.open, say, skip: (reason) => skipped.push(reason) };
    if (!filling.isWhole) skipped.push(`figures of days that are not kept yet: counting roll-ups was stopped after ${options.fillMinutes} min`);
    if (!canWatchMemory) skipped.push('memory of the server: only Linux tells it');
    const { lines: measured, byWorkload } = await runAll(bench, { chosenWorkloads, lap: memory.lap, letGo });
    const lines = [...(filling.pieces > 0 ? [fillingLine(filling)] : []), ...measured];
    return {
      at: new Date().toISOString(), size: options.size, machine: describeMachine(), versions: await describeVersions(installation), rows: await countRows(installation.owner),
      settings: options.settings, loadBefore, lines, memory: memoryOf(byWorkload), skipped,
    };
  } finally {
    memory.stop();
    await letGo();
    await capture.close();
    await server.stop();
  }
}

function fillingLine({ days, seconds, pieces }: Filling): Line {
  return { workload: 'roll-ups', what: 'first filling', by: 'once, before all else', requests: pieces, errors: 0, perSecond: days.length / seconds, unit: 'days', note: `${days.length} days kept after ${Math.round(seconds)} s` };
}

interface Run {
  readonly chosenWorkloads: readonly Workload[];
  readonly lap: () => number;
  readonly letGo: () => Promise<void>;
}

/** A workload that fails is told and does not stop the others. */
async function runAll(bench: Bench, { chosenWorkloads, lap, letGo }: Run): Promise<{ lines: Line[]; byWorkload: Record<string, number> }> {
  const lines: Line[] = [];
  const byWorkload: Record<string, number> = {};
  for (const workload of chosenWorkloads) {
    say(workload.title);
    if (workload.waitsForRollups) await letGo();
    lap();
    const found = await workload.run(bench).catch((error: unknown) => {
      bench.skip(`${workload.title} failed: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
      return [];
    });
    byWorkload[workload.name] = lap();
    lines.push(...found);
    if (found.length > 0) console.log([terminalTable(found), ...notesOf(found)].join('\n'));
  }
  return { lines, byWorkload };
}

function memoryOf(byWorkload: Readonly<Record<string, number>>): Memory {
  const peakMegabytes = Math.max(0, ...Object.values(byWorkload));
  return { peakMegabytes, byWorkload, budget: { text: `< ${memoryBudget} MB`, met: peakMegabytes > 0 && peakMegabytes < memoryBudget } };
}

function chosen({ only }: Options): readonly Workload[] {
  const unknown = only.find((name) => !workloads.some((workload) => workload.name === name));
  if (unknown !== undefined) throw new Error(`no workload ${unknown}; there are ${workloads.map(({ name }) => name).join(', ')}`);
  return only.length === 0 ? workloads : workloads.filter(({ name }) => only.includes(name));
}

/** Opened when first needed, closed when it was. */
function once(begin: () => Promise<Capture>): { open: () => Promise<Capture>; close: () => Promise<void> } {
  let begun: Promise<Capture> | undefined;
  return { open: () => (begun ??= begin()), close: async () => (await begun?.catch(() => undefined))?.close() };
}

function say(line: string): void {
  console.log(`== ${line}`);
}
