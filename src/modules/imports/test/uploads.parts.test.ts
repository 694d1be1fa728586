/** Files come in parts: whole or not at all, each part in its place, nobody's but the sender's, sealed as they lie. */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { giveAccount } from '../../../access/test/access.world.ts';
import type { Actor } from '../../../platform/context.ts';
import { flushEvents } from '../../../platform/events.ts';
import { buildKernel } from '../../../platform/http/kernel.ts';
import type { Id } from '../../../platform/ids.ts';
import { importRefusals, importRoutes } from '../server/index.ts';
import { partBytes, type Checked } from '../imports.contract.ts';

let world: World;
let app: FastifyInstance;
let commune: Id<'unit'>;
let caller: Actor;
let officer: Actor;
let colleague: Actor;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một' });
  await build.derive();
  const actorOf = async () => ({ ...actorWith([{ role: 'office_officer', unitId: commune }]), accountId: (await giveAccount(world)).id });
  [officer, colleague] = [await actorOf(), await actorOf()];
  caller = officer;
  app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: importRoutes, refusals: importRefusals, flushEvents, findActor: async () => caller });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

async function post<T>(path: string, payload: object = {}): Promise<{ status: number; body: T & { problem?: { code: string } } }> {
  const answer = await app.inject({ method: 'POST', url: `/api/imports/uploads${path}`, payload });
  return { status: answer.statusCode, body: answer.json() };
}

async function begin(file: { name: string; size: number }): Promise<string> {
  caller = officer;
  return (await post<{ uploadId: string }>('', { source: 'thử', files: [file] })).body.uploadId;
}

function sendPart(upload: string, { file, part, bytes }: { file: string; part: number; bytes: Buffer }) {
  return post(`/${upload}/parts`, { file, part, base64: bytes.toString('base64') });
}

const rowsBefore = 2500;

/** A table longer than a part, the marked row beyond the first one. */
function longTable(): Buffer {
  const rows = Array.from({ length: rowsBefore }, (_, at) => `cb-${at},Chi bộ số ${at},cell,residential,id:${commune},2015-01-01,${'đông '.repeat(80)}`);
  return Buffer.from(`ref,name,kind,type,party_parent,from,note\n${rows.join('\n')}\nsai,Chi bộ,cell,residential,id:${commune},không phải ngày,\n`);
}

test('a file longer than a part is read as the one that it was, across the seams', async () => {
  const bytes = longTable();
  expect(bytes.length).toBeGreaterThan(partBytes);
  const upload = await begin({ name: 'units.csv', size: bytes.length });
  // In whatever order they arrive, and one of them twice.
  for (const part of [1, 0, 1]) expect((await sendPart(upload, { file: 'units.csv', part, bytes: bytes.subarray(part * partBytes, (part + 1) * partBytes) })).status).toBe(200);
  const { status, body } = await post<Checked>(`/${upload}/check`);
  expect(status).toBe(200);
  expect(body.sheets).toEqual([{ sheet: 'units', rows: rowsBefore + 1 }]);
  expect(body.findings).toEqual([expect.objectContaining({ code: 'day.form', row: rowsBefore + 2, column: 'from' })]);
});

test('a file that did not arrive whole is not checked: it would pass for one with fewer rows', async () => {
  const bytes = longTable();
  const upload = await begin({ name: 'units.csv', size: bytes.length });
  await sendPart(upload, { file: 'units.csv', part: 0, bytes: bytes.subarray(0, partBytes) });
  for (const step of ['check', 'apply']) expect((await post(`/${upload}/${step}`)).body.problem).toMatchObject({ code: 'imports.incomplete', data: { file: 'units.csv' } });
});

test('a part that does not fit what was announced is refused', async () => {
  const upload = await begin({ name: 'people.csv', size: 100 });
  const refused = async (part: Parameters<typeof sendPart>[1]) => (await sendPart(upload, part)).body.problem?.code;
  expect(await refused({ file: 'people.csv', part: 0, bytes: Buffer.alloc(99) })).toBe('imports.partUnfit');
  expect(await refused({ file: 'people.csv', part: 1, bytes: Buffer.alloc(100) })).toBe('imports.partUnfit');
  expect(await refused({ file: 'khac.csv', part: 0, bytes: Buffer.alloc(100) })).toBe('imports.partUnfit');
  const large = await post('', { source: 'thử', files: [{ name: 'a.csv', size: 64 * 1024 * 1024 }, { name: 'b.csv', size: 1 }] });
  expect(large.body.problem?.code).toBe('imports.tooLarge');
});

test('nobody adds to the upload of somebody else', async () => {
  const upload = await begin({ name: 'people.csv', size: 3 });
  caller = colleague;
  expect((await sendPart(upload, { file: 'people.csv', part: 0, bytes: Buffer.from('ref') })).body.problem?.code).toBe('platform.notFound');
});

test('parts lie sealed, and none can be put in the place of another', async () => {
  const upload = await begin({ name: 'people.csv', size: partBytes + 1 });
  await sendPart(upload, { file: 'people.csv', part: 0, bytes: Buffer.alloc(partBytes, 'x') });
  await sendPart(upload, { file: 'people.csv', part: 1, bytes: Buffer.from('y') });
  const { rows } = await sql<{ clear: number }>`select position('xxxxxxxx'::bytea in bytes) as clear from import_file_parts where upload_id = ${upload} and part = 0`.execute(world.owner.db);
  expect(rows).toEqual([{ clear: 0 }]);
  await sql`update import_file_parts p set bytes = o.bytes from import_file_parts o where p.upload_id = ${upload} and o.upload_id = p.upload_id and p.part = 0 and o.part = 1`.execute(world.owner.db);
  expect((await post(`/${upload}/check`)).status).toBe(500);
});
