/** Acts on visits that are not sent yet: each laid over what is carried, as the server will do it. Pure. */
import type { z } from 'zod';
import { dayIn } from '../../platform/day.ts';
import { fileNameOf, mediaTypeFrom } from '../../platform/files/media.ts';
import { homeOf, newId, type Id } from '../../platform/ids.ts';
import { orThrow, Problem } from '../../platform/problem.ts';
import { carriedOrThrow } from '../../sync/carried.ts';
import type { OutboxCommand } from '../../sync/outbox.ts';
import type { OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import { recordOfGiven } from '../tasks/task.record.ts';
import type { PlaceRecord } from './place.shapes.ts';
import type { visitContract } from './visit.contract.ts';
import { yearOf } from './quarter.ts';
import { mostFiles, refusalOfFile } from './visit.file.ts';
import type { VisitKind } from './visit.kinds.ts';
import { visitFrom, recordAfter, type VisitRecord } from './visit.record.ts';
import { correct, putBack, record, withdraw } from './visit.ts';

type Input<K extends keyof typeof visitContract> = z.output<(typeof visitContract)[K]['input']>;

export const visitActs = {
  'visits.record': ({ id, unitId, personId, promises, ...account }: Input<'record'>, replica: Replica, command: OutboxCommand): OfflineOutcome => {
    const made = carriedOrThrow(id);
    const known = replica.get<VisitRecord>('visit', made);
    if (known) return { answer: { id: made, version: known.version }, records: [] };
    // For somebody else the server knows who follows the place.
    const { place, unit } = carriedOrThrow(personId === null ? placeOf(unitId, replica) : undefined);
    const visit = orThrow(record({ id: made, unitId, personId: personOf(replica), promises, ...account }, doing(command)));
    const body = recordAfter({ visit, unit, person: { id: visit.personId, name: replica.all<VisitRecord>('visit')[0]?.person.name ?? '' }, recordedOn: dayOf(command), before: undefined });
    const tasks = promises.map((one) => ({
      type: 'task' as const, id: one.id, body: recordOfGiven({ id: one.id, title: one.text, unit, owner: { id: visit.personId, fullName: '' }, dueOn: one.dueOn, origin: { kind: 'visit', id: made, on: visit.on, meetingKind: null, name: null }, may: ['task.report'] }),
    }));
    const isLater = (place.place.lastVisit?.on ?? '') <= visit.on;
    const visited = { ...place, place: { ...place.place, ...(isLater ? { lastVisit: { id: made, on: visit.on } } : {}), quarter: countedIn(place.place.quarter, visit) } };
    return { answer: { id: made, version: 1 }, records: [{ type: 'visit', id: made, body }, ...tasks, { type: 'place', id: place.place.unit.id, body: visited }] };
  },
  'visits.correct': ({ id, version, ...account }: Input<'correct'>, replica: Replica, command: OutboxCommand): OfflineOutcome => {
    const before = carriedOrThrow(replica.get<VisitRecord>('visit', id));
    if (version !== before.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
    const visit = visitFrom(before);
    return kept(before, orThrow(correct(visit, account, doing(command))), command);
  },
  'visits.withdraw': ({ id, reason }: Input<'withdraw'>, replica: Replica, command: OutboxCommand): OfflineOutcome => {
    const before = carriedOrThrow(replica.get<VisitRecord>('visit', id));
    const outcome = kept(before, orThrow(withdraw(visitFrom(before), reason, doing(command))), command);
    const untouched = before.promised.filter(({ standing }) => standing === null || standing === 'assigned').map(({ id: taskId }) => ({ type: 'task' as const, id: taskId, body: undefined }));
    return { ...outcome, records: [...outcome.records, ...untouched] };
  },
  'visits.putBack': ({ id }: Input<'putBack'>, replica: Replica, command: OutboxCommand): OfflineOutcome => {
    const before = carriedOrThrow(replica.get<VisitRecord>('visit', id));
    return kept(before, orThrow(putBack(visitFrom(before), doing(command))), command);
  },
  'visits.attach': ({ id, fileId, name, base64 }: Input<'attach'>, replica: Replica): OfflineOutcome => {
    const before = carriedOrThrow(replica.get<VisitRecord>('visit', id));
    const made = carriedOrThrow(fileId);
    if (before.files.some((file) => file.id === made)) return { answer: { id: made }, records: [] };
    if (before.isWithdrawn) throw new Problem({ code: 'visits.isWithdrawn', kind: 'conflict' });
    const size = Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
    const mediaType = mediaTypeFrom(Uint8Array.from(atob(base64.slice(0, 24)), (letter) => letter.charCodeAt(0)));
    const refusal = refusalOfFile({ size, mediaType });
    if (refusal || !mediaType) throw new Problem(refusal ?? { code: 'visits.fileUnknown', kind: 'invalid' });
    if (before.files.length >= mostFiles) throw new Problem({ code: 'visits.tooManyFiles', kind: 'conflict', data: { most: mostFiles } });
    const body: VisitRecord = { ...before, files: [...before.files, { id: made, name: fileNameOf(name, mediaType), mediaType, size, base64 }] };
    return { answer: { id: made }, records: [{ type: 'visit', id, body }] };
  },
};

/** Ids of what a command founds, so that phone and server found the same. */
export function withVisitIds(procedure: string, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const made = (of: string) => newId(homeOf(input[of] as Id)); // an id, as the contract has it
  if (procedure === 'visits.record') return { ...input, id: input['id'] ?? made('unitId') };
  return procedure === 'visits.attach' ? { ...input, fileId: input['fileId'] ?? made('id') } : input;
}

/** The place that is followed, and the unit in it where the visit was. */
function placeOf(unitId: Id<'unit'>, replica: Replica): { readonly place: PlaceRecord; readonly unit: { readonly id: Id<'unit'>; readonly name: string } } | undefined {
  for (const place of replica.all<PlaceRecord>('place')) {
    const unit = [place.place.unit, ...place.place.below].find(({ id }) => id === unitId);
    if (unit) return { place, unit: { id: unit.id, name: unit.name } };
  }
  return undefined;
}

/** Whose phone it is: nobody else's visits are recorded on it. */
function personOf(replica: Replica): Id<'person'> {
  return carriedOrThrow(replica.all<PlaceRecord>('place')[0]).place.follower;
}

/** Meetings are owed by the year: those before the quarter count too. */
function countedIn(quarter: PlaceRecord['place']['quarter'], { on, kind }: { readonly on: string; readonly kind: VisitKind }): PlaceRecord['place']['quarter'] {
  const year = yearOf(quarter.to);
  if (on < year.from || on > quarter.to) return quarter;
  const oneMore = <T extends { readonly done: number }>(tally: T) => ({ ...tally, done: tally.done + 1 });
  return {
    ...quarter, ...(on >= quarter.from ? { visits: oneMore(quarter.visits) } : {}), ...(kind === 'cellMeeting' ? { cellMeetings: oneMore(quarter.cellMeetings) } : {}), ...(kind === 'committeeMeeting' ? { committeeMeetings: oneMore(quarter.committeeMeetings) } : {}),
  };
}

function kept(before: VisitRecord, visit: ReturnType<typeof visitFrom>, command: OutboxCommand): OfflineOutcome {
  if (visit.steps.length === before.steps.length) return { answer: { id: before.id, version: before.version }, records: [] };
  const body = recordAfter({ visit: { ...visit, version: before.version + 1 }, unit: before.unit, person: before.person, recordedOn: before.recordedOn, before });
  return { answer: { id: before.id, version: body.version }, records: [{ type: 'visit', id: command.about.id, body }] };
}

function doing({ at }: OutboxCommand) {
  return { on: dayIn(new Date(at)), by: null };
}

function dayOf({ at }: OutboxCommand) {
  return dayIn(new Date(at));
}
