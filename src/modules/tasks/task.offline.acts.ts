/** Acts on tasks that are not sent yet: each laid over what is carried, as the server will do it. Pure. */
import { fileNameOf, mediaTypeFrom } from '../../platform/files/media.ts';
import { dayIn, type Day } from '../../platform/day.ts';
import { homeOf, newId, type Id } from '../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../platform/problem.ts';
import { carriedOrThrow } from '../../sync/carried.ts';
import type { OutboxCommand } from '../../sync/outbox.ts';
import type { OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import type { z } from 'zod';
import type { RosterRecord } from '../meetings/meeting.record.ts';
import type { taskContract } from './task.contract.ts';
import { mostFiles, refusalOfEvidence, refusalOfFile } from './task.file.ts';
import { recordAfter, taskOf, type TaskRecord } from './task.record.ts';
import { daySaid, isOvertaken } from './task.said.ts';
import { giveBack, reassign, reopen, settle, work, type Task } from './task.ts';

type Input<K extends keyof typeof taskContract> = z.output<(typeof taskContract)[K]['input']>;

export const taskActs = {
  'tasks.settle': ({ id, ...given }: Input<'settle'>, replica: Replica, command: OutboxCommand) => judged(replica, id, (task) => settle(task, { ...given, today: dayOf(command) })),
  'tasks.giveBack': ({ id }: Input<'giveBack'>, replica: Replica, command: OutboxCommand) => judged(replica, id, (task) => giveBack(task, { on: dayOf(command) })),
  'tasks.reopen': ({ id }: Input<'reopen'>, replica: Replica) => judged(replica, id, reopen),
  'tasks.change': ({ id, version, ...change }: Input<'change'>, replica: Replica): OfflineOutcome => {
    const record = aloneOrThrow(replica, id);
    if (version !== undefined && version !== record.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
    const after = orThrow(reassign(taskOf(record), change, { asks: record.may.includes('task.record') }));
    // Another post, or units that co-operate, are asked of the server.
    if (after.ownerPostId !== (record.post?.id ?? null) || isOtherThan(record.partners, change.partners)) carriedOrThrow(undefined);
    const body = { ...recordAfter(record, after), owner: ownerOf(change.ownerId, record, replica) };
    return { answer: { id, version: body.version }, records: [{ type: 'task', id, body }] };
  },
  'tasks.work': ({ id, entryId, note, figure, saidAt, ...given }: Input<'work'>, replica: Replica, command: OutboxCommand): OfflineOutcome => {
    const record = carriedOrThrow(replica.get<TaskRecord>('task', id));
    const made = carriedOrThrow(entryId);
    if (record.entries.some((entry) => entry.id === made)) return { answer: { id, version: record.version, entryId: made }, records: [] };
    const [task, at] = [taskOf(record), new Date(saidAt ?? command.at)];
    const on = daySaid(at, task);
    const worked = orThrow(work(task, { ...given, on, isOvertaken: isOvertaken(at, record.entries.map((entry) => ({ act: entry.act, at: new Date(entry.saidAt) }))) }));
    const after = worked === task ? record : recordAfter(record, worked);
    const body = { ...after, entries: [...after.entries, { id: made, act: given.act, on, saidAt: at.toISOString(), recordedOn: dayOf(command), progress: given.progress ?? null, note, figure: figure ?? null, by: null, files: [] }] };
    return { answer: { id, version: body.version, entryId: made }, records: [{ type: 'task', id, body }] };
  },
  'tasks.attach': ({ id, entryId, fileId, name, base64 }: Input<'attach'>, replica: Replica): OfflineOutcome => {
    const record = carriedOrThrow(replica.get<TaskRecord>('task', id));
    const made = carriedOrThrow(fileId);
    const files = record.entries.flatMap((entry) => entry.files);
    if (files.some((file) => file.id === made)) return { answer: { id: made }, records: [] };
    const entry = record.entries.find((one) => one.id === entryId);
    const wrong = refusalOfEvidence(record, { act: carriedOrThrow(entry).act, isOwn: true }); // whose it is, the server knows
    if (wrong) throw new Problem(wrong);
    const size = Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
    const mediaType = mediaTypeFrom(Uint8Array.from(atob(base64.slice(0, 24)), (letter) => letter.charCodeAt(0)));
    const refusal = refusalOfFile({ size, mediaType });
    if (refusal || !mediaType) throw new Problem(refusal ?? { code: 'tasks.fileUnknown', kind: 'invalid' });
    if (files.length >= mostFiles) throw new Problem({ code: 'tasks.tooManyFiles', kind: 'conflict', data: { most: mostFiles } });
    const file = { id: made, name: fileNameOf(name, mediaType), mediaType, size, base64 };
    const entries = record.entries.map((entry) => (entry.id === entryId ? { ...entry, files: [...entry.files, file] } : entry));
    return { answer: { id: made }, records: [{ type: 'task', id, body: { ...record, entries } }] };
  },
};

/** Ids of what a command founds, so that phone and server found the same. */
export function withTaskIds(procedure: string, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const made = () => newId(homeOf(input['id'] as Id)); // an id, as the contract has it
  if (procedure === 'tasks.work') return { ...input, entryId: input['entryId'] ?? made() };
  return procedure === 'tasks.attach' ? { ...input, fileId: input['fileId'] ?? made() } : input;
}

function dayOf({ at }: OutboxCommand): Day {
  return dayIn(new Date(at));
}

/** Only by the unit that asked. Who did it, and its entry, are known by the server. */
function judged(replica: Replica, id: Id<'task'>, rule: (task: Task) => Task | Refusal): OfflineOutcome {
  const record = aloneOrThrow(replica, id);
  if (!record.may.includes('task.record')) throw new Problem({ code: 'tasks.notAsker', kind: 'forbidden' });
  const body = recordAfter(record, orThrow(rule(taskOf(record))));
  return { answer: { id, version: body.version }, records: [{ type: 'task', id, body }] };
}

/** What was shared out reaches parts of many units: that is asked of the server. */
function aloneOrThrow(replica: Replica, id: Id<'task'>): TaskRecord {
  const record = carriedOrThrow(replica.get<TaskRecord>('task', id));
  return carriedOrThrow(record.parts === null ? record : undefined);
}

function isOtherThan(partners: TaskRecord['partners'], asked: readonly Id<'unit'>[] | undefined): boolean {
  return asked !== undefined && JSON.stringify(asked) !== JSON.stringify(partners.map(({ id }) => id));
}

/** Somebody who is on no roster here is asked of the server. */
function ownerOf(ownerId: Task['ownerId'], { owner }: TaskRecord, replica: Replica): TaskRecord['owner'] {
  if (ownerId === null || ownerId === owner?.id) return ownerId === null ? null : owner;
  const person = replica.all<RosterRecord>('roster').flatMap(({ people }) => people).find(({ id }) => id === ownerId);
  return { id: ownerId, fullName: carriedOrThrow(person).fullName };
}
