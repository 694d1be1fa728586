/** The resolution book through its procedures: entered once the minutes stand, numbered in the term, taken out from its end; who reads it. */
import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { packedBytes, readZipDirectory } from '../../../platform/files/zip.directory.ts';
import { adopt, reopen, writeMinutes, record } from '../server/meeting.commands.ts';
import { enterResolution, takeOutResolution } from '../server/resolution.commands.ts';
import { bookFile, resolutionFile } from '../server/resolution.files.ts';
import { getResolution, listBook } from '../server/resolution.reads.ts';

let world: World;
let cell: Id<'unit'>;
let member: Id<'person'>;
let secretary: Ctx;
let reader: Ctx;
let stranger: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Tân Phú', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn 3', parent: commune });
  const next = await build.unit({ kind: 'cell', name: 'Chi bộ thôn bên', parent: commune });
  member = await build.person({ name: 'Lò Văn An' });
  await build.member(member, cell, { from: '2020-01-01' });
  await build.tenure(member, await build.post(cell, 'secretary', { from: '2020-01-01' }), { from: '2025-02-03' });
  await build.derive();
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  reader = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  stranger = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: next }]));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

interface Held {
  readonly on: string;
  readonly isAdopted?: boolean;
  readonly isEmpty?: boolean;
}

async function held({ on, isAdopted = true, isEmpty = false }: Held): Promise<Id<'meeting'>> {
  const conclusions = isEmpty ? [] : [{ id: newId<'task'>(0), text: `Việc của ngày ${on}`, ownerId: member, dueOn: day('2026-12-31') }];
  const { id } = await act(secretary, (ctx) => record(ctx, {
    unitId: cell, on: day(on), kind: 'regular', isExtended: false, starts: null, ends: null, place: null, mode: 'in_person', topic: null, seriesId: null, exceptions: [], guests: [], opinions: [], votes: [], conclusions, points: null, id: undefined,
  }));
  if (isAdopted) {
    await act(secretary, (ctx) => writeMinutes(ctx, { id, text: 'Biên bản', version: undefined }));
    await act(secretary, (ctx) => adopt(ctx, { id, on: day(on) }));
  }
  return id;
}

const enter = (id: Id<'meeting'>, number: number, termFrom = '2025-02-03', ctx = secretary) => act(ctx, (inside) => enterResolution(inside, { id, number, termFrom: day(termFrom) }));
const takeOut = (id: Id<'meeting'>, ctx = secretary) => act(ctx, (inside) => takeOutResolution(inside, { id }));

test('numbers run through the term, which begins with the posts that are held; only the last is taken out again', async () => {
  const [first, second] = [await held({ on: '2026-01-03' }), await held({ on: '2026-02-03' })];
  expect((await getResolution(secretary, { id: first })).proposed).toEqual({ number: 1, termFrom: '2025-02-03' });
  await enter(first, 7);
  expect(await getResolution(secretary, { id: first })).toMatchObject({ numbering: { number: 7, termFrom: '2025-02-03' }, proposed: null, conclusions: [{ owner: 'Lò Văn An', dueOn: '2026-12-31', state: 'open' }] });
  expect((await getResolution(secretary, { id: second })).proposed).toEqual({ number: 8, termFrom: '2025-02-03' });
  expect(await code(enter(second, 7))).toBe('meetings.numberTaken');
  expect(await code(enter(first, 8))).toBe('meetings.numberedAlready');
  await enter(second, 8);
  expect(await code(takeOut(first))).toBe('meetings.notLastNumber');
  await takeOut(second);
  expect(await code(takeOut(second))).toBe('meetings.notNumbered');
  await enter(second, 1, '2026-02-03');
  // A term of 60 months and up to 6 more: 2032 belongs to another.
  expect((await getResolution(secretary, { id: await held({ on: '2026-03-03' }) })).proposed).toEqual({ number: 2, termFrom: '2026-02-03' });
});

test('a term that has run out by the day of the meeting is not proposed, and no other is made up', async () => {
  const build = buildIn(world);
  const old = await build.unit({ kind: 'cell', name: 'Chi bộ cũ', parent: await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Cũ' }) });
  const officer = await build.person({ name: 'Vàng A Páo' });
  await build.member(officer, old, { from: '2020-01-01' });
  await build.tenure(officer, await build.post(old, 'secretary', { from: '2020-01-01' }), { from: '2020-03-12' });
  await build.derive();
  const own = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: old }]));
  const { id } = await act(own, (ctx) => record(ctx, {
    unitId: old, on: day('2026-11-03'), kind: 'regular', isExtended: false, starts: null, ends: null, place: null, mode: 'in_person', topic: null, seriesId: null, exceptions: [], guests: [], opinions: [], votes: [],
    conclusions: [{ id: newId<'task'>(0), text: 'Thu đủ đảng phí', ownerId: null, dueOn: null }], points: null, id: undefined,
  }));
  expect(await getResolution(own, { id })).toMatchObject({ numbering: null, proposed: null, signer: 'Vàng A Páo' });
});

test('nothing is entered before the minutes stand, of a meeting that resolved nothing, or for a term that came later', async () => {
  const open = await held({ on: '2026-04-03', isAdopted: false });
  expect(await code(enter(open, 20))).toBe('meetings.notAdopted');
  await act(secretary, (ctx) => reopen(ctx, { id: open }));
  expect(await code(enter(open, 20))).toBe('meetings.notAdopted');
  expect(await code(enter(await held({ on: '2026-05-03', isEmpty: true }), 20))).toBe('meetings.nothingResolved');
  expect(await code(enter(await held({ on: '2026-06-03' }), 20, '2026-06-04'))).toBe('meetings.termAfterMeeting');
});

test('two who give the same number at once: one is told to choose another', async () => {
  const ids = [await held({ on: '2026-07-03' }), await held({ on: '2026-08-03' })];
  const outcomes = await Promise.all(ids.map((id) => code(enter(id, 40))));
  expect(outcomes.toSorted()).toEqual(['done', 'meetings.numberTaken']);
});

test('the book of a year has what was resolved in it, by day, page after page; an open meeting and one without conclusions are not in it', async () => {
  const all = (await listBook(reader, { unitId: cell, year: 2026, limit: 50 })).items;
  expect(all.map(({ on }) => on)).toEqual(['2026-01-03', '2026-02-03', '2026-03-03', '2026-06-03', '2026-07-03', '2026-08-03']);
  const first = await listBook(reader, { unitId: cell, year: 2026, limit: 2 });
  const rest = await listBook(reader, { unitId: cell, year: 2026, limit: 50, cursor: first.next! });
  expect([...first.items, ...rest.items]).toEqual(all);
  expect((await listBook(reader, { unitId: cell, year: 2025, limit: 50 })).items).toEqual([]);
});

test('neither book nor resolution nor number are anybody’s beyond reach', async () => {
  const { meetingId: id } = (await listBook(reader, { unitId: cell, year: 2026, limit: 1 })).items[0]!;
  expect(await code(listBook(stranger, { unitId: cell, year: 2026, limit: 5 }))).toBe('platform.notFound');
  expect(await code(getResolution(stranger, { id }))).toBe('platform.notFound');
  expect(await code(resolutionFile(stranger, { id }))).toBe('platform.notFound');
  expect(await code(bookFile(stranger, { unitId: cell, year: 2026 }))).toBe('platform.notFound');
  expect(await code(enter(id, 90, '2025-02-03', stranger))).toBe('platform.notFound');
  expect(await code(takeOut(id, stranger))).toBe('platform.notFound');
});

test('the Word files say number, content, who and by when', async () => {
  const { meetingId: id } = (await listBook(reader, { unitId: cell, year: 2026, limit: 1 })).items[0]!;
  const resolution = await resolutionFile(reader, { id });
  expect(resolution.name).toBe('nghi-quyet-chi-bo-thon-3-2026-01-03.docx');
  expect(textOf(resolution.body as Buffer)).toEqual(expect.arrayContaining(['ĐẢNG ỦY XÃ TÂN PHÚ', 'Số 07-NQ/CB', 'NGHỊ QUYẾT', 'Việc của ngày 2026-01-03', 'Lò Văn An', '31/12/2026', 'T/M CHI BỘ', 'BÍ THƯ', '*', 'Nơi nhận:', '- Đảng ủy xã Tân Phú (để báo cáo);', '- Các đảng viên chi bộ (để thực hiện);', '- Lưu chi bộ.']));
  const book = await bookFile(reader, { unitId: cell, year: 2026 });
  expect(book.name).toBe('so-nghi-quyet-chi-bo-thon-3-2026.docx');
  expect(textOf(book.body as Buffer)).toEqual(expect.arrayContaining(['SỔ NGHỊ QUYẾT', 'Năm 2026', '07-NQ/CB', '03/01/2026', 'Việc của ngày 2026-08-03']));
});

test('the book of a year as a file has all of it, however much that is', async () => {
  const { meetingId: id } = (await listBook(reader, { unitId: cell, year: 2026, limit: 1 })).items[0]!;
  const copied = (table: 'meetings' | 'meeting_books', own: string) => sql`insert into ${sql.table(table)} select (jsonb_populate_record(t, jsonb_build_object(${sql.lit(own)}, overlay(t.${sql.ref(own)}::text placing lpad(to_hex(k), 8, '0') from 1 for 8)) || ${table === 'meetings' ? sql`jsonb_build_object('held_on', make_date(2024, 1, 1) + k % 366)` : sql`'{}'::jsonb`})).*
    from ${sql.table(table)} t, generate_series(1, 410) k where t.${sql.ref(own)} = ${id}`.execute(world.owner.db);
  await copied('meetings', 'id');
  await copied('meeting_books', 'meeting_id');
  const book = await bookFile(reader, { unitId: cell, year: 2024 });
  expect(textOf(book.body as Buffer).filter((text) => text === 'Việc của ngày 2026-01-03').length).toBe(410);
});

function textOf(bytes: Buffer): string[] {
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') throw new Error(entries);
  const entry = entries.find(({ name }) => name === 'word/document.xml')!;
  const xml = (entry.method === 0 ? packedBytes(bytes, entry)! : inflateRawSync(packedBytes(bytes, entry)!)).toString('utf8');
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}
