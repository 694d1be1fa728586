/**
 * Runs jobs for as long as the process serves. Each process has the loop; who takes a run first has it. A job that fails
 * is logged by its name and tried again later and later; it keeps no other job from running.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { dayIn } from '../day.ts';
import type { Db } from '../db/database.ts';
import { repeatHarmless } from '../db/repeat.ts';
import { dueAfter, type Job } from './job.ts';
import { failuresSoFar, finishRun, heldFor, keepRun, takeRun } from './job.store.ts';

export interface LoopOptions {
  readonly db: Db;
  readonly log: Logger;
  readonly jobs: readonly Job[];
  readonly clock?: () => Date;
}

interface Loop extends Required<LoopOptions> {
  /** Tells this process from others. */
  readonly holder: string;
  readonly stopping: AbortSignal;
}

const longestLook = 60_000;
const stopWithin = 8000;

/** Answers how to stop: nothing new is begun, and what is under way is waited for, but not for ever. */
export function startJobs(options: LoopOptions): () => Promise<void> {
  const stopping = new AbortController();
  const loop: Loop = { clock: () => new Date(), ...options, holder: randomUUID(), stopping: stopping.signal };
  const running = Promise.all(options.jobs.map((job) => repeat(loop, job)));
  return async () => {
    stopping.abort();
    const patience = new AbortController();
    await Promise.race([running, sleep(stopWithin, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
  };
}

async function repeat(loop: Loop, job: Job): Promise<void> {
  const look = job.every === 'day' ? longestLook : Math.min(job.every * 1000, longestLook);
  while (!loop.stopping.aborted) {
    await runIfDue(loop, job);
    // Not all processes at the same moment.
    await sleep(look * (1 + Math.random() * 0.2), undefined, { signal: loop.stopping, ref: false }).catch(() => {});
  }
}

/** Answers whether this process ran it. The database being away is no reason to end. */
export async function runIfDue(loop: Loop, job: Job): Promise<boolean> {
  try {
    if (!(await takeRun(loop.db, { name: job.name, holder: loop.holder, now: loop.clock() }))) return false;
    await runTaken(loop, job);
    return true;
  } catch (error) {
    loop.log.warn({ job: job.name, error: faultOf(error) }, 'job not looked at');
    return false;
  }
}

async function runTaken(loop: Loop, job: Job): Promise<void> {
  const { db, clock, holder, stopping } = loop;
  const { name } = job;
  const started = performance.now();
  const pulse = setInterval(() => void keepRun(db, { name, holder, now: clock() }).catch(() => {}), heldFor / 3);
  pulse.unref();
  const fault = await repeatHarmless(() => {
    const now = clock();
    return job.run({ db, now, today: dayIn(now), log: loop.log.child({ job: name }), stopping });
  }).then(() => undefined, faultOf);
  clearInterval(pulse);
  const failures = fault === undefined ? 0 : (await failuresSoFar(db, name)) + 1;
  if (fault !== undefined) loop.log.error({ job: name, error: fault, failures }, 'job failed');
  const seconds = (performance.now() - started) / 1000;
  if (fault === undefined) loop.log.debug({ job: name, seconds }, 'job done');
  const run = { name, holder, finished: clock(), seconds, due: dueAfter(job, clock(), failures), failures, fault };
  await repeatHarmless(() => finishRun(db, run));
}

/** Messages of the database may quote values of a row: only codes and names are kept. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
