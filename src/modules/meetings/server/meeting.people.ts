/**
 * Who belongs to a meeting on its day, and why somebody is not expected. Of a cell: those placed in it, its guests for a time
 * among them; exempt members, those away with leave (where the rule says so) and those who take part elsewhere for a time are
 * on the roll, but not expected. Of a committee: who holds its posts. Of a conference or study session: all members below;
 * of a further sitting on what is studied, without those who came to an earlier one.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import { getRule } from '../../rules/server/index.ts';
import type { Basis, MeetingKind } from '../meeting.kinds.ts';
import { committeePosts, standingPosts } from '../meeting.roster.ts';
import { likelyChair, type Holder } from '../meeting.officials.ts';
import type { Attendance, Meeting, Official } from '../meeting.ts';

export interface Belonging {
  readonly unitId: Id<'unit'>;
  readonly kind: MeetingKind;
  readonly on: Day;
  /** Of a further sitting: itself, and the first one. */
  readonly id?: Id<'meeting'>;
  readonly seriesId?: Id<'meeting'> | null;
}

export { committeePosts };

interface RollRow {
  readonly person_id: Id<'person'>;
  readonly standing: 'full' | 'probationary' | null;
  readonly basis: Basis;
}

/** A larger assembly is held as several sittings. */
export const mostOnRoll = 6000;

/** Nobody marked yet, in the order of names. Asks no access. */
export async function rollOf(ctx: Ctx, belonging: Belonging): Promise<Attendance[]> {
  const { value: expectsAway } = await getRule(ctx, 'meeting.expectsAway', belonging);
  const [roll] = await rollsOf(ctx, [{ ...belonging, expectsAway: expectsAway === 1 }]);
  if (roll!.length > mostOnRoll) throw new Problem({ code: 'meetings.tooManyPeople', kind: 'conflict', data: { most: mostOnRoll } });
  return roll!;
}

/** The same of many meetings at once, in their order; `expectsAway` is the rule in force there and then. Longer than `mostOnRoll` where there are too many. */
export async function rollsOf(ctx: Ctx, asked: readonly (Belonging & { readonly expectsAway: boolean })[]): Promise<Attendance[][]> {
  const rolls = asked.map((): Attendance[] => []);
  const numbered = asked.map((one, at) => ({ ...one, at }));
  for (const [kind, group] of Map.groupBy(numbered, (one) => one.kind)) {
    const these = sql`unnest(${group.map(({ at }) => at)}::int[], ${group.map(({ unitId }) => unitId)}::uuid[], ${group.map(({ on }) => on)}::date[], ${group.map(({ expectsAway }) => expectsAway)}::boolean[],
      ${group.map(({ id }) => id ?? null)}::uuid[], ${group.map(({ seriesId }) => seriesId ?? null)}::uuid[]) q (at, unit_id, held_on, expects_away, id, series_id)`;
    const found = await rows(ctx.db, sql<RollRow & { at: number }>`select r.at, r.person_id, r.standing, r.basis from (${membersOrHolders(kind, these)}) r
      join people p on p.id = r.person_id order by r.at, p.sort_key collate vietnamese, p.id limit ${(mostOnRoll + 1) * group.length}`);
    for (const row of found) rolls[row.at]!.push({ personId: row.person_id, basis: row.basis, standing: row.standing, mark: null, reason: null });
  }
  return rolls;
}

/** Of the meetings `q`: each with its number, unit, day and rule. */
function membersOrHolders(kind: MeetingKind, these: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (kind) {
    case 'regular':
    case 'thematic':
      return membersOf(sql`${these} join placements pl on pl.cell_id = q.unit_id and pl.valid @> q.held_on`);
    case 'conference':
      return membersOf(placedBelow(these));
    case 'study':
      return membersOf(sql`${placedBelow(these)} and not ${hasStudied('q', sql`pl.person_id`)}`);
    case 'briefing':
      return holdersOf(these, standingPosts);
    case 'committee':
    case 'working_session':
      return holdersOf(these, committeePosts);
  }
}

function placedBelow(these: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${these} join unit_closure c on c.hierarchy = 'party' and c.ancestor_id = q.unit_id and c.valid @> q.held_on
    join placements pl on pl.cell_id = c.descendant_id and pl.valid @> q.held_on`;
}

/** Whether somebody came to an earlier sitting of the series of the study session `meeting` (an alias with id, unit_id, held_on and series_id): nobody studies the same twice. */
export function hasStudied(meeting: string, person: RawBuilder<unknown>): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${meeting}.${column}`);
  return sql`exists (select from meetings e join attendances s on s.home_id = e.home_id and s.meeting_id = e.id and s.held_on = e.held_on and s.person_id = ${person} and s.mark in ('present', 'online')
    where e.unit_id = ${of('unit_id')} and ${of('series_id')} in (e.id, e.series_id) and e.kind = 'study' and e.state in ('closed', 'adopted') and (e.held_on, e.id) < (${of('held_on')}, ${of('id')}))`;
}

/** Once each, also who is here officially and as a guest of a neighbouring cell of the same assembly: expected once. */
function membersOf(placed: RawBuilder<unknown>): RawBuilder<unknown> {
  const holds = (table: string, also: RawBuilder<unknown>) => sql`exists (select from ${sql.table(table)} e where e.home_id = pl.home_id and e.person_id = pl.person_id and e.valid @> q.held_on and ${also})`;
  const isElsewhere = holds('placements', sql`e.kind = 'temporary' and e.cell_id <> pl.cell_id`);
  // Who takes part here for a time is here, wherever the own cell has let him go.
  const isAway = sql`pl.kind = 'official' and not q.expects_away and ${holds('away_spells', sql`e.with_leave`)}`;
  const basis = sql`case when pl.kind = 'official' and ${isElsewhere} then 'elsewhere' when ${holds('exemptions', sql`true`)} then 'exempt' when ${isAway} then 'away' else 'expected' end`;
  return sql`select distinct on (m.at, m.person_id) m.at, m.person_id, m.standing, m.basis from (
    select q.at, pl.person_id, case when ms.recognised_on <= q.held_on then 'full' else 'probationary' end as standing, ${basis} as basis
    from ${placed} join memberships ms on ms.home_id = pl.home_id and ms.id = pl.membership_id and ms.valid @> q.held_on) m order by m.at, m.person_id, m.basis = 'expected' desc, m.basis`;
}

/** Exemption is from the life of the cell; who holds a post of the committee is expected in it. */
function holdersOf(these: RawBuilder<unknown>, kinds: readonly PostKind[]): RawBuilder<unknown> {
  return sql`select distinct q.at, t.person_id, null::text as standing, 'expected' as basis
    from ${these} join posts po on po.unit_id = q.unit_id and po.kind = any(${[...kinds]}::text[]) and po.valid @> q.held_on join tenures t on t.post_id = po.id and t.valid @> q.held_on`;
}

/** Who of these is on the day in the register of those away. Who takes part at the unit for a time is not. Asks no access. */
export async function awayAmong(ctx: Ctx, { unitId, on }: Pick<Belonging, 'unitId' | 'on'>, people: readonly Id<'person'>[]): Promise<ReadonlySet<Id<'person'>>> {
  const found = await rows(ctx.db, sql<{ person_id: Id<'person'> }>`select a.person_id from unnest(${people.map(homeOf)}::smallint[], ${people}::uuid[]) n (home_id, id)
    join away_spells a on a.home_id = n.home_id and a.person_id = n.id and a.valid @> ${on}::date
    where not exists (select from placements pl where pl.home_id = a.home_id and pl.person_id = a.person_id and pl.kind = 'temporary' and pl.cell_id = ${unitId} and pl.valid @> ${on}::date)`);
  return new Set(found.map((row) => row.person_id));
}

/** Who is likely to lead a meeting that is being opened. */
export async function chairOf(ctx: Ctx, meeting: Meeting): Promise<Official | null> {
  const personId = likelyChair(meeting, await holdersAt(ctx, { ...meeting, kinds: standingPosts }));
  const name = personId && (await namesOf(ctx, [personId])).get(personId);
  return personId && name ? { personId, name } : null;
}

/** Who holds posts of the unit on the day, once for each post. Asks no access. */
export function holdersAt(ctx: Ctx, { unitId, on, kinds }: Pick<Belonging, 'unitId' | 'on'> & { readonly kinds: readonly PostKind[] }): Promise<Holder[]> {
  return rows(ctx.db, sql<Holder>`select po.kind, t.person_id as "personId" from posts po join tenures t on t.post_id = po.id and t.valid @> ${on}::date
    where po.unit_id = ${unitId} and po.kind = any(${[...kinds]}::text[]) and po.valid @> ${on}::date order by t.person_id`);
}

/** Of those who bear one name in a meeting or a cell the years in which they were born, as far as they are known. Asks no access. */
export async function birthYearsOf(ctx: Ctx, people: ReadonlySet<Id<'person'>>): Promise<ReadonlyMap<Id<'person'>, number>> {
  if (people.size === 0) return new Map();
  const ids = [...people];
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; year: number }>`select p.id, extract(year from p.birth_on)::int as year
    from unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) n (home_id, id) join people p on p.home_id = n.home_id and p.id = n.id where p.birth_on is not null`);
  return new Map(found.map(({ id, year }) => [id, year]));
}

/** Names of the people of a meeting: whoever may read the meeting reads them. */
export async function namesOf(ctx: Ctx, ids: readonly Id<'person'>[]): Promise<Map<Id<'person'>, string>> {
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; full_name: string }>`select id, full_name from people where id = any(${[...new Set(ids)]}::uuid[]) order by sort_key collate vietnamese, id`);
  return new Map(found.map((row) => [row.id, row.full_name]));
}
