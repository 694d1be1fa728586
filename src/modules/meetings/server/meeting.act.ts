/**
 * How an act on a meeting goes: may it be done at the unit that meets, what does the rule make of the meeting, save, record.
 * Marking and noting while a meeting is open say nothing to the log: what came of it is told when the meeting is closed.
 */
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record as tell } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import type { Meeting } from '../meeting.ts';
import { countRoll } from '../meeting.roll.ts';
import { toldBy, type LockedMeeting } from './meeting.hands.ts';
import { lockMeeting, saveMeeting } from './meeting.store.ts';

export interface Done {
  readonly id: Id<'meeting'>;
  readonly version: number;
}

export interface MeetingAct {
  readonly id: Id<'meeting'>;
  /** Refused where the meeting is no longer the one that was looked at. */
  readonly version?: number | undefined;
  /** What the log is told; nothing where the act is one of many small ones. */
  readonly kind?: string;
  readonly check?: (meeting: Meeting) => Promise<void>;
  readonly rule: (meeting: Meeting) => Meeting | Refusal | Promise<Meeting>;
  readonly data?: (meeting: Meeting) => Readonly<Record<string, unknown>>;
  /** What goes with it in other modules. */
  readonly also?: (meeting: Meeting) => Promise<void>;
}

export async function carryOut(ctx: Ctx, { id, version, kind, check, rule, data, also }: MeetingAct): Promise<Done> {
  const before = await takeMeeting(ctx, id);
  if (version !== undefined && version !== before.version) throw new Problem({ code: 'meetings.stale', kind: 'stale' });
  await check?.(before);
  const after = await saveMeeting(ctx, before, await ruled(ctx, before, rule));
  await also?.(after);
  if (kind) tell(ctx, { type: `meeting.${kind}`, subjectId: id, unitId: after.unitId, ...(data && { data: data(after) }) });
  return doneWith(after);
}

async function ruled(ctx: Ctx, before: LockedMeeting, rule: MeetingAct['rule']): Promise<Meeting> {
  try {
    return orThrow(await rule(before));
  } catch (error) {
    throw await toldBy(ctx, before, error);
  }
}

export async function takeMeeting(ctx: Ctx, id: Id<'meeting'>): Promise<LockedMeeting> {
  const meeting = await lockMeeting(ctx, id);
  if (!meeting || !(await mayDo(ctx, 'meeting.read', meeting.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'meeting.record', meeting.unitId);
  return meeting;
}

/** An id made elsewhere must say where its row is kept. */
export function requireHome(id: Id, kept: Id): void {
  if (homeOf(id) !== homeOf(kept)) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
}

export function countsOf(meeting: Meeting): Readonly<Record<string, unknown>> {
  const { expected, present, online, excused, absent } = countRoll(meeting.roll);
  return { kind: meeting.kind, on: meeting.on, expected, present: present + online, excused, absent, ...(meeting.isLate ? { late: true } : {}) };
}

export function doneWith({ id, version }: Meeting): Done {
  return { id, version };
}
