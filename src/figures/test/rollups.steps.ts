/** What may happen to people, units, meetings and petitions, for random histories (`rollups.properties.test.ts`). */
import { sql } from 'kysely';
import type { Build } from '../../../test/world/build.ts';
import { day, type World } from '../../../test/world/world.ts';
import { deriveClosure } from '../../modules/units/server/unit.closure.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { markMeetings, markMoved, markPeople, markPetitions, markUnits, type CountedPetition } from '../server/index.ts';

type UnitId = Id<'unit'>;
type PersonId = Id<'person'>;

export interface Land {
  readonly country: { party: UnitId; place: UnitId };
  readonly provinces: readonly { party: UnitId; place: UnitId; body: UnitId }[];
  readonly communes: { party: UnitId; place: UnitId; body: UnitId }[];
  readonly cells: UnitId[];
  readonly villages: UnitId[];
  readonly boards: UnitId[];
  readonly people: PersonId[];
  readonly posts: { post: Id<'post'>; unit: UnitId }[];
  readonly meetings: { id: Id<'meeting'>; unit: UnitId; on: string; absent: PersonId[] }[];
  readonly petitions: Id<'petition'>[];
  readonly tasks: Id<'task'>[];
  readonly documents: { id: Id<'document'>; unit: UnitId }[];
  readonly cascades: { id: Id<'document'>; unit: UnitId; clause: Id<'clause'>; answer?: Id<'answer'> }[];
}

export async function landIn(build: Build): Promise<Land> {
  const country = { party: await build.unit({ kind: 'central' }), place: await build.unit({ kind: 'country' }) };
  await build.relation(country.party, 'leads', country.place);
  const provinces: Land['provinces'][number][] = [];
  for (let at = 0; at < 2; at += 1) {
    const province = { party: await build.unit({ kind: 'provincial_party', parent: country.party }), place: await build.unit({ kind: 'province', parent: country.place }), body: await build.unit({ kind: 'peoples_committee' }) };
    await build.relation(province.party, 'leads', province.place);
    await build.relation(province.body, 'governs', province.place);
    provinces.push(province);
  }
  const land: Land = { country, provinces, communes: [], cells: [], villages: [], boards: [], people: [], posts: [], meetings: [], petitions: [], tasks: [], documents: [], cascades: [] };
  for (let at = 0; at < 4; at += 1) {
    const { party, place, body } = provinces[at % 2]!;
    const commune = { party: await build.unit({ kind: 'commune_party', parent: party }), place: await build.unit({ kind: 'commune', parent: place }), body: await build.unit({ kind: 'peoples_committee', parent: body }) };
    await build.relation(commune.party, 'leads', commune.place);
    await build.relation(commune.body, 'governs', commune.place);
    land.communes.push(commune);
    for (let number = 0; number < 2; number += 1) {
      const cell = await build.unit({ kind: 'cell', type: number ? 'school' : 'residential', parent: commune.party });
      const village = await build.unit({ kind: 'village', type: 'thon', parent: commune.place });
      const board = await build.unit({ kind: 'front_board' });
      if (at !== 3) await build.relation(cell, 'leads', village);
      await build.relation(board, 'belongs_to', village);
      land.cells.push(cell);
      land.villages.push(village);
      land.boards.push(board);
      land.posts.push({ post: await build.post(cell, 'secretary'), unit: cell }, { post: await build.post(village, 'village_head', { seats: 2 }), unit: village }, { post: await build.post(board, 'front_board_head'), unit: board });
    }
  }
  land.cells.push(await build.unit({ kind: 'cell', parent: provinces[0]!.party }));
  land.posts.push({ post: await build.post(provinces[0]!.party, 'secretary'), unit: provinces[0]!.party });
  return land;
}

export type Step = (build: Build, land: Land, draw: { one: number; two: number; day: string; other: string }) => Promise<void>;

export const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** None lies after today. */
export const evenings = ['2025-12-30', '2026-03-14', '2026-03-15', '2026-07-31', '2026-08-15', '2026-09-08', '2026-09-09', '2026-10-31', '2026-11-05', '2026-11-20'];

/** Each changes the books by hand and says what the acts of the modules say. */
export function stepsIn(world: World): Record<string, Step> {
  return {
    async admit(build, land, { one, two, day: from }) {
      const person = await build.person({ ...(one % 3 ? { sex: one % 2 ? 'male' : 'female' } : {}), ...(two % 4 ? { birth: `19${50 + (two % 50)}-03-01` } : {}) });
      land.people.push(person);
      await build.member(person, pick(land.cells, one), { from, recognised: two % 2 ? from : null });
      if (two % 5 === 0) await build.exemption(person, { from });
      await markPeople(world.owner.db, [person]);
    },
    async hold(build, land, { one, two, day: from }) {
      const person = land.people.length > 0 && two % 2 ? pick(land.people, two) : await build.person();
      if (!land.people.includes(person)) land.people.push(person);
      const { post, unit } = pick(land.posts, one);
      const held = await sql`select from tenures where post_id = ${post} and person_id = ${person}`.execute(world.owner.db);
      if (held.rows.length > 0) return;
      await build.tenure(person, post, { from });
      await markUnits(world.owner.db, [unit], day(from));
    },
    async meet(_, land, { one, two, day: from }) {
      const [unit, on, expected] = [one % 6 ? pick(land.cells, one) : pick(land.communes, two).party, pick(evenings, one + two + from.length), 3 + (two % 20)];
      const id = newId<'meeting'>(0);
      const heads = one % 4 === 0 ? 1 : 0;
      await sql`insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, is_late, minutes, expected, present, online, excused, absent, full_expected, full_present, guests, heads, version, recorded_at)
        values (0, ${id}, ${unit}, ${one % 3 ? 'regular' : 'thematic'}, ${heads > 0}, 'closed', ${on}, 'in_person', ${two % 2 === 0}, ${two % 5 ? 40 + two % 80 : null}, ${expected}, ${expected - 1}, 0, 0, 1, ${expected}, ${expected - 1}, ${heads}, ${heads}, 1, now())`.execute(world.owner.db);
      if (heads > 0) await sql`insert into meeting_guests (home_id, id, meeting_id, name, role, is_present) values (0, gen_random_uuid(), ${id}, 'Bùi Văn Trưởng', 'head', true)`.execute(world.owner.db);
      const absent = land.people.length === 0 ? [] : [...new Set([pick(land.people, one), pick(land.people, two)])];
      await sql`insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark) select 0, ${on}, ${id}, p, ${unit}, 'expected', 'full', 'absent' from unnest(${absent}::uuid[]) p`.execute(world.owner.db);
      land.meetings.push({ id, unit, on, absent });
      await markMeetings(world.owner.db, [{ unitId: unit, on: day(on), absent }]);
    },
    async correctMeeting(_, land, { one, two }) {
      if (land.meetings.length === 0) return;
      const { id, unit, on, absent } = pick(land.meetings, one);
      const change = [sql`absent = absent + 1, present = present - 1`, sql`state = 'adopted', adopted_on = held_on + ${two % 20}::int`, sql`state = 'open', adopted_on = null`, sql`state = 'closed', adopted_on = null, score_level = 'good'`][two % 4]!;
      await sql`update meetings set ${change} where id = ${id}`.execute(world.owner.db);
      if (two % 3 === 0) await sql`update attendances set mark = case mark when 'absent' then 'present' else 'absent' end where meeting_id = ${id} and person_id = ${absent[0] ?? null}`.execute(world.owner.db);
      await markMeetings(world.owner.db, [{ unitId: unit, on: day(on), absent }]);
    },
    async raise(_, land, { one, two, day: from }) {
      const at = pick([land.cells, land.villages, land.boards, land.communes.map(({ body }) => body), land.communes.map(({ party }) => party)], one);
      const [id, unit, on, body] = [newId<'petition'>(0), pick(at, two), pick(evenings, one + two + from.length), bodyOf(land, one + two)];
      await sql`insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, moves, reopenings, content, words, version, recorded_at)
        values (0, ${id}, ${unit}, ${body}, ${two % 2 ? 'unit' : 'meeting'}, ${one % 2 ? 'relics' : 'streetLighting'}, ${on}, 'received', ${on}, ${on}, 0, 0, '{"text": "Đèn đường", "steps": []}', '', 1, now())`.execute(world.owner.db);
      land.petitions.push(id);
      await markPetitions(world.owner.db, [await countedPetition(id)]);
    },
    async handlePetition(_, land, { one, two }) {
      if (land.petitions.length === 0) return;
      const id = pick(land.petitions, one);
      const before = await countedPetition(id);
      const later = sql`raised_on + ${two % 90}::int`;
      const answered = sql`state = 'answered', outcome = ${two % 2 ? 'settled' : 'impossible'}, answered_on = ${later}, final_on = ${later}, first_days = ${two % 12}, final_days = ${two % 12}, closed_on = null`;
      const change = [
        answered, sql`state = 'routed', body_id = ${bodyOf(land, two)}, since_on = ${later}, moves = moves + 1, closed_on = null`, sql`state = 'withdrawn', closed_on = raised_on`,
        sql`state = 'confirmed', outcome = 'settled', answered_on = raised_on, final_on = raised_on, first_days = 4, final_days = 4, closed_on = ${later}`,
        sql`state = 'reopened', outcome = null, final_on = null, final_days = null, closed_on = null, reopenings = reopenings + 1`, sql`raised_on = ${pick(evenings, two)}, topic = 'ruralRoads'`,
      ][two % 6]!;
      await sql`update petitions set ${change} where id = ${id}`.execute(world.owner.db);
      await markPetitions(world.owner.db, [before, await countedPetition(id)]);
    },
    async ruleOfMeetings(build, land, { one, two, day: from }) {
      const [key, value, unit] = pick([['meeting.regular.dueDay', 6, 'dayOfMonth'], ['meeting.minutesDays', 9, 'day'], ['meeting.minMinutes', 75, 'minute'], ['petition.firstAnswerWorkingDays', 3, 'workingDay']] as const, one);
      const set = await sql`select from rules where key = ${key} and scope_unit_id = ${pick(land.provinces, two).party}`.execute(world.owner.db);
      if (set.rows.length > 0) return;
      await build.rule({ key, value: value + (two % 3), unit, scope: pick(land.provinces, two).party, from });
      const below = await sql<{ id: UnitId }>`select distinct descendant_id as id from unit_closure where hierarchy = 'reach' and ancestor_id = ${pick(land.provinces, two).party}`.execute(world.owner.db);
      await markUnits(world.owner.db, below.rows.map(({ id }) => id), day(from));
    },
    async leave(_, land, { one, day: on }) {
      if (land.people.length === 0) return;
      const person = pick(land.people, one);
      await sql`update placements set valid = daterange(lower(valid), ${on}::date) where person_id = ${person} and upper_inf(valid) and lower(valid) < ${on}::date`.execute(world.owner.db);
      await sql`update memberships set valid = daterange(lower(valid), ${on}::date), end_reason = 'died' where person_id = ${person} and upper_inf(valid) and lower(valid) < ${on}::date`.execute(world.owner.db);
      await markPeople(world.owner.db, [person]);
    },
    async correctPerson(_, land, { one, two }) {
      if (land.people.length === 0) return;
      const person = pick(land.people, one);
      await sql`update people set sex = ${two % 2 ? 'female' : 'male'} where id = ${person}`.execute(world.owner.db);
      await markPeople(world.owner.db, [person]);
    },
    async transfer(build, land, { one, two, day: on }) {
      if (land.people.length === 0) return;
      const person = pick(land.people, one);
      const found = await sql<{ membership_id: Id<'membership'> }>`update placements set valid = daterange(lower(valid), ${on}::date) where person_id = ${person} and upper_inf(valid) and lower(valid) < ${on}::date returning membership_id`.execute(world.owner.db);
      const [ended] = found.rows;
      if (ended) await build.placement({ person, membership: ended.membership_id, cell: pick(land.cells, two), from: on });
      await markPeople(world.owner.db, [person], undefined);
      if (ended) await markUnits(world.owner.db, land.cells);
    },
    async moveCell(build, land, { one, two, day: on }) {
      await moveUnit(build, { unit: pick(land.cells, one), hierarchy: 'party', parent: pick(land.communes, two).party, on });
    },
    async moveVillage(build, land, { one, two, day: on }) {
      await moveUnit(build, { unit: pick(land.villages, one), hierarchy: 'territory', parent: pick(land.communes, two).place, on });
    },
    async moveCommune(build, land, { one, two, day: on }) {
      const [commune, province] = [pick(land.communes, one), pick(land.provinces, two)];
      await moveUnit(build, { unit: commune.party, hierarchy: 'party', parent: province.party, on });
      await moveUnit(build, { unit: commune.place, hierarchy: 'territory', parent: province.place, on });
    },
    async promote(_, land, { one }) {
      const { party } = pick(land.communes, one);
      await sql`update unit_versions set kind = case kind when 'commune_party' then 'division_party' else 'commune_party' end where unit_id = ${party}`.execute(world.owner.db);
      await settle([party]);
    },
    async merge(build, land, { one, two, day: on }) {
      const gone = pick(land.communes, one);
      const heirs = [...new Set([pick(land.communes, one + 1), pick(land.communes, one + 1 + (two % 3))])].filter((heir) => heir !== gone);
      const { rows: ended } = await sql`update unit_versions set valid = daterange(lower(valid), ${on}::date) where unit_id = any(${[gone.party, gone.place]}::uuid[]) and upper_inf(valid) and lower(valid) < ${on}::date returning 1`.execute(world.owner.db);
      if (ended.length === 0) return;
      await sql`update unit_parents set valid = daterange(lower(valid), ${on}::date) where unit_id = any(${[gone.party, gone.place]}::uuid[]) and valid @> ${on}::date and lower(valid) < ${on}::date`.execute(world.owner.db);
      for (const heir of heirs) {
        await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (gen_random_uuid(), ${gone.party}, ${heir.party}, ${on}, ${heirs.length > 1 ? 'part' : 'whole'}), (gen_random_uuid(), ${gone.place}, ${heir.place}, ${on}, ${heirs.length > 1 ? 'part' : 'whole'}) on conflict do nothing`.execute(world.owner.db);
      }
      const below = await sql<{ unit_id: UnitId; hierarchy: 'party' | 'territory' }>`select unit_id, hierarchy from unit_parents where parent_id = any(${[gone.party, gone.place]}::uuid[]) and valid @> ${on}::date and lower(valid) < ${on}::date and hierarchy in ('party', 'territory')`.execute(world.owner.db);
      for (const { unit_id, hierarchy } of below.rows) await moveUnit(build, { unit: unit_id, hierarchy, parent: hierarchy === 'party' ? heirs[0]!.party : heirs.at(-1)!.place, on });
      await settle([gone.party, gone.place, ...heirs.flatMap(({ party, place }) => [party, place])]);
    },
    async relate(_, land, { one, two, day: on }) {
      const [cell, village] = [pick(land.cells, one), pick(land.villages, two)];
      await sql`delete from unit_relations where unit_id = ${cell} and upper_inf(valid) and ${two % 2} = 0`.execute(world.owner.db).then(() => undefined);
      await sql`insert into unit_relations (id, unit_id, kind, other_id, valid) select gen_random_uuid(), ${cell}, 'leads', ${village}, daterange(${on}::date, null)
        where not exists (select from unit_relations where unit_id = ${cell} and other_id = ${village})`.execute(world.owner.db);
      await settle([cell, ...land.villages]);
    },
  };

  async function countedPetition(id: Id<'petition'>): Promise<CountedPetition> {
    const found = await sql<CountedPetition>`select unit_id as "unitId", body_id as "bodyId", raised_on as "raisedOn", answered_on as "answeredOn" from petitions where id = ${id}`.execute(world.owner.db);
    return found.rows[0]!;
  }

  async function moveUnit(_: Build, { unit, hierarchy, parent, on }: { unit: UnitId; hierarchy: 'party' | 'territory'; parent: UnitId; on: string }): Promise<void> {
    await sql`delete from unit_parents where unit_id = ${unit} and hierarchy = ${hierarchy} and lower(valid) >= ${on}::date`.execute(world.owner.db);
    await sql`update unit_parents set valid = daterange(lower(valid), ${on}::date) where unit_id = ${unit} and hierarchy = ${hierarchy} and valid @> ${on}::date`.execute(world.owner.db);
    await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) values (gen_random_uuid(), ${unit}, ${hierarchy}, ${parent}, daterange(${on}::date, null))`.execute(world.owner.db);
    await settle([unit]);
  }

  async function settle(units: UnitId[]): Promise<void> {
    await markMoved(world.owner.db, units);
    await deriveClosure(world.owner.db);
  }
}

function bodyOf(land: Land, which: number): UnitId {
  return pick([...land.communes, ...land.provinces].flatMap(({ party, body }) => [body, party]), which);
}
