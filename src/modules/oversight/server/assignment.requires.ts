/** What is asked of the units, cadres and posts of a new assignment: in one look for all of them. */
import { sql } from 'kysely';
import { wherePersonWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day, Period } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem, type Refusal } from '../../../platform/problem.ts';
import { findRule, getRule } from '../../rules/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { handOverRefusal, type Assignment, type Regulation } from '../oversight.ts';
import { unitsOfRegulation } from './coverage.sql.ts';

/** @throws Problem oversight.unitNotCovered, naming the first that is not. */
export async function requireCovered(ctx: Ctx, regulation: Regulation, { unitIds, on }: { readonly unitIds: readonly Id<'unit'>[]; readonly on: Day }): Promise<void> {
  const [missing] = await rows(ctx.db, sql<{ name: string | null }>`select ${unitNameAt('asked.id', sql`${on}::date`)} as name from oversight_regulations r cross join unnest(${[...unitIds]}::uuid[]) asked (id)
    where r.home_id = ${homeOf(regulation.id)} and r.id = ${regulation.id} and asked.id not in ${unitsOfRegulation(sql`r`, sql`${on}::date`)} limit 1`);
  if (missing) throw new Problem({ code: 'oversight.unitNotCovered', kind: 'invalid', data: { unit: missing.name ?? '' } });
}

/** For other modules: asks no access. */
export async function isCovered(ctx: Ctx, { id }: Pick<Regulation, 'id'>, { unitId, on }: { readonly unitId: Id<'unit'>; readonly on: Day }): Promise<boolean> {
  const found = await rows(ctx.db, sql`select from oversight_regulations r where r.home_id = ${homeOf(id)} and r.id = ${id} and ${unitId} in ${unitsOfRegulation(sql`r`, sql`${on}::date`)}`);
  return found.length > 0;
}

/** Whoever assigns sees whom. */
export async function requirePeople(ctx: Ctx, personIds: readonly Id<'person'>[]): Promise<void> {
  const [unknown] = await rows(ctx.db, sql`select from unnest(${personIds.map(homeOf)}::smallint[], ${[...personIds]}::uuid[]) p (home_id, id)
    where not ${wherePersonWithin(ctx, 'oversight.assign', { home: 'p.home_id', id: 'p.id' }, { when: 'ever' })} limit 1`);
  if (unknown) throw new Problem({ code: 'oversight.personUnknown', kind: 'invalid' });
}

export interface Holding {
  readonly personId: Id<'person'>;
  readonly postId: Id<'post'>;
}

/** @throws Problem oversight.postNotHeld */
export async function requireHeld(ctx: Ctx, holdings: readonly Holding[], on: Day): Promise<void> {
  if (holdings.length === 0) return;
  const [missing] = await rows(ctx.db, sql`select from unnest(${holdings.map(({ personId }) => homeOf(personId))}::smallint[], ${holdings.map(({ personId }) => personId)}::uuid[], ${holdings.map(({ postId }) => postId)}::uuid[]) h (home_id, person_id, post_id)
    where not exists (select from tenures t where t.home_id = h.home_id and t.person_id = h.person_id and t.post_id = h.post_id and t.valid @> ${on}::date) limit 1`);
  if (missing) throw new Problem({ code: 'oversight.postNotHeld', kind: 'invalid' });
}

/** The post that a cadre most likely is eligible by: one at the organisation itself before all others, the longest held. By person. */
export async function postsHeld(ctx: Ctx, { personIds, unitId, on }: { readonly personIds: readonly Id<'person'>[]; readonly unitId: Id<'unit'>; readonly on: Day }): Promise<ReadonlyMap<Id<'person'>, Id<'post'>>> {
  const found = await rows(ctx.db, sql<Holding>`select distinct on (t.person_id) t.person_id as "personId", t.post_id as "postId" from tenures t join posts p on p.id = t.post_id
    where t.home_id = any(${[...new Set(personIds.map(homeOf))]}::smallint[]) and t.person_id = any(${[...personIds]}::uuid[]) and t.valid @> ${on}::date
    order by t.person_id, (p.unit_id = ${unitId}) desc, lower(t.valid), t.id`);
  return new Map(found.map(({ personId, postId }) => [personId, postId]));
}

/** @throws Problem oversight.already, naming the unit; a period that two of the same act share is refused by the database. */
export async function requireFree(ctx: Ctx, { id }: Pick<Regulation, 'id'>, { assigned, period }: { readonly assigned: readonly Following[]; readonly period: Period }): Promise<void> {
  const [taken] = await rows(ctx.db, sql<{ name: string | null }>`select ${unitNameAt('a.unit_id', sql`${period.from}::date`)} as name
    from unnest(${assigned.map((one) => one.unitId)}::uuid[], ${assigned.map((one) => one.personId)}::uuid[], ${assigned.map((one) => one.id ?? null)}::uuid[]) asked (unit_id, person_id, own_id)
    join oversight_assignments a on a.home_id = ${homeOf(id)} and a.regulation_id = ${id} and a.unit_id = asked.unit_id and a.person_id = asked.person_id and a.id is distinct from asked.own_id and a.valid && ${toRange(period)}::daterange limit 1`);
  if (taken) throw new Problem({ code: 'oversight.already', kind: 'conflict', data: { unit: taken.name ?? '' } });
}

export interface Following {
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  /** Of one that stands already. */
  readonly id?: Assignment['id'];
}

/** How many units each follows under the regulation at some time of the period. */
export async function loadsOf(ctx: Ctx, { id }: Regulation, { personIds, period }: { readonly personIds: readonly Id<'person'>[]; readonly period: Period }): Promise<ReadonlyMap<Id<'person'>, number>> {
  const found = await rows(ctx.db, sql<{ person_id: Id<'person'>; units: number }>`select a.person_id, count(distinct a.unit_id)::int as units from oversight_assignments a
    where a.home_id = ${homeOf(id)} and a.regulation_id = ${id} and a.person_id = any(${[...personIds]}::uuid[]) and a.valid && ${toRange(period)}::daterange group by a.person_id`);
  return new Map(found.map(({ person_id, units }) => [person_id, units]));
}

/** By the regulation, else by the rule in force where it holds. */
export async function quotaOf(ctx: Ctx, { mostUnits, unitId }: Pick<Regulation, 'mostUnits' | 'unitId'>, on: Day): Promise<number | null> {
  if (mostUnits !== null) return mostUnits;
  return (await findRule(ctx, 'oversight.mostUnits', { unitId, on }))?.value ?? null;
}

/** By the rule in force where the regulation holds. */
export async function refusalOfHandOver(ctx: Ctx, assignment: Pick<Assignment, 'period'>, { unitId }: Pick<Regulation, 'unitId'>): Promise<Refusal | undefined> {
  const { value: days } = await getRule(ctx, 'oversight.handOverDays', { unitId, on: ctx.today });
  return handOverRefusal(assignment, { today: ctx.today, days });
}
