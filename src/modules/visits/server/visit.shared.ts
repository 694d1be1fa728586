/** What other modules ask of visits. Asks no access: the caller has, about the units or the people. */
import './visit.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Agreement, HeardTopic, VisitKind } from '../visit.kinds.ts';
import { itemOf, columns, type NamedVisit } from './visit.reads.ts';

export interface ToldVisit {
  readonly id: Id<'visit'>;
  readonly unit: { readonly id: Id<'unit'>; readonly name: string };
  readonly person: { readonly id: Id<'person'>; readonly name: string };
  readonly on: Day;
  readonly kind: VisitKind;
  readonly topics: readonly HeardTopic[];
  readonly agreement: Agreement;
}

interface Asked {
  readonly unitIds?: readonly Id<'unit'>[];
  readonly personIds?: readonly Id<'person'>[];
  readonly from: Day;
  readonly to: Day;
}

/** To these units themselves and those below them; the latest first. */
export async function visitsIn(ctx: Ctx, { unitIds, personIds, from, to }: Asked, most = 5000): Promise<ToldVisit[]> {
  const conditions = [
    sql`v.state = 'kept'`, sql`v.visited_on between ${from}::date and ${to}::date`,
    ...(unitIds ? [sql`(v.unit_id = any(${[...unitIds]}::uuid[]) or exists (select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = any(${[...unitIds]}::uuid[]) and k.descendant_id = v.unit_id and k.valid @> v.visited_on))`] : []),
    ...(personIds ? [sql`v.person_id = any(${[...personIds]}::uuid[])`] : []),
  ];
  const found = await rows(ctx.db, sql<NamedVisit>`select ${columns(ctx)} from visits v where ${sql.join(conditions, sql` and `)} order by v.visited_on desc, v.id desc limit ${most}`);
  return found.map(itemOf).map(({ id, unit, person, on, kind, topics, agreement }) => ({ id: id as Id<'visit'>, unit: unit as ToldVisit['unit'], person: person as ToldVisit['person'], on: on as Day, kind, topics, agreement }));
}

export interface OpenPromise {
  readonly id: Id<'task'>;
  readonly unit: { readonly id: Id<'unit'>; readonly name: string };
  readonly title: string;
  readonly owner: { readonly id: Id<'person'>; readonly name: string } | null;
  readonly dueOn: Day | null;
  readonly isLate: boolean;
}

/** What cadres promised at these units and below and is not confirmed yet; the first due before the others. */
export async function openPromisesOf(ctx: Ctx, { unitIds }: { readonly unitIds: readonly Id<'unit'>[] }): Promise<OpenPromise[]> {
  const found = await rows(ctx.db, sql<{ id: Id<'task'>; unit_id: Id<'unit'>; unit_name: string | null; title: string; owner_id: Id<'person'> | null; owner_name: string | null; due_on: Day | null; is_late: boolean }>`
    select t.id, t.unit_id, ${unitNameAt('t.unit_id', sql`${ctx.today}::date`)} as unit_name, t.title, t.owner_id, (select p.full_name from people p where p.home_id = home_of(t.owner_id) and p.id = t.owner_id) as owner_name, t.due_on,
      coalesce(t.due_on < ${ctx.today}::date and t.stage <> 'reported', false) as is_late
    from tasks t where t.origin_kind = 'visit' and t.state = 'open' and (t.unit_id = any(${[...unitIds]}::uuid[])
      or exists (select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = any(${[...unitIds]}::uuid[]) and k.descendant_id = t.unit_id and k.valid @> ${ctx.today}::date)) order by t.due_on, t.id limit 500`);
  return found.map((row) => ({ id: row.id, unit: { id: row.unit_id, name: row.unit_name ?? '' }, title: row.title, owner: row.owner_id && { id: row.owner_id, name: row.owner_name ?? '' }, dueOn: row.due_on, isLate: row.is_late }));
}
