/** Reads of change sets: those of committees within reach, their items, and row by row what was found. */
import './reorganisation.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { abilities, reach, reachesEverything } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor, type Page } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { UnitId } from '../../units/unit.ts';
import type { OutcomeItem, ReorganisationSummary, reorganisationContract } from '../reorganisation.contract.ts';
import type { PersonId, ReorganisationId, ReorganisationItem } from '../reorganisation.ts';

type Input<K extends keyof typeof reorganisationContract> = z.output<(typeof reorganisationContract)[K]['input']>;

interface SummaryRow {
  id: ReorganisationId;
  unit_id: UnitId | null;
  unit_name: string | null;
  title: string;
  decision_number: string;
  decision_signed_on: Day | null;
  decision_issuer: string | null;
  effective_on: Day;
  state: 'draft' | 'applied' | 'undone';
  created_at: Date;
  checked_at: Date | null;
  applied_at: Date | null;
  undone_at: Date | null;
  counts: Record<string, number> | null;
}

export async function listReorganisations(ctx: Ctx, { state, cursor, limit }: Input<'list'>): Promise<Page<ReorganisationSummary>> {
  const after = readCursor(cursor, z.tuple([z.guid()]));
  const found = await rows(ctx.db, sql<SummaryRow>`
    select ${summaryColumns()} from reorganisations r
    where ${readable(ctx)} ${state ? sql`and r.state = ${state}` : sql``} ${after ? sql`and r.id < ${after[0]}::uuid` : sql``} order by r.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: ({ id }) => [id], item: summaryOf });
}

export async function getReorganisation(ctx: Ctx, { id }: Input<'get'>): Promise<ReorganisationSummary & { items: number; counts: Record<string, number>; may: string[] }> {
  const row = await firstRow(primaryOf(ctx), sql<SummaryRow & { items: number }>`
    select ${summaryColumns()}, (select count(*)::int from reorganisation_items i where i.reorganisation_id = r.id) as items from reorganisations r where r.id = ${id} and ${readable(ctx)}`);
  if (!row) throw notFound();
  const counts = reachesEverything(ctx, 'reorganisation.draft') ? (row.counts ?? {}) : row.counts === null ? {} : await countWithin(ctx, id);
  const may = row.unit_id === null ? [] : await abilities(ctx, row.unit_id, ['reorganisation.draft', 'reorganisation.apply']);
  return { ...summaryOf(row), items: row.items, counts, may };
}

/** Of the rows that the reader would be shown: what was counted for whoever ran it may go further. */
async function countWithin(ctx: Ctx, id: ReorganisationId): Promise<Record<string, number>> {
  const found = await rows(ctx.db, sql<{ key: string; count: number }>`
    ${foundedBy(id)}
    select case when o.list = 'finding' then o.aspect || 's' else o.list || '.' || o.outcome end as key, count(*) as count
    from reorganisation_outcomes o where o.reorganisation_id = ${id} and ${isShown(ctx)} group by 1 order by 1`);
  return { errors: 0, warnings: 0, ...Object.fromEntries(found.map(({ key, count }) => [key, count])) };
}

export async function listItems(ctx: Ctx, { id, cursor, limit }: Input<'items'>): Promise<Page<{ seq: number; ref: string | null; item: { kind: string; [key: string]: unknown } }>> {
  await requireReadable(ctx, id);
  const after = readCursor(cursor, z.tuple([z.int32()]));
  const found = await rows(ctx.db, sql<{ seq: number; ref: string | null; item: ReorganisationItem }>`
    select seq, ref, item from reorganisation_items where reorganisation_id = ${id} and seq > ${after?.[0] ?? 0} order by seq limit ${limit + 1}`);
  return pageOf(found, { limit, key: ({ seq }) => [seq], item: ({ seq, ref, item }) => ({ seq, ref, item: { ...item } }) });
}

interface OutcomeRow {
  seq: number;
  outcome: string;
  item: number | null;
  unit_id: UnitId | null;
  unit_name: string | null;
  person_id: PersonId | null;
  person_name: string | null;
  aspect: string | null;
  from_id: UnitId | null;
  from_name: string | null;
  to_id: UnitId | null;
  to_name: string | null;
  amount: number | null;
  note: string | null;
}

/** Lists whose `to` is a post of the unit, which has no name of its own here. */
const postLists: readonly string[] = ['tenure', 'appointment'];

/** Units and people beyond reach are left out of a row, their ids with them. */
export async function listOutcomes(ctx: Ctx, { id, list, outcome, cursor, limit }: Input<'outcomes'>): Promise<Page<OutcomeItem>> {
  const on = await requireReadable(ctx, id);
  const after = readCursor(cursor, z.tuple([z.number().int()]));
  const found = await rows(ctx.db, sql<OutcomeRow>`
    ${foundedBy(id)}
    select o.seq, o.outcome, o.item, o.unit_id, coalesce(${nameWithin(ctx, 'o.unit_id', on)}, fu.name) as unit_name, who.id as person_id, who.full_name as person_name,
      o.aspect, a.id as from_id, ${nameWithin(ctx, 'a.id', on)} as from_name, b.id as to_id, coalesce(${nameWithin(ctx, 'b.id', on)}, fb.name) as to_name,
      o.amount, ${list === 'member' || list === 'place' ? sql`null` : sql`o.note`} as note
    from reorganisation_outcomes o
    left join lateral (${personShown(ctx)}) who on true
    left join lateral (select o.from_id as id where ${!postLists.includes(list)} and ${isWithin(ctx, 'o.from_id')}) a on true
    left join lateral (select o.to_id as id where ${!postLists.includes(list)} and ${isWithin(ctx, 'o.to_id')}) b on true
    left join founded fu on fu.id = o.unit_id left join founded fb on fb.id = b.id
    where o.reorganisation_id = ${id} and o.list = ${list} and o.seq > ${after?.[0] ?? 0} ${outcome ? sql`and o.outcome = ${outcome}` : sql``} and ${isShown(ctx)}
    order by o.seq limit ${limit + 1}`);
  return pageOf(found, { limit, key: ({ seq }) => [seq], item: outcomeOf });
}

/** Rows about units within reach. A finding that a unit lies beyond reach names it by its id, as whoever drafted did. */
function isShown(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(${isWithin(ctx, 'o.unit_id')} or o.list = 'finding' and (o.unit_id is null or o.outcome in ('unit.beyondReach', 'unit.unknown')))`;
}

/** A unit that the change set founds is within the reach of the change set. */
function isWithin(ctx: Ctx, column: string): RawBuilder<boolean> {
  return sql<boolean>`(${reach(ctx, 'reorganisation.draft').over(column)} or ${sql.ref(column)} in (select id from founded))`;
}

/** Units that are only drafted have their names in their items. */
function foundedBy(id: ReorganisationId): RawBuilder<unknown> {
  return sql`with founded as materialized (
    select (f.item ->> 'unitId')::uuid as id, min(f.item -> 'facts' ->> 'name') as name from reorganisation_items f where f.reorganisation_id = ${id} and f.item ->> 'kind' = 'found' group by 1)`;
}

/** Whoever drafts change sets need not be allowed to read people. */
function personShown(ctx: Ctx): RawBuilder<unknown> {
  if (reachesEverything(ctx, 'person.read')) return sql`select o.person_id as id, (select p.full_name from people p where p.id = o.person_id)`;
  return sql`select p.id, p.full_name from people p where p.id = o.person_id and ${wherePersonWithin(ctx, 'person.read', { home: 'p.home_id', id: 'p.id' }, { when: 'ever' })}`;
}

function nameWithin(ctx: Ctx, column: string, on: Day): RawBuilder<string | null> {
  return sql<string | null>`case when ${reach(ctx, 'reorganisation.draft').over(column)} then ${unitNameAt(column, sql`(${on}::date - 1)`)} end`;
}

async function requireReadable(ctx: Ctx, id: ReorganisationId): Promise<Day> {
  const row = await firstRow(primaryOf(ctx), sql<{ effective_on: Day }>`select r.effective_on from reorganisations r where r.id = ${id} and ${readable(ctx)}`);
  if (!row) throw notFound();
  return row.effective_on;
}

/** Those of committees within reach; the installation's own only at the command line, where everything is within reach. */
function readable(ctx: Ctx): RawBuilder<boolean> {
  return reachesEverything(ctx, 'reorganisation.draft') ? sql<boolean>`${reach(ctx, 'reorganisation.draft').over('r.unit_id')}` : sql<boolean>`(r.unit_id is not null and ${reach(ctx, 'reorganisation.draft').over('r.unit_id')})`;
}

function summaryColumns(): RawBuilder<unknown> {
  return sql`r.id, r.unit_id, ${unitNameAt('r.unit_id', sql`r.effective_on`)} as unit_name, r.title, r.decision_number, r.decision_signed_on, r.decision_issuer, r.effective_on, r.state, r.created_at, r.checked_at, r.applied_at, r.undone_at, r.counts`;
}

function summaryOf(row: SummaryRow): ReorganisationSummary {
  return {
    id: row.id, title: row.title, decision: { number: row.decision_number, signedOn: row.decision_signed_on, issuer: row.decision_issuer }, effectiveOn: row.effective_on, state: row.state,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name }, createdAt: row.created_at.toISOString(), checkedAt: row.checked_at?.toISOString() ?? null,
    appliedAt: row.applied_at?.toISOString() ?? null, undoneAt: row.undone_at?.toISOString() ?? null,
  };
}

function outcomeOf(row: OutcomeRow): OutcomeItem {
  return {
    outcome: row.outcome, item: row.item, aspect: row.aspect, amount: row.amount, note: row.note,
    unit: named(row.unit_id, row.unit_name), person: named(row.person_id, row.person_name), from: named(row.from_id, row.from_name), to: named(row.to_id, row.to_name),
  };
}

function named<T extends Id>(id: T | null, name: string | null): { id: T; name: string | null } | null {
  return id === null ? null : { id, name };
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
