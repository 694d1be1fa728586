/** Papers attached to a meeting: what is taken, how often, until when, and who reads them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { MeetingState } from '../meeting.kinds.ts';
import { minutesDocument } from '../server/meeting.docx.ts';
import { mediaTypeOf } from '../../../platform/files/media.whole.ts';
import { attach, detach, filesOf, readFile } from '../server/meeting.files.ts';

let world: World;
let cell: Id<'unit'>;
let secretary: Ctx;
let neighbour: Ctx;
let stranger: Ctx;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1');

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  const next = await build.unit({ kind: 'cell', name: 'Chi bộ thôn bên', parent: commune });
  const elsewhere = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  await build.derive();
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  neighbour = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: next }]));
  stranger = contextFor(world, actorWith([{ role: 'board_officer', unitId: elsewhere }]));
});
afterAll(() => world.close());

async function meetingIn(state: MeetingState): Promise<Id<'meeting'>> {
  const id = newId<'meeting'>(0);
  await world.owner.db.insertInto('meetings').values({
    home_id: 0, id, unit_id: cell, kind: 'regular', is_extended: false, state, held_on: day('2026-11-03'), mode: 'in_person', is_late: false, reason: state === 'cancelled' ? 'bão' : null,
    adopted_on: state === 'adopted' ? day('2026-11-04') : null, expected: 0, present: 0, online: 0, excused: 0, absent: 0, full_expected: 0, full_present: 0, guests: 0, heads: 0, version: 1, recorded_at: secretary.now,
  }).execute();
  return id;
}

const given = { kind: 'paper', name: 'Báo cáo tháng 11.pdf', hasNoSecrecyStamp: true } as const;
const send = (id: Id<'meeting'>, bytes: Buffer, more: { name?: string; fileId?: Id<'meetingFile'>; kind?: 'paper' | 'sign_in_sheet'; ctx?: Ctx } = {}) => {
  const { ctx = secretary, ...rest } = more;
  return act(ctx, (inside) => attach(inside, { ...given, ...rest, id, base64: bytes.toString('base64') }));
};
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const eventsOf = (id: Id<'meeting'>) => rows(world.owner.db, sql<{ type: string; unit_id: string; data: object }>`select type, unit_id, data from events where subject_id = ${id} order by seq`);

test('what is attached is read again byte for byte, as a file under its own name', async () => {
  const id = await meetingIn('planned');
  const { id: fileId } = await send(id, pdf);
  const file = await readFile(secretary, { id, fileId });
  expect(file).toMatchObject({ name: 'Báo cáo tháng 11.pdf', type: 'application/pdf' });
  expect(Buffer.compare(file.body as Buffer, pdf)).toBe(0);
  expect(await filesOf(secretary, id)).toEqual([{ id: fileId, kind: 'paper', name: 'Báo cáo tháng 11.pdf', mediaType: 'application/pdf', size: pdf.length }]);
  expect(await eventsOf(id)).toEqual([{ type: 'meeting.fileAttached', unit_id: cell, data: { fileId, kind: 'paper', mediaType: 'application/pdf', size: pdf.length } }]);
});

test('a file is known by its bytes, whatever it calls itself; only the types that are answered are taken', async () => {
  const document = await minutesDocument({ unit: 'Chi bộ', parent: null, meeting: { kind: 'regular', isExtended: false, on: day('2026-11-03'), progress: { is: 'closed' } }, text: 'x', additions: [], signatures: { secretary: null, chair: null } });
  const known: [Buffer, string][] = [
    [pdf, 'application/pdf'], [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'image/jpeg'], [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png'], [Buffer.from('RIFF\x04\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'], [document, word],
  ];
  for (const [bytes, type] of known) expect(mediaTypeOf(bytes)).toBe(type);
  expect(new Set(known.map(([, type]) => type))).toEqual(new Set(meetingContract.file.files));
  const id = await meetingIn('open');
  const others = ['', '<html><script>', 'MZ\x90', 'GIF89a', '%PD', 'PK\x03\x04 but no directory', 'RIFF\0\0\0\0WAVE', ' %PDF-1.7'].map((text) => Buffer.from(text, 'latin1'));
  for (const bytes of others) expect(await code(send(id, bytes, { name: 'a.pdf' }))).toBe('meetings.fileUnknown');
  expect(await filesOf(secretary, id)).toEqual([]);
});

test('a workbook, or a document that carries a program, is no document', () => {
  expect(mediaTypeOf(zipNaming('[Content_Types].xml', 'word/document.xml'))).toBe(word);
  expect(mediaTypeOf(zipNaming('[Content_Types].xml', 'xl/workbook.xml'))).toBeUndefined();
  expect(mediaTypeOf(zipNaming('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'))).toBeUndefined();
  expect(mediaTypeOf(zipNaming('[Content_Types].xml', 'word/document.xml', 'word/activeX/activeX1.xml'))).toBeUndefined();
});

test('the name kept neither leads elsewhere nor hides what the file is', async () => {
  const id = await meetingIn('open');
  const named = async (name: string, bytes = pdf) => (await readFile(secretary, { id, fileId: (await send(id, bytes, { name })).id })).name;
  expect(await named('../../etc/passwd')).toBe('passwd.pdf');
  expect(await named('C:\\ảnh\\ký tên.JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('ký tên.JPEG');
  expect(await named('trang.html')).toBe('trang.html.pdf');
  expect(await named('\u202Efdp.exe')).toBe('fdp.exe.pdf');
  expect(await named('a"b\r\nSet-Cookie: x')).toBe('a b Set-Cookie x.pdf');
  expect(await named('..')).toBe('tai-lieu.pdf');
  expect(await named('pdf')).toBe('pdf.pdf');
});

test('a phone that sends twice has attached once, also when the minutes were adopted in between', async () => {
  const id = await meetingIn('closed');
  const fileId = newId<'meetingFile'>(0);
  expect(await send(id, pdf, { fileId })).toEqual({ id: fileId });
  expect(await send(id, pdf, { fileId })).toEqual({ id: fileId });
  await world.owner.db.updateTable('meetings').set({ state: 'adopted', adopted_on: day('2026-11-05') }).where('id', '=', id).execute();
  expect(await send(id, pdf, { fileId })).toEqual({ id: fileId });
  expect(await filesOf(secretary, id)).toHaveLength(1);
  expect(await eventsOf(id)).toHaveLength(1);
});

test('the same at the same moment is one file too', async () => {
  const id = await meetingIn('open');
  const fileId = newId<'meetingFile'>(0);
  expect(await Promise.all([send(id, pdf, { fileId }), send(id, pdf, { fileId })])).toEqual([{ id: fileId }, { id: fileId }]);
  expect(await filesOf(secretary, id)).toHaveLength(1);
});

test('an id of another meeting’s file, or of another home, is not taken', async () => {
  const [one, other] = [await meetingIn('open'), await meetingIn('open')];
  const { id: fileId } = await send(one, pdf);
  expect(await code(send(other, pdf, { fileId }))).toBe('platform.notFound');
  expect(await code(act(secretary, (ctx) => detach(ctx, { id: other, fileId })))).toBe('platform.notFound');
  expect(await code(readFile(secretary, { id: other, fileId }))).toBe('platform.notFound');
  expect(await code(send(other, pdf, { fileId: newId<'meetingFile'>(7) }))).toBe('platform.invalid');
  expect(await filesOf(secretary, one)).toHaveLength(1);
});

test('eight mebibytes are taken, one byte more is not', async () => {
  const id = await meetingIn('open');
  const large = Buffer.concat([pdf, Buffer.alloc(8 * 1024 * 1024 - pdf.length)]);
  await send(id, large);
  expect(await filesOf(secretary, id)).toMatchObject([{ size: 8 * 1024 * 1024 }]);
  expect(await code(send(id, Buffer.concat([large, Buffer.alloc(1)])))).toBe('meetings.fileTooLarge');
  // What the server refuses by its size must reach it: the shape of the act lets a little more through.
  expect(meetingContract.attach.input.safeParse({ ...given, id, base64: large.toString('base64') }).success).toBe(true);
});

test('twenty files are kept, and one taken out makes room again', async () => {
  const id = await meetingIn('open');
  for (let count = 0; count < 20; count += 1) await send(id, pdf, { name: `${count}.pdf` });
  expect(await code(send(id, pdf))).toBe('meetings.tooMany');
  const [first] = await filesOf(secretary, id);
  await act(secretary, (ctx) => detach(ctx, { id, fileId: first!.id }));
  await act(secretary, (ctx) => detach(ctx, { id, fileId: first!.id }));
  await send(id, pdf, { kind: 'sign_in_sheet' });
  expect((await eventsOf(id)).filter(({ type }) => type === 'meeting.fileDetached')).toEqual([{ type: 'meeting.fileDetached', unit_id: cell, data: { fileId: first!.id } }]);
});

test('once the minutes are adopted, or the meeting called off, its papers stay as they are and can still be read', async () => {
  const id = await meetingIn('closed');
  const { id: fileId } = await send(id, pdf);
  await world.owner.db.updateTable('meetings').set({ state: 'adopted', adopted_on: day('2026-11-05') }).where('id', '=', id).execute();
  expect(await code(send(id, pdf))).toBe('meetings.is_adopted');
  expect(await code(act(secretary, (ctx) => detach(ctx, { id, fileId })))).toBe('meetings.is_adopted');
  expect((await readFile(secretary, { id, fileId })).type).toBe('application/pdf');
  expect(await code(meetingIn('cancelled').then((cancelled) => send(cancelled, pdf)))).toBe('meetings.is_cancelled');
});

test('whoever cannot read the meeting learns nothing of its files; whoever reads only, changes nothing', async () => {
  const id = await meetingIn('open');
  const { id: fileId } = await send(id, pdf);
  for (const ctx of [stranger, neighbour]) {
    expect(await code(readFile(ctx, { id, fileId }))).toBe('platform.notFound');
    expect(await code(send(id, pdf, { ctx }))).toBe('platform.notFound');
    expect(await code(act(ctx, (inside) => detach(inside, { id, fileId })))).toBe('platform.notFound');
  }
  expect(await code(readFile(secretary, { id: newId<'meeting'>(0), fileId }))).toBe('platform.notFound');
  const whole = secretary.actor!;
  const reader = { ...secretary, actor: { ...whole, grants: whole.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'meeting.record')) })) } };
  expect((await readFile(reader, { id, fileId })).type).toBe('application/pdf');
  expect(await code(send(id, pdf, { ctx: reader }))).toBe('platform.forbidden');
  expect(await code(act(reader, (ctx) => detach(ctx, { id, fileId })))).toBe('platform.forbidden');
  expect(await filesOf(secretary, id)).toHaveLength(1);
});

/** A zip of empty parts with these names. */
function zipNaming(...names: string[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const name of names) {
    const at = Buffer.concat(locals).length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
