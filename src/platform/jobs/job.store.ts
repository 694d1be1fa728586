/**
 * The only writer of `jobs`. A run is taken by writing one's name over a row that is due and in nobody's hand, which of
 * many processes only one can do; that needs no lock of a session, so it works through a pooler of transactions. Who took it
 * says every few seconds that he still lives; the runs of a process that was killed are free again soon after.
 */
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../db/database.ts';

declare module '../db/database.ts' {
  interface Tables {
    jobs: JobRow;
  }
}

export interface JobRow {
  name: string;
  due_at: Date;
  held_by: string | null;
  held_until: Date | null;
  started_at: Date | null;
  finished_at: Date | null;
  succeeded_at: Date | null;
  seconds: number | null;
  failures: number;
  fault: string | null;
}

/** A holder not heard of for so long is gone. */
export const heldFor = 15_000;

/** Answers whether the run is ours. Asked first whether it is due at all: a look writes nothing. */
export async function takeRun(db: Db, { name, holder, now }: { name: string; holder: string; now: Date }): Promise<boolean> {
  const row = await firstRow(db, sql<{ free: boolean }>`select due_at <= ${now} and (held_until is null or held_until < ${now}) as free from jobs where name = ${name}`);
  if (row && !row.free) return false;
  if (!row) await sql`insert into jobs (name, due_at, failures) values (${name}, ${now}, 0) on conflict (name) do nothing`.execute(db);
  const taken = await sql`update jobs set held_by = ${holder}, held_until = ${new Date(now.getTime() + heldFor)}, started_at = ${now}
    where name = ${name} and due_at <= ${now} and (held_until is null or held_until < ${now})`.execute(db);
  return (taken.numAffectedRows ?? 0n) > 0n;
}

export async function keepRun(db: Db, { name, holder, now }: { name: string; holder: string; now: Date }): Promise<void> {
  await sql`update jobs set held_until = ${new Date(now.getTime() + heldFor)} where name = ${name} and held_by = ${holder}`.execute(db);
}

export interface FinishedRun {
  readonly name: string;
  readonly holder: string;
  readonly finished: Date;
  readonly seconds: number;
  readonly due: Date;
  /** Since the last success; 0 where this run succeeded. */
  readonly failures: number;
  /** Name or code of the error: its text may quote values of a row. */
  readonly fault: string | undefined;
}

export async function finishRun(db: Db, run: FinishedRun): Promise<void> {
  await sql`update jobs set held_by = null, held_until = null, finished_at = ${run.finished}, seconds = ${run.seconds}, due_at = ${run.due},
    failures = ${run.failures}, fault = ${run.fault ?? null}, succeeded_at = case when ${run.failures}::int = 0 then ${run.finished}::timestamptz else succeeded_at end
    where name = ${run.name} and held_by = ${run.holder}`.execute(db);
}

export async function failuresSoFar(db: Db, name: string): Promise<number> {
  return (await firstRow(db, sql<{ failures: number }>`select failures from jobs where name = ${name}`))?.failures ?? 0;
}

export function listJobs(db: Db): Promise<JobRow[]> {
  return rows(db, sql<JobRow>`select * from jobs order by name`);
}
