/** Who set what of a meeting: kept with its book, and told by name to an officer who set the same otherwise. */
import './meeting.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Theirs } from '../meeting.conflict.ts';
import { handsAfter, handsOf, keysIn, setBetween, type Hand, type ToldHand } from '../meeting.hands.ts';
import type { Meeting } from '../meeting.ts';

/** As an act finds it: with who set what of it. */
export interface LockedMeeting extends Meeting {
  readonly hands: readonly Hand[];
}

/** As they are after the act; undefined where it has set nothing. */
export function handsWith(ctx: Ctx, before: LockedMeeting | undefined, after: Meeting): Hand[] | undefined {
  const set = setBetween(before, after);
  if (before && set.length === 0 && before.progress.is === after.progress.is) return undefined;
  return handsAfter(before?.hands ?? [], { by: ctx.actor?.accountId, at: ctx.now.toISOString(), set, after });
}

/** A refusal of what another set meanwhile, with who did. Asked only where the caller may record at the unit. */
export async function toldBy(ctx: Ctx, { hands }: LockedMeeting, error: unknown): Promise<unknown> {
  if (!(error instanceof Problem) || (error.code !== 'meetings.changedMeanwhile' && error.code !== 'meetings.closedMeanwhile')) return error;
  return told(ctx, error, handsOf(hands, keysIn(error.data as Theirs))); // the data of this code
}

/** The same of an answer to the invitation. */
export async function toldByAnswer(ctx: Ctx, { id, personId }: { readonly id: Id<'meeting'>; readonly personId: Id<'person'> }, error: unknown): Promise<unknown> {
  if (!(error instanceof Problem) || error.code !== 'meetings.changedMeanwhile') return error;
  const row = await ctx.db.selectFrom('meeting_answers').select(['answered_by', 'answered_at']).where('home_id', '=', homeOf(id)).where('meeting_id', '=', id).where('person_id', '=', personId).executeTakeFirst();
  return told(ctx, error, row?.answered_by ? [{ by: row.answered_by, at: row.answered_at.toISOString(), of: [personId] }] : []);
}

async function told(ctx: Ctx, { code, kind, data }: Problem, hands: readonly Hand[]): Promise<Problem> {
  const found = await rows(ctx.db, sql<{ id: string; name: string }>`select id, display_name as name from accounts where id = any(${hands.map(({ by }) => by)}::uuid[])`);
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const named = hands.flatMap(({ by, at, of }): ToldHand[] => {
    const name = names.get(by);
    return name === undefined ? [] : [{ name, at, of, isOwn: by === ctx.actor?.accountId }];
  });
  return new Problem({ code, kind, data: { ...data, hands: named } });
}
