/** The only writer of change sets, their items and outcomes. What they do to units, members and posts is done by handovers. */
import './reorganisation.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, nationalHome, newId } from '../../../platform/ids.ts';
import type { UnitHistory, UnitId } from '../../units/unit.ts';
import type { NumberedItem } from '../reorganisation.digest.ts';
import type { ReorganisationFinding } from '../reorganisation.findings.ts';
import type { OutcomeList } from '../reorganisation.lists.ts';
import type { Decision, PersonId, ReorganisationDraft, ReorganisationId, ReorganisationItem } from '../reorganisation.ts';
import type { ReorganisationsTable } from './reorganisation.tables.ts';

export interface Reorganisation {
  readonly id: ReorganisationId;
  readonly unitId: UnitId | null;
  readonly title: string;
  readonly decision: Decision;
  readonly effectiveOn: Day;
  readonly state: 'draft' | 'applied' | 'undone';
}

export async function insertReorganisation(ctx: Ctx, draft: Omit<ReorganisationDraft, 'items'>): Promise<ReorganisationId> {
  const id = newId<'reorganisation'>(draft.unitId === null ? nationalHome : homeOf(draft.unitId));
  await ctx.db
    .insertInto('reorganisations')
    .values({
      id, unit_id: draft.unitId, title: draft.title, decision_number: draft.decision.number, decision_signed_on: draft.decision.signedOn, decision_issuer: draft.decision.issuer,
      effective_on: draft.effectiveOn, state: 'draft', version: 1, created_by: ctx.actor?.accountId ?? null, created_at: ctx.now,
    })
    .execute();
  return id;
}

/** Two acts on one change set follow each other. */
export async function lockReorganisation(ctx: Ctx, id: ReorganisationId): Promise<Reorganisation | undefined> {
  const row = await ctx.db.selectFrom('reorganisations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && reorganisationOf(row);
}

export async function findReorganisation(ctx: Ctx, id: ReorganisationId): Promise<Reorganisation | undefined> {
  const row = await ctx.db.selectFrom('reorganisations').selectAll().where('id', '=', id).executeTakeFirst();
  return row && reorganisationOf(row);
}

export interface NewItem {
  readonly ref: string | null;
  readonly item: ReorganisationItem;
}

/** Numbers them on from the last one; answers the number of the first. */
export async function insertItems(ctx: Ctx, id: ReorganisationId, items: readonly NewItem[]): Promise<number> {
  const [last] = await rows(ctx.db, sql<{ seq: number }>`select coalesce(max(seq), 0)::int as seq from reorganisation_items where reorganisation_id = ${id}`);
  const first = last!.seq + 1;
  for (const batch of batches(items.map(({ ref, item }, at) => ({ seq: first + at, ref, item: JSON.stringify(item) })))) {
    await sql`insert into reorganisation_items (reorganisation_id, seq, ref, item)
      select ${id}, * from unnest(${batch.map(({ seq }) => seq)}::int[], ${batch.map(({ ref }) => ref)}::text[], ${batch.map(({ item }) => item)}::jsonb[])`.execute(ctx.db);
  }
  await touch(ctx, id);
  return first;
}

export async function deleteItems(ctx: Ctx, id: ReorganisationId, seqs: readonly number[]): Promise<number> {
  const result = await ctx.db.deleteFrom('reorganisation_items').where('reorganisation_id', '=', id).where('seq', 'in', [...seqs]).executeTakeFirst();
  await touch(ctx, id);
  return Number(result.numDeletedRows);
}

/** What was found by the last dry run no longer speaks of these items. */
async function touch(ctx: Ctx, id: ReorganisationId): Promise<void> {
  await ctx.db.updateTable('reorganisations').set({ version: sql`version + 1`, checked_at: null, counts: null }).where('id', '=', id).execute();
  await ctx.db.deleteFrom('reorganisation_outcomes').where('reorganisation_id', '=', id).execute();
}

export async function readItems(ctx: Ctx, id: ReorganisationId): Promise<NumberedItem[]> {
  const found = await ctx.db.selectFrom('reorganisation_items').select(['seq', 'item']).where('reorganisation_id', '=', id).orderBy('seq').execute();
  return found.map(({ seq, item }) => ({ seq, item: item as ReorganisationItem })); // written by `insertItems` from this type
}

/** Counted no further than `most`. */
export async function countItems(ctx: Ctx, id: ReorganisationId, { most }: { most: number }): Promise<number> {
  const [found] = await rows(ctx.db, sql<{ count: number }>`select count(*)::int as count from (select from reorganisation_items where reorganisation_id = ${id} limit ${most}) i`);
  return found!.count;
}

export async function readRefs(ctx: Ctx, id: ReorganisationId): Promise<Map<string, UnitId>> {
  const found = await rows(ctx.db, sql<{ ref: string; unit_id: UnitId }>`select ref, item ->> 'unitId' as unit_id from reorganisation_items where reorganisation_id = ${id} and ref is not null`);
  return new Map(found.map(({ ref, unit_id }) => [ref, unit_id]));
}

export async function markChecked(ctx: Ctx, id: ReorganisationId, counts: Record<string, number>): Promise<void> {
  await ctx.db.updateTable('reorganisations').set({ checked_at: ctx.now, counts: JSON.stringify(counts) }).where('id', '=', id).execute();
}

export async function markApplied(ctx: Ctx, id: ReorganisationId, counts: Record<string, number>): Promise<void> {
  await ctx.db.updateTable('reorganisations').set({ state: 'applied', applied_at: ctx.now, applied_by: ctx.actor?.accountId ?? null, counts: JSON.stringify(counts), version: sql`version + 1` }).where('id', '=', id).execute();
}

export async function markUndone(ctx: Ctx, id: ReorganisationId): Promise<void> {
  await ctx.db.updateTable('reorganisations').set({ state: 'undone', undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null, version: sql`version + 1` }).where('id', '=', id).execute();
}

export interface Outcome {
  readonly outcome: string;
  readonly item?: number | null;
  readonly unitId?: UnitId | null | undefined;
  readonly personId?: PersonId | null | undefined;
  readonly aspect?: string | null;
  readonly fromId?: string | null;
  readonly toId?: string | null;
  readonly homeId?: number | null;
  readonly rowId?: string | null;
  readonly newRowId?: string | null;
  /** A daterange. */
  readonly valid?: string | null;
  readonly amount?: number | null;
  readonly note?: string | null;
}

export async function clearOutcomes(ctx: Ctx, id: ReorganisationId): Promise<void> {
  await ctx.db.deleteFrom('reorganisation_outcomes').where('reorganisation_id', '=', id).execute();
}

/** A list is written once, in its order. */
export async function insertOutcomes(ctx: Ctx, { id, list, first = 1 }: { id: ReorganisationId; list: OutcomeList; first?: number }, outcomes: readonly Outcome[]): Promise<void> {
  let seq = first;
  for (const batch of batches(outcomes)) {
    const of = <K extends keyof Outcome>(name: K) => batch.map((outcome) => outcome[name] ?? null);
    await sql`insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, row_id, new_row_id, valid, amount, note)
      select ${id}, ${list}, ${seq}::bigint + n - 1, outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, row_id, new_row_id, valid, amount, note
      from unnest(${of('outcome')}::text[], ${of('item')}::int[], ${of('unitId')}::uuid[], ${of('personId')}::uuid[], ${of('aspect')}::text[], ${of('fromId')}::uuid[], ${of('toId')}::uuid[],
        ${of('homeId')}::smallint[], ${of('rowId')}::uuid[], ${of('newRowId')}::uuid[], ${of('valid')}::daterange[], ${of('amount')}::int[], ${of('note')}::text[]) with ordinality
        as o (outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, row_id, new_row_id, valid, amount, note, n)`.execute(ctx.db);
    seq += batch.length;
  }
}

export function findingOutcome({ severity, code, item, unitId, otherId, personId, data }: ReorganisationFinding): Outcome {
  return { outcome: code, item, unitId, toId: otherId ?? null, personId, aspect: severity, note: data ? JSON.stringify(data) : null };
}

/** `list.outcome` → how many. */
export async function countOutcomes(ctx: Ctx, id: ReorganisationId): Promise<Record<string, number>> {
  const found = await rows(ctx.db, sql<{ key: string; count: number }>`
    select list || '.' || outcome as key, count(*)::int as count from reorganisation_outcomes where reorganisation_id = ${id} and list <> 'finding' group by 1 order by 1`);
  return Object.fromEntries(found.map(({ key, count }) => [key, count]));
}

export async function insertSnapshots(ctx: Ctx, id: ReorganisationId, snapshots: readonly { unitId: UnitId; before: UnitHistory | null; after: UnitHistory }[]): Promise<void> {
  for (const batch of batches(snapshots)) {
    await sql`insert into reorganisation_units (reorganisation_id, unit_id, before, after)
      select ${id}, * from unnest(${batch.map(({ unitId }) => unitId)}::uuid[], ${batch.map(({ before }) => (before ? JSON.stringify(before) : null))}::jsonb[], ${batch.map(({ after }) => JSON.stringify(after))}::jsonb[])`.execute(ctx.db);
  }
}

export async function readSnapshots(ctx: Ctx, id: ReorganisationId): Promise<{ unitId: UnitId; before: UnitHistory | null; after: UnitHistory }[]> {
  const found = await ctx.db.selectFrom('reorganisation_units').select(['unit_id', 'before', 'after']).where('reorganisation_id', '=', id).execute();
  return found.map((row) => ({ unitId: row.unit_id as UnitId, before: row.before, after: row.after }));
}

const batchSize = 5000;

export function* batches<T>(items: readonly T[], size = batchSize): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

function reorganisationOf(row: Selectable<ReorganisationsTable>): Reorganisation {
  return {
    id: row.id as ReorganisationId, unitId: row.unit_id as UnitId | null, title: row.title,
    decision: { number: row.decision_number, signedOn: row.decision_signed_on as Day | null, issuer: row.decision_issuer },
    effectiveOn: row.effective_on as Day, state: row.state,
  };
}
