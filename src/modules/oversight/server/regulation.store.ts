/** The only writer of regulations of oversight and their duties. One lives in the home of its organisation. */
import './oversight.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import type { Period } from '../../../platform/day.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { TierDuties } from '../duty.ts';
import { tiers, type FollowedKind, type Tier } from '../oversight.kinds.ts';
import type { Regulation } from '../oversight.ts';
import type { DutiesTable, RegulationsTable } from './oversight.tables.ts';

type RegulationId = Regulation['id'];
export type RegulationRow = Selectable<RegulationsTable>;
type DutiesRow = Selectable<DutiesTable>;

export async function findRegulation(ctx: Ctx, id: RegulationId): Promise<Regulation | undefined> {
  return readRegulation(ctx, id, sql``);
}

/** The latest of an organisation that is called so, however its letters are written. */
export async function findRegulationByTitle(ctx: Ctx, { unitId, title }: { readonly unitId: Id<'unit'>; readonly title: string }): Promise<Regulation | undefined> {
  const found = await rows(ctx.db, sql<RegulationRow>`select r.* from oversight_regulations r where r.home_id = ${homeOf(unitId)} and r.unit_id = ${unitId} order by lower(r.valid) desc, r.id desc`);
  const row = found.find((one) => foldVietnamese(one.title) === foldVietnamese(title));
  return row && findRegulation(ctx, row.id as RegulationId);
}

/** Held until the act ends: what is assigned under it meanwhile waits. */
export async function lockRegulation(ctx: Ctx, id: RegulationId): Promise<Regulation | undefined> {
  return readRegulation(ctx, id, sql`for update`);
}

async function readRegulation(ctx: Ctx, id: RegulationId, lock: ReturnType<typeof sql>): Promise<Regulation | undefined> {
  const row = await firstRow(ctx.db, sql<RegulationRow>`select r.* from oversight_regulations r where r.home_id = ${homeOf(id)} and r.id = ${id} ${lock}`);
  return row && regulationOf(row, (await dutiesOfMany(ctx, [id])).get(id) ?? []);
}

export async function dutiesOfMany(ctx: Ctx, ids: readonly RegulationId[]): Promise<ReadonlyMap<RegulationId, TierDuties[]>> {
  if (ids.length === 0) return new Map();
  const homes = [...new Set(ids.map(homeOf))];
  const found = await rows(ctx.db, sql<DutiesRow>`select d.* from oversight_duties d where d.home_id = any(${homes}::smallint[]) and d.regulation_id = any(${[...ids]}::uuid[])`);
  const inOrder = found.toSorted((one, other) => tiers.indexOf(one.tier as Tier) - tiers.indexOf(other.tier as Tier));
  return new Map([...Map.groupBy(inOrder, (row) => row.regulation_id as RegulationId)].map(([id, those]) => [id, those.map(dutiesFrom)]));
}

export async function insertRegulation(ctx: Ctx, regulation: Regulation): Promise<Regulation> {
  const saved = { ...regulation, version: 1 };
  await ctx.db.insertInto('oversight_regulations').values({ home_id: homeOf(saved.id), ...rowOf(saved), recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  await insertDuties(ctx, saved);
  return saved;
}

export async function saveRegulation(ctx: Ctx, regulation: Regulation): Promise<Regulation> {
  const saved = { ...regulation, version: regulation.version + 1 };
  await ctx.db.updateTable('oversight_regulations').set(rowOf(saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  await deleteDuties(ctx, saved.id);
  await insertDuties(ctx, saved);
  return saved;
}

export async function deleteRegulation(ctx: Ctx, id: RegulationId): Promise<void> {
  await deleteDuties(ctx, id);
  await ctx.db.deleteFrom('oversight_regulations').where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

/** When somebody is or was assigned under it, ended ones included. */
export async function assignedUnder(ctx: Ctx, id: RegulationId): Promise<Period[]> {
  const found = await rows(ctx.db, sql<{ valid: string }>`select distinct a.valid from oversight_assignments a where a.home_id = ${homeOf(id)} and a.regulation_id = ${id}`);
  return found.map(({ valid }) => fromRange(valid));
}

async function insertDuties(ctx: Ctx, { id, duties }: Regulation): Promise<void> {
  if (duties.length === 0) return;
  await ctx.db.insertInto('oversight_duties').values(duties.map((one) => ({
    home_id: homeOf(id), regulation_id: id, tier: one.tier, visits_per_quarter: one.visitsPerQuarter, cell_meetings_per_year: one.cellMeetingsPerYear,
    committee_meetings_per_year: one.committeeMeetingsPerYear, report_every_months: one.reportEveryMonths,
  }))).execute();
}

async function deleteDuties(ctx: Ctx, id: RegulationId): Promise<void> {
  await ctx.db.deleteFrom('oversight_duties').where('home_id', '=', homeOf(id)).where('regulation_id', '=', id).execute();
}

export function regulationOf(row: RegulationRow, duties: readonly TierDuties[]): Regulation {
  return {
    id: row.id as RegulationId, unitId: row.unit_id as Id<'unit'>, documentId: row.document_id as Id<'document'> | null, title: row.title, kinds: row.kinds as FollowedKind[], // the act takes no other
    mostUnits: row.most_units, period: fromRange(row.valid), duties, version: row.version,
  };
}

function dutiesFrom(row: DutiesRow): TierDuties {
  return { tier: row.tier as Tier, visitsPerQuarter: row.visits_per_quarter, cellMeetingsPerYear: row.cell_meetings_per_year, committeeMeetingsPerYear: row.committee_meetings_per_year, reportEveryMonths: row.report_every_months };
}

function rowOf({ id, unitId, documentId, title, kinds, mostUnits, period, version }: Regulation) {
  return { id, unit_id: unitId, document_id: documentId, title, kinds: [...kinds], most_units: mostUnits, valid: toRange(period), version };
}
