/** Files made of a meeting: its minutes for Word, itself for a calendar. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt, unitOn } from '../../units/server/index.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { kindNames } from '../meeting.kinds.ts';
import { lengthOf, type Meeting } from '../meeting.ts';
import { calendarOf } from './meeting.calendar.ts';
import { draftOf } from './meeting.draft.ts';
import { minutesDocument, minutesFileName } from './meeting.docx.ts';
import { readableMeeting } from './meeting.reads.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** From the saved text, adopted or not; of a meeting that is over, where nothing is saved yet, from the draft. */
export async function minutesFile(ctx: Ctx, { id }: Input<'minutesFile'>): Promise<FileAnswer> {
  const meeting = await readableMeeting(ctx, id);
  const { additions, on } = meeting;
  const text = meeting.minutes ?? (meeting.progress.is === 'closed' ? await draftOf(ctx, meeting) : null);
  if (text === null) throw new Problem({ code: 'meetings.noMinutes', kind: 'conflict' });
  const unit = await unitNameOf(ctx, meeting);
  const body = await minutesDocument({ unit, parent: await parentOf(ctx, meeting), meeting, text, additions, signatures: { secretary: meeting.writer?.name ?? null, chair: meeting.chair?.name ?? null } });
  return new FileAnswer({ name: minutesFileName({ unit, on }), type: word, body });
}

export async function calendarFile(ctx: Ctx, { id }: Input<'calendarFile'>): Promise<FileAnswer> {
  return calendarAnswer(ctx, await readableMeeting(ctx, id));
}

/** Of a meeting that the caller may know of. */
export async function calendarAnswer(ctx: Ctx, meeting: Meeting): Promise<FileAnswer> {
  const { id, version, on, starts, place, kind, progress } = meeting;
  const body = calendarOf({ id, version, on, starts, place, length: lengthOf(meeting), unitName: await unitNameOf(ctx, meeting), kindName: kindNames[kind].vi, isCancelled: progress.is === 'cancelled' });
  return new FileAnswer({ name: `lich-hop-${on}.ics`, type: 'text/calendar', body: Buffer.from(body) });
}

async function unitNameOf(ctx: Ctx, { unitId, on }: Meeting): Promise<string> {
  return (await unitOn(ctx, unitId, on))?.name ?? '';
}

/** The Party organisation directly above on the day of the meeting. */
export async function parentOf(ctx: Ctx, { unitId, on }: Pick<Meeting, 'unitId' | 'on'>): Promise<string | null> {
  const row = await firstRow(ctx.db, sql<{ name: string | null }>`select ${unitNameAt('p.parent_id', sql`${on}::date`)} as name from unit_parents p where p.unit_id = ${unitId} and p.hierarchy = 'party' and p.valid @> ${on}::date`);
  return row?.name ?? null;
}
