/** The only writer of cascades, their deadlines, the units asked and the steps to which these came. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { dueInUnit, dueSince } from '../cascade.figures.ts';
import type { Deadline, StepDone } from '../cascade.ts';
import type { DueStep, Step } from '../cascade.kinds.ts';
import { markAsked, markCascade, markReleased, type Released } from './cascade.marks.ts';

type DocumentId = Id<'document'>;
type UnitId = Id<'unit'>;

export interface Cascade {
  readonly documentId: DocumentId;
  readonly unitId: UnitId;
  readonly openedOn: Day;
  readonly version: number;
}

export interface Asked {
  readonly documentId: DocumentId;
  readonly unitId: UnitId;
}

export async function findCascade(ctx: Pick<Ctx, 'db'>, documentId: DocumentId): Promise<Cascade | undefined> {
  return firstRow(ctx.db, sql<Cascade>`select document_id as "documentId", unit_id as "unitId", opened_on as "openedOn", version from cascades where home_id = ${homeOf(documentId)} and document_id = ${documentId}`);
}

export async function deadlinesOfCascade(ctx: Pick<Ctx, 'db'>, documentId: DocumentId): Promise<Deadline[]> {
  return rows(ctx.db, sql<Deadline>`select step, due_on as "dueOn", by_rule as "byRule", days from cascade_deadlines where home_id = ${homeOf(documentId)} and document_id = ${documentId} order by due_on, step`);
}

export async function saveCascade(ctx: Ctx, { documentId, unitId, openedOn, version }: Cascade, deadlines: readonly Deadline[]): Promise<number> {
  const home = homeOf(documentId);
  await sql`insert into cascades (home_id, document_id, unit_id, opened_on, version, recorded_at, recorded_by) values (${home}, ${documentId}, ${unitId}, ${openedOn}, ${version + 1}, ${ctx.now}, ${ctx.actor?.accountId ?? null})
    on conflict (home_id, document_id) do update set version = excluded.version`.execute(ctx.db);
  await sql`delete from cascade_deadlines where home_id = ${home} and document_id = ${documentId}`.execute(ctx.db);
  await sql`insert into cascade_deadlines (home_id, document_id, step, due_on, by_rule, days) select ${home}::smallint, ${documentId}::uuid, n.step, n.due_on, n.by_rule, n.days
    from unnest(${deadlines.map(({ step }) => step)}::text[], ${deadlines.map(({ dueOn }) => dueOn)}::date[], ${deadlines.map(({ byRule }) => byRule)}::bool[], ${deadlines.map(({ days }) => days)}::int[]) n (step, due_on, by_rule, days)`.execute(ctx.db);
  await markCascade(ctx.db, documentId);
  return version + 1;
}

/** By when a unit that is asked is to come to each step; one that it owes not at all is left out. */
export async function deadlinesOfUnit(ctx: Pick<Ctx, 'db'>, { documentId, unitId }: Asked): Promise<(Omit<Deadline, 'days'>)[]> {
  return rows(ctx.db, sql<Omit<Deadline, 'days'>>`select x.step, x.due as "dueOn", x.by_rule or x.due <> x.due_on as "byRule" from (
    select l.step, l.due_on, l.by_rule, ${dueInUnit({ unit: sql`u.unit_id`, askedOn: sql`u.asked_on` })} as due from cascade_units u join cascades k on k.home_id = u.home_id and k.document_id = u.document_id
    join cascade_deadlines l on l.home_id = u.home_id and l.document_id = u.document_id where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and u.unit_id = ${unitId}) x where x.due is not null`);
}

/** By when each clause is to be answered by whoever was asked on each of the days. */
export async function answersDue(ctx: Pick<Ctx, 'db'>, documentId: DocumentId, askedOn: readonly Day[]): Promise<(asked: Day, clauseId: Id<'clause'>) => Day | null> {
  const found = await rows(ctx.db, sql<{ asked: Day; clause_id: Id<'clause'>; due: Day | null }>`
    select s.asked, c.id as clause_id, ${dueSince(sql`greatest(s.asked, c.added_on)`)} as due from unnest(${[...new Set(askedOn)]}::date[]) s (asked)
    join cascades k on k.home_id = ${homeOf(documentId)} and k.document_id = ${documentId} join cascade_deadlines l on l.home_id = k.home_id and l.document_id = k.document_id and l.step = 'answered'
    join clauses c on c.home_id = k.home_id and c.document_id = k.document_id`);
  const dues = new Map(found.map(({ asked, clause_id: clauseId, due }) => [`${asked} ${clauseId}`, due]));
  return (asked, clauseId) => dues.get(`${asked} ${clauseId}`) ?? null;
}

/** Those that are asked already are left alone. */
export async function askUnits(ctx: Ctx, documentId: DocumentId, { units, on }: { readonly units: RawBuilder<unknown>; readonly on: Day }): Promise<number> {
  const made = await rows(ctx.db, sql<{ unitId: UnitId }>`insert into cascade_units (home_id, document_id, unit_id, asked_on) select ${homeOf(documentId)}::smallint, ${documentId}::uuid, u.id, ${on}::date from (${units}) u (id)
    on conflict on constraint cascade_units_pkey do nothing returning unit_id as "unitId"`);
  await markAsked(ctx.db, made.map(({ unitId }) => ({ documentId, unitId })));
  return made.length;
}

export async function releaseUntouched(ctx: Ctx, documentId: DocumentId, unitIds: readonly UnitId[] | 'all'): Promise<number> {
  const named = unitIds === 'all' ? sql`true` : sql`u.unit_id = any(${[...unitIds]}::uuid[])`;
  const gone = await rows(ctx.db, sql<Released>`delete from cascade_units u where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and ${isUntouched} and ${named} returning u.unit_id as "unitId", u.asked_on as "askedOn"`);
  await markReleased(ctx.db, gone);
  return gone.length;
}

export async function countUntouched(ctx: Pick<Ctx, 'db'>, documentId: DocumentId, unitId?: UnitId): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from cascade_units u where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and ${isUntouched} and ${unitId ? sql`u.unit_id = ${unitId}` : sql`true`}`);
  return row?.count ?? 0;
}

/** Rows `u` of those asked. */
const isUntouched = sql<boolean>`(not exists (select from cascade_steps s where s.home_id = u.home_id and s.document_id = u.document_id and s.unit_id = u.unit_id)
  and not exists (select from answers a where a.home_id = u.home_id and a.document_id = u.document_id and a.unit_id = u.unit_id))`;

/** Acts of one unit on one cascade follow each other. */
export async function lockAsked(ctx: Ctx, { documentId, unitId }: Asked): Promise<Day | undefined> {
  const row = await firstRow(ctx.db, sql<{ asked_on: Day }>`select asked_on from cascade_units where home_id = ${homeOf(documentId)} and document_id = ${documentId} and unit_id = ${unitId} for update`);
  return row?.asked_on;
}

export interface StepRow {
  readonly step: Step;
  readonly done_on: Day;
  readonly by_document_id: DocumentId | null;
  readonly meeting_id: Id<'meeting'> | null;
}

/** Whoever has confirmed that the document arrived need not say so twice. */
export async function stepsOf(ctx: Ctx, { documentId, unitId }: Asked): Promise<StepRow[]> {
  const found = await rows(ctx.db, sql<StepRow>`
    select step, done_on, by_document_id, meeting_id from cascade_steps where home_id = ${homeOf(documentId)} and document_id = ${documentId} and unit_id = ${unitId}
    union all select 'received', r.taken_on, null, null from document_recipients r where r.home_id = ${homeOf(documentId)} and r.document_id = ${documentId} and r.unit_id = ${unitId} and r.taken_on is not null`);
  return found.filter(({ step }, at) => found.findIndex((one) => one.step === step) === at);
}

export async function saveStep(ctx: Ctx, { documentId, unitId }: Asked, { step, doneOn, documentId: by, meetingId }: StepDone): Promise<void> {
  await sql`insert into cascade_steps (home_id, document_id, unit_id, step, done_on, by_document_id, meeting_id, recorded_at, recorded_by)
    values (${homeOf(documentId)}, ${documentId}, ${unitId}, ${step}, ${doneOn}, ${by}, ${meetingId}, ${ctx.now}, ${ctx.actor?.accountId ?? null})
    on conflict (home_id, document_id, unit_id, step) do update set done_on = excluded.done_on, by_document_id = excluded.by_document_id, meeting_id = excluded.meeting_id, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`.execute(ctx.db);
  await markAsked(ctx.db, [{ documentId, unitId }]);
}

export async function deleteStep(ctx: Ctx, { documentId, unitId }: Asked, step: DueStep): Promise<void> {
  await sql`delete from cascade_steps where home_id = ${homeOf(documentId)} and document_id = ${documentId} and unit_id = ${unitId} and step = ${step}`.execute(ctx.db);
  await markAsked(ctx.db, [{ documentId, unitId }]);
}
