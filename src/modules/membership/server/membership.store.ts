/**
 * The only writer of memberships, placements, exemptions, away spells and their acts.
 * Reads one person's history whole and writes what changed in it.
 */
import './membership.tables.ts';
import { isDeepStrictEqual } from 'node:util';
import { sql, type Selectable } from 'kysely';
import { firstDayChanged, markPeople } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day, Period } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { AwaySpell, EndReason, Exemption, InReason, Membership, MembershipHistory, OutReason, Placement } from '../membership.ts';
import type { AwaySpellsTable, ExemptionsTable, MembershipActsTable, MembershipsTable, PlacementsTable } from './membership.tables.ts';

type PersonId = Id<'person'>;
export type MembershipActId = Id<'membershipAct'>;

/** Locks the person, so that two acts on one membership follow each other; undefined where there is no such person. */
export async function lockHistory(ctx: Ctx, personId: PersonId): Promise<MembershipHistory | undefined> {
  const found = await firstRow(ctx.db, sql`select id from people where home_id = ${homeOf(personId)} and id = ${personId} for update`);
  return found ? readHistory(ctx, personId) : undefined;
}

export async function readHistory(ctx: Ctx, personId: PersonId): Promise<MembershipHistory> {
  const [memberships, placements, exemptions, awaySpells] = [
    await ctx.db.selectFrom('memberships').selectAll().where('home_id', '=', homeOf(personId)).where('person_id', '=', personId).execute(),
    await ctx.db.selectFrom('placements').selectAll().where('home_id', '=', homeOf(personId)).where('person_id', '=', personId).execute(),
    await ctx.db.selectFrom('exemptions').selectAll().where('home_id', '=', homeOf(personId)).where('person_id', '=', personId).execute(),
    await ctx.db.selectFrom('away_spells').selectAll().where('home_id', '=', homeOf(personId)).where('person_id', '=', personId).execute(),
  ];
  return inOrder({ memberships: memberships.map(membershipOf), placements: placements.map(placementOf), exemptions: exemptions.map(exemptionOf), awaySpells: awaySpells.map(awaySpellOf) });
}

/** Takes out, changes, then adds: a placement cut short makes room for the next one. */
export async function saveHistory(ctx: Ctx, personId: PersonId, change: { before: MembershipHistory; after: MembershipHistory }): Promise<void> {
  const owner = { home_id: homeOf(personId), person_id: personId };
  const from = (['memberships', 'placements', 'exemptions', 'awaySpells'] as const).flatMap((part) => firstDayChanged(change.before[part], change.after[part]) ?? []).toSorted()[0];
  await markPeople(ctx.db, [personId], from);
  const placements = differences(change.before.placements, change.after.placements);
  const memberships = differences(change.before.memberships, change.after.memberships);
  const exemptions = differences(change.before.exemptions, change.after.exemptions);
  const away = differences(change.before.awaySpells, change.after.awaySpells);
  for (const { id } of placements.gone) await ctx.db.deleteFrom('placements').where('home_id', '=', owner.home_id).where('id', '=', id).execute();
  for (const { id } of memberships.gone) await ctx.db.deleteFrom('memberships').where('home_id', '=', owner.home_id).where('id', '=', id).execute();
  for (const { id } of exemptions.gone) await ctx.db.deleteFrom('exemptions').where('home_id', '=', owner.home_id).where('id', '=', id).execute();
  for (const { id } of away.gone) await ctx.db.deleteFrom('away_spells').where('home_id', '=', owner.home_id).where('id', '=', id).execute();
  for (const row of memberships.changed) await ctx.db.updateTable('memberships').set({ ...membershipRow(row), version: sql`version + 1` }).where('home_id', '=', owner.home_id).where('id', '=', row.id).execute();
  for (const row of placements.changed) await ctx.db.updateTable('placements').set(placementRow(row)).where('home_id', '=', owner.home_id).where('id', '=', row.id).execute();
  for (const row of exemptions.changed) await ctx.db.updateTable('exemptions').set(exemptionRow(row)).where('home_id', '=', owner.home_id).where('id', '=', row.id).execute();
  for (const row of away.changed) await ctx.db.updateTable('away_spells').set(awaySpellRow(row)).where('home_id', '=', owner.home_id).where('id', '=', row.id).execute();
  for (const row of memberships.added) await ctx.db.insertInto('memberships').values({ ...owner, ...membershipRow(row), id: row.id, version: 1 }).execute();
  for (const row of placements.added) await ctx.db.insertInto('placements').values({ ...owner, ...placementRow(row), id: row.id }).execute();
  for (const row of exemptions.added) await ctx.db.insertInto('exemptions').values({ ...owner, ...exemptionRow(row), id: row.id }).execute();
  for (const row of away.added) await ctx.db.insertInto('away_spells').values({ ...owner, ...awaySpellRow(row), id: row.id }).execute();
  await markPeople(ctx.db, [personId], from);
}

export interface NewAct {
  readonly personId: PersonId;
  readonly unitId: Id<'unit'>;
  readonly kind: string;
  readonly on: Day;
  readonly decision: string | null;
  readonly before: MembershipHistory;
  readonly after: MembershipHistory;
}

export async function insertAct(ctx: Ctx, act: NewAct): Promise<MembershipActId> {
  const id = newId<'membershipAct'>(homeOf(act.personId));
  await ctx.db
    .insertInto('membership_acts')
    .values({
      home_id: homeOf(act.personId), id, person_id: act.personId, unit_id: act.unitId, kind: act.kind, effective_on: act.on, decision: act.decision,
      recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, before: JSON.stringify(inOrder(act.before)), after: JSON.stringify(inOrder(act.after)), undone_at: null, undone_by: null,
    })
    .execute();
  return id;
}

export interface RecordedAct {
  readonly id: MembershipActId;
  readonly personId: PersonId;
  readonly unitId: Id<'unit'>;
  readonly kind: string;
  readonly on: Day;
  readonly decision: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: Id<'account'> | null;
  readonly undoneAt: Date | null;
  readonly before: MembershipHistory;
  readonly after: MembershipHistory;
}

export async function findAct(ctx: Ctx, id: MembershipActId): Promise<RecordedAct | undefined> {
  const row = await ctx.db.selectFrom('membership_acts').selectAll().where('home_id', '=', homeOf(id)).where('id', '=', id).executeTakeFirst();
  return row && actOf(row);
}

/** Latest first. Ids are ordered in time, so that two acts of one moment have an order too. */
export async function listActs(ctx: Ctx, personId: PersonId): Promise<RecordedAct[]> {
  const found = await ctx.db.selectFrom('membership_acts').selectAll().where('home_id', '=', homeOf(personId)).where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc').orderBy('id', 'desc').execute();
  return found.map(actOf);
}

export async function markUndone(ctx: Ctx, id: MembershipActId): Promise<void> {
  await ctx.db.updateTable('membership_acts').set({ undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

/** Whether two histories say the same; a contact sealed again under a newer key still says the same. */
export function sameHistory(one: MembershipHistory, other: MembershipHistory): boolean {
  return isDeepStrictEqual(withoutContacts(inOrder(one)), withoutContacts(inOrder(other)));
}

function withoutContacts(history: MembershipHistory): MembershipHistory {
  return { ...history, awaySpells: history.awaySpells.map((spell) => ({ ...spell, contactSealed: null })) };
}

function inOrder(history: MembershipHistory): MembershipHistory {
  return { memberships: history.memberships.toSorted(byId), placements: history.placements.toSorted(byId), exemptions: history.exemptions.toSorted(byId), awaySpells: history.awaySpells.toSorted(byId) };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

function differences<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): { gone: T[]; changed: T[]; added: T[] } {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    gone: before.filter(({ id }) => !kept.has(id)),
    changed: after.filter((row) => old.has(row.id) && !isDeepStrictEqual(old.get(row.id), row)),
    added: after.filter(({ id }) => !old.has(id)),
  };
}

function membershipOf(row: Selectable<MembershipsTable>): Membership {
  return { id: row.id as Id<'membership'>, period: fromRange(row.valid), recognisedOn: row.recognised_on as Day | null, endReason: row.end_reason as EndReason | null, decision: row.decision };
}

function membershipRow(membership: Membership) {
  return { valid: toRange(membership.period), recognised_on: membership.recognisedOn, end_reason: membership.endReason, decision: membership.decision };
}

function placementOf(row: Selectable<PlacementsTable>): Placement {
  return {
    id: row.id as Id<'placement'>, membershipId: row.membership_id as Id<'membership'>, cellId: row.cell_id as Id<'unit'>, kind: row.kind as Placement['kind'],
    period: fromRange(row.valid), inReason: row.in_reason as InReason | null, outReason: row.out_reason as OutReason | null, decision: row.decision, confirmedOn: row.confirmed_on as Day | null,
  };
}

function placementRow(placement: Placement) {
  const { membershipId, cellId, kind, period, inReason, outReason, decision, confirmedOn } = placement;
  return { membership_id: membershipId, cell_id: cellId, kind, valid: toRange(period), in_reason: inReason, out_reason: outReason, decision, confirmed_on: confirmedOn };
}

function exemptionOf(row: Selectable<ExemptionsTable>): Exemption {
  return { id: row.id as Id<'exemption'>, period: fromRange(row.valid), decision: row.decision };
}

function exemptionRow({ period, decision }: { period: Period; decision: string | null }) {
  return { valid: toRange(period), decision };
}

function awaySpellOf(row: Selectable<AwaySpellsTable>): AwaySpell {
  return {
    id: row.id as Id<'awaySpell'>, period: fromRange(row.valid), place: row.place, withLeave: row.with_leave, contactSealed: row.contact_sealed?.toString('base64') ?? null,
    contactedOn: row.contacted_on as Day | null, contactDueOn: row.contact_due_on as Day | null, assignedWork: row.assigned_work,
  };
}

function awaySpellRow({ period, place, withLeave, contactSealed, contactedOn, contactDueOn, assignedWork }: AwaySpell) {
  const contact = { contacted_on: contactedOn, contact_due_on: contactDueOn, assigned_work: assignedWork };
  return { valid: toRange(period), place, with_leave: withLeave, contact_sealed: contactSealed === null ? null : Buffer.from(contactSealed, 'base64'), ...contact };
}

function actOf(row: Selectable<MembershipActsTable>): RecordedAct {
  return {
    id: row.id as MembershipActId, personId: row.person_id as PersonId, unitId: row.unit_id as Id<'unit'>, kind: row.kind, on: row.effective_on as Day, decision: row.decision,
    recordedAt: row.recorded_at, recordedBy: row.recorded_by as Id<'account'> | null, undoneAt: row.undone_at, before: completed(row.before as MembershipHistory), after: completed(row.after as MembershipHistory),
  };
}

/** What an act of an earlier version wrote says nothing of what is newer. */
function completed(history: MembershipHistory): MembershipHistory {
  return {
    ...history,
    placements: history.placements.map((placement) => ({ ...placement, confirmedOn: placement.confirmedOn ?? null })),
    awaySpells: history.awaySpells.map((spell) => ({ ...spell, contactedOn: spell.contactedOn ?? null, contactDueOn: spell.contactDueOn ?? null, assignedWork: spell.assignedWork ?? null })),
  };
}
