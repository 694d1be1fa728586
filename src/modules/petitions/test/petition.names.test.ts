/** Who asked: for the handler alone, wherever one looks; and the code that tells state and days. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, actorWith, contextFor, day, testKeys } from '../../../../test/world/world.ts';
import { breakdownAnswer, recordsAnswer } from '../../../figures/server/index.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Ctx } from '../../../platform/context.ts';
import { countAttempt } from '../../../access/server/index.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { listEvents } from '../../events/server/event.reads.ts';
import { petitionContract } from '../petition.contract.ts';
import { confirmPetition, refusePetition, routePetition, takePetitionBack } from '../server/petition.commands.ts';
import { openPetitionsOf, petitionNotices, resealPetitions } from '../server/index.ts';
import { attachFile, readFile } from '../server/petition.files.ts';
import { forgetPetitioner, giveCode, readPetitioner, trackPetition } from '../server/petition.petitioner.ts';
import { dropOldNames } from '../server/petition.purge.ts';
import { listPetitions, listSimilar } from '../server/petition.reads.ts';
import { petitionSource } from '../server/petition.sync.ts';
import { answered, code, doing, openPetitionWorld, record, whole, type PetitionId, type PetitionWorld } from './petition.world.ts';

const name = 'Thạch Thị Sáng';
const contact = '0900 123 456';
const origin = 'https://satcoso.example';
let it: PetitionWorld;
let id: PetitionId;
beforeAll(async () => {
  it = await openPetitionWorld();
  id = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Nước ngập đường ấp 3', petitioner: { name, contact, channel: 'person' } });
});
afterAll(() => it.world.close());

describe('the name of who asked', () => {
  test('is told to whoever handles it where it stands now, and to nobody else', async () => {
    expect(await readPetitioner(it.office, { id })).toEqual({ name, contact, channel: 'person' });
    for (const ctx of [it.secretary, it.tinh]) expect(await code(readPetitioner(ctx, { id }))).toBe('platform.forbidden');
    for (const ctx of [it.stranger, it.neighbour, it.member]) expect(await code(readPetitioner(ctx, { id }))).toBe('platform.notFound');
    expect((await whole(it.office, id)).may).toContain('petitioner');
    expect((await whole(it.tinh, id)).may).not.toContain('petitioner');
  });

  test('goes with the petition: who had it reads it no more, the office that works for the body does', async () => {
    const other = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Xin vay vốn', topic: 'welfare', petitioner: { name, contact, channel: 'phone' } });
    await doing(it.office, routePetition, other, { bodyId: it.government, outside: null, words: '' });
    expect(await readPetitioner(it.office, { id: other })).toMatchObject({ name });
    const third = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Xin mở lớp', topic: 'education', petitioner: { name, contact, channel: 'phone' } });
    await doing(it.office, routePetition, third, { bodyId: it.provincial, outside: null, words: '' });
    expect(await code(readPetitioner(it.office, { id: third }))).toBe('platform.forbidden');
    expect(await readPetitioner(it.tinh, { id: third })).toMatchObject({ name });
  });

  test('who stands above brings it to himself neither by passing it on nor by taking that back', async () => {
    const far = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Xin giao đất', topic: 'land', petitioner: { name, contact, channel: 'person' } });
    expect((await whole(it.tinh, far)).may).not.toContain('pass');
    expect(await code(doing(it.tinh, routePetition, far, { bodyId: it.provincial, outside: null, words: '' }))).toBe('petitions.namedMoves');
    await doing(it.office, routePetition, far, { bodyId: it.government, outside: null, words: '' });
    expect(await code(doing(it.tinh, refusePetition, far, { bodyId: it.provincial, outside: null, words: 'x' }))).toBe('petitions.namedMoves');
    expect(await code(doing(it.tinh, takePetitionBack, far, {}))).toBe('petitions.namedMoves');
    await doing(it.office, takePetitionBack, far, {});
    // Without a name it goes as any other.
    await act(it.secretary, (ctx) => forgetPetitioner(ctx, { id: far }));
    await doing(it.tinh, routePetition, far, { bodyId: it.provincial, outside: null, words: '' });
  });

  test('is not told by a signed letter either: files are for the handler alone, each look written down, and go with the name', async () => {
    const signed = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Đơn xin hỗ trợ nhà ở', topic: 'welfare', petitioner: { name, contact, channel: 'paper' } });
    const base64 = Buffer.from('%PDF-1.4 đơn').toString('base64');
    const { id: fileId } = await act(it.secretary, (ctx) => attachFile(ctx, { id: signed, name: `${name}.pdf`, base64, hasNoSecrecyStamp: true }));
    expect((await whole(it.office, signed)).files).toMatchObject([{ id: fileId }]);
    for (const ctx of [it.secretary, it.tinh]) {
      expect(await whole(ctx, signed)).toMatchObject({ files: [], hiddenFiles: 1 });
      expect(await code(readFile(ctx, { id: signed, fileId }))).toBe('platform.notFound');
    }
    expect(await readFile(it.office, { id: signed, fileId })).toMatchObject({ type: 'application/pdf' });
    await act(it.secretary, (ctx) => forgetPetitioner(ctx, { id: signed }));
    expect(await whole(it.office, signed)).toMatchObject({ files: [], hiddenFiles: 0 });
  });

  test('each look is written down, without the name', async () => {
    const { items } = await listEvents(contextFor(it.world, actorWith([{ role: 'board_officer', unitId: it.province }])), { limit: 100 });
    expect(items.some(({ type }) => type === 'petition.petitionerSeen')).toBe(true);
    expect(JSON.stringify(items)).not.toContain(name);
  });

  test('is in no list, page, search, figure, alert, notice, phone, nor anywhere in the database as it was written', async () => {
    await act(it.office, async (ctx) => void (await giveCode(ctx, { id, origin })));
    const period = { from: day('2026-01-01'), on: day('2026-11-20') };
    const reads = async (ctx: Ctx) => [
      await listPetitions(ctx, petitionContract.list.input.parse({})), await listPetitions(ctx, petitionContract.list.input.parse({ search: 'sang' })), await listPetitions(ctx, petitionContract.list.input.parse({ search: '0900' })),
      await whole(ctx, id), await openPetitionsOf(ctx, { unitIds: [it.cell] }), await petitionSource.records(ctx, [it.cell]), await listSimilar(ctx, { unitId: it.cell, topic: 'ruralRoads', text: 'nước ngập đường' }),
      await listAttention(ctx, attentionContract.list.input.parse({ limit: 100 })), await recordsAnswer(ctx, { figure: 'petitions.raised', unit: it.party, set: 'count', limit: 50, ...period }), await breakdownAnswer(ctx, { figure: 'petitions.raised', unit: it.party, by: 'topic', ...period }),
    ];
    for (const ctx of [it.office, it.tinh]) {
      const text = JSON.stringify(await reads(ctx));
      expect(text).toContain('Nước ngập đường');
      for (const secret of [name, 'Sáng', contact, '123 456']) expect(text, secret).not.toContain(secret);
    }
    const notices = await rows(it.world.db, sql`select x.* from (select gen_random_uuid() as id, ${id}::uuid as subject_id, ${it.party}::uuid as unit_id, 'petition.came' as kind, '{}'::jsonb as facts) n cross join lateral (${petitionNotices.shown(it.office)}) x`);
    expect(JSON.stringify(notices)).toContain('Nước ngập');
    expect(JSON.stringify(notices)).not.toContain(name);
    for (const table of ['petitions', 'events', 'commands', 'petition_files', 'tasks'] as const) {
      const [found] = await rows(it.world.owner.db, sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} t where t::text ilike ${`%${name}%`} or t::text ilike ${`%${contact}%`}`);
      expect(found!.n, table).toBe(0);
    }
  });

  test('is sealed anew with the newest key, and reads as before', async () => {
    const ctx = { ...it.office, keys: { ...testKeys, sealing: [...testKeys.sealing, { id: 99, key: Buffer.alloc(32, 3) }] } };
    expect(await act(ctx, (inside) => resealPetitions(inside))).toBeGreaterThan(0);
    expect(await readPetitioner(ctx, { id })).toMatchObject({ name });
    it.office = ctx;
  });

  test('is dropped on request, and so many months after it is closed as the rule says', async () => {
    const asked = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Cho thuê đất công', topic: 'land', petitioner: { name, contact, channel: 'paper' } });
    expect(await code(act(it.stranger, (ctx) => forgetPetitioner(ctx, { id: asked })))).toBe('platform.notFound');
    await act(it.secretary, (ctx) => forgetPetitioner(ctx, { id: asked }));
    expect((await whole(it.office, asked)).hasPetitioner).toBe(false);
    await answered(it, id);
    await doing(it.secretary, confirmPetition, id, { words: '' });
    expect(await dropOldNames(it.world.db, day('2027-11-20'))).toBe(0);
    expect(await dropOldNames(it.world.db, day('2027-11-21'))).toBe(1);
    expect(await readPetitioner(it.office, { id })).toBeNull();
  });

  test('is dropped as well where the place never confirms the answer, and so is a code without a name', async () => {
    const silent = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Xin sửa cầu ấp', topic: 'ruralRoads', petitioner: { name, contact, channel: 'person' } });
    const nameless = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Xin thêm đèn', topic: 'streetLighting' });
    for (const one of [silent, nameless]) {
      await act(it.secretary, (ctx) => giveCode(ctx, { id: one, origin }));
      await answered(it, one);
    }
    expect(await dropOldNames(it.world.db, day('2027-11-20'))).toBe(0);
    expect(await dropOldNames(it.world.db, day('2027-11-21'))).toBe(1);
    for (const one of [silent, nameless]) expect(await whole(it.office, one)).toMatchObject({ hasPetitioner: false, hasCode: false });
  });

  test('is kept of residents alone', async () => {
    expect(await code(record(it.secretary, { unitId: it.cell, petitioner: { name, contact, channel: 'person' } }))).toBe('petitions.onlyOfResidents');
  });
});

describe('the code of the slip', () => {
  test('tells state and days and nothing else, to anybody who has it; a new one takes the place of the one before', async () => {
    const asked = await record(it.secretary, { unitId: it.cell, source: 'resident', text: 'Sân bóng ấp 3', topic: 'culturalLife', petitioner: { name, contact, channel: 'person' } });
    expect(await code(act(it.neighbour, (ctx) => giveCode(ctx, { id: asked, origin })))).toBe('platform.notFound');
    const { code: first } = await act(it.secretary, (ctx) => giveCode(ctx, { id: asked, origin }));
    const anybody = contextFor(it.world, undefined);
    expect(await act(anybody, (ctx) => trackPetition(ctx, { code: first.toLowerCase() }))).toEqual({ state: 'received', raisedOn: '2026-11-16', dueOn: '2026-11-30', answeredOn: null, plannedOn: null, closedOn: null });
    const { code: second } = await act(it.secretary, (ctx) => giveCode(ctx, { id: asked, origin }));
    expect(await code(act(anybody, (ctx) => trackPetition(ctx, { code: first })))).toBe('petitions.codeUnknown');
    expect(await code(act(anybody, (ctx) => trackPetition(ctx, { code: second })))).toBe('done');
  });

  test('may be tried as seldom as a password', async () => {
    const guesser = contextFor(it.world, undefined);
    const tries = [];
    for (let at = 0; at < 32; at += 1) tries.push(await code(act({ ...guesser, client: { ...guesser.client, address: '203.0.113.9' } }, (ctx) => trackPetition(ctx, { code: `AAAAA-AAAAA-AAA${String.fromCharCode(65 + (at % 8))}${String.fromCharCode(65 + Math.floor(at / 8))}` }))));
    expect(tries.slice(0, 30).every((one) => one === 'petitions.codeUnknown')).toBe(true);
    expect(tries.slice(30)).toEqual(['access.tooMany', 'access.tooMany']);
    // Who mistypes codes keeps nobody at the same address from signing in.
    expect(await code(act({ ...guesser, client: { ...guesser.client, address: '203.0.113.9' } }, (ctx) => countAttempt(ctx, 'canbo')))).toBe('done');
  });
});
