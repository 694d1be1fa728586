/** A visit as a phone carries it (record `visit`, by its id): as its page tells it. Pure. */
import type { z } from 'zod';
import type { Day } from '../../platform/day.ts';
import { meetingsOf } from './visit.kinds.ts';
import { visitItem, type wholeVisit } from './visit.shapes.ts';
import type { Visit } from './visit.ts';

export type VisitRecord = z.output<typeof wholeVisit>;
export type VisitItem = z.output<typeof visitItem>;

export function itemOf(record: VisitRecord): VisitItem {
  return visitItem.parse(record);
}

/** The visit that the rules are asked about. Words of earlier steps are known by the server. */
export function visitFrom({ id, unit, person, on, kind, meetingId, place, met, heard, advice, promised, isWithdrawn, steps, version }: VisitRecord): Visit {
  return {
    id, unitId: unit.id, personId: person.id, on, kind, meetingId, place, met, heard, advice, promises: promised.map(({ id: task, text, dueOn }) => ({ id: task, text, dueOn })),
    state: isWithdrawn ? 'withdrawn' : 'kept', steps: steps.map(({ kind: step, on: day, words }) => ({ kind: step, on: day, by: null, words })), version,
  };
}

interface Made {
  readonly visit: Visit;
  readonly unit: VisitRecord['unit'];
  readonly person: VisitRecord['person'];
  readonly recordedOn: Day;
  /** As it stood; undefined of one that is made just now. */
  readonly before: VisitRecord | undefined;
}

/** The record after an act that the rules allowed. Whether the meeting agrees is known by the server. */
export function recordAfter({ visit, unit, person, recordedOn, before }: Made): VisitRecord {
  const { id, on, kind, meetingId, place, met, heard, advice, promises, state, steps, version } = visit;
  const isSame = before?.on === on && before.kind === kind;
  const standings = new Map(before?.promised.map((one) => [one.id, one.standing]));
  return {
    id, unit, person, on, kind, place, topics: [...new Set(heard.map(({ topic }) => topic))], promises: promises.length, agreement: isSame ? before.agreement : meetingsOf[kind] ? 'noRecord' : 'noMeeting', isWithdrawn: state === 'withdrawn', version,
    met: [...met], heard: [...heard], advice, promised: promises.map((one) => ({ ...one, standing: standings.get(one.id) ?? 'assigned' })), meetingId, meeting: isSame ? before.meeting : null, files: before?.files ?? [],
    steps: steps.map(({ kind: step, on: day, words, former }, at) => before?.steps[at] ?? { kind: step, on: day, by: null, words, former: Object.keys(former ?? {}) as VisitRecord['steps'][number]['former'] }), // the keys of an account alone
    recordedOn, writer: before?.writer ?? null, may: before?.may ?? ['correct', 'attach', 'putBack'],
  };
}
