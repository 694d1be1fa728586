/** Reads of membership: spells of a person, who has not arrived. Nothing here writes. */
import './membership.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { reach, mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf, type Page } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { membershipContract } from '../membership.contract.ts';
import { listActs, readHistory, sameHistory } from './membership.store.ts';

type Input<K extends keyof typeof membershipContract> = z.output<(typeof membershipContract)[K]['input']>;
type Answer<K extends keyof typeof membershipContract> = z.input<(typeof membershipContract)[K]['output']>;

export async function listMembershipActs(ctx: Ctx, { personId }: Input<'acts'>): Promise<Answer<'acts'>> {
  const readable = reach(ctx, 'member.read');
  const acts = await listActs(ctx, personId);
  const current = await readHistory(ctx, personId);
  const last = acts.find(({ undoneAt }) => undoneAt === null);
  const undoable = last && sameHistory(current, last.after) && (await mayDo(ctx, 'member.record', last.unitId)) ? last.id : undefined;
  const cells = await rows(ctx.db, sql<{ id: Id<'unit'>; name: string }>`select u.id, ${unitNameAt('u.id', sql`${ctx.today}::date`)} as name
    from units u where u.id = any(${[...new Set(acts.map(({ unitId }) => unitId))]}::uuid[]) and ${readable.over('u.id')}`);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const recorders = await rows(ctx.db, sql<{ id: Id<'account'>; name: string }>`select id, display_name as name from accounts where id = any(${acts.flatMap(({ recordedBy }) => recordedBy ?? [])}::uuid[])`);
  const names = new Map(recorders.map(({ id, name }) => [id, name]));
  const items = acts.flatMap((act) => {
    const cell = byId.get(act.unitId);
    if (!cell) return [];
    const { id, kind, on, decision, recordedAt, recordedBy, undoneAt } = act;
    return [{ id, kind, effectiveOn: on, cell, decision, recordedAt: recordedAt.toISOString(), recordedBy: (recordedBy && names.get(recordedBy)) ?? null, undoneAt: undoneAt?.toISOString() ?? null, mayUndo: id === undoable }];
  });
  return { items };
}

interface NotArrivedRow {
  person_id: Id<'person'>;
  full_name: string;
  cell_id: Id<'unit'>;
  cell_name: string;
  since: Day;
}

/** Members whose last official place ended with a transfer out, longest on the road first. */
export async function listNotArrived(ctx: Ctx, input: Input<'notArrived'>): Promise<Page<Answer<'notArrived'>['items'][number]>> {
  const on = input.asOf ?? ctx.today;
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const found = await rows(ctx.db, sql<NotArrivedRow>`
    select pl.person_id, p.full_name, pl.cell_id, ${unitNameAt('pl.cell_id', sql`${on}::date`)} as cell_name, upper(pl.valid) as since
    from placements pl join people p on p.home_id = pl.home_id and p.id = pl.person_id
    where pl.kind = 'official' and pl.out_reason = 'transfer_out' and upper(pl.valid) <= ${on}::date and ${reach(ctx, 'member.read').over('pl.cell_id')}
      ${input.unitId ? sql`and pl.cell_id in (select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${input.unitId} and valid @> (upper(pl.valid) - 1))` : sql``}
      and exists (select from memberships m where m.home_id = pl.home_id and m.person_id = pl.person_id and m.valid @> ${on}::date)
      and not exists (select from placements l where l.home_id = pl.home_id and l.person_id = pl.person_id and l.kind = 'official' and lower(l.valid) >= upper(pl.valid) and lower(l.valid) <= ${on}::date)
      ${after ? sql`and (upper(pl.valid), pl.person_id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by upper(pl.valid), pl.person_id limit ${input.limit + 1}`);
  return pageOf(found, {
    limit: input.limit,
    key: (row) => [row.since, row.person_id],
    item: (row) => ({ personId: row.person_id, fullName: row.full_name, lastCell: { id: row.cell_id, name: row.cell_name }, since: row.since }),
  });
}

export interface SpellRows {
  readonly memberships: { id: Id<'membership'>; valid: string; recognised_on: Day | null; end_reason: string | null; decision: string | null }[];
  readonly placements: { id: Id<'placement'>; cell_id: Id<'unit'>; cell_name: string; kind: 'official' | 'temporary'; valid: string; in_reason: string | null; out_reason: string | null; decision: string | null; confirmed_on: Day | null }[];
  readonly exemptions: { id: Id<'exemption'>; valid: string; decision: string | null }[];
  readonly awaySpells: { id: Id<'awaySpell'>; valid: string; place: string | null; with_leave: boolean | null; contact_sealed: Buffer | null; contacted_on: Day | null; contact_due_on: Day | null; assigned_work: string | null }[];
}

/**
 * The spells of a person as far as the reader may see them: placements in readable cells; exemptions and absences that
 * fall into one of those; the membership itself for whoever reads any of it. `own` is the person's own record, whole.
 */
export async function spellsOf(ctx: Ctx, personId: Id<'person'>, { own }: { own: boolean }): Promise<SpellRows> {
  const readable = own ? sql<boolean>`true` : reach(ctx, 'member.read').over('pl.cell_id');
  const home = homeOf(personId);
  const mine = (alias: string) => sql`${sql.ref(`${alias}.home_id`)} = ${home} and ${sql.ref(`${alias}.person_id`)} = ${personId}`;
  const within = (alias: string) => sql`exists (select from placements pl where ${mine('pl')} and pl.valid && ${sql.ref(`${alias}.valid`)} and ${readable})`;
  const byPost = own ? sql`true` : sql`exists (select from tenures t join posts po on po.id = t.post_id where ${mine('t')} and ${reach(ctx, 'member.read').over('po.unit_id')})`;
  const [memberships, placements, exemptions, awaySpells] = await Promise.all([
    rows(ctx.db, sql<SpellRows['memberships'][number]>`select s.id, s.valid, s.recognised_on, s.end_reason, s.decision from memberships s where ${mine('s')} and (${within('s')} or ${byPost}) order by lower(s.valid) desc`),
    rows(ctx.db, sql<SpellRows['placements'][number]>`select pl.id, pl.cell_id, ${unitNameAt('pl.cell_id', sql`least(upper(pl.valid) - 1, ${ctx.today}::date)`)} as cell_name, pl.kind, pl.valid, pl.in_reason, pl.out_reason, pl.decision, pl.confirmed_on
      from placements pl where ${mine('pl')} and ${readable} order by lower(pl.valid) desc`),
    rows(ctx.db, sql<SpellRows['exemptions'][number]>`select s.id, s.valid, s.decision from exemptions s where ${mine('s')} and ${within('s')} order by lower(s.valid) desc`),
    rows(ctx.db, sql<SpellRows['awaySpells'][number]>`select s.id, s.valid, s.place, s.with_leave, s.contact_sealed, s.contacted_on, s.contact_due_on, s.assigned_work from away_spells s where ${mine('s')} and ${within('s')} order by lower(s.valid) desc`),
  ]);
  return { memberships, placements, exemptions, awaySpells };
}
