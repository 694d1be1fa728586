/** What the records say of the time that is reviewed, to be laid beside what is written: counts and earlier shortcomings, no judgement. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { foundOf } from '../../shortcomings/server/index.ts';
import { mostFacts, type wholeReview } from '../review.shapes.ts';

type Facts = z.input<typeof wholeReview>['facts'];

interface About {
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly from: Day;
  readonly to: Day;
}

export async function factsOf(ctx: Ctx, about: About): Promise<Facts> {
  return {
    tasks: await tasksOf(ctx, about), attendance: about.personId === null ? null : await attendanceOf(ctx, { ...about, personId: about.personId }),
    meetings: about.personId === null ? await meetingsOf(ctx, about) : null, shortcomings: await foundOf(ctx, { ...about, most: mostFacts }),
  };
}

/** Those that were due in the time, or settled in it. */
async function tasksOf(ctx: Ctx, { unitId, personId, from, to }: About): Promise<Facts['tasks']> {
  const whose = personId === null ? sql`t.unit_id = ${unitId}` : sql`t.owner_id = ${personId}`;
  const row = await firstRow(ctx.db, sql<Facts['tasks']>`
    select count(*) filter (where t.settled_on is not null and (t.due_on is null or t.settled_on <= t.due_on))::int as done, count(*) filter (where t.settled_on > t.due_on)::int as "doneLate",
      count(*) filter (where t.settled_on is null and (t.due_on is null or t.due_on >= ${ctx.today}::date))::int as open, count(*) filter (where t.settled_on is null and t.due_on < ${ctx.today}::date)::int as late
    from tasks t where ${whose} and coalesce(t.due_on, t.settled_on, t.given_on) between ${from}::date and ${to}::date and t.state <> 'dropped'`);
  return row ?? { done: 0, doneLate: 0, open: 0, late: 0 };
}

async function attendanceOf(ctx: Ctx, { unitId, personId, from, to }: About & { readonly personId: Id<'person'> }): Promise<Facts['attendance']> {
  const row = await firstRow(ctx.db, sql<{ expected: number; came: number }>`
    select count(*) filter (where a.basis = 'expected')::int as expected, count(*) filter (where a.basis = 'expected' and a.mark in ('present', 'online'))::int as came
    from attendances a join meetings m on m.home_id = a.home_id and m.id = a.meeting_id and m.state in ('closed', 'adopted')
    where a.person_id = ${personId} and a.unit_id = ${unitId} and a.held_on between ${from}::date and ${to}::date`);
  return row && row.expected > 0 ? row : null;
}

async function meetingsOf(ctx: Ctx, { unitId, from, to }: About): Promise<Facts['meetings']> {
  const found = await rows(ctx.db, sql<{ held: number }>`select count(*)::int as held from meetings where unit_id = ${unitId} and state in ('closed', 'adopted') and held_on between ${from}::date and ${to}::date`);
  return { held: found[0]?.held ?? 0 };
}
