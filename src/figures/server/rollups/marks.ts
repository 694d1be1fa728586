/**
 * What an act says in its own transaction about the figures that it may change: of which units, from which day on. Marks
 * are only added here, so that acts never wait for each other; until `refresh.ts` has counted anew, the groups of marked
 * units are counted live. Called before and after the change where the change itself hides who was concerned.
 */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Day, Period } from '../../../platform/day.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { RecordKind, Sql } from '../../figure.ts';
import { mostMonthsAfter } from './layout.ts';
import { withHeirs } from './rolled.marks.ts';
import { lastOfMonth } from './months.ts';

/** Something about the people changed: their membership, posts, sex, age. Every day where no first one is given. */
export async function markPeople(db: Db, people: readonly Id<'person'>[], from?: Day): Promise<void> {
  if (people.length > mostPeople) await forgetRollups(db);
  else if (people.length > 0) await mark(db, sql`select ${[...people]}::uuid[] as ids`, sql`select unit_id, true as is_of_people from of_people`, from);
}

/** Something about the units or their posts changed; people who hold a post there may count elsewhere too. */
export async function markUnits(db: Db, units: readonly Id<'unit'>[], from?: Day): Promise<void> {
  if (units.length === 0) return;
  if (units.length > mostUnits) return forgetRollups(db);
  const holders = sql`select coalesce(array_agg(t.person_id), '{}') as ids from posts p join tenures t on t.post_id = p.id where p.unit_id = any(${[...units]}::uuid[])`;
  await mark(db, holders, sql`select unnest(${[...units]}::uuid[]) as unit_id, false as is_of_people union select unit_id, true from of_people`, from);
}

interface HeldMeeting {
  readonly unitId: Id<'unit'>;
  readonly on: Day;
  /** Who was missing without leave. */
  readonly absent: readonly Id<'person'>[];
}

/**
 * Meetings that count, or did until now: said of the month in which each was held, and of nothing else of its unit. Who was
 * missing elsewhere as well counts there otherwise now (`Subject.isLastAlone`).
 */
export async function markMeetings(db: Db, meetings: readonly HeldMeeting[]): Promise<void> {
  const held = [...new Map(meetings.map((meeting) => [`${meeting.unitId} ${meeting.on}`, meeting])).values()];
  if (held.length > mostEvents) return forgetRollups(db);
  if (held.length > 0) await sql`
    insert into figure_marks (unit_id, from_day, about, moved)
    select u, d, 'meetings', false from unnest(${held.map(({ unitId }) => unitId)}::uuid[], ${held.map(({ on }) => on)}::date[]) h (u, d)`.execute(db);
  await markOtherAbsences(db, meetings.flatMap(({ on, absent }) => absent.map((person) => ({ person, on }))));
}

export interface CountedPetition {
  readonly unitId: Id<'unit'>;
  readonly bodyId: Id<'unit'>;
  readonly raisedOn: Day;
  readonly answeredOn: Day | null;
}

/** Petitions that count, or did until now, in whatever state: said where each was raised and where it is; of the body also of the month in which it answered. */
export async function markPetitions(db: Db, petitions: readonly CountedPetition[]): Promise<void> {
  const said = petitions.flatMap(({ unitId, bodyId, raisedOn, answeredOn }) => [{ unitId, on: raisedOn }, { unitId: bodyId, on: raisedOn }, ...(answeredOn ? [{ unitId: bodyId, on: answeredOn }] : [])]);
  if (said.length > 0) await markRecords(db, 'petitions', sql`select * from unnest(${said.map(({ unitId }) => unitId)}::uuid[], ${said.map(({ on }) => on)}::date[]) r (unit_id, day)`);
}

/**
 * Records that count, or did until now, rows (unit_id, day): said of the month of each day, and of all days since. They may count with who
 * took the unit over. Called before and after a change, with what stands then.
 */
export async function markRecords(db: Db, about: RecordKind, records: Sql): Promise<void> {
  const said = await rows(db, sql<{ unit_id: Id<'unit'>; day: Day }>`select distinct r.unit_id, r.day from (${records}) r where r.day is not null limit ${mostEvents + 1}`);
  if (said.length > mostEvents) return forgetRollups(db);
  if (said.length > 0) await sql`
    insert into figure_marks (unit_id, from_day, about, moved)
    select distinct h.id, d, ${about}::text, false from unnest(${said.map(({ unit_id }) => unit_id)}::uuid[], ${said.map(({ day }) => day)}::date[]) r (u, d) cross join lateral ${withHeirs(sql`r.u`)} h`.execute(db);
}

/**
 * The one before it is the last no more, or is again: nothing turns for those still earlier. Of those after it in the same
 * year it is counted how often that was.
 */
async function markOtherAbsences(db: Db, absences: readonly { readonly person: Id<'person'>; readonly on: Day }[]): Promise<void> {
  if (absences.length === 0) return;
  const missed = sql`a.person_id = h.person and a.mark = 'absent' and a.basis = 'expected'`;
  await sql`
    insert into figure_marks (unit_id, from_day, about, moved)
    select distinct a.unit_id, ${lastOfMonth(sql`a.held_on`)}, 'absences', false
    from unnest(${absences.map(({ person }) => person)}::uuid[], ${absences.map(({ on }) => on)}::date[]) h (person, day)
    cross join lateral (
      (select a.unit_id, a.held_on from attendances a join meetings m on m.home_id = a.home_id and m.id = a.meeting_id and m.state in ('closed', 'adopted')
        where ${missed} and a.held_on < h.day and a.held_on >= h.day - make_interval(months => ${sql.lit(mostMonthsAfter + 1)}) order by a.held_on desc fetch first row with ties)
      union all select a.unit_id, a.held_on from attendances a where ${missed} and a.held_on between h.day and make_date(extract(year from h.day)::int, 12, 31)
    ) a`.execute(db);
}

/** Where the units stand, to whom they are related, who succeeded them or whether they stand at all. */
export async function markMoved(db: Db, units: readonly Id<'unit'>[]): Promise<void> {
  if (units.length === 0) return;
  if (units.length > mostUnits) return forgetRollups(db);
  await markUnits(db, units);
  await sql`insert into figure_marks (unit_id, moved)
    select u.unit_id, true from (
      select unnest(${[...units]}::uuid[]) as unit_id
      union select other_id from unit_relations where unit_id = any(${[...units]}::uuid[])
      union select unit_id from unit_relations where other_id = any(${[...units]}::uuid[])
    ) u`.execute(db);
}

/** After rules or whole books were exchanged, or more than is worth telling: nothing kept is believed until all is counted anew. */
export async function forgetRollups(db: Db): Promise<void> {
  await sql`insert into figure_marks (moved) values (true)`.execute(db);
}

/** Beyond that counting everything anew is less work: an import of a large province, a fifth of all communes. */
const mostPeople = 300_000;
const mostUnits = 20_000;
const mostEvents = 50_000;

/**
 * Figures of a place look at those who lead it, belong to it or govern it. The people are noted too: see `unitsOfMarkedPeople`.
 * Of a unit that is told of for its people's sake the mark is about people alone.
 */
async function mark(db: Db, people: Sql, units: Sql, from?: Day): Promise<void> {
  await sql`
    with people_ids as materialized (${people}),
    of_people as (
      select cell_id as unit_id from placements where person_id = any((select ids from people_ids)::uuid[])
      union
      select p.unit_id from tenures t join posts p on p.id = t.post_id where t.person_id = any((select ids from people_ids)::uuid[])
    ),
    touched as (${units})
    insert into figure_marks (unit_id, person_id, from_day, about, moved)
    select u.unit_id, null::uuid, ${from ?? null}::date, case when bool_and(u.is_of_people) then 'people' end, false from (
      select unit_id, is_of_people from touched union select r.other_id, t.is_of_people from touched t join unit_relations r on r.unit_id = t.unit_id
    ) u group by u.unit_id
    union all select null, p.id, ${from ?? null}::date, 'people', false from (select distinct unnest(ids) as id from people_ids) p`.execute(db);
}

interface Spell {
  readonly id: string;
  readonly period: Period;
  readonly recognisedOn?: Day | null;
}

const ending = ['period', 'recognisedOn', 'endReason', 'outReason', 'decision'];

/** The first day on which figures may differ; undefined where nothing changed. */
export function firstDayChanged(before: readonly Spell[], after: readonly Spell[]): Day | undefined {
  const old = new Map(before.map((spell) => [spell.id, spell]));
  const fresh = new Map(after.map((spell) => [spell.id, spell]));
  const days = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((id) => daysChanged(old.get(id), fresh.get(id)));
  return days.toSorted()[0];
}

function daysChanged(one: Spell | undefined, other: Spell | undefined): Day[] {
  if (isDeepStrictEqual(one, other)) return [];
  const spells = [one, other].filter((spell) => spell !== undefined);
  const isSameStay = one && other && one.period.from === other.period.from && isDeepStrictEqual(without(one), without(other));
  if (!isSameStay) return spells.map(({ period }) => period.from);
  const ends = spells.flatMap(({ period }) => (period.to === null ? [] : [period.to]));
  const recognised = one.recognisedOn === other.recognisedOn ? [] : spells.flatMap(({ recognisedOn }) => recognisedOn ?? []);
  return ends.length + recognised.length === 0 ? [one.period.from] : [...ends, ...recognised];
}

function without(spell: Spell): object {
  return Object.fromEntries(Object.entries(spell).filter(([key]) => !ending.includes(key)));
}
