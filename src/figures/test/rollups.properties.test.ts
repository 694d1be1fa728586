/** A roll-up says what a live count says: random histories of people, posts and units, counted anew at random moments. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import { systemContext } from '../../access/system.ts';
import { deriveClosure } from '../../modules/units/server/unit.closure.ts';
import type { Ctx } from '../../platform/context.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { figures } from '../declared.ts';
import type { Figure } from '../figure.ts';
import { ask } from '../server/question.ts';
import { markMeetings, markMoved, markPeople, markPetitions, markUnits, refreshRollups, type CountedPetition } from '../server/index.ts';
import { checkRollups, divisionOf, divisionsOf, sameBothWays } from '../server/rollups/check.ts';
import { firstDayOfMonth } from '../server/rollups/months.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';

type UnitId = Id<'unit'>;
type PersonId = Id<'person'>;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const days = ['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-20', '2026-11-21', '2026-03-31'].map(day);
const changes = ['2024-05-10', '2026-03-15', '2026-08-15', '2026-09-09', '2026-10-31', '2026-11-20', '2027-01-01'];

interface Land {
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
}

async function landIn(build: Build): Promise<Land> {
  const country = { party: await build.unit({ kind: 'central' }), place: await build.unit({ kind: 'country' }) };
  await build.relation(country.party, 'leads', country.place);
  const provinces: Land['provinces'][number][] = [];
  for (let at = 0; at < 2; at += 1) {
    const province = { party: await build.unit({ kind: 'provincial_party', parent: country.party }), place: await build.unit({ kind: 'province', parent: country.place }), body: await build.unit({ kind: 'peoples_committee' }) };
    await build.relation(province.party, 'leads', province.place);
    await build.relation(province.body, 'governs', province.place);
    provinces.push(province);
  }
  const land: Land = { country, provinces, communes: [], cells: [], villages: [], boards: [], people: [], posts: [], meetings: [], petitions: [] };
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

type Step = (build: Build, land: Land, draw: { one: number; two: number; day: string; other: string }) => Promise<void>;

/** Of the same day as the others: days are kept as of it. */
function systemIn(of: World): Ctx {
  const { now, today, ...bare } = contextFor(of, undefined);
  return { ...systemContext(bare), now, today };
}

const kept = figures.filter(({ subject }) => !subject.keepsNoRollup);

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** None lies after today. */
const evenings = ['2025-12-30', '2026-03-14', '2026-03-15', '2026-07-31', '2026-08-15', '2026-09-08', '2026-09-09', '2026-10-31', '2026-11-05', '2026-11-20'];

/** Each changes the books by hand and says what the acts of the modules say. */
const steps: Record<string, Step> = {
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

function bodyOf(land: Land, which: number): UnitId {
  return pick([...land.communes, ...land.provinces].flatMap(({ party, body }) => [body, party]), which);
}

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

async function refreshAll(ctx: Ctx, most = 200): Promise<void> {
  for (let call = 0; call < most; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 4 })).more) return;
}

const stepArbitrary = fc.record({
  step: fc.constantFrom(...Object.keys(steps)),
  one: fc.nat(1000), two: fc.nat(1000), day: fc.constantFrom(...changes), other: fc.constantFrom(...changes),
  refreshes: fc.constantFrom(0, 1, 2, 200, 200),
  questions: fc.array(fc.record({ figure: fc.nat(100), by: fc.nat(100), unit: fc.nat(100), on: fc.constantFrom(...days), from: fc.nat(400), today: fc.boolean(), asks: fc.constantFrom(0, 0, 0, 1, 2, 3) }), { minLength: 4, maxLength: 6 }),
});

test('whatever happened and whenever it was counted anew, a roll-up answers as a live count', async () => {
  const rolled = { all: 0, byMonth: 0, lastAlone: 0, histogram: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 9 }), async (list) => {
      const build = buildIn(world);
      const land = await landIn(build);
      const system = systemIn(world);
      await build.derive();
      for (let at = 0; at < 12; at += 1) await steps['admit']!(build, land, { one: at * 7, two: at * 5, day: pick(changes, at), other: '' });
      for (let at = 0; at < 20; at += 1) await steps['meet']!(build, land, { one: at * 7, two: at * 5, day: '', other: '' });
      for (let at = 0; at < 25; at += 1) await steps[at % 3 === 2 ? 'handlePetition' : 'raise']!(build, land, { one: at * 7, two: at * 5, day: '', other: '' });
      await sql`insert into figure_marks (moved) values (true)`.execute(world.owner.db);
      await refreshAll(system);
      const askers = [system, ...[land.provinces[0]!.party, land.communes[1]!.party, land.country.party].map((unitId) => contextFor(world, actorWith([{ role: 'board_officer', unitId }])))];
      for (const { step, refreshes, questions, ...draw } of list) {
        await steps[step]!(build, land, draw);
        await refreshAll(system, refreshes);
        for (const question of questions) {
          const figure = await check(pick(askers, question.asks), land, question);
          if (figure) rolled.all += 1;
          if (figure?.subject.keptBy) rolled.byMonth += 1;
        }
      }
      // Whole months of meetings are seldom drawn: they are asked for at the end of each history.
      await refreshAll(system);
      for (const [at, { subject, histogram }] of kept.entries()) {
        if (histogram) for (const unit of [0, 2, 3, 8]) if (await check(system, land, { figure: at, by: 2, unit, on: days[4]!, from: 1, today: unit === 3 })) rolled.histogram += 1;
        if (!subject.keptBy) continue;
        for (const on of [days[1]!, days[2]!]) if (await check(system, land, { figure: at, by: 0, unit: 0, on, from: 1, today: false })) rolled.byMonth += 1;
        if (!subject.isLastAlone) continue;
        for (const from of [21, 61, 301, 401]) for (const by of [0, 1, 2]) if (await check(system, land, { figure: at, by, unit: by, on: days[4]!, from, today: from === 61 })) rolled.lastAlone += 1;
      }
    }),
    { numRuns: Number(process.env['ROLLUP_RUNS'] ?? 2), endOnFailure: true, ...(process.env['ROLLUP_SEED'] ? { seed: Number(process.env['ROLLUP_SEED']) } : {}) },
  );
  expect(rolled.all).toBeGreaterThan(10);
  expect(rolled.byMonth).toBeGreaterThan(1);
  expect(rolled.lastAlone).toBeGreaterThan(3);
  expect(rolled.histogram).toBeGreaterThan(3);
}, 600_000);

/** Answers the figure where the roll-ups told. */
async function check(ctx: Ctx, land: Land, question: { figure: number; by: number; unit: number; on: (typeof days)[number]; from: number; today: boolean }): Promise<Figure | undefined> {
  const figure = pick(kept, question.figure);
  const by = pick(divisionsOf(figure), question.by);
  const units = [land.country.party, land.country.place, ...land.provinces.flatMap(({ party, place, body }) => [party, place, body]), ...land.communes.flatMap(({ party, place }) => [party, place]), land.cells[0]!];
  const back = figure.kind === 'flow' ? day(new Date(Date.parse(question.on) - question.from * 86_400_000).toISOString().slice(0, 10)) : question.on;
  const from = figure.subject.keptBy === 'month' && question.from % 5 > 0 ? firstDayOfMonth(back) : back;
  const put = { figure: figure.id, unit: pick(units, question.unit), points: [{ from, to: question.on }], boundaries: question.today ? 'today' as const : 'day' as const, filters: {} };
  const asked = await ask(ctx, put).catch(() => undefined);
  if (!asked) return undefined;
  let isRolled = false;
  try {
    isRolled = (await rolledParts(ctx, asked, divisionOf(asked, by))) !== undefined;
    expect({ ...put, by, same: await sameBothWays(ctx, asked, by) }).toEqual({ ...put, by, same: true });
  } catch (error) {
    if ((error as { kind?: string }).kind !== 'forbidden') throw error;
    expect(isRolled).toBe(false);
  }
  return isRolled ? figure : undefined;
}

test('the check of the doctor finds a row that is wrong', async () => {
  const system = systemIn(world);
  await refreshAll(system);
  expect((await checkRollups(system, { sample: 60, seed: 'one' })).disagreements).toEqual([]);
  await sql`update figure_sums set counts = (select array_agg(n + 1) from unnest(counts) n)`.execute(world.owner.db);
  await sql`update figure_rollups set counts = (select array_agg(n + 1) from unnest(counts) n)`.execute(world.owner.db);
  expect((await checkRollups(system, { sample: 60, seed: 'one' })).disagreements.length).toBeGreaterThan(0);
});
