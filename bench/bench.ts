/** What every workload is given, and the way most of them measure: one list of reads, by so many users, beside its limit. */
import type { Caller, Callers } from './accounts.ts';
import type { Capture } from './capture.ts';
import type { Day } from '../src/platform/day.ts';
import type { Installation } from './installation.ts';
import { askFor, closedLoad, pacedLoad, type Bounds, type Load, type Read } from './load.ts';
import { limitOf, within, type Line } from './measure.ts';
import { spread, type Places } from './places.ts';
import { replay } from './limit.ts';
import type { Server } from './server.ts';
import { touchedDuring } from './touched.ts';

export interface Bench {
  readonly installation: Installation;
  readonly server: Server;
  readonly callers: Callers;
  readonly places: Places;
  /** Days for which figures are rolled up, newest first. */
  readonly rolledDays: readonly Day[];
  readonly bounds: Bounds;
  /** A second server that writes down its SQL; opened when first asked for. */
  readonly capture: () => Promise<Capture>;
  say(line: string): void;
  /** Something that could not be measured here. */
  skip(reason: string): void;
}

export interface Workload {
  readonly name: string;
  readonly title: string;
  /** An act of it waits until nobody refreshes roll-ups, which the bench else keeps from being refreshed. */
  readonly waitsForRollups?: true;
  run(bench: Bench): Promise<Line[]>;
}

export interface Reads {
  readonly workload: string;
  readonly what: string;
  readonly reads: readonly Read[];
  /** Closed loops by so many users. */
  readonly closed: readonly number[];
  /** Users who send one request a second each. */
  readonly paced?: number;
  readonly budget?: Budget;
  /** Least share of the limit to be reached by so many users. */
  readonly ratio?: { readonly text: string; readonly least: number; readonly users: number };
}

/** Judged on the paced line where there is one, else on the closed line of that many users. */
export interface Budget {
  readonly text: string;
  readonly under: number;
  readonly closedUsers?: number;
}

/** As many as the server has connections to the database: more clients only wait for each other. */
const mostClients = 10;

export async function measureReads(bench: Bench, reads: Reads): Promise<Line[]> {
  const { server, bounds } = bench;
  const { workload, what, reads: asked, closed, paced, budget } = reads;
  const asking = { origin: server.origin, reads: asked };
  const rows = await rowsAnswered(bench, asked);
  const lines: Line[] = [];
  for (const users of closed) {
    const { result, touched } = await touchedDuring(bench.installation, () => closedLoad(asking, users, bounds));
    const limit = await sameSqlLimit(bench, { reads: asked, users, perSecond: result.perSecond });
    const judged = verdictOf(reads, { users, result, limit: limit.limit });
    lines.push({ ...lineOf({ workload, what }, users === 1 ? '1 user, one after the other' : `${users} users, closed loop`, result), ...rows, touched: touched / Math.max(1, result.requests), ...limit, ...judged });
  }
  if (paced !== undefined) {
    const result = await pacedLoad(asking, paced, bounds);
    lines.push({ ...lineOf({ workload, what }, `${paced} users, each once a second`, result), ...rows, ...(budget ? { budget: within(budget.under, budget.text, result) } : {}) });
  }
  return lines;
}

export function by(caller: Caller, paths: readonly string[]): Read[] {
  return paths.map((path) => ({ path, caller }));
}

function verdictOf({ budget, ratio }: Pick<Reads, 'budget' | 'ratio'>, { users, result, limit }: { users: number; result: Load; limit: Line['limit'] }): Pick<Line, 'budget'> {
  if (budget?.closedUsers === users) return { budget: within(budget.under, budget.text, result) };
  if (ratio?.users === users && limit) return { budget: { text: ratio.text, met: result.errors === 0 && limit.ratio >= ratio.least } };
  return {};
}

export function lineOf({ workload, what }: { workload: string; what: string }, by: string, { requests, errors, perSecond, ms }: Load): Line {
  return { workload, what, by, requests, errors, perSecond, ...(ms ? { ms } : {}) };
}

interface SameSql {
  readonly reads: readonly Read[];
  readonly users: number;
  readonly perSecond: number;
}

export async function sameSqlLimit(bench: Bench, { reads, users, perSecond }: SameSql): Promise<{ limit?: NonNullable<Line['limit']> }> {
  const capture = await bench.capture();
  const statements = await capture.statementsOf(spread(reads, 100));
  const found = await replay(bench.installation, statements, { clients: Math.min(users, mostClients), seconds: bench.bounds.seconds }).catch((error: unknown) => {
    bench.skip(`the limit of ${reads[0]?.path}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
  return found === undefined ? {} : { limit: limitOf('same SQL by pgbench', { ours: perSecond, limit: found }) };
}

/** Rows in the answers, on average over the first few. */
async function rowsAnswered({ server }: Bench, reads: readonly Read[]): Promise<{ rows?: number }> {
  const counts: number[] = [];
  for (const { path, caller } of spread(reads, 10)) {
    const { body } = await askFor<{ items?: readonly unknown[] }>(server.origin, path, caller ? { caller } : {});
    if (Array.isArray(body.items)) counts.push(body.items.length);
  }
  return counts.length === 0 ? {} : { rows: counts.reduce((total, count) => total + count, 0) / counts.length };
}
