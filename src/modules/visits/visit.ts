/**
 * A visit to a place below, as who made it writes it down: corrected by the writer with trace, withdrawn and put back. Pure: each rule
 * answers the visit as it then is, or a refusal.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import { addDays, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { HeardTopic, Met, VisitKind } from './visit.kinds.ts';

export interface Heard {
  readonly topic: HeardTopic;
  readonly text: string;
}

/** What the cadre promised the place: a task under the same id, which the place confirms. */
export interface PromiseMade {
  readonly id: Id<'task'>;
  readonly text: string;
  readonly dueOn: Day;
}

/** What may be corrected afterwards. */
export interface Account {
  readonly on: Day;
  readonly kind: VisitKind;
  readonly meetingId: Id<'meeting'> | null;
  /** Coarse, in words; never measured. */
  readonly place: string;
  readonly met: readonly Met[];
  readonly heard: readonly Heard[];
  readonly advice: string;
}

export const stepKinds = ['corrected', 'withdrawn', 'putBack'] as const;

export interface Step {
  readonly kind: (typeof stepKinds)[number];
  readonly on: Day;
  readonly by: Id<'account'> | null;
  readonly words: string;
  /** What the step wrote over. */
  readonly former?: Partial<Account>;
}

export interface Visit extends Account {
  readonly id: Id<'visit'>;
  /** Where: any unit; of a place that is followed the unit itself or one below it. */
  readonly unitId: Id<'unit'>;
  /** Who went there. */
  readonly personId: Id<'person'>;
  readonly promises: readonly PromiseMade[];
  readonly state: 'kept' | 'withdrawn';
  readonly steps: readonly Step[];
  readonly version: number;
}

export const mostHeard = 12;
export const mostPromises = 10;
export const mostSteps = 50;
/** Older ones come by an import. */
const mostDaysBack = 400;

export interface Doing {
  readonly on: Day;
  readonly by: Id<'account'> | null;
}

type Told = Account & Pick<Visit, 'id' | 'unitId' | 'personId' | 'promises'>;

export function record(told: Told, { on: today }: Doing): Visit | Refusal {
  const wrong = refusalOfDay(told.on, today);
  if (wrong) return wrong;
  if (told.promises.some(({ dueOn }) => dueOn < told.on)) return refuse('visits.promiseBefore', 'invalid', { on: told.on });
  return { ...told, state: 'kept', steps: [], version: 1 };
}

/** Promises stay as they were given: they are tasks by now, changed where tasks are. */
export function correct(visit: Visit, account: Account, doing: Doing): Visit | Refusal {
  if (visit.state === 'withdrawn') return refuse('visits.isWithdrawn', 'conflict');
  const wrong = account.on === visit.on ? undefined : refusalOfDay(account.on, doing.on);
  if (wrong) return wrong;
  const former = formerOf(visit, account);
  return Object.keys(former).length === 0 ? visit : stepped({ ...visit, ...account }, { ...doing, kind: 'corrected', words: '', former });
}

export function withdraw(visit: Visit, reason: string, doing: Doing): Visit | Refusal {
  if (visit.state === 'withdrawn') return refuse('visits.isWithdrawn', 'conflict');
  return stepped({ ...visit, state: 'withdrawn' }, { ...doing, kind: 'withdrawn', words: reason });
}

export function putBack(visit: Visit, doing: Doing): Visit | Refusal {
  if (visit.state === 'kept') return refuse('visits.isKept', 'conflict');
  return stepped({ ...visit, state: 'kept' }, { ...doing, kind: 'putBack', words: '' });
}

function refusalOfDay(on: Day, today: Day): Refusal | undefined {
  if (on > today) return refuse('visits.inFuture', 'invalid', { today });
  return on < addDays(today, -mostDaysBack) ? refuse('visits.tooLongAgo', 'invalid', { from: addDays(today, -mostDaysBack) }) : undefined;
}

function stepped(visit: Visit, step: Step): Visit | Refusal {
  if (visit.steps.length >= mostSteps) return refuse('visits.tooManySteps', 'conflict', { most: mostSteps });
  return { ...visit, steps: [...visit.steps, step] };
}

function formerOf(visit: Visit, account: Account): Partial<Account> {
  const keys = ['on', 'kind', 'meetingId', 'place', 'met', 'heard', 'advice'] as const satisfies (keyof Account)[];
  return Object.fromEntries(keys.filter((key) => canonicalJson(visit[key]) !== canonicalJson(account[key])).map((key) => [key, visit[key]]));
}
