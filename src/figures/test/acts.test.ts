/** Every act that the API knows, done for real on warm roll-ups: they say at once, and after, what a live count says. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import type { Procedure } from '../../platform/contract.ts';
import { rows } from '../../platform/db/database.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { importsContract } from '../../modules/imports/imports.contract.ts';
import { meetingContract } from '../../modules/meetings/meeting.contract.ts';
import { membershipContract } from '../../modules/membership/membership.contract.ts';
import { oversightContract } from '../../modules/oversight/oversight.contract.ts';
import { personContract } from '../../modules/people/person.contract.ts';
import { postContract } from '../../modules/posts/post.contract.ts';
import { catalogueContract } from '../../modules/petitions/catalogue.contract.ts';
import { petitionContract } from '../../modules/petitions/petition.contract.ts';
import { reorganisationContract } from '../../modules/reorganisations/reorganisation.contract.ts';
import { factsOf } from '../../modules/reorganisations/test/reform.world.ts';
import { unitContract } from '../../modules/units/unit.contract.ts';
import { allRoutes } from '../../routes.ts';
import { ruleContract } from '../../modules/rules/rule.contract.ts';
import { listOfKey } from '../../modules/rules/server/rule.reads.ts';
import { forgetRollups } from '../server/index.ts';
import { actOnCascades, actOnDocuments, actOnTasks } from './acts.laid.ts';
import { expectAllSame, expectKeptIsWhole, openActsWorld, refreshAll, type ActsWorld } from './acts.world.ts';

type PersonId = Id<'person'>;
type UnitId = Id<'unit'>;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let it: ActsWorld;
const done = new Set<string>();

beforeAll(async () => {
  it = await openActsWorld();
  await refreshAll(it);
  expect(await expectAllSame(it, { divided: true })).toBeGreaterThan(150);
});
afterEach(async () => {
  expect(await expectAllSame(it, { divided: true })).toBeGreaterThan(150);
  await expectKeptIsWhole(it);
});
afterAll(() => it.close());

/** The act, and the same answers both ways at once; what it marked is counted anew, and at the end of a test compared with a count from nothing. */
async function act<A = Record<string, never>>(procedure: Procedure, input: Record<string, unknown> = {}): Promise<A> {
  const answer = await it.ask<A>(procedure, input);
  done.add(procedure.name);
  await expectAllSame(it, { divided: false });
  await refreshAll(it);
  expect(await rows(it.world.db, sql`select from figure_marks`)).toEqual([]);
  return answer;
}

const cellOf = (at: number): UnitId => it.place.communes[0].villages[at]!.cell;
const villageOf = (at: number): UnitId => it.place.communes[0].villages[at]!.village;

async function admitted(on: string, cell = cellOf(0)): Promise<PersonId> {
  const { id } = await it.ask<{ id: PersonId }>(personContract.record, { unitId: cell, fullName: 'Trần Thị Mới', isAnother: true, entry: { as: 'admitted', on } });
  await refreshAll(it);
  return id;
}

test('people are recorded and changed', async () => {
  const { id } = await act<{ id: PersonId }>(personContract.record, { unitId: cellOf(0), fullName: 'Lê Văn Kết Nạp', sex: 'male', entry: { as: 'admitted', on: '2026-07-15' } });
  await act(personContract.record, { unitId: cellOf(1), fullName: 'Lê Thị Đến', entry: { as: 'member', admittedOn: '2001-02-03', recognisedOn: '2002-02-03', from: '2026-09-10', inReason: 'transfer_in' } });
  await act(personContract.change, { id, version: 1, facts: { sex: 'female', birth: { on: '1985-04-01', precision: 'day' } } });
});

test('a member is recognised, moved, exempted, away, transferred, and ends', async () => {
  const personId = await admitted('2024-05-19');
  await act(membershipContract.recognise, { personId });
  await act(membershipContract.transfer, { personId, toCellId: cellOf(1), on: '2026-08-10' });
  await act(membershipContract.placeTemporarily, { personId, cellId: it.other.cell, period: { from: '2026-09-01', to: '2027-03-31' } });
  await act(membershipContract.takeBackTemporary, { personId, on: '2026-09-01' });
  await act(membershipContract.placeTemporarily, { personId, cellId: it.other.cell, period: { from: '2026-09-01', to: '2027-03-31' } });
  await act(membershipContract.confirmTemporary, { personId, on: '2026-09-02' });
  await act(membershipContract.exempt, { personId, period: { from: '2026-09-01', to: null } });
  await act(membershipContract.endExemption, { personId, on: '2026-10-05' });
  await act(membershipContract.goAway, { personId, period: { from: '2026-10-10', to: null }, withLeave: false });
  await act(membershipContract.keepContact, { personId, on: '2026-10-20', dueOn: '2026-12-20' });
  await act(membershipContract.comeBack, { personId, on: '2026-11-01' });
  await act(membershipContract.transferOut, { personId, on: '2026-11-05' });
  await act(membershipContract.arrive, { personId, cellId: it.other.cell, on: '2026-11-10' });
  const { actId } = await act<{ actId: string }>(membershipContract.end, { personId, on: '2026-11-15', reason: 'died' });
  await act(membershipContract.undo, { actId });
});

test('somebody outside the Party gets a post and is admitted', async () => {
  const { postId } = await act<{ postId: string }>(postContract.create, { unitId: villageOf(2), kind: 'deputy_village_head', seats: 2, from: '2026-01-01' });
  const { id: personId } = await act<{ id: PersonId }>(personContract.record, { unitId: villageOf(2), fullName: 'Phạm Ngoài Đảng', entry: { as: 'post', postId, from: '2026-08-20' } });
  await act(membershipContract.admit, { personId, cellId: cellOf(2), on: '2026-10-19' });
  const { postId: second } = await act<{ postId: string }>(postContract.create, { unitId: it.other.government, kind: 'peoples_committee_chair', from: '2026-01-01' });
  const { tenureId } = await act<{ tenureId: string }>(postContract.appoint, { id: second, personId, period: { from: '2026-09-05', to: null } });
  await act(postContract.correct, { id: second, tenureId, reason: 'ghi nhầm ngày', right: { period: { from: '2026-10-05', to: null } } });
  const { actId } = await act<{ actId: string }>(postContract.endTenure, { id: second, tenureId, lastDay: '2026-11-10', reason: 'resigned' });
  await act(postContract.undo, { actId });
  await act(postContract.endTenure, { id: second, tenureId, lastDay: '2026-11-12', reason: 'resigned' });
  await act(postContract.close, { id: second, lastDay: '2026-11-15' });
});

test('units are founded, changed, moved, related, corrected, dissolved, and acts on them undone', async () => {
  const { merged } = it.place;
  const { unitId: cell } = await act<{ unitId: UnitId }>(unitContract.found, { facts: { name: 'Chi bộ trường', kind: 'cell', type: 'school' }, from: '2026-02-01', parents: [{ hierarchy: 'party', parentId: merged.party }] });
  const { unitId: village } = await act<{ unitId: UnitId }>(unitContract.found, { facts: { name: 'Thôn Lập', kind: 'village', type: 'thon' }, from: '2026-02-01', parents: [{ hierarchy: 'territory', parentId: merged.territory }] });
  await act(unitContract.change, { id: cell, on: '2026-09-01', facts: { properties: { ownOffice: true } } });
  await act(unitContract.relate, { id: cell, on: '2026-08-15', relation: 'leads', otherId: village });
  await act(unitContract.move, { id: cell, on: '2026-10-10', hierarchy: 'party', parentId: it.other.party });
  await act(unitContract.move, { id: it.other.village, on: '2026-10-20', hierarchy: 'territory', parentId: merged.territory });
  await act(unitContract.unrelate, { id: cell, on: '2026-11-01', relation: 'leads', otherId: village });
  await act(unitContract.correct, { id: village, on: '2026-03-01', reason: 'ghi nhầm loại', facts: { type: 'to_dan_pho' } });
  const { actId } = await act<{ actId: string }>(unitContract.dissolve, { id: cell, on: '2026-11-10' });
  await act(unitContract.undo, { actId });
});

test('meetings are recorded, held, scored, opened again, and their minutes adopted', async () => {
  const { id: recorded } = await act<{ id: Id<'meeting'> }>(meetingContract.record, { unitId: cellOf(0), kind: 'thematic', topic: 'Chuyên đề thử', isExtended: true, on: '2026-08-14', starts: '19:30', ends: '20:40', guests: [{ id: newId<'guest'>(0), name: 'Bùi Văn Trưởng', role: 'head', isPresent: true }] });
  await act(meetingContract.writeMinutes, { id: recorded, text: 'Biên bản' });
  await act(meetingContract.adopt, { id: recorded, on: '2026-08-20' });
  await act(meetingContract.append, { id: recorded, text: 'Bổ sung' });
  const { id } = await act<{ id: Id<'meeting'> }>(meetingContract.plan, { unitId: cellOf(1), kind: 'regular', on: '2026-11-20', starts: '14:00' });
  await act(meetingContract.open, { id, on: '2026-11-20' });
  await act(meetingContract.mark, { id, marks: [], rest: 'present' });
  await act(meetingContract.close, { id, ends: '16:00' });
  await act(meetingContract.score, { id, points: { preparation: 20, speaking: 15 } });
  await act(meetingContract.reopen, { id });
  await act(meetingContract.mark, { id, marks: [], rest: 'online' });
  await act(meetingContract.close, { id, ends: '15:00' });
});

test('petitions are raised, corrected, passed on, answered, confirmed, asked again, withdrawn, and taken back', async () => {
  const { province, merged } = it.place;
  type Done = { id: Id<'petition'>; version: number };
  const raised = (unitId: UnitId, raisedOn: string) => act<Done>(petitionContract.record, { unitId, source: 'unit', topic: 'relics', text: 'Sửa mái đình', raisedOn, isDenunciation: false });
  const topic = { code: 'ownRoads', vi: 'Đường xóm', en: 'Lanes', scopeUnitId: province.party };
  await act(catalogueContract.setTopic, { ...topic, parent: 'infrastructure', from: '2026-01-01' });
  const cells = await raised(cellOf(0), '2026-09-14');
  let { id, version } = await act<Done>(petitionContract.correct, { ...cells, topic: topic.code, text: 'Sửa mái đình', raisedOn: '2026-10-14', isDenunciation: false });
  ({ version } = await act<Done>(petitionContract.route, { id, version, bodyId: it.other.party }));
  ({ version } = await act<Done>(petitionContract.refuse, { id, version, bodyId: merged.party, words: 'Không thuộc thẩm quyền' }));
  await act(petitionContract.accept, { ids: [id] });
  await act(petitionContract.answer, { id, version: version + 1, outcome: 'settled', text: 'Đã sửa' });
  // What the place says, nobody says who answered.
  const asPlace = () => sql`update petitions set content = jsonb_set(content, '{steps}', (select jsonb_agg(s || '{"by": null}') from jsonb_array_elements(content -> 'steps') s))`.execute(it.world.owner.db);
  const own = await raised(province.party, '2026-08-14');
  ({ id, version } = await act<Done>(petitionContract.answer, { ...own, outcome: 'settled', text: 'Đã sửa' }));
  await asPlace();
  ({ version } = await act<Done>(petitionContract.confirm, { id, version }));
  ({ version } = await act<Done>(petitionContract.reopen, { id, version, words: 'Vẫn dột' }));
  ({ version } = await act<Done>(petitionContract.takeBack, { id, version }));
  const idle = await raised(province.party, '2026-11-19');
  await act(petitionContract.group, { ...idle, leadId: null });
  await act(petitionContract.withdraw, { id: idle.id, version: idle.version + 1, words: 'Nêu trùng' });
  await act(catalogueContract.setTopic, { ...topic, parent: 'culture', from: '2026-11-01' });
});

test('a regulation has communes and cells followed, and cadres come and go', async () => {
  const { province, merged } = it.place;
  const personId = await admitted('2020-05-19');
  const duties = [{ tier: 'committee', visitsPerQuarter: 1 }];
  const fields = { title: 'Quy chế thử', kinds: ['commune_party'], from: '2026-02-01', duties };
  const { id: regulationId } = await act<{ id: string }>(oversightContract.regulate, { unitId: province.party, ...fields });
  const { ids: [id] } = await act<{ ids: string[] }>(oversightContract.assign, { regulationId, decision: '1-QĐ', from: '2026-03-10', items: [{ unitId: merged.party, personId, tier: 'committee' }] });
  const { version } = await act<{ version: number }>(oversightContract.end, { id, version: 1, lastDay: '2026-09-30', reason: 'other' });
  const { version: open } = await act<{ version: number }>(oversightContract.reopen, { id, version });
  await act(oversightContract.end, { id, version: open, lastDay: '2026-10-31', reason: 'other', successor: { personId: await admitted('2019-05-19'), tier: 'committee' } });
  const { ids: [slip] } = await act<{ ids: string[] }>(oversightContract.assign, { regulationId, decision: '2-QĐ', from: '2026-11-01', items: [{ unitId: it.other.party, personId, tier: 'committee' }] });
  await act(oversightContract.remove, { id: slip, version: 1 });
  await act(oversightContract.changeRegulation, { id: regulationId, version: 1, ...fields, kinds: ['commune_party', 'cell'] });
  const { id: mistaken } = await act<{ id: string }>(oversightContract.regulate, { unitId: merged.party, ...fields, kinds: ['village'] });
  await act(oversightContract.dropRegulation, { id: mistaken, version: 1 });
});

test('a reorganisation is applied and undone', async () => {
  const { province, merged } = it.place;
  const member = await admitted('2020-05-19', it.other.cell);
  const { id } = await it.ask<{ id: string }>(reorganisationContract.create, { unitId: province.party, title: 'Nhập hai xã', decision: { number: '01/NQ' }, effectiveOn: '2026-11-16' });
  await it.ask(reorganisationContract.putItems, { id, items: [
    { kind: 'found', ref: 'dang', facts: factsOf('commune_party', 'Đảng bộ xã Chung'), parents: [{ hierarchy: 'party', parentId: province.party }], posts: [{ kind: 'secretary', seats: 1 }] },
    { kind: 'found', ref: 'xa', facts: factsOf('commune', 'Xã Chung'), parents: [{ hierarchy: 'territory', parentId: province.territory }] },
    { kind: 'merge', unitIds: [it.other.party, merged.party], intoId: 'dang' },
    { kind: 'merge', unitIds: [it.other.territory, merged.territory], intoId: 'xa' },
    { kind: 'relate', unitId: 'dang', relation: 'leads', otherId: 'xa' },
    { kind: 'place', personId: member, cellId: cellOf(0) },
    { kind: 'seat', personId: member, unitId: 'dang', post: 'secretary' },
  ] });
  expect(await it.ask(reorganisationContract.dryRun, { id })).toMatchObject({ errors: 0 });
  await act(reorganisationContract.apply, { id });
  await expectAllSame(it, { divided: true });
  await act(reorganisationContract.undo, { id });
});

test('an import is applied and undone', async () => {
  const { merged } = it.place;
  const sheets = {
    units: `ref,name,kind,type,party_parent,from,to\ncb,Chi bộ thôn Nhập,cell,residential,id:${merged.party},2026-01-01,\n`,
    people: `ref,full_name,sex,birth\nan,Nguyễn Văn An,nam,1970\nid:${await admitted('2021-03-03')},Trần Thị Mới,nam,1990\n`,
    memberships: 'person,record,cell,from,to,admitted_on,recognised_on,in_reason\nan,placement,cb,2026-08-01,,2000-02-03,2001-02-03,transfer_in\n',
    posts: `ref,unit,kind,seats,from\nbt,cb,secretary,1,2026-01-01\n`,
    tenures: 'person,post,from\nan,bt,2026-08-05\n',
    meetings: 'ref,unit,kind,on,starts,ends\nhop,cb,regular,2026-10-03,19:30,21:00\n',
    petitions: 'unit,ref,source,topic,text,raised_on\ncb,KN-01,unit,relics,Sửa mái đình,2026-09-03\n',
  };
  const files = Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) }));
  const { uploadId } = await it.ask<{ uploadId: string }>(importsContract.upload, { source: 'nguồn thử', files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) });
  for (const { name, bytes } of files) await it.ask(importsContract.part, { uploadId, file: name, part: 0, base64: bytes.toString('base64') });
  expect(await it.ask(importsContract.check, { uploadId })).toMatchObject({ errors: 0 });
  const { runId } = await act<{ runId: string }>(importsContract.apply, { uploadId });
  await act(importsContract.undo, { runId });
});

test('a rule by which figures are counted is set, ended, and both are undone', async () => {
  await sql`update unit_versions set type = 'to_dan_pho', properties = '{"households": 180}' where unit_id = ${villageOf(0)}`.execute(it.world.owner.db);
  await forgetRollups(it.world.owner.db);
  await refreshAll(it);
  const { province } = it.place;
  const key = 'residentialGroup.minHouseholds';
  const set = await act<{ actId: string }>(ruleContract.set, { key, scopeUnitId: province.party, value: 200, from: '2024-05-15', document: 'Quy định thử' });
  const [own] = (await listOfKey(it.ctx, { key, limit: 5 })).items.filter(({ scope }) => scope !== null);
  const ended = await act<{ actId: string }>(ruleContract.end, { key, id: own!.id, lastDay: '2026-03-31' });
  await act(ruleContract.undo, { actId: ended.actId });
  await act(ruleContract.undo, { actId: set.actId });
});

test('documents are entered, corrected, taken out of the register and put back', () => actOnDocuments(it, act));
test('a resolution is passed down, changed, answered, measured, carried out and taken back', () => actOnCascades(it, act));
test('tasks are given, changed, worked on, given back, settled, opened again, and concluded', () => actOnTasks(it, act));

/** Acts that change nothing of which roll-ups are kept, or after which all are forgotten (days off, set for the country alone): of meetings those before they are opened, and while they are open, their numbers in the book, and frames, as points given stand; of petitions who asked, files, wordings and who decides; of documents to whom they are sent and files, of what is passed down the order, of tasks evidence; of shortcomings, reviews, ratings and visits all, whose figures are counted live (the tasks that some of them make go through the one writer of tasks); of devices and notices all, as what a phone brings is an act of its own. */
const aside = ['rules.setHoliday', 'rules.removeHoliday', 'people.findByNumber', 'figures.print', 'imports.upload', 'imports.part', 'imports.check', 'tasks.attach', 'attention.snooze',
  'shortcomings.note', 'shortcomings.correct', 'shortcomings.setMeasure', 'shortcomings.begin', 'shortcomings.report', 'shortcomings.confirm', 'shortcomings.giveBack', 'shortcomings.withdraw', 'shortcomings.takeBack',
  'visits.record', 'visits.correct', 'visits.withdraw', 'visits.putBack', 'visits.attach', 'visits.writeReport', 'visits.takeReportBack', 'visits.markReportRead', 'visits.openEvaluation', 'visits.writeEvaluation', 'visits.reopenEvaluation', 'visits.dropEvaluation',
  'oversight.prepare',
  'petitions.forget', 'petitions.slip', 'petitions.track', 'petitions.attach', 'petitions.detach', 'petitions.endTopic', 'petitions.setCompetence', 'petitions.endCompetence', 'petitions.saveTemplate', 'petitions.removeTemplate',
  'reports.draft', 'reports.write', 'reports.issue', 'reports.correct', 'reports.drop',
  'reviews.openCycle', 'reviews.closeCycle', 'reviews.redrawCycle', 'reviews.dropCycle', 'reviews.write', 'reviews.writeOwn', 'reviews.takeInHand', 'reviews.takeInHandOwn', 'reviews.suggest', 'reviews.hold', 'reviews.excuse', 'reviews.reopen',
  'meetings.planMonths', 'meetings.change', 'meetings.postpone', 'meetings.cancel', 'meetings.restore', 'meetings.invite', 'meetings.answer', 'meetings.answerOwn', 'meetings.attach', 'meetings.detach', 'meetings.unopen', 'meetings.put', 'meetings.remove', 'meetings.arrange', 'meetings.appoint', 'meetings.enterResolution', 'meetings.takeOutResolution', 'meetings.setFrame', 'meetings.endFrame', 'meetings.undoFrame', 'attention.resume', 'documents.attach', 'documents.detach', 'documents.send', 'documents.recall', 'documents.confirm', 'cascades.order', 'reorganisations.create', 'reorganisations.putItems', 'reorganisations.removeItems', 'reorganisations.dryRun'];

test('every act that there is was done above, or changes nothing that is counted', () => {
  const acts = allRoutes.flatMap(({ procedure: { name, method } }) => (method === 'POST' && !/^(access|accounts|assignments|sync|notices|ratings)\./.test(name) ? [name] : []));
  expect([...done, ...aside].toSorted()).toEqual(acts.toSorted());
});
