/** Who follows which unit: in lists and one by one. Nothing here writes. */
import './oversight.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, takeAnywhere } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import { toldApart } from '../../posts/server/index.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import { dutiesOf } from '../duty.ts';
import type { oversightContract } from '../oversight.contract.ts';
import { removalRefusal, type Assignment } from '../oversight.ts';
import { refusalOfHandOver } from './assignment.requires.ts';
import { assignmentOf, type AssignmentRow } from './assignment.store.ts';
import { assignmentsOn, unitToday } from './followed.reads.ts';
import { within } from './oversight.reach.ts';
import { dutiesOfMany } from './regulation.store.ts';

type Input<K extends keyof typeof oversightContract> = z.output<(typeof oversightContract)[K]['input']>;
type Answer<K extends keyof typeof oversightContract> = z.input<(typeof oversightContract)[K]['output']>;
export type Item = Answer<'list'>['items'][number];

export type Row = AssignmentRow & {
  readonly regulation_title: string;
  readonly body_id: Id<'unit'>;
  readonly body_name: string | null;
  readonly unit_name: string | null;
  readonly full_name: string;
  readonly post_kind: PostKind | null;
  readonly post_title: string | null;
  readonly post_unit: string | null;
  readonly left_on: Day | null;
  readonly from_day: Day;
};

/** Rows are `a`; the names are those of the day. */
export function readRows(on: Day): { readonly columns: RawBuilder<unknown>; readonly from: RawBuilder<unknown> } {
  const day = sql`${on}::date`;
  return {
    columns: sql`a.*, lower(a.valid) as from_day, r.title as regulation_title, r.unit_id as body_id, ${unitNameAt('r.unit_id', day)} as body_name, ${unitNameAt('a.unit_id', day)} as unit_name, p.full_name,
      o.kind as post_kind, o.title as post_title, ${unitNameAt('o.unit_id', day)} as post_unit, ${leftOn(day)} as left_on`,
    from: sql`oversight_assignments a join oversight_regulations r on r.home_id = a.home_id and r.id = a.regulation_id
      join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id left join posts o on o.id = a.post_id`,
  };
}

/** The first day on which he held the post no more, of an assignment that goes on. */
export function leftOn(day: RawBuilder<unknown>): RawBuilder<Day | null> {
  const held = sql`t.home_id = home_of(a.person_id) and t.person_id = a.person_id and t.post_id = a.post_id`;
  return sql<Day | null>`(case when a.post_id is not null and a.valid @> ${day} and not exists (select from tenures t where ${held} and t.valid @> ${day})
    then coalesce((select max(upper(t.valid)) from tenures t where ${held} and upper(t.valid) <= ${day}), lower(a.valid)) end)`;
}

export async function listAssignments(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const on = input.on ?? ctx.today;
  const { columns, from } = readRows(on);
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    within(ctx), ...shownBy(input, on),
    ...(input.unitId ? [ofUnit({ unitId: input.unitId, below: input.below, on })] : []),
    ...(input.personId ? [sql`a.person_id = ${input.personId}`] : []),
    ...(input.regulationId ? [sql`a.home_id = ${homeOf(input.regulationId)} and a.regulation_id = ${input.regulationId}`] : []),
    ...(after ? [sql`(lower(a.valid), a.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<Row>`select ${columns} from ${from} where ${sql.join(conditions, sql` and `)} order by lower(a.valid) desc, a.id desc limit ${input.limit + 1}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.from_day, row.id], item: itemOf });
  return { ...page, items: await toldApart(ctx, page.items, on) };
}

function shownBy({ show }: Pick<Input<'list'>, 'show'>, on: Day): RawBuilder<unknown>[] {
  if (show === 'running') return [sql`a.valid @> ${on}::date`];
  if (show === 'leftPost') return [sql`${leftOn(sql`${on}::date`)} is not null`];
  return show === 'ended' ? [sql`upper(a.valid) <= ${on}::date`] : [];
}

function ofUnit({ unitId, below, on }: { readonly unitId: Id<'unit'>; readonly below: 'yes' | 'no'; readonly on: Day }): RawBuilder<unknown> {
  const [unit, day] = [sql`${unitId}::uuid`, sql`${on}::date`];
  if (below === 'no') return sql`a.unit_id in (select id from ${bodiesOf(unit, day)} body)`;
  return sql`a.unit_id in (select body.id from (select ${unit} as id union ${unitsUnder(unitId, on)}) under cross join lateral ${bodiesOf(sql`under.id`, day)} body)`;
}

/** Those of whoever asks that run today. */
export async function listOwnAssignments(ctx: Ctx): Promise<Answer<'own'>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (me === undefined) return { items: [] };
  const { columns, from } = readRows(ctx.today);
  const found = await rows(ctx.db, sql<Row>`select * from (select ${columns} from ${from} where a.person_id = ${me} and a.valid @> ${ctx.today}::date) f order by f.unit_name collate vietnamese, f.id limit 200`);
  return { items: found.map(itemOf) };
}

export async function readWholeAssignment(ctx: Ctx, { id }: Input<'assignment'>): Promise<Answer<'assignment'>> {
  const row = await findReadable(ctx, id);
  const assignment = assignmentOf(row);
  const duties = dutiesOf((await dutiesOfMany(ctx, [assignment.regulationId])).get(assignment.regulationId) ?? [], assignment.tier);
  const { visitsPerQuarter, cellMeetingsPerYear, committeeMeetingsPerYear, reportEveryMonths } = duties;
  return {
    ...itemOf(row), endDecision: row.end_decision, talkingPoints: await talkingPointsFor(ctx, row), duties: { visitsPerQuarter, cellMeetingsPerYear, committeeMeetingsPerYear, reportEveryMonths }, version: row.version,
    may: await mayOf(ctx, assignment, row.body_id),
  };
}

/** For whoever assigns, the cadre himself and whoever follows the unit today. */
export async function talkingPointsFor(ctx: Ctx, row: Row): Promise<string | null> {
  const { talkingPoints, personId, unitId } = assignmentOf(row);
  const me = ctx.actor?.personId;
  if (personId === me || (await mayDo(ctx, 'oversight.assign', row.body_id))) return talkingPoints;
  const follows = me !== undefined && (await assignmentsOn(ctx, { unitIds: [await unitToday(ctx, unitId)], personIds: [me], on: ctx.today })).length > 0;
  return follows ? talkingPoints : null;
}

export async function findReadable(ctx: Ctx, id: Assignment['id']): Promise<Row> {
  const { columns, from } = readRows(ctx.today);
  const isOwn = ctx.actor?.personId ? sql`a.person_id = ${ctx.actor.personId}` : sql`false`;
  const [row] = await rows(ctx.db, sql<Row>`select ${columns} from ${from} where a.home_id = ${homeOf(id)} and a.id = ${id} and (${within(ctx)} or ${isOwn})`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return row;
}

async function mayOf(ctx: Ctx, assignment: Assignment, bodyId: Id<'unit'>): Promise<Answer<'assignment'>['may']> {
  const mayAssign = await mayDo(ctx, 'oversight.assign', bodyId);
  const isOwn = assignment.personId === ctx.actor?.personId;
  const acts: Answer<'assignment'>['may'] = assignment.endReason === null ? ['end'] : ['reopen'];
  const removable = removalRefusal(assignment, ctx.today) === undefined ? (['remove'] as const) : [];
  return [...(mayAssign ? [...acts, ...removable] : []), ...((mayAssign || isOwn) && (await refusalOfHandOver(ctx, assignment, { unitId: bodyId })) === undefined ? (['prepare'] as const) : [])];
}

export function itemOf(row: Row): Item {
  const { id, regulationId, unitId, personId, tier, postId, decision, period, endReason } = assignmentOf(row);
  return {
    id, regulation: { id: regulationId, title: row.regulation_title, unit: { id: row.body_id, name: row.body_name ?? '' } }, unit: { id: unitId, name: row.unit_name ?? '' }, person: { id: personId, name: row.full_name }, tier,
    post: postId && row.post_kind ? { id: postId, kind: row.post_kind, title: row.post_title, unit: row.post_unit ?? '' } : null, leftPostOn: row.left_on, decision, period, endReason,
  };
}
