/**
 * A job is work that is due at times of its own. It must do no harm when it runs twice, or again after a crash in the
 * middle: what must happen once and for somebody belongs in a queue (docs/decisions/0010). When it is due next is a rule
 * of time alone and stands here.
 */
import type { Logger } from 'pino';
import { addDays, dayIn, type Day } from '../day.ts';
import type { Db } from '../db/database.ts';

export interface Job {
  readonly name: string;
  /** Seconds from the end of a run to the next; or once at the start of each day in Vietnam. */
  readonly every: number | 'day';
  run(ctx: JobCtx): Promise<void>;
}

export interface JobCtx {
  readonly db: Db;
  readonly now: Date;
  readonly today: Day;
  readonly log: Logger;
  /** Aborted when the process is asked to stop: long work ends at the next good place. */
  readonly stopping: AbortSignal;
}

const longestBackOff = 300;

/** `failures` counts those since the last success, this run included. */
export function dueAfter({ every }: Pick<Job, 'every'>, now: Date, failures: number): Date {
  if (failures > 0) return new Date(now.getTime() + backOff(every, failures) * 1000);
  return every === 'day' ? startOf(addDays(dayIn(now), 1)) : new Date(now.getTime() + every * 1000);
}

/** Twice as long after each failure: from the usual interval, at most a minute, to five minutes. */
function backOff(every: Job['every'], failures: number): number {
  const first = every === 'day' ? 60 : Math.min(Math.max(every, 1), 60);
  return Math.min(first * 2 ** Math.min(failures, 20), Math.max(longestBackOff, every === 'day' ? 0 : every));
}

/** Vietnam has kept UTC+7 without summer time since 1975. */
function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}
