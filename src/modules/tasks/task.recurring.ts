/** The next of a task that comes again every month or quarter. Pure. */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { given, type Recurrence, type Task } from './task.ts';

const months: Readonly<Record<Recurrence['every'], number>> = { monthly: 1, quarterly: 3 };

/** Undefined where it comes no more. The last day of a month stays the last of each. */
export function nextOf(task: Task, { id, on }: { id: Id<'task'>; on: Day }): Task | undefined {
  const { recurrence, dueOn } = task;
  if (!recurrence || dueOn === null) return undefined;
  const due = monthsAfter(dueOn, months[recurrence.every]);
  if (due > recurrence.until) return undefined;
  const { unitId, askedBy, title, detail, ownerId, ownerPostId, weight, partners, aim, origin } = task;
  const steps = task.steps.map((step) => ({ ...step, isDone: false }));
  return given({ id, unitId, askedBy, title, detail, ownerId, ownerPostId, weight, partners, aim, origin, steps, recurrence, dueOn: due, givenOn: on });
}

function monthsAfter(on: Day, count: number): Day {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const isLast = day === lastOf(year, month);
  const at = year * 12 + month - 1 + count;
  const [nextYear, nextMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = lastOf(nextYear, nextMonth);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${nextYear}-${pad(nextMonth)}-${pad(isLast ? last : Math.min(day, last))}` as Day;
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
