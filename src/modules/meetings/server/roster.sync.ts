/**
 * Who may be on the rolls of a unit, for phones: its people with their placements, exemptions and spells away, and who holds the
 * posts of its committee; as much as `rollOn` reads. Nothing here writes.
 */
import './meeting.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, overlaps, type Day, type Period } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import type { RosterPerson, RosterRecord } from '../meeting.record.ts';
import { namesakesAmong } from '../meeting.namesakes.ts';
import { committeePosts } from '../meeting.roster.ts';
import { birthYearsOf } from './meeting.people.ts';

type UnitId = Id<'unit'>;
type PersonId = Id<'person'>;

export const rosterSource: SyncSource = {
  type: 'roster',
  records: async (ctx, units) => (await rostersOf(ctx, units)).map((roster) => ({ id: roster.unitId, body: roster })),
};

/** Meetings of so many days back are still entered on a phone. Told from the first of a month on, so that the record stays the same within it. */
const daysBack = 200;

export async function rostersOf(ctx: Ctx, units: readonly UnitId[]): Promise<RosterRecord[]> {
  const since = `${addDays(ctx.today, -daysBack).slice(0, 7)}-01` as Day;
  const readable = await readableAmong(ctx, units);
  const ids = readable.map(({ unitId }) => unitId);
  const posts = await postsOf(ctx, ids, since);
  const placed = await rows(ctx.db, sql<{ cell_id: UnitId; person_id: PersonId }>`select distinct cell_id, person_id from placements where cell_id = any(${ids}::uuid[]) and ${isLater('valid', since)}`);
  const belonging = Map.groupBy([
    ...placed.map((row) => ({ unitId: row.cell_id, personId: row.person_id })),
    ...posts.flatMap(({ unitId, tenures }) => tenures.map(({ personId }) => ({ unitId, personId }))),
  ], ({ unitId }) => unitId);
  const people = await peopleOf(ctx, [...new Set([...belonging.values()].flat().map(({ personId }) => personId))], since);
  const peopleAt = new Map(readable.map(({ unitId }) => { const here = new Set(belonging.get(unitId)?.map(({ personId }) => personId)); return [unitId, people.filter(({ id }) => here.has(id))]; }));
  const sharing = new Map([...peopleAt].map(([unitId, these]) => [unitId, namesakesAmong(these)]));
  const born = await birthYearsOf(ctx, new Set([...sharing.values()].flatMap((ids) => [...ids])));
  return readable.map(({ unitId, unitKind, may }) => {
    const bornIn = (id: PersonId) => (sharing.get(unitId)?.has(id) ? born.get(id) ?? null : null);
    return { unitId, unitKind, since, may, people: peopleAt.get(unitId)!.map((person) => ({ ...personAt(unitId, person), bornIn: bornIn(person.id) })), posts: posts.filter((post) => post.unitId === unitId).map(({ unitId: _unit, ...post }) => post) };
  });
}

const verbs: readonly Verb[] = ['meeting.record', 'member.read', 'member.record', 'task.read', 'task.record'];

async function readableAmong(ctx: Ctx, units: readonly UnitId[]): Promise<{ unitId: UnitId; unitKind: UnitKind; may: string[] }[]> {
  const may = sql.join(verbs.map((verb) => sql`case when ${reach(ctx, verb).at('v.unit_id')} then ${verb}::text end`));
  return rows(ctx.db, sql<{ unitId: UnitId; unitKind: UnitKind; may: string[] }>`select v.unit_id as "unitId", v.kind as "unitKind", array_remove(array[${may}], null) as may
    from unit_versions v where v.unit_id = any(${units}::uuid[]) and v.valid @> ${ctx.today}::date and ${reach(ctx, 'meeting.read').at('v.unit_id')} order by v.unit_id`);
}

interface CarriedPost {
  readonly unitId: UnitId;
  readonly kind: PostKind;
  readonly period: Period;
  readonly tenures: { readonly personId: PersonId; readonly period: Period }[];
}

async function postsOf(ctx: Ctx, units: readonly UnitId[], since: Day): Promise<CarriedPost[]> {
  const found = await rows(ctx.db, sql<{ id: string; unit_id: UnitId; kind: PostKind; valid: string; person_id: PersonId; held: string }>`select po.id, po.unit_id, po.kind, po.valid, t.person_id, t.valid as held
    from posts po join tenures t on t.post_id = po.id and ${isLater('t.valid', since)} where po.unit_id = any(${units}::uuid[]) and po.kind = any(${[...committeePosts]}::text[]) and ${isLater('po.valid', since)} order by po.id, t.id`);
  return [...Map.groupBy(found, ({ id }) => id).values()].map((held) => {
    const { unit_id: unitId, kind, valid } = held[0]!;
    return { unitId, kind, period: fromRange(valid), tenures: held.map((row) => ({ personId: row.person_id, period: fromRange(row.held) })) };
  });
}

type FoundPlacement = Omit<RosterPerson['placements'][number], 'isHere'> & { readonly cellId: UnitId };
type FoundPerson = Omit<RosterPerson, 'placements' | 'bornIn'> & { readonly placements: readonly FoundPlacement[] };

/** In the order of names. */
async function peopleOf(ctx: Ctx, ids: readonly PersonId[], since: Day): Promise<FoundPerson[]> {
  const homes = [...new Set(ids.map(homeOf))];
  const among = (also: RawBuilder<unknown>) => sql`x.home_id = any(${homes}::smallint[]) and x.person_id = any(${ids}::uuid[]) and ${also}`;
  const known = isLater('x.valid', since);
  const names = await rows(ctx.db, sql<{ id: PersonId; full_name: string }>`select id, full_name from people where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[]) order by sort_key collate vietnamese, id`);
  const memberships = grouped(await rows(ctx.db, sql<{ person_id: PersonId; id: Id<'membership'>; valid: string; recognised_on: Day | null }>`select person_id, id, valid, recognised_on from memberships x where ${among(known)} order by lower(valid), id`));
  const placements = grouped(await rows(ctx.db, sql<{ person_id: PersonId; id: Id<'placement'>; membership_id: Id<'membership'>; cell_id: UnitId; kind: FoundPlacement['kind']; valid: string; confirmed_on: Day | null }>`
    select person_id, id, membership_id, cell_id, kind, valid, confirmed_on from placements x where ${among(known)} order by lower(valid), id`));
  const exemptions = grouped(await rows(ctx.db, sql<{ person_id: PersonId; valid: string }>`select person_id, valid from exemptions x where ${among(known)} order by lower(valid), id`));
  const away = grouped(await rows(ctx.db, sql<{ person_id: PersonId; valid: string; with_leave: boolean | null }>`select person_id, valid, with_leave from away_spells x where ${among(known)} order by lower(valid), id`));
  return names.map(({ id, full_name: fullName }) => ({
    id, fullName, memberships: memberships(id).map((row) => ({ id: row.id, period: fromRange(row.valid), recognisedOn: row.recognised_on })),
    placements: placements(id).map((row) => ({ id: row.id, membershipId: row.membership_id, cellId: row.cell_id, kind: row.kind, period: fromRange(row.valid), confirmedOn: row.confirmed_on })),
    exemptions: exemptions(id).map(({ valid }) => fromRange(valid)), awaySpells: away(id).map(({ valid, with_leave: withLeave }) => ({ period: fromRange(valid), withLeave })),
  }));
}

/** What falls into the time here, as on the member's own page; of other cells only that the member takes part there for a time. */
function personAt(unitId: UnitId, { placements, memberships, exemptions, awaySpells, ...person }: FoundPerson): Omit<RosterPerson, 'bornIn'> {
  const here = placements.filter(({ cellId }) => cellId === unitId);
  const fallsHere = (period: Period) => here.some((one) => overlaps(one.period, period));
  const told = placements.filter(({ cellId, kind, period }) => cellId === unitId || (kind === 'temporary' && fallsHere(period)));
  return {
    ...person, memberships: memberships.filter(({ period }) => fallsHere(period)), exemptions: exemptions.filter(fallsHere), awaySpells: awaySpells.filter(({ period }) => fallsHere(period)),
    placements: told.map(({ cellId, ...placement }) => ({ ...placement, isHere: cellId === unitId, confirmedOn: cellId === unitId ? placement.confirmedOn : null })),
  };
}

function grouped<Row extends { readonly person_id: PersonId }>(found: readonly Row[]): (id: PersonId) => readonly Row[] {
  const byPerson = Map.groupBy(found, (row) => row.person_id);
  return (id) => byPerson.get(id) ?? [];
}

/** Holds on the day or later. */
function isLater(column: string, since: Day): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} && daterange(${since}::date, null)`;
}
