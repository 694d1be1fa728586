/** Acts in and after a meeting: opened, marked, noted, scored, closed, minuted, adopted; a whole one of the past at once. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import { personWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { record as tell } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { createTasks, dropUntouchedTasksOf } from '../../tasks/server/index.ts';
import * as rules from '../meeting.ts';
import type { Meeting } from '../meeting.ts';
import { openWith } from '../meeting.answers.ts';
import { adoptSeen, arrangeSeen, minutesOf, pointsOf, unlessOther } from '../meeting.changed.ts';
import { markSeen, putSeen, removeSeen } from '../meeting.conflict.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { appointSeen, withOfficials, withoutProposal } from '../meeting.officials.ts';
import { put as putPart, scoreBy, tasksFrom, type Part } from '../meeting.parts.ts';
import { mark as markRoll } from '../meeting.roll.ts';
import { standingPosts } from '../meeting.roster.ts';
import { chairOf, holdersAt, rollOf } from './meeting.people.ts';
import { frameOf, scoreBoundsOf } from './meeting.score.ts';
import { insertMeeting, listAnswers } from './meeting.store.ts';
import { carryOut, countsOf, doneWith, requireHome, type Done } from './meeting.act.ts';
import { planned } from './meeting.planning.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;

/** Who was given leave beforehand is marked so; the secretary is expected to lead. */
export async function open(ctx: Ctx, { id, on, starts, openedOn, writer }: Input<'open'>): Promise<Done> {
  const today = rules.openingDay(openedOn, ctx.today);
  return carryOut(ctx, {
    id, kind: 'opened',
    rule: async (meeting) => {
      const begun = await opened(ctx, meeting, { on: on ?? (meeting.on < today ? meeting.on : today), starts, today });
      await requireKnownPerson(ctx, begun, writer?.personId ?? null);
      return orThrow(withOfficials(begun, { chair: await chairOf(ctx, begun), ...(writer ? { writer } : {}) }));
    },
  });
}

export async function unopen(ctx: Ctx, { id }: Input<'unopen'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'unopened', rule: async (meeting) => orThrow(rules.unopen(withoutProposal(meeting, await holdersAt(ctx, { ...meeting, kinds: standingPosts })))) });
}

export async function mark(ctx: Ctx, { id, marks, rest }: Input<'mark'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => markSeen(meeting, { marks, rest }) });
}

export async function put(ctx: Ctx, { id, piece, seen }: Input<'put'>): Promise<Done> {
  return carryOut(ctx, { id, check: (meeting) => requireKnown(ctx, meeting, piece), rule: (meeting) => putSeen(meeting, { piece, seen }) });
}

export async function remove(ctx: Ctx, { id, ...asked }: Input<'remove'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => removeSeen(meeting, asked) });
}

export async function arrange(ctx: Ctx, { id, ...given }: Input<'arrange'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => arrangeSeen(meeting, given) });
}

export async function appoint(ctx: Ctx, { id, ...given }: Input<'appoint'>): Promise<Done> {
  return carryOut(ctx, { id, check: (meeting) => requireKnownPerson(ctx, meeting, given.who?.personId ?? null), rule: (meeting) => appointSeen(meeting, given) });
}

export async function score(ctx: Ctx, { id, points, seen }: Input<'score'>): Promise<Done> {
  return carryOut(ctx, { id, rule: async (meeting) => orThrow(unlessOther(meeting, await scored(ctx, meeting, points), { of: pointsOf, seen })) });
}

export async function close(ctx: Ctx, { id, ends }: Input<'close'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'closed', rule: (meeting) => rules.close(meeting, { ends }), data: countsOf, also: (meeting) => createConcludedTasks(ctx, meeting) });
}

/** Tasks that nobody has touched yet are taken back with it. */
export async function reopen(ctx: Ctx, { id }: Input<'reopen'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'reopened', rule: rules.reopen, also: () => dropUntouchedTasksOf(ctx, { kind: 'meeting', id }) });
}

export async function writeMinutes(ctx: Ctx, { id, version, text, seen }: Input<'writeMinutes'>): Promise<Done> {
  return carryOut(ctx, { id, version, kind: 'minutesWritten', rule: (meeting) => unlessOther(meeting, rules.writeMinutes(meeting, { text }), { of: minutesOf, seen }) });
}

/** With a text of its own it is told as written first. */
export async function adopt(ctx: Ctx, { id, ...given }: Input<'adopt'>): Promise<Done> {
  return carryOut(ctx, {
    id, kind: 'adopted', rule: (meeting) => adoptSeen(meeting, { ...given, today: ctx.today }), data: () => ({ on: given.on }),
    also: async ({ unitId }) => { if (given.text !== undefined) tell(ctx, { type: 'meeting.minutesWritten', subjectId: id, unitId }); },
  });
}

export async function append(ctx: Ctx, { id, text }: Input<'append'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'appended', rule: (meeting) => rules.append(meeting, { on: ctx.today, text, by: ctx.actor?.displayName ?? null }) });
}

/** A meeting that was held, whole: the same rules in the same order as if it had been held with the phone. */
export async function record(ctx: Ctx, input: Input<'record'>): Promise<Done> {
  const { id, unitId, ends, exceptions, guests, opinions, votes, conclusions, points, ...given } = input;
  await take(ctx, 'meeting.record', unitId);
  const begun = await opened(ctx, await planned(ctx, { id, unitId, given }), { on: given.on, starts: given.starts, today: ctx.today });
  const pieces: Part[] = [
    ...guests.map((item) => ({ part: 'guests' as const, item })), ...opinions.map((item) => ({ part: 'opinions' as const, item })),
    ...votes.map((item) => ({ part: 'votes' as const, item })), ...conclusions.map((item) => ({ part: 'conclusions' as const, item })),
  ];
  let meeting = orThrow(markRoll(begun, { marks: exceptions, rest: 'present' }));
  for (const piece of pieces) {
    await requireKnown(ctx, meeting, piece);
    meeting = orThrow(putPart(meeting, piece));
  }
  if (points) meeting = await scored(ctx, meeting, points);
  const saved = await insertMeeting(ctx, orThrow(rules.close(meeting, { ends })));
  await createConcludedTasks(ctx, saved);
  tell(ctx, { type: 'meeting.recorded', subjectId: saved.id, unitId, data: countsOf(saved) });
  return doneWith(saved);
}

async function opened(ctx: Ctx, meeting: Meeting, { on, starts, today }: { on: Day; starts: string | null; today: Day }): Promise<Meeting> {
  // Whether it may be opened at all is asked before anybody is looked for.
  orThrow(rules.open(meeting, { on, starts, roll: [], today }));
  const roll = await rollOf(ctx, { ...meeting, on });
  return orThrow(openWith(meeting, { on, starts, today, roll, answers: meeting.version === 0 ? [] : await listAnswers(ctx, meeting.id) }));
}

async function scored(ctx: Ctx, meeting: Meeting, points: Readonly<Record<string, number>>): Promise<Meeting> {
  const { criteria } = await frameOf(ctx, meeting);
  const bounds = await scoreBoundsOf(ctx, meeting);
  if (!bounds) throw new Problem({ code: 'meetings.noFrame', kind: 'conflict', data: { on: meeting.on } });
  return orThrow(scoreBy(meeting, { points, criteria, bounds }));
}

/** Whoever is named stands on the roll, among the guests, or is somebody whom the writer may read: no probing for ids. */
async function requireKnown(ctx: Ctx, meeting: Meeting, { part, item }: Part): Promise<void> {
  requireHome(item.id, meeting.id);
  await requireKnownPerson(ctx, meeting, part === 'conclusions' ? item.ownerId : part === 'opinions' || part === 'guests' ? item.personId : null);
}

async function requireKnownPerson(ctx: Ctx, meeting: Meeting, named: Id<'person'> | null): Promise<void> {
  if (named === null || [...meeting.roll, ...meeting.guests].some(({ personId }) => personId === named)) return;
  if (!(await personWithin(ctx, 'person.read', named))) throw new Problem({ code: 'meetings.strangerNamed', kind: 'conflict' });
}

async function createConcludedTasks(ctx: Ctx, meeting: Meeting): Promise<void> {
  const { id, unitId, on } = meeting;
  await createTasks(ctx, { unitId, on, origin: { kind: 'meeting', id }, tasks: tasksFrom(meeting) });
}
