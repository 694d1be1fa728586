/**
 * An old phone: the browser's main thread six times slower, 360 px wide, a line of 400 kbit/s with 400 ms, beside the same
 * browser and server without these. From the first open to a meeting closed without signal; the meeting never leaves the
 * phone, and the phone is forgotten afterwards.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { sql } from 'kysely';
import { firstRow } from '../../src/platform/db/database.ts';
import { findChromium } from '../../test/ci/chromium.ts';
import { enter, type Account, type Caller } from '../accounts.ts';
import type { Bench, Workload } from '../bench.ts';
import { root, runCommand } from '../installation.ts';
import { askFor } from '../load.ts';
import { limitOf, percentiles, within, type Line } from '../measure.ts';
import { startServer, type Server } from '../server.ts';
import { asIs, oldPhone, visitWith, type Handset, type Step, type Taken } from './phone.visit.ts';

/** In order, with what they are to keep within where something says so: scale.md for opening, ui.md for an act. */
const steps: readonly { readonly step: Step; readonly what: string; readonly under?: number; readonly text?: string }[] = [
  { step: 'opening', what: 'first open to the form of signing in', under: 10_000, text: 'usable < 10 s' },
  { step: 'signingIn', what: 'signing in to the home page' },
  { step: 'reopening', what: 'opened again without signal, to the PIN', under: 1_000, text: 'offline < 1 s' },
  { step: 'unlocking', what: 'PIN to the roll of an open meeting', under: 5_000, text: '< 5 s' },
  { step: 'marking', what: 'one mark in the roll', under: 100, text: 'act < 100 ms' },
  { step: 'closing', what: 'closing the meeting' },
];

export const phone: Workload = {
  name: 'phone',
  title: 'old phone',
  run: async (bench) => {
    const program = await findChromium();
    if (program === undefined) {
      bench.skip('phone: no Chromium here');
      return [];
    }
    if (!existsSync(join(root, 'dist/web/index.html'))) await runCommand(['build', '--lang', 'en'], bench.installation.environment);
    const server = await startServer({ environment: bench.installation.environment });
    // The sandbox of Chromium does not start for root.
    const browser = await chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    try {
      const secretary = await enter(bench.installation, server, { name: 'bench.phone', role: 'cell_secretary', unit: await cellOf25(bench) });
      const visits = { bench, browser, server, secretary };
      const quick = await visitsOf(visits, asIs);
      const slow = await visitsOf(visits, oldPhone);
      return linesOf(slow, quick);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Without a meeting this month, so that none has to be chosen from. */
async function cellOf25({ installation, places }: Bench): Promise<string> {
  const cell = await firstRow(installation.owner, sql<{ id: string }>`
    select pl.cell_id as id from placements pl where pl.kind = 'official' and pl.valid @> ${places.today}::date
      and not exists (select from meetings m where m.unit_id = pl.cell_id and m.held_on >= date_trunc('month', ${places.today}::date))
    group by pl.cell_id order by abs(count(*) - 25), pl.cell_id limit 1`);
  if (!cell) throw new Error('every cell has met this month');
  return cell.id;
}

interface Visits {
  readonly bench: Bench;
  readonly browser: Browser;
  readonly server: Server;
  readonly secretary: Account;
}

async function visitsOf({ bench, browser, server, secretary }: Visits, handset: Handset): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let round = 0; round < bench.bounds.repeats; round += 1) {
    taken.push(await visitWith(handset, { browser, origin: server.origin, secretary }).finally(() => forget(server, secretary)));
  }
  return taken;
}

async function forget({ origin }: Server, caller: Caller): Promise<void> {
  const { body: { items } } = await askFor<{ items: readonly { readonly id: string; readonly state: string }[] }>(origin, '/api/sync/devices', { caller });
  for (const { id, state } of items) if (state === 'active') await askFor(origin, `/api/sync/devices/${id}/forget`, { caller, post: {} });
}

function linesOf(slow: readonly Taken[], quick: readonly Taken[]): Line[] {
  const heap = (all: readonly Taken[]) => `${Math.max(...all.map(({ megabytes }) => megabytes)).toFixed(0)} MB`;
  return steps.flatMap(({ step, what, under, text }) => {
    const samples = (all: readonly Taken[]) => all.flatMap((taken) => taken.times[step]);
    const [ms, beside] = [percentiles(samples(slow)), percentiles(samples(quick))];
    if (!ms || !beside) return [];
    const line: Line = { workload: 'phone', what, by: oldPhone.name, requests: samples(slow).length, errors: 0, ms, limit: limitOf('same browser, not slowed', { ours: 1000 / ms.p50, limit: 1000 / beside.p50 }) };
    return [{
      ...line,
      ...(under === undefined || text === undefined ? {} : { budget: within(under, text, line) }),
      ...(step === 'closing' ? { note: `JavaScript heap after it ${heap(slow)}` } : {}),
    }];
  });
}
