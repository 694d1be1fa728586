/** The registers of those who are elsewhere: members working away, and guests of other cells. Nothing here writes. */
import './membership.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { membershipContract } from '../membership.contract.ts';

type Input<K extends keyof typeof membershipContract> = z.output<(typeof membershipContract)[K]['input']>;
type Answer<K extends keyof typeof membershipContract> = z.input<(typeof membershipContract)[K]['output']>;

interface AwayRow {
  readonly id: Id<'awaySpell'>;
  readonly person_id: Id<'person'>;
  readonly full_name: string;
  readonly cell_id: Id<'unit'>;
  readonly cell_name: string;
  readonly valid: string;
  readonly place: string | null;
  readonly with_leave: boolean | null;
  readonly contacted_on: Day | null;
  readonly contact_due_on: Day | null;
  readonly assigned_work: string | null;
  readonly is_elsewhere: boolean;
  readonly host_name: string | null;
  readonly may_record: boolean;
}

/** Stands in the cursor for a spell of which no next contact is agreed. */
const never = '9999-12-31' as Day;

/** By the cell that the member officially belongs to on the day. How to reach somebody is told on the person's own page alone. */
export async function listAway(ctx: Ctx, { asOf, unitId, leave, isDue, cursor, limit }: Input<'away'>): Promise<Answer<'away'>> {
  await requireReadable(ctx, unitId);
  const on = asOf ?? ctx.today;
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.iso.date(), z.guid()]));
  const agreed = knownOn(on, sql`a.contact_due_on`);
  const due = sql`coalesce(${agreed}, ${never}::date)`;
  const found = await rows(ctx.db, sql<AwayRow>`${awayOn(ctx, on)} and ${within(ctx, 'pl.cell_id', unitId, on)} ${leave ? sql`and a.with_leave is not distinct from ${leave === 'unknown' ? null : leave === 'yes'}::boolean` : sql``}
      ${isDue === undefined ? sql`` : sql`and coalesce(${agreed} <= ${on}::date, false) = ${isDue}`}
      ${after ? sql`and (${due}, lower(a.valid), a.id) > (${after[0]}::date, ${after[1]}::date, ${after[2]}::uuid)` : sql``}
    order by ${due}, lower(a.valid), a.id limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.contact_due_on ?? never, fromRange(row.valid).from, row.id], item: awayOf });
}

/** The same rows, of these cells and today, for phones. Nobody is away twice at once: a row is known by its person. */
export async function listAwayOf(ctx: Ctx, cells: readonly Id<'unit'>[]): Promise<Answer<'away'>['items']> {
  const found = await rows(ctx.db, sql<AwayRow>`${awayOn(ctx, ctx.today)} and pl.cell_id = any(${cells}::uuid[]) and ${reach(ctx, 'member.read').at('pl.cell_id')} order by a.person_id`);
  return found.map(awayOf);
}

/** Spells `a` that hold on the day, with the official placement `pl` in it; more conditions may follow. */
function awayOn(ctx: Ctx, on: Day): RawBuilder<unknown> {
  return sql`
    select a.id, a.person_id, p.full_name, pl.cell_id, coalesce(${unitNameAt('pl.cell_id', sql`${on}::date`)}, '') as cell_name, a.valid, a.place, a.with_leave,
      ${knownOn(on, sql`a.contacted_on`)} as contacted_on, ${knownOn(on, sql`a.contact_due_on`)} as contact_due_on, ${knownOn(on, sql`a.assigned_work`)} as assigned_work,
      h.cell_id is not null as is_elsewhere, case when ${reach(ctx, 'member.read').at('h.cell_id')} then ${unitNameAt('h.cell_id', sql`${on}::date`)} end as host_name,
      ${reach(ctx, 'member.record').at('pl.cell_id')} as may_record
    from away_spells a join placements pl on pl.home_id = a.home_id and pl.person_id = a.person_id and pl.kind = 'official' and pl.valid @> ${on}::date
    join people p on p.home_id = a.home_id and p.id = a.person_id
    left join placements h on h.home_id = a.home_id and h.person_id = a.person_id and h.kind = 'temporary' and h.valid @> ${on}::date
    where a.valid @> ${on}::date`;
}

/** What was agreed later than the day asked about was not known on it. */
function knownOn(on: Day, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when a.contacted_on is null or a.contacted_on <= ${on}::date then ${column} end`;
}

function awayOf(row: AwayRow): Answer<'away'>['items'][number] {
  const { from, to } = fromRange(row.valid);
  return {
    personId: row.person_id, fullName: row.full_name, cell: { id: row.cell_id, name: row.cell_name }, since: from, until: to, place: row.place, withLeave: row.with_leave,
    contactedOn: row.contacted_on, contactDueOn: row.contact_due_on, assignedWork: row.assigned_work, isElsewhere: row.is_elsewhere, hostCell: row.host_name, mayRecord: row.may_record,
  };
}

interface GuestRow {
  readonly id: Id<'placement'>;
  readonly person_id: Id<'person'>;
  readonly full_name: string;
  readonly cell_id: Id<'unit'>;
  readonly cell_name: string;
  readonly valid: string;
  readonly confirmed_on: Day | null;
  readonly may_confirm: boolean;
}

/** Those who are not confirmed yet come first; the host cell sees who was announced to it. */
export async function listGuests(ctx: Ctx, { asOf, unitId, cursor, limit }: Input<'guests'>): Promise<Answer<'guests'>> {
  await requireReadable(ctx, unitId);
  const on = asOf ?? ctx.today;
  const after = readCursor(cursor, z.tuple([z.boolean(), z.iso.date(), z.guid()]));
  const key = sql`(pl.confirmed_on is not null, lower(pl.valid), pl.id)`;
  const found = await rows(ctx.db, sql<GuestRow>`
    select pl.id, pl.person_id, p.full_name, pl.cell_id, coalesce(${unitNameAt('pl.cell_id', sql`${on}::date`)}, '') as cell_name, pl.valid, pl.confirmed_on, ${reach(ctx, 'member.record').at('pl.cell_id')} as may_confirm
    from placements pl join people p on p.home_id = pl.home_id and p.id = pl.person_id
    where pl.kind = 'temporary' and pl.valid @> ${on}::date and ${within(ctx, 'pl.cell_id', unitId, on)} ${after ? sql`and ${key} > (${after[0]}::boolean, ${after[1]}::date, ${after[2]}::uuid)` : sql``}
    order by pl.confirmed_on is not null, lower(pl.valid), pl.id limit ${limit + 1}`);
  return pageOf(found, {
    limit,
    key: (row) => [row.confirmed_on !== null, fromRange(row.valid).from, row.id],
    item: (row) => ({ personId: row.person_id, fullName: row.full_name, hostCell: { id: row.cell_id, name: row.cell_name }, period: fromRange(row.valid), confirmedOn: row.confirmed_on, mayConfirm: row.may_confirm && row.confirmed_on === null }),
  });
}

function within(ctx: Ctx, column: string, unitId: Id<'unit'> | undefined, on: Day): RawBuilder<unknown> {
  const readable = reach(ctx, 'member.read').over(column);
  return unitId ? sql`${readable} and ${sql.ref(column)} in ${unitsUnder(unitId, on)}` : readable;
}

async function requireReadable(ctx: Ctx, unitId: Id<'unit'> | undefined): Promise<void> {
  if (unitId && !(await mayDo(ctx, 'member.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
