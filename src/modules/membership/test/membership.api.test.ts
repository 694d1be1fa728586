import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, firstRow } from '../../../platform/db/database.ts';
import { personContract } from '../../people/person.contract.ts';
import { officerOf, openPeopleWorld, type PeopleWorld, type PersonId, type UnitId } from '../../people/test/people.world.ts';
import { membershipContract } from '../membership.contract.ts';

interface Done { actId: string; personId: PersonId }
interface Page { status: string; marks: string[]; memberships: { recognisedOn: string | null; endReason: string | null }[]; placements: { cell: { id: UnitId }; kind: string; period: { from: string; to: string | null }; inReason: string | null; outReason: string | null }[]; awaySpells: { contact: string | null; place: string | null }[] }

let it: PeopleWorld;
beforeAll(async () => {
  it = await openPeopleWorld();
});
afterAll(() => it.close());

const officerA = () => officerOf(it.units.communeA);
const officerB = () => officerOf(it.units.communeB);
const board = () => officerOf(it.units.province, 'board_officer');
let count = 0;

async function member(options: { on?: string; number?: string } = {}): Promise<PersonId> {
  const { id } = await it.ask<{ id: PersonId }>(officerA(), personContract.record, {
    unitId: it.units.cellA1, fullName: `Đảng viên ${++count}`, entry: { as: 'admitted', on: options.on ?? '2020-01-15', decision: '12-QĐ/ĐU' },
    ...(options.number ? { contact: { membershipNo: options.number } } : {}),
  });
  return id;
}

const pageOf = (personId: PersonId) => it.ask<Page>(board(), personContract.person, { id: personId });

test('from admission to the end, each act shows on the page and each can be undone in turn', async () => {
  const personId = await member();
  const officer = officerA();
  const pages: Page[] = [await pageOf(personId)];
  const acts: string[] = [];
  const act = async (procedure: (typeof membershipContract)['recognise' | 'transfer' | 'exempt' | 'endExemption' | 'goAway' | 'comeBack' | 'placeTemporarily' | 'end'], input: object) => {
    acts.push((await it.ask<Done>(officer, procedure, { personId, ...input })).actId);
    pages.push(await pageOf(personId));
  };
  await act(membershipContract.recognise, {});
  expect(pages.at(-1)).toMatchObject({ status: 'full', memberships: [{ recognisedOn: '2021-01-15' }] });
  await act(membershipContract.transfer, { toCellId: it.units.cellA2, on: '2022-01-01' });
  await act(membershipContract.placeTemporarily, { cellId: it.units.cellB1, period: { from: '2026-10-01', to: '2027-03-31' } });
  await act(membershipContract.exempt, { period: { from: '2026-01-01', to: '2026-12-31' } });
  expect(pages.at(-1)?.marks.toSorted()).toEqual(['exempt', 'temporary']);
  await act(membershipContract.endExemption, { on: '2026-06-01' });
  await act(membershipContract.goAway, { period: { from: '2026-07-01', to: null }, place: 'Bình Dương', withLeave: true, contact: '0911 222 333' });
  expect(pages.at(-1)).toMatchObject({ marks: ['away', 'temporary'], awaySpells: [{ place: 'Bình Dương', contact: '0911 222 333' }] });
  await act(membershipContract.comeBack, { on: '2026-08-01' });
  await act(membershipContract.end, { on: '2026-11-01', reason: 'removed', decision: '99-QĐ/ĐU' });
  expect(pages.at(-1)).toMatchObject({ status: 'none', memberships: [{ endReason: 'removed' }] });
  expect(pages.at(-1)?.placements.every(({ period }) => period.to !== null)).toBe(true);

  const recorded = await it.ask<{ items: { kind: string; effectiveOn: string }[] }>(officer, membershipContract.acts, { personId });
  expect(recorded.items.find(({ kind }) => kind === 'recognised')?.effectiveOn).toBe('2021-01-15');
  expect(await it.refusal(officer, membershipContract.undo, { actId: acts[0] })).toBe('409 membership.notLastAct');
  while (acts.length > 0) {
    const listed = await it.ask<{ items: { id: string; mayUndo: boolean }[] }>(officer, membershipContract.acts, { personId });
    expect(listed.items.filter(({ mayUndo }) => mayUndo).map(({ id }) => id)).toEqual([acts.at(-1)]);
    await it.ask(officer, membershipContract.undo, { actId: acts.pop() });
    pages.pop();
    expect(await pageOf(personId)).toEqual(pages.at(-1));
  }
});

test('the contact of somebody away is sealed in the row and in what undo keeps', async () => {
  const personId = await member();
  await it.ask(officerA(), membershipContract.goAway, { personId, period: { from: '2026-01-01', to: null }, contact: 'nhà trọ 0977-000-111' });
  const found = await rows(it.world.owner.db, sql<{ text: string }>`select s::text as text from away_spells s union all select a::text from membership_acts a union all select e.data::text from events e`);
  for (const secret of ['0977-000-111', Buffer.from('nhà trọ 0977-000-111').toString('hex'), Buffer.from('nhà trọ 0977-000-111').toString('base64')]) {
    expect(found.some(({ text }) => text.includes(secret))).toBe(false);
  }
});

test('transferred out, a member is on the list of those not arrived until another commune receives him', async () => {
  const personId = await member({ number: 'TDV-777' });
  await it.ask(officerA(), membershipContract.transferOut, { personId, on: '2026-09-01', decision: '5-GT/ĐU' });
  const waiting = () => it.ask<{ items: { personId: PersonId; since: string; lastCell: { id: UnitId } }[] }>(officerA(), membershipContract.notArrived, { unitId: it.units.communeA });
  expect((await waiting()).items).toMatchObject([{ personId, since: '2026-09-01', lastCell: { id: it.units.cellA1 } }]);
  expect(await it.ask(officerA(), membershipContract.notArrived, { asOf: '2026-08-31' })).toMatchObject({ items: [] });
  expect((await pageOf(personId)).marks).toEqual(['notArrived']);
  const found = await it.ask<{ person: { id: PersonId; unit: null }; notArrived: boolean }>(officerB(), personContract.findByNumber, { kind: 'membership_no', number: 'tdv 777' });
  expect(found).toMatchObject({ person: { id: personId, unit: null }, notArrived: true });
  expect(await it.refusal(officerB(), membershipContract.arrive, { personId, cellId: it.units.cellA1, on: '2026-10-01' })).toBe('404 platform.notFound');
  await it.ask(officerB(), membershipContract.arrive, { personId, cellId: it.units.cellB1, on: '2026-10-01' });
  expect((await waiting()).items).toEqual([]);
  expect((await pageOf(personId)).placements[0]).toMatchObject({ cell: { id: it.units.cellB1 }, inReason: 'transfer_in', period: { from: '2026-10-01' } });
  expect(await it.refusal(officerA(), membershipContract.end, { personId, on: '2026-11-01', reason: 'removed' })).toBe('404 platform.notFound');
});

test('a village head who is no member is admitted into the cell', async () => {
  const head = await it.build.post(it.units.villageA1, 'village_head', { seats: 9 });
  const { id } = await it.ask<{ id: PersonId }>(officerA(), personContract.record, { unitId: it.units.villageA1, fullName: 'Trưởng thôn Ngoài Đảng', entry: { as: 'post', postId: head, from: '2022-01-01' } });
  expect(await it.refusal(officerA(), membershipContract.recognise, { personId: id })).toBe('409 membership.notMember');
  await it.ask(officerA(), membershipContract.admit, { personId: id, cellId: it.units.cellA1, on: '2026-05-19' });
  expect((await pageOf(id)).status).toBe('probationary');
  expect(await it.refusal(officerA(), membershipContract.admit, { personId: id, cellId: it.units.cellA1, on: '2026-06-01' })).toBe('409 membership.alreadyMember');
});

test('refusals say what stands in the way', async () => {
  const personId = await member();
  const officer = officerA();
  const refused = (procedure: Parameters<typeof it.refusal>[1], input: object) => it.refusal(officer, procedure, { personId, ...input });
  expect(await refused(membershipContract.recognise, { on: '2020-12-31' })).toBe('409 membership.recognisedTooEarly');
  expect(await refused(membershipContract.transfer, { toCellId: it.units.communeA, on: '2022-01-01' })).toBe('409 membership.notACell');
  expect(await refused(membershipContract.transfer, { toCellId: it.units.cellA2, on: '2026-11-21' })).toBe('409 membership.inFuture');
  expect(await refused(membershipContract.transfer, { toCellId: it.units.cellA1, on: '2022-01-01' })).toBe('409 membership.sameCell');
  expect(await refused(membershipContract.transferOut, { on: '2020-01-15' })).toBe('409 membership.sameDay');
  expect(await refused(membershipContract.arrive, { cellId: it.units.cellA2, on: '2024-01-01' })).toBe('409 membership.stillPlaced');
  expect(await refused(membershipContract.exempt, { period: { from: '2019-01-01', to: null } })).toBe('409 membership.notMember');
  expect(await refused(membershipContract.exempt, { period: { from: '2024-01-01', to: '2023-01-01' } })).toBe('400 platform.invalid');
  expect(await refused(membershipContract.endExemption, { on: '2024-01-01' })).toBe('409 membership.notExempt');
  expect(await refused(membershipContract.comeBack, { on: '2024-01-01' })).toBe('409 membership.notAway');
  expect(await it.refusal(officerOf(it.units.communeA, 'board_officer', 'unit'), membershipContract.transferOut, { personId, on: '2024-01-01' })).toBe('404 platform.notFound');
});

test('nobody is placed in a cell for longer than it stands, by admission, transfer, temporarily or by undo', async () => {
  const ending = await it.build.unit({ kind: 'cell', name: 'Chi bộ sắp giải thể', parent: it.units.communeA, to: '2026-06-30' });
  await it.build.derive();
  const officer = officerA();
  const personId = await member();
  const head = await it.build.post(it.units.villageA2, 'village_head');
  const { id: outsider } = await it.ask<{ id: PersonId }>(officer, personContract.record, { unitId: it.units.villageA2, fullName: 'Trưởng thôn Hạ', entry: { as: 'post', postId: head, from: '2022-01-01' } });
  expect(await it.refusal(officer, membershipContract.admit, { personId: outsider, cellId: ending, on: '2026-06-01' })).toBe('409 membership.cellEnds');
  expect(await it.refusal(officer, membershipContract.transfer, { personId, toCellId: ending, on: '2026-06-01' })).toBe('409 membership.cellEnds');
  expect(await it.refusal(officer, membershipContract.placeTemporarily, { personId, cellId: ending, period: { from: '2026-06-01', to: '2026-07-01' } })).toBe('409 membership.cellEnds');
  await it.ask(officer, membershipContract.placeTemporarily, { personId, cellId: ending, period: { from: '2026-06-01', to: '2026-06-30' } });

  const there = await member();
  await it.ask(officer, membershipContract.transfer, { personId: there, toCellId: it.units.cellA2, on: '2024-01-01' });
  const back = await it.ask<Done>(officer, membershipContract.transfer, { personId: there, toCellId: it.units.cellA1, on: '2025-01-01' });
  await sql`update unit_versions set valid = daterange(lower(valid), '2025-07-01') where unit_id = ${it.units.cellA2}`.execute(it.world.owner.db);
  expect(await it.refusal(officer, membershipContract.undo, { actId: back.actId })).toBe('409 membership.cellEnds');
  await sql`update unit_versions set valid = daterange(lower(valid), null) where unit_id = ${it.units.cellA2}`.execute(it.world.owner.db);
});

test('a cell secretary records in the own cell and not in the next', async () => {
  const personId = await member();
  await it.ask(officerOf(it.units.cellA1, 'cell_secretary', 'unit'), membershipContract.exempt, { personId, period: { from: '2024-01-01', to: '2024-12-31' } });
  expect(await it.refusal(officerOf(it.units.cellA2, 'cell_secretary', 'unit'), membershipContract.exempt, { personId, period: { from: '2025-01-01', to: null } })).toBe('404 platform.notFound');
});

test('each act is one event at the unit and about the person', async () => {
  const personId = await member();
  const { actId } = await it.ask<Done>(officerA(), membershipContract.exempt, { personId, period: { from: '2024-01-01', to: null } });
  const event = await firstRow(it.world.db, sql<{ type: string; unit_id: string; person_id: string }>`select type, unit_id, person_id from events where subject_id = ${actId}`);
  expect(event).toEqual({ type: 'member.exempted', unit_id: it.units.cellA1, person_id: personId });
});

test('two officers who transfer one member at the same moment do not both succeed', async () => {
  const personId = await member();
  const answers = await Promise.all([it.units.cellA2, it.units.cellB1].map((toCellId) => it.send(board(), membershipContract.transfer, { personId, toCellId, on: '2024-01-01' })));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect((await pageOf(personId)).placements).toHaveLength(2);
});
