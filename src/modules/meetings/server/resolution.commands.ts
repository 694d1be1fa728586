/** Resolutions into the book and out of it again. The number is given once the minutes stand: what it numbers changes no more. */
import './resolution.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, lockSubject } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Meeting } from '../meeting.ts';
import type { resolutionContract } from '../resolution.contract.ts';
import { hasResolved, type Numbering } from '../resolution.ts';
import { carryOut, type Done } from './meeting.act.ts';

type Input<K extends keyof typeof resolutionContract> = z.output<(typeof resolutionContract)[K]['input']>;

export async function enterResolution(ctx: Ctx, { id, number, termFrom }: Input<'enterResolution'>): Promise<Done> {
  return carryOut(ctx, {
    id, kind: 'numbered', data: () => ({ number }), rule: (meeting) => meeting,
    check: (meeting) => requireEnterable(ctx, meeting, { number, termFrom }),
    also: async ({ unitId }) => {
      await ctx.db.insertInto('resolutions').values({ home_id: homeOf(id), meeting_id: id, unit_id: unitId, term_from: termFrom, number, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
    },
  });
}

export async function takeOutResolution(ctx: Ctx, { id }: Input<'takeOutResolution'>): Promise<Done> {
  return carryOut(ctx, {
    id, kind: 'unnumbered', rule: (meeting) => meeting, check: (meeting) => requireLast(ctx, meeting),
    also: async () => { await ctx.db.deleteFrom('resolutions').where('home_id', '=', homeOf(id)).where('meeting_id', '=', id).execute(); },
  });
}

async function requireEnterable(ctx: Ctx, meeting: Meeting, { number, termFrom }: Numbering): Promise<void> {
  if (meeting.progress.is !== 'adopted') throw new Problem({ code: 'meetings.notAdopted', kind: 'conflict' });
  if (!hasResolved(meeting)) throw new Problem({ code: 'meetings.nothingResolved', kind: 'conflict' });
  if (termFrom > meeting.on) throw new Problem({ code: 'meetings.termAfterMeeting', kind: 'invalid', data: { on: meeting.on } });
  await lockBook(ctx, meeting.unitId);
  const before = await findNumbering(ctx, meeting.id);
  if (before) throw new Problem({ code: 'meetings.numberedAlready', kind: 'conflict', data: { number: before.number } });
  const taken = await firstRow(ctx.db, sql`select from resolutions where home_id = ${homeOf(meeting.unitId)} and unit_id = ${meeting.unitId} and term_from = ${termFrom}::date and number = ${number}`);
  if (taken) throw new Problem({ code: 'meetings.numberTaken', kind: 'conflict' });
}

/** A book has no gaps. */
async function requireLast(ctx: Ctx, { id, unitId }: Meeting): Promise<void> {
  await lockBook(ctx, unitId);
  const numbering = await findNumbering(ctx, id);
  if (!numbering) throw new Problem({ code: 'meetings.notNumbered', kind: 'conflict' });
  if ((await lastNumberOf(ctx, unitId, numbering)) !== numbering.number) throw new Problem({ code: 'meetings.notLastNumber', kind: 'conflict' });
}

/** Two who number in one book follow each other. */
function lockBook(ctx: Ctx, unitId: Id<'unit'>): Promise<void> {
  return lockSubject(ctx.db, `resolution book of ${unitId}`);
}

export async function findNumbering(ctx: Ctx, meetingId: Id<'meeting'>): Promise<Numbering | undefined> {
  return firstRow(ctx.db, sql<Numbering>`select number, term_from as "termFrom" from resolutions where home_id = ${homeOf(meetingId)} and meeting_id = ${meetingId}`);
}

/** 0 where the term has none yet. */
export async function lastNumberOf(ctx: Ctx, unitId: Id<'unit'>, { termFrom }: Pick<Numbering, 'termFrom'>): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ last: number }>`select coalesce(max(number), 0) as last from resolutions where home_id = ${homeOf(unitId)} and unit_id = ${unitId} and term_from = ${termFrom}::date`);
  return row?.last ?? 0;
}
