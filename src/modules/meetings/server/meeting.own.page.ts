/**
 * One of a member's own meetings: the agenda once called, the minutes once adopted. Nothing of what was noted on the way: who said
 * what, who asked leave and why, points and votes are read in the minutes or not at all.
 */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitOn } from '../../units/server/index.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { isThere } from '../meeting.roll.ts';
import { isAhead, type Meeting } from '../meeting.ts';
import { parentOf } from './meeting.documents.ts';
import { isConcerned, ownPerson, papersOfIt, type OwnPaper } from './meeting.own.ts';
import { findMeeting } from './meeting.store.ts';

type Input = z.output<(typeof meetingContract)['own']['input']>;
type Answer = z.input<(typeof meetingContract)['own']['output']>;

export async function getOwn(ctx: Ctx, { id }: Input): Promise<Answer> {
  const me = ownPerson(ctx, 'self.read');
  const meeting = await findMeeting(ctx, id);
  if (!meeting || !(await isInvited(ctx, meeting, me))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const { kind, isExtended, on, topic, starts, ends, place, progress, roll } = meeting;
  const own = roll.find(({ personId }) => personId === me);
  const isCalled = progress.is !== 'planned' && progress.is !== 'cancelled';
  return {
    id, unit: (await unitOn(ctx, meeting.unitId, on))?.name ?? '', parent: await parentOf(ctx, meeting), kind, isExtended, on, topic, state: progress.is, starts, ends, place,
    mark: own?.mark ?? null, reason: own?.reason ?? null, agenda: isCalled ? meeting.agenda.map(({ title }) => title) : [], papers: await papersOf(ctx, id), minutes: minutesOf(meeting),
  };
}

/** Before it is opened by the roll that would be; then by the roll of its day, and whoever was elsewhere and did not come was not invited. */
async function isInvited(ctx: Ctx, meeting: Meeting, me: Id<'person'>): Promise<boolean> {
  if (isAhead(meeting) || meeting.progress.is === 'cancelled') return isConcerned(ctx, meeting.id, me);
  const own = meeting.roll.find(({ personId }) => personId === me);
  return own !== undefined && (own.basis !== 'elsewhere' || isThere(own));
}

function minutesOf({ progress, minutes, chair, writer, additions }: Meeting): Answer['minutes'] {
  if (progress.is !== 'adopted' || minutes === null) return null;
  return { text: minutes, adoptedOn: progress.on, chair: chair?.name ?? null, writer: writer?.name ?? null, additions: [...additions] };
}

async function papersOf(ctx: Ctx, id: Id<'meeting'>): Promise<OwnPaper[]> {
  const row = await firstRow(ctx.db, sql<{ papers: OwnPaper[] }>`select ${papersOfIt} as papers from meetings m where m.home_id = ${homeOf(id)} and m.id = ${id}`);
  return row?.papers ?? [];
}
