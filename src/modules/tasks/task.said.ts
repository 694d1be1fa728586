/** When something was said of a task: on a phone without signal it arrives later, and after what others said since. Pure. */
import type { Day } from '../../platform/day.ts';
import { dayIn } from '../../platform/day.ts';
import { mostDaysUnsent } from '../meetings/meeting.ts';
import { workActs } from './task.stages.ts';

const millisecondsOfDay = 86_400_000;

/** As the phone told; what lies ahead, or further back than anything stays unsent, is of now. */
export function momentSaid(told: string | undefined, now: Date): Date {
  const at = told === undefined ? now : new Date(told);
  return at > now || at.getTime() < now.getTime() - mostDaysUnsent * millisecondsOfDay ? now : at;
}

/** A phone whose clock is behind says nothing of before the task was given. */
export function daySaid(at: Date, { givenOn }: { readonly givenOn: Day }): Day {
  const on = dayIn(at);
  return on < givenOn ? givenOn : on;
}

interface Said {
  readonly act: string;
  readonly at: Date;
}

const standing: ReadonlySet<string> = new Set([...workActs, 'giveBack']);

/** Somebody has said more since, or given it back: it stands among what was done and changes nothing. */
export function isOvertaken(at: Date, entries: readonly Said[]): boolean {
  return entries.some((entry) => standing.has(entry.act) && entry.at > at);
}
