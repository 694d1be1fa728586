/** What a phone asks of the server besides its commands: what it may carry, which devices there are, a file of what waited. */
import { z } from 'zod';
import { longestPassword } from '../access/account.ts';
import { act, query } from '../platform/contract.ts';
import { idSchema } from '../platform/ids.ts';
import { aboutTypes } from './outbox.ts';
import { recordTypes } from './record.ts';

const deviceId = idSchema<'device'>();
const recordType = z.enum(recordTypes);
const version = z.string().max(64);
/** As devices make them: of what it was given by the command alone. */
const commandId = z.guid();
const mostTold = 1000;

/** Of records in one answer of `pull`, which may be over by one record. */
const mostBytes = 1024 * 1024;
const leastBytes = 16 * 1024;

export const syncContract = {
  /**
   * Once for a phone, while it has signal. The secret seals the file of what waits (`deliver`) and is told this once; `recovery`
   * opens what the phone keeps for an owner who forgot the PIN, and is told again by `recover`.
   */
  enrol: act({
    name: 'sync.enrol',
    path: '/api/sync/devices/enrol',
    /** Of those who record meetings and of whoever answers for tasks. */
    verb: 'task.report',
    input: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    output: z.object({ deviceId, secret: z.base64(), recovery: z.base64() }),
    problems: ['sync.tooManyDevices'],
    summary: { vi: 'Cho phép một máy làm việc không cần mạng', en: 'Let a device work without signal' },
  }),
  /** Whoever holds the phone may hold its session too: the password is asked for, as for any change of one's own secrets. */
  recover: act({
    name: 'sync.recover',
    path: '/api/sync/devices/:deviceId/recover',
    open: 'it concerns only a device of the account that is signed in',
    input: z.strictObject({ deviceId, password: z.string().min(1).max(longestPassword) }),
    output: z.object({ recovery: z.base64() }),
    problems: ['platform.unauthenticated', 'sync.deviceUnknown', 'access.wrongCurrent', 'access.tooMany'],
    summary: { vi: 'Mở lại máy khi quên mã', en: 'Open the device again after the PIN was forgotten' },
  }),
  /**
   * Nothing is changed by it but when the device was last seen; sent as an act because what is held may be long. It needs no verb
   * so that a phone whose owner may record nowhere any more is told that all it holds is gone.
   */
  pull: act({
    name: 'sync.pull',
    path: '/api/sync/pull',
    open: 'it carries what the rights of the account reach, and nothing where they reach nothing',
    carriesMuch: 'records, by which a phone is prepared on a weak line',
    input: z.strictObject({
      deviceId, held: z.partialRecord(recordType, z.record(z.string().max(80), version)),
      /** So long the answer may be: shorter where the line may break before its end. */
      mostBytes: z.int().min(leastBytes).max(mostBytes).default(mostBytes),
    }),
    output: z.object({
      changed: z.array(z.object({ type: recordType, id: z.string(), version, body: z.unknown() })),
      gone: z.array(z.object({ type: recordType, id: z.string() })),
      /** There is more: ask again with what is held now. Until then not all of what is gone is told either. */
      more: z.boolean(),
      /** How far it has come with this answer: kinds that are held whole then, of how many; in which one it ended, and how many of it are left. */
      parts: z.object({ done: z.int(), of: z.int(), at: recordType.nullable(), left: z.int() }),
      /** The owner asked for this device to be emptied: nothing else is answered then. */
      wipe: z.boolean(),
      /** Units that are carried; where the account reaches more than `most`, none are, and the phone says so: the count then stops at one more. */
      units: z.object({ count: z.int(), most: z.int() }),
    }),
    problems: ['platform.unauthenticated', 'platform.forbidden', 'sync.deviceUnknown'],
    summary: { vi: 'Lấy dữ liệu cần khi không có mạng', en: 'Fetch what is needed without signal' },
  }),
  /** A phone that was lost comes without a session: it must learn all the same that it is to empty itself. */
  standing: query({
    name: 'sync.standing',
    path: '/api/sync/devices/:deviceId/standing',
    open: 'the id is a device’s own and cannot be guessed; the answer says only whether it is to be emptied, of one that is not known that it is not',
    input: z.strictObject({ deviceId }),
    output: z.object({ wipe: z.boolean() }),
    summary: { vi: 'Hỏi máy này có phải xóa dữ liệu không', en: 'Ask whether this device is to be emptied' },
  }),
  /** The device says that it is empty now. */
  wiped: act({
    name: 'sync.wiped',
    path: '/api/sync/devices/:deviceId/wiped',
    open: 'it concerns a device of the account that is signed in, or without a session one that is to be emptied anyway',
    input: z.strictObject({ deviceId }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'sync.deviceUnknown'],
    summary: { vi: 'Báo máy đã xóa dữ liệu', en: 'Say that the device was emptied' },
  }),
  devices: query({
    name: 'sync.devices',
    path: '/api/sync/devices',
    open: 'it shows only devices of the account that is signed in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(z.object({ id: deviceId, name: z.string(), enrolledAt: z.string(), seenAt: z.string(), state: z.enum(['active', 'wipe_asked', 'wiped']) })),
    }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Các máy của tôi đang làm việc không cần mạng', en: 'My devices that work without signal' },
  }),
  forget: act({
    name: 'sync.forget',
    path: '/api/sync/devices/:deviceId/forget',
    open: 'it concerns only a device of the account that is signed in',
    input: z.strictObject({ deviceId }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'sync.deviceUnknown'],
    summary: { vi: 'Xóa dữ liệu trên máy đó khi máy có mạng lại', en: 'Empty that device at its next contact' },
  }),
  /**
   * What waited on a phone whose signal or memory failed, brought as a file by whoever has a connection. The one who brings it
   * is a courier: each command is done with the rights that the phone's own account has today, once, under its own id.
   */
  deliver: act({
    name: 'sync.deliver',
    path: '/api/sync/deliver',
    verb: 'meeting.read',
    bodyLimit: 64 * 1024 * 1024,
    input: z.strictObject({ base64: z.base64().max(60_000_000) }),
    output: z.object({
      owner: z.string(), deviceName: z.string(), done: z.int(), already: z.int(),
      refused: z.array(z.object({ commandId: z.string(), procedure: z.string(), code: z.string(), data: z.record(z.string(), z.unknown()) })),
    }),
    problems: ['sync.fileUnknown', 'sync.deviceUnknown'],
    summary: { vi: 'Nhận tệp từ máy không có mạng', en: 'Take in a file of what waited on a phone' },
  }),
  /** Kept of each until it is settled; of what the account may not do any more nothing is shown. */
  conflicts: query({
    name: 'sync.conflicts',
    path: '/api/sync/conflicts',
    open: 'it shows only what devices of the account that is signed in have sent, where it may still do such acts',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(z.object({
        id: commandId, procedure: z.string(), input: z.unknown(), about: z.object({ type: z.enum(aboutTypes), id: z.string() }), at: z.string(),
        /** Of the refusal, which tells the other side. */
        code: z.string(), data: z.record(z.string(), z.unknown()),
      })),
    }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Việc từ các máy của tôi mà máy khác đã ghi khác', en: 'What my devices sent and another has recorded otherwise' },
  }),
  /** For the mark in the head of every page. */
  unsettled: query({
    name: 'sync.unsettled',
    path: '/api/sync/conflicts/unsettled',
    open: 'it tells ids of what devices of the account that is signed in have sent, and nothing else',
    input: z.strictObject({}),
    output: z.object({ ids: z.array(commandId) }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Bao nhiêu việc chờ tôi chọn bản nào', en: 'How much waits for me to choose a side' },
  }),
  /** `again`: done once more, under an id of its own, against what stands now; without it the other side is kept. */
  settle: act({
    name: 'sync.settle',
    path: '/api/sync/conflicts/:commandId/settle',
    open: 'it concerns only what devices of the account that is signed in have sent; what is done again is done with its rights',
    input: z.strictObject({ commandId, again: z.strictObject({ id: commandId, input: z.record(z.string(), z.unknown()) }).nullable().default(null) }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'sync.conflictUnknown'],
    summary: { vi: 'Chọn giữ bản nào', en: 'Choose which side is kept' },
  }),
  /** `here`: settled on this device; `open`: refused and not settled on it. */
  settled: act({
    name: 'sync.settled',
    path: '/api/sync/conflicts/settled',
    open: 'it concerns only what devices of the account that is signed in have sent',
    input: z.strictObject({ here: z.array(commandId).max(mostTold), open: z.array(commandId).max(mostTold) }),
    output: z.object({ elsewhere: z.array(commandId) }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Báo việc đã chọn xong, hỏi việc đã chọn ở máy khác', en: 'Say what was settled here, ask what was settled elsewhere' },
  }),
};
