/** A world in which every list has far more rows than are asked for, and the rows that each statement brings are counted. */
import { sql } from 'kysely';
import type pg from 'pg';
import type { Actor } from '../../src/platform/context.ts';
import { seal } from '../../src/platform/crypto/seal.ts';
import { newId, type Id } from '../../src/platform/ids.ts';
import { buildIn } from '../world/build.ts';
import { testKeys } from '../world/keys.ts';
import { actorWith, openWorld, type World } from '../world/world.ts';

/** Rows of each kind. */
export const many = 40;

/** Who asked, of every petition. */
export const sealedName = { name: 'Thạch Thị Kín', contact: '0987 654 321', channel: 'person' };

export interface FullWorld {
  readonly world: World;
  readonly province: Id<'unit'>;
  readonly cell: Id<'unit'>;
  readonly member: Id<'person'>;
  readonly post: Id<'post'>;
  readonly reorganisation: string;
  readonly meeting: string;
  readonly document: string;
  readonly task: string;
  readonly shortcoming: string;
  readonly season: string;
  readonly rating: string;
  readonly cycle: string;
  readonly review: string;
  readonly regulation: string;
  readonly assignment: string;
  readonly petition: string;
  readonly visit: string;
  readonly report: string;
  readonly evaluation: string;
  readonly interim: string;
  /** Holds what lets every list be read. */
  readonly actor: Actor;
  /** What statements brought since the last call, most rows first. */
  statements(): Brought[];
}

export interface Brought {
  readonly text: string;
  readonly rows: number;
}

export async function openFullWorld(beforeFilled?: (world: World) => Promise<void>): Promise<FullWorld> {
  const world = await openWorld();
  const brought: Brought[] = [];
  world.pool.on('connect', (client) => countRows(client, brought));
  await beforeFilled?.(world);
  const places = await buildPlaces(world);
  const actor = actorWith([{ role: 'board_officer', unitId: places.province }, { role: 'system_administrator' }, { role: 'member' }], places.member);
  const reorganisation = await fillTables(world, { ...places, actor });
  const meeting = await fillMeetings(world, places);
  const interim = await fillInterimReviews(world, places);
  const document = await fillDocuments(world, places);
  const task = await fillTasks(world, places);
  const shortcoming = await fillShortcomings(world, places);
  const rated = await fillRatings(world, places);
  const { cycle, review } = await fillReviews(world, places);
  const oversight = await fillOversight(world, places);
  const petition = await fillPetitions(world, places);
  const visits = await fillVisits(world, places);
  return { world, ...places, actor, reorganisation, meeting, document, task, shortcoming, ...rated, cycle, review, ...oversight, petition, ...visits, interim, statements: () => brought.splice(0).toSorted((a, b) => b.rows - a.rows) };
}

/** Before any connection is made: the driver hands its client out with the function in place. */
function countRows(client: pg.PoolClient, brought: Brought[]): void {
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  const counted = async (...given: unknown[]): Promise<unknown> => {
    const result = (await ask(...given)) as pg.QueryResult;
    brought.push({ text: textOf(given[0]), rows: result.rows.length });
    return result;
  };
  client.query = counted as typeof client.query;
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : (query as { text: string }).text;
}

/** Communes with a cell, a village led by it, a secretary and a head; a member of each, and one on the road from each. */
async function buildPlaces(world: World) {
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Tỉnh ủy' });
  const territory = await build.unit({ kind: 'province', name: 'Tỉnh' });
  await build.relation(province, 'leads', territory);
  let last: { cell: Id<'unit'>; member: Id<'person'>; post: Id<'post'> } | undefined;
  for (let count = 0; count < many; count += 1) {
    const party = await build.unit({ kind: 'commune_party', parent: province, from: '2026-10-01' });
    const commune = await build.unit({ kind: 'commune', parent: territory });
    const cell = await build.unit({ kind: 'cell', parent: party, from: '2026-10-01' });
    const village = await build.unit({ kind: 'village', parent: commune });
    await build.relation(party, 'leads', commune, { from: '2026-10-01' });
    await build.relation(cell, 'leads', village, { from: '2026-10-01' });
    const member = await build.person();
    await build.member(member, cell, { from: '2026-10-01' });
    const post = await build.post(cell, 'secretary', { from: '2026-10-01' });
    await build.tenure(member, post, { from: '2026-10-01' });
    await build.tenure(member, await build.post(village, 'village_head'), { from: '2026-10-01' });
    await build.exemption(member, { from: '2026-10-01', to: '2026-12-01' });
    const leaving = await build.person();
    await build.placement({ person: leaving, membership: await build.membership(leaving, { from: '2020-01-01' }), cell, from: '2026-10-01', to: '2026-10-31', outReason: 'transfer_out' });
    const elsewhere = await build.person();
    const membership = await build.member(elsewhere, cell, { from: '2026-10-01' });
    await build.away(elsewhere, { from: '2026-10-01', withLeave: true });
    await build.placement({ person: elsewhere, membership, cell: last?.cell ?? cell, kind: 'temporary', from: '2026-10-01' });
    last = { cell, member, post };
  }
  await build.derive();
  return { province, ...last! };
}

/** Meetings of one cell, each with a roll of its own; answers the one that is asked about. */
async function fillMeetings({ owner }: World, { cell, member }: Pick<FullWorld, 'cell' | 'member'>): Promise<string> {
  const meeting = newId(0);
  await sql`insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, adopted_on, is_late, expected, present, online, excused, absent, full_expected, full_present, guests, heads, version, recorded_at)
    select 0, case when n = 1 then ${meeting}::uuid else gen_random_uuid() end, ${cell}::uuid, 'regular', false, 'adopted', date '2026-10-01' + n, 'in_person', date '2026-11-15', false, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, now()
    from generate_series(1, ${many}::int) n`.execute(owner.db);
  const content = { agenda: [], opinions: [], votes: [{ id: newId(0), question: 'Thông qua', inFavour: 1, against: 0, abstained: 0 }], conclusions: [], additions: [], points: null, text: 'Biên bản' };
  await sql`insert into meeting_books (home_id, meeting_id, content) select home_id, id, ${JSON.stringify(content)}::jsonb from meetings`.execute(owner.db);
  await sql`insert into resolutions (home_id, meeting_id, unit_id, term_from, number, recorded_at) select home_id, id, unit_id, '2026-01-01', row_number() over (order by held_on), now() from meetings`.execute(owner.db);
  await sql`insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark) select home_id, held_on, id, ${member}::uuid, unit_id, 'expected', 'full', 'present' from meetings`.execute(owner.db);
  await sql`insert into meeting_guests (home_id, id, meeting_id, name, role, is_present) select home_id, gen_random_uuid(), id, 'Khách', 'other', true from meetings`.execute(owner.db);
  return meeting;
}

/** Documents of the province, one of them sent to many units, carried out by many others, with many files; answers that one. */
async function fillDocuments({ owner }: World, { province }: Pick<FullWorld, 'province'>): Promise<string> {
  const document = newId(0);
  await sql`insert into documents (home_id, id, unit_id, direction, type, number, issuer_code, issuer, term, summary, issued_on, valid_from, words, version, recorded_at)
    select 0, case when n = 1 then ${document}::uuid else gen_random_uuid() end, ${province}::uuid, 'issued', 'NQ', n, 'TU', 'Tỉnh ủy', '2025-2030', 'Nghị quyết', date '2026-10-01' + n, '2026-10-01', '', 1, now() from generate_series(1, ${many}::int) n`.execute(owner.db);
  await sql`insert into document_links (home_id, document_id, kind, other_id) select 0, id, 'carriesOut', ${document}::uuid from documents where id <> ${document}`.execute(owner.db);
  await sql`insert into document_recipients (home_id, document_id, unit_id, sent_on) select 0, ${document}::uuid, unit_id, '2026-10-02' from unit_versions where kind = 'commune_party' and unit_id in (select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${province})`.execute(owner.db);
  await fillCascade(owner, { document, province });
  return document;
}

/** Tasks of the cell, one of them worked on many times and shared out to many; answers that one. */
async function fillTasks({ owner }: World, { cell, member }: Pick<FullWorld, 'cell' | 'member'>): Promise<string> {
  const task = newId(0);
  await sql`insert into tasks (home_id, id, unit_id, asked_by, title, owner_id, due_on, state, stage_on, origin_kind, origin_id, whole_id, given_on, version, recorded_at)
    select 0, case when n = 1 then ${task}::uuid else gen_random_uuid() end, ${cell}::uuid, ${cell}::uuid, 'Việc', ${member}::uuid, date '2026-11-01' + n, 'open', '2026-11-01', 'meeting', gen_random_uuid(),
      case when n % 2 = 0 then ${task}::uuid end, '2026-11-01', 1, now() from generate_series(1, ${many}::int) n`.execute(owner.db);
  await sql`insert into task_entries (home_id, id, task_id, act, done_on, said_at, recorded_at) select 0, gen_random_uuid(), ${task}::uuid, 'progress', '2026-11-02', now(), now() + n * interval '1 minute' from generate_series(1, ${many}::int) n`.execute(owner.db);
  return task;
}

/** Shortcomings of one cell, all of one topic, and as many of its member; answers one of the cell with many steps and figures. */
async function fillShortcomings({ owner }: World, { cell, member }: Pick<FullWorld, 'cell' | 'member'>): Promise<string> {
  const shortcoming = newId(0);
  const step = { kind: 'corrected', on: '2026-11-01', by: null, words: '', from: 'noted' };
  const proof = { kind: 'figure', figure: 'members', unitId: cell, target: null, before: null, after: { from: '2026-11-20', to: '2026-11-20' } };
  const content = { what: 'Chậm họp', cause: '', source: null, measure: '', result: '', proofs: Array.from({ length: 10 }, () => proof), steps: Array.from({ length: many }, () => step) };
  await sql`insert into shortcomings (home_id, id, unit_id, raised_by_id, found_in, found_on, topic, content, state, words, version, recorded_at)
    select 0, case when n = 1 then ${shortcoming}::uuid else gen_random_uuid() end, ${cell}::uuid, ${cell}::uuid, 'review', date '2026-10-01' + n, 'cellMeeting', ${JSON.stringify(content)}::jsonb, 'noted', '', 1, now()
    from generate_series(1, ${many}::int) n`.execute(owner.db);
  const ids = Array.from({ length: many }, () => newId(0));
  await sql`insert into shortcomings (home_id, id, unit_id, person_id, raised_by_id, found_in, found_on, topic, sealed, state, version, recorded_at)
    select 0, p.id, ${cell}::uuid, ${member}::uuid, ${cell}::uuid, 'review', '2026-10-02', 'cellMeeting', p.sealed, 'noted', 1, now()
    from unnest(${ids}::uuid[], ${ids.map((id) => seal(testKeys, { field: 'shortcomings.content', id }, JSON.stringify(content)))}::bytea[]) p (id, sealed)`.execute(owner.db);
  return shortcoming;
}

/** Petitions of one cell, all of one matter, handled with one of them, each with the name of who asked; wordings of the province. Answers the one that leads. */
async function fillPetitions({ owner }: World, { province, cell }: Pick<FullWorld, 'province' | 'cell'>): Promise<string> {
  const ids = Array.from({ length: many }, () => newId(0));
  const step = { kind: 'corrected', on: '2026-11-01', by: null, unitId: cell, words: '', before: null };
  const content = { text: 'Sửa đường ấp', steps: Array.from({ length: many }, () => step) };
  await sql`insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, moves, reopenings, lead_id, content, words, sealed, version, recorded_at)
    select 0, p.id, ${cell}::uuid, ${province}::uuid, 'resident', 'ruralRoads', date '2026-10-01' + p.at::int, 'routed', '2026-11-01', date '2026-11-01' + p.at::int, 0, 0, case when p.at > 1 then ${ids[0]}::uuid end, ${JSON.stringify(content)}::jsonb, to_tsvector('simple', 'sua duong ap'), p.sealed, 1, now()
    from unnest(${ids}::uuid[], ${ids.map((id) => seal(testKeys, { field: 'petitions.petitioner', id }, JSON.stringify(sealedName)))}::bytea[]) with ordinality p (id, sealed, at)`.execute(owner.db);
  await sql`insert into petition_files (home_id, id, petition_id, name, media_type, size, content, recorded_at) select 0, gen_random_uuid(), ${ids[0]}::uuid, 'anh.png', 'image/png', 1, '\\x00', now() from generate_series(1, 10) n`.execute(owner.db);
  await sql`insert into petition_templates (id, scope_unit_id, outcome, name, text) select gen_random_uuid(), ${province}::uuid, 'settled', 'Mẫu', 'Đã xong' from generate_series(1, ${many}::int) n`.execute(owner.db);
  return ids[0]!;
}

/** That document with clauses, asked of every commune and cell, each of which has answered all of them. */
async function fillCascade(owner: World['owner'], { document, province }: { readonly document: string; readonly province: Id<'unit'> }): Promise<void> {
  const clause = sql`'task', 'Nhiệm vụ', 1, 1, now()`;
  await sql`insert into clauses (home_id, id, document_id, unit_id, place, label, kind, wording, revision, version, recorded_at) select 0, gen_random_uuid(), ${document}::uuid, ${province}::uuid, n, n, ${clause} from generate_series(1, ${many}::int) n`.execute(owner.db);
  await sql`insert into cascades (home_id, document_id, unit_id, opened_on, version, recorded_at) select 0, id, unit_id, '2026-10-03', 1, now() from documents`.execute(owner.db);
  await sql`insert into cascade_deadlines (home_id, document_id, step, due_on, by_rule) values (0, ${document}::uuid, 'answered', '2026-11-01', false)`.execute(owner.db);
  await sql`insert into cascade_units (home_id, document_id, unit_id, asked_on) select 0, ${document}::uuid, unit_id, '2026-10-03' from unit_versions where kind in ('commune_party', 'cell') and unit_id in (select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${province})`.execute(owner.db);
  await sql`insert into answers (home_id, id, document_id, clause_id, unit_id, kind, reason, answered_on, first_answered_on, revision, version, recorded_at)
    select 0, gen_random_uuid(), u.document_id, c.id, u.unit_id, 'notApplicable', 'Không có', '2026-10-20', '2026-10-20', 1, 1, now() from cascade_units u join clauses c on c.document_id = u.document_id`.execute(owner.db);
}

/** Frames, seasons and ratings of a cell and of a member over many years; a season in which all communes are rated, and one of its ratings. */
async function fillRatings({ owner }: World, { province, cell, member }: Pick<FullWorld, 'province' | 'cell' | 'member'>): Promise<{ season: string; rating: string }> {
  const [season, rating] = [newId(0), newId(0)];
  const number = sql`generate_series(1, ${many}::int) n`;
  const [assessment, decision] = [{ level: 'good', points: [], stated: [], found: [], note: null, on: '2026-11-01', by: null }, { level: 'good', points: null, document: '01-QĐ/TU', on: '2026-11-01', reason: null, found: [], by: null }].map((one) => JSON.stringify(one));
  await sql`insert into rating_frames (id, subject, scope_unit_id, valid, criteria, document, confidence) select gen_random_uuid(), 'committee', ${province}::uuid, daterange(date '2026-01-01' + n, date '2026-01-01' + n + 1), '[{"code": "all", "most": 100, "vi": "Chung", "en": "All"}]', 'Hướng dẫn', 'read' from ${number}`.execute(owner.db);
  await sql`insert into rating_frame_acts (id, subject, scope_unit_id, kind, before, after, recorded_at) select gen_random_uuid(), 'committee', ${province}::uuid, 'set', '{}', '{}', now() from ${number}`.execute(owner.db);
  await sql`insert into rating_seasons (home_id, id, unit_id, year, about, groups, frames, self_due_on, appraisal_due_on, decision_due_on, drawn_on, version, recorded_at)
    select 0, case when n = 1 then ${season}::uuid else gen_random_uuid() end, ${province}::uuid, 2000 + n, 'units', '[{"code": "a", "name": "A", "override": null}]',
      (select jsonb_build_object('committee', jsonb_build_object('levels', levels, 'gates', gates, 'criteria', criteria, 'cap', cap, 'regime', jsonb_build_object('document', document, 'confidence', confidence), 'detail', jsonb_build_object('document', document, 'confidence', confidence))) from rating_frames where subject = 'committee' and scope_unit_id is null and upper_inf(valid)),
      '2026-11-01', '2026-11-10', '2026-11-15', '2026-10-15', 1, now() from ${number}`.execute(owner.db);
  await sql`insert into ratings (home_id, id, season_id, unit_id, decided_by_id, about, kind, year, group_code, self, appraisal, version, recorded_at)
    select 0, case when row_number() over () = 1 then ${rating}::uuid else gen_random_uuid() end, ${season}::uuid, unit_id, ${province}::uuid, 'units', 'committee', 2026, 'a', ${assessment}::jsonb, ${assessment}::jsonb, 1, now() from unit_versions where kind = 'commune_party' and unit_id in (select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${province})`.execute(owner.db);
  await sql`insert into ratings (home_id, id, unit_id, decided_by_id, about, kind, year, decision, level, decided_on, version, recorded_at) select 0, gen_random_uuid(), ${cell}::uuid, ${province}::uuid, 'units', 'cell', 2000 + n, ${decision}::jsonb, 'good', '2026-11-01', 1, now() from ${number}`.execute(owner.db);
  await sql`insert into ratings (home_id, id, unit_id, decided_by_id, person_id, about, kind, year, decision, level, decided_on, version, recorded_at) select 0, gen_random_uuid(), ${cell}::uuid, ${province}::uuid, ${member}::uuid, 'members', 'member', 2000 + n, ${decision}::jsonb, 'good', '2026-11-01', 1, now() from ${number}`.execute(owner.db);
  await sql`insert into rating_acts (home_id, id, rating_id, kind, before, after, recorded_at) select 0, gen_random_uuid(), ${rating}::uuid, 'decided', '{}', '{}', now() from ${number}`.execute(owner.db);
  return { season, rating };
}

/** Cycles of the province, in each a review of the cell and one of its member; answers one of the member with many points and opinions. */
async function fillReviews({ owner }: World, { province, cell, member }: Pick<FullWorld, 'province' | 'cell' | 'member'>): Promise<{ cycle: string; review: string }> {
  const cycles = Array.from({ length: many }, () => newId(0));
  const people = Array.from({ length: many }, () => newId(0));
  const content = JSON.stringify({ texts: {}, suggestions: Array.from({ length: 30 }, (_, at) => ({ id: String(at), text: 'Gợi ý', answer: '' })), opinions: Array.from({ length: 60 }, () => ({ by: '', text: 'Ý kiến' })), conclusion: '', reason: '' });
  await sql`insert into review_cycles (home_id, id, unit_id, kind, title, from_day, to_day, due_on, form_version, collectives, people, below, version, recorded_at)
    select 0, c.id, ${province}::uuid, 'year', 'Kiểm điểm', '2026-01-01', date '2026-10-01' + c.at::int, '2026-11-25', '2025', true, 'all', true, 1, now() from unnest(${cycles}::uuid[]) with ordinality c (id, at)`.execute(owner.db);
  await sql`insert into reviews (home_id, id, cycle_id, unit_id, opened_by_id, person_id, form, form_version, from_day, to_day, due_on, state, content, sealed, suggested, answered, version, recorded_at)
    select 0, r.id, r.cycle_id, ${cell}::uuid, ${province}::uuid, r.person_id, r.form, '2025', '2026-01-01', '2026-12-31', '2026-11-25', 'writing', r.content, r.sealed, 30, 0, 1, now() from (
      select gen_random_uuid() as id, c.id as cycle_id, null::uuid as person_id, 'collective' as form, ${content}::jsonb as content, null::bytea as sealed from unnest(${cycles}::uuid[]) c (id)
      union all select p.id, p.cycle_id, ${member}::uuid, '2C', null, p.sealed
        from unnest(${people}::uuid[], ${cycles}::uuid[], ${people.map((id) => seal(testKeys, { field: 'reviews.content', id }, content))}::bytea[]) p (id, cycle_id, sealed)) r`.execute(owner.db);
  return { cycle: cycles[0]!, review: people[0]! };
}

/** Regulations of the province, under the last of which the member follows every commune; answers that one and one of what he follows. */
async function fillOversight({ owner }: World, { province, member }: Pick<FullWorld, 'province' | 'member'>): Promise<{ regulation: string; assignment: string }> {
  const [regulation, assignment] = [newId(0), newId(0)];
  await sql`insert into oversight_regulations (home_id, id, unit_id, title, kinds, valid, version, recorded_at)
    select 0, case when n = 1 then ${regulation}::uuid else gen_random_uuid() end, ${province}::uuid, 'Quy chế', array['commune_party'], daterange(date '2026-10-01', null), 1, now() from generate_series(1, ${many}::int) n`.execute(owner.db);
  await sql`insert into oversight_duties (home_id, regulation_id, tier, visits_per_quarter) select 0, id, 'committee', 1 from oversight_regulations`.execute(owner.db);
  await sql`insert into oversight_assignments (home_id, id, regulation_id, unit_id, person_id, tier, decision, valid, talking_points, version, recorded_at)
    select 0, case when row_number() over () = 1 then ${assignment}::uuid else gen_random_uuid() end, ${regulation}::uuid, unit_id, ${member}::uuid, 'committee', '12-QĐ/TU', daterange(date '2026-10-05', null), '', 1, now()
    from unit_versions where kind = 'commune_party' and unit_id in (select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${province})`.execute(owner.db);
  await oweReports(owner, { regulation, province });
  return { regulation, assignment };
}

/** The heads of villages followed the province in October under a regulation that asks for a report of each month. */
async function oweReports(owner: World['owner'], { regulation, province }: { readonly regulation: string; readonly province: string }): Promise<void> {
  const other = sql`(select id from oversight_regulations where id <> ${regulation}::uuid order by id limit 1)`;
  await sql`update oversight_duties set report_every_months = 1 where regulation_id = ${other}`.execute(owner.db);
  await sql`insert into oversight_assignments (home_id, id, regulation_id, unit_id, person_id, tier, decision, valid, talking_points, version, recorded_at)
    select distinct on (t.person_id) 0, gen_random_uuid(), ${other}, ${province}::uuid, t.person_id, 'committee', '13-QĐ/TU', daterange(date '2026-10-05', date '2026-11-01'), '', 1, now() from tenures t join posts o on o.id = t.post_id and o.kind = 'village_head'`.execute(owner.db);
}

/** Reports of the province that were issued: the first of many committees, of cadres, and of records behind its numbers. */
async function fillInterimReviews({ owner }: World, { province, cell, member }: Pick<FullWorld, 'province' | 'cell' | 'member'>): Promise<string> {
  const reports = Array.from({ length: many }, () => newId(0));
  const [count, words] = [{ count: 1, base: 2 }, { vi: 'Kết quả', en: 'Result' }];
  const row = (id: string) => ({ id, name: 'Đảng bộ', beside: ['Cán bộ'], cells: [count] });
  const findings = {
    unit: 'Đảng bộ tỉnh', parent: null, from: '2026-01-01', to: '2026-10-31', countedOn: '2026-11-01', facts: [], lines: [{ code: 'visits', title: words, figure: 'visits.made', total: count, threshold: null }],
    committees: Array.from({ length: many }, () => row(cell)), cadres: Array.from({ length: many }, () => row(member)), topics: [], uncovered: [],
  };
  const records = { visits: Array.from({ length: many }, (_, at) => ({ id: String(at), unitId: cell, unit: 'Chi bộ', on: '2026-05-01', isCounted: true, marks: [words], link: null, personId: null })) };
  const content = JSON.stringify({ words: {}, found: { findings, records, following: [{ personId: member, person: 'Cán bộ', unitId: cell, unit: 'Chi bộ', from: '2026-01-01', to: '2026-10-31' }], above: [[cell, cell]] } });
  await sql`insert into reports (home_id, id, unit_id, kind, title, from_day, to_day, state, sealed, hash, issued_on, version, recorded_at)
    select 0, r.id, ${province}::uuid, 'interim', 'Sơ kết', '2026-01-01', date '2026-10-01' + r.at::int, 'issued', r.sealed, '\\x00', '2026-11-01', 1, now()
    from unnest(${reports}::uuid[], ${reports.map((id) => seal(testKeys, { field: 'reports.content', id }, content))}::bytea[]) with ordinality r (id, sealed, at)`.execute(owner.db);
  return reports[0]!;
}

/** Visits of one cadre to a cell, with promises; reports and evaluations of many periods. */
async function fillVisits({ owner }: World, { province, cell, member }: Pick<FullWorld, 'province' | 'cell' | 'member'>): Promise<{ visit: string; report: string; evaluation: string }> {
  const [visit, report] = [newId(0), newId(0)];
  const content = { place: '', met: ['secretary'], heard: [{ topic: 'roads', text: 'Đường hỏng' }], advice: '', promises: [], steps: [{ kind: 'corrected', on: '2026-11-01', by: null, words: '' }] };
  await sql`insert into visits (home_id, id, unit_id, person_id, visited_on, kind, content, state, version, recorded_at)
    select 0, case when n = 1 then ${visit}::uuid else gen_random_uuid() end, ${cell}::uuid, ${member}::uuid, date '2026-10-05' + n, 'cellMeeting', ${JSON.stringify(content)}::jsonb, 'kept', 1, now() from generate_series(1, ${many}::int) n`.execute(owner.db);
  const written = { texts: { done: 'Đã đi', situation: '', difficulties: '', proposals: '', plan: '' }, facts: [], comment: '', readBy: null };
  await sql`insert into cadre_reports (home_id, id, unit_id, person_id, from_day, to_day, due_on, content, state, handed_on, version, recorded_at)
    select 0, case when n = 1 then ${report}::uuid else gen_random_uuid() end, ${province}::uuid, ${member}::uuid, date '2026-01-01' + n, date '2026-01-01' + n, '2026-12-01', ${JSON.stringify(written)}::jsonb, 'handed', '2026-11-01', 1, now() from generate_series(1, ${many}::int) n`.execute(owner.db);
  const ids = Array.from({ length: many }, () => newId(0));
  const sealed = (id: string) => seal(testKeys, { field: 'cadre_evaluations.content', id }, JSON.stringify({ opinions: [], words: 'Tốt', level: 'good', facts: null, decidedBy: null, former: [] }));
  await sql`insert into cadre_evaluations (home_id, id, unit_id, person_id, from_day, to_day, sealed, state, decided_on, version, recorded_at)
    select 0, e.id, ${province}::uuid, (select id from people where id <> ${member}::uuid order by id desc limit 1), '2026-01-01', date '2026-02-01' + e.at::int, e.sealed, 'decided', '2026-11-01', 1, now() from unnest(${ids}::uuid[], ${ids.map(sealed)}::bytea[]) with ordinality e (id, sealed, at)`.execute(owner.db);
  return { visit, report, evaluation: ids[0]! };
}

/** What is written beside units and people; answers the change set whose items and outcomes are many. */
async function fillTables({ owner }: World, { province, cell, member, actor }: Pick<FullWorld, 'province' | 'cell' | 'member' | 'actor'>): Promise<string> {
  const source = newId(0);
  const set = newId(0);
  const number = sql`generate_series(1, ${many}::int) n`;
  await sql`insert into accounts (id, name, display_name, must_change_password, sample, created_at, version) select gen_random_uuid(), 'a' || n, 'A', false, false, now(), 1 from ${number}`.execute(owner.db);
  await sql`insert into assignments (id, account_id, role, unit_id, reach, valid, granted_at) select gen_random_uuid(), a.id, 'cell_secretary', ${cell}::uuid, 'unit', '[2026-01-01,)', now() from accounts a`.execute(owner.db);
  await sql`insert into events (home_id, seq, at, type, subject_id, unit_id, person_id, data, hash) select 0, 1000 + n, timestamptz '2026-11-01' + n * interval '1 minute', 'person.opened', ${member}::uuid, ${cell}::uuid, ${member}::uuid, '{}', '\\x00' from ${number}`.execute(owner.db);
  await sql`insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, confidence)
    select gen_random_uuid(), 'cell.minFullMembers', '3', 'member', ${province}::uuid, daterange(date '2026-01-01' + n, date '2026-01-01' + n + 1), 'Quy định', 'read' from ${number}`.execute(owner.db);
  await sql`insert into score_frames (id, scope_unit_id, valid, criteria, document, confidence)
    select gen_random_uuid(), ${province}::uuid, daterange(date '2026-01-01' + n, date '2026-01-01' + n + 1), '[{"code": "all", "most": 100, "vi": "Chung", "en": "All"}]', 'Hướng dẫn', 'read' from ${number}`.execute(owner.db);
  await sql`insert into score_frame_acts (id, scope_unit_id, kind, before, after, recorded_at) select gen_random_uuid(), ${province}::uuid, 'set', '{}', '{}', now() from ${number}`.execute(owner.db);
  await sql`insert into rule_acts (id, key, scope_unit_id, kind, before, after, recorded_at) select gen_random_uuid(), 'cell.minFullMembers', ${province}::uuid, 'set', '{}', '{}', now() from ${number}`.execute(owner.db);
  await sql`insert into accounts (id, name, display_name, must_change_password, sample, created_at, version) values (${actor.accountId}, 'aa', 'A', false, false, now(), 1)`.execute(owner.db);
  await sql`insert into notices (id, account_id, kind, occasion, subject_id, at, facts) select gen_random_uuid(), ${actor.accountId}::uuid, 'attention.new', n, ${actor.accountId}::uuid, timestamptz '2026-11-01' + n * interval '1 hour', ${JSON.stringify({ units: [{ id: cell, count: 1 }] })}::jsonb from ${number}`.execute(owner.db);
  await sql`insert into import_sources (id, name, sample, created_at) values (${source}, 'nguồn', false, now())`.execute(owner.db);
  await sql`insert into import_runs (id, source_id, file_name, state, counts, started_by, started_at) select gen_random_uuid(), ${source}::uuid, 'tệp', 'applied', '[]', ${actor.accountId}::uuid, now() from ${number}`.execute(owner.db);
  await sql`insert into reorganisations (id, unit_id, title, decision_number, effective_on, state, version, created_at)
    select case when n = 1 then ${set}::uuid else gen_random_uuid() end, ${province}::uuid, 'Phương án', '1', '2026-12-01', 'draft', 1, now() from ${number}`.execute(owner.db);
  await sql`insert into reorganisation_items (reorganisation_id, seq, item) select ${set}::uuid, n, ${JSON.stringify({ kind: 'dissolve', unitId: cell, receives: [] })}::jsonb from ${number}`.execute(owner.db);
  await sql`insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id) select ${set}::uuid, 'unit', n, 'kept', n, ${cell}::uuid from ${number}`.execute(owner.db);
  return set;
}
