/**
 * Who asked is told to the handler alone. In a world of petitions that bear one name everybody asks every read and takes every
 * download along; files are unpacked. Nobody finds the name but the handler where he asks for it, and the log never has it.
 */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { inflateRawSync } from 'node:zlib';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noWords } from '../../src/modules/reports/report.ts';
import type { Actor } from '../../src/platform/context.ts';
import { act, type Procedure } from '../../src/platform/contract.ts';
import { firstRow } from '../../src/platform/db/database.ts';
import { flushEvents } from '../../src/platform/events.ts';
import { packedBytes, readZipDirectory } from '../../src/platform/files/zip.directory.ts';
import { commandHeader } from '../../src/platform/http/commands.ts';
import { buildKernel } from '../../src/platform/http/kernel.ts';
import { protect } from '../../src/platform/http/protection.ts';
import { bind } from '../../src/platform/http/routes.ts';
import { newId, type Id } from '../../src/platform/ids.ts';
import { logRequests } from '../../src/platform/log.ts';
import { allConflicts } from '../../src/records.ts';
import { allRefusals, allRoutes } from '../../src/routes.ts';
import { commandLogWith } from '../../src/sync/server/index.ts';
import { testKeys } from '../world/keys.ts';
import { actorWith } from '../world/world.ts';
import { addressOf, keysOf, type Subjects } from './asking.ts';
import { openFullWorld, sealedName, type FullWorld } from './full.world.ts';

const secrets = [sealedName.name, sealedName.contact];
const asked = 'Sửa đường ấp';
const reads = allRoutes.map(({ procedure }) => procedure).filter(({ method }) => method === 'GET');
/** Fails on what is written in a row, which the database quotes over several lines. */
const failing = act({ name: 'planted.fails', path: '/planted', open: 'a test needs nobody', summary: { vi: '', en: '' }, input: z.strictObject({ text: z.string() }), output: z.object({}) });

let full: FullWorld;
let subjects: Subjects;
let app: FastifyInstance;
let caller: Actor | undefined;
let callers: Readonly<Record<string, Actor | undefined>>;
let log = '';

const who = ['whoever keeps the accounts', 'the secretary of the cell that asked', 'the cadre who follows it', 'the office of the commune', 'the office of another commune', 'a member of the cell', 'nobody'] as const;

beforeAll(async () => {
  full = await openFullWorld();
  const { cell, province, member, world } = full;
  const assignment = newId<'oversightAssignment'>(0);
  const { commune, former, other } = (await firstRow(world.db, sql<{ commune: Id<'unit'>; former: string; other: Id<'unit'> }>`
    select a.unit_id as commune, a.id as former, (select b.unit_id from oversight_assignments b where b.regulation_id = a.regulation_id and b.unit_id <> a.unit_id limit 1) as other
    from oversight_assignments a join unit_closure k on k.hierarchy = 'party' and k.ancestor_id = a.unit_id and k.descendant_id = ${cell} where a.regulation_id = ${full.regulation} limit 1`))!;
  await sql`update oversight_assignments set id = ${assignment} where id = ${former}`.execute(world.owner.db);
  const [keeper, secretary, cadre, office, elsewhere, plain] = [
    actorWith([{ role: 'system_administrator' }]), actorWith([{ role: 'cell_secretary', unitId: cell }, { role: 'member' }]), actorWith([{ role: 'assigned_cadre', unitId: commune }, { role: 'member' }], member),
    actorWith([{ role: 'office_officer', unitId: commune }]), actorWith([{ role: 'office_officer', unitId: other }]), actorWith([{ role: 'member' }], member),
  ];
  callers = { 'whoever keeps the accounts': keeper, 'the secretary of the cell that asked': secretary, 'the cadre who follows it': cadre, 'the office of the commune': office, 'the office of another commune': elsewhere, 'a member of the cell': plain, handler: actorWith([{ role: 'board_officer', unitId: province }]) };
  await sql`insert into accounts (id, name, display_name, must_change_password, sample, created_at, version) select id, right(id::text, 12), 'A', false, false, now(), 1 from unnest(${Object.values(callers).map((one) => one!.accountId)}::uuid[]) id`.execute(world.owner.db);
  app = await buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'trace' }, { write: (line: string) => { log += line; } }), routes: [...allRoutes, bind(failing, async (ctx, { text }) => (await firstRow(ctx.db, sql<Record<string, never>>`select ${text}::uuid as id`))!)],
    refusals: allRefusals, findActor: async () => caller, flushEvents, commands: commandLogWith(allConflicts), clock: () => new Date('2026-11-20T03:00:00Z'),
    prepare: (server) => { protect(server, { isSecure: false }); logRequests(server, pino({ level: 'trace' }, { write: (line: string) => { log += line; } })); },
  });
  subjects = { ...full, assignment, interim: await issueReview(commune), report: await handReportIn() };
});
afterAll(async () => {
  await app.close();
  await full.world.close();
});

describe('the name of who asked', () => {
  test.each(who)('is in nothing that %s reads, searches or takes along', { timeout: 120_000 }, async (name) => {
    caller = callers[name];
    expect(telling(secrets, await answers())).toEqual([]);
  });

  test('is told to the handler where he asks for it, and nowhere else; what was asked for is in lists and papers', { timeout: 120_000 }, async () => {
    caller = callers['handler'];
    const all = await answers();
    expect(telling(secrets, all)).toEqual(['petitions.petitioner']);
    expect(telling([asked], all)).toEqual(expect.arrayContaining(['petitions.list', 'petitions.petition', 'oversight.handOver', 'oversight.handOverFile', 'visits.brief']));
  });

  test('is looked for in every paper: each of them was given out to somebody', async () => {
    caller = callers['handler'];
    for (const name of ['reports.word', 'reports.excel', 'oversight.handOverFile', 'oversight.annexFile', 'visits.reportFile']) {
      const reply = await get(reads.find((procedure) => procedure.name === name)!);
      expect(reply.statusCode, name).toBe(200);
      if (name.startsWith('reports.')) expect(wordsOf(reply), name).toContain('Kiến nghị');
    }
  });
});

test('the slip has the code and nothing of who holds it; who looks it up learns no more', async () => {
  const { code, answer } = await giveSlip();
  for (const secret of secrets) expect(answer).not.toContain(secret);
  caller = undefined;
  const told = await send<object>('/api/petitions/track', { code });
  expect(JSON.stringify(told)).not.toContain(sealedName.name);
});

describe('the log of the server', () => {
  test('has nothing of what was sent: done, refused, malformed, or failed', async () => {
    caller = callers['the secretary of the cell that asked'];
    const asking = { unitId: full.cell, source: 'resident', topic: 'ruralRoads', text: `Đường vào nhà ${sealedName.name}`, raisedOn: '2026-11-16', petitioner: sealedName, isDenunciation: false };
    const post = async (payload: object | string, url = '/api/petitions/record', headers: Record<string, string> = {}) => (await app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })).statusCode;
    const command = { [commandHeader]: '0190a000-0000-4000-8000-0000000000c1' };
    expect(await post(asking)).toBe(200);
    expect(await post({ ...asking, source: 'unit' }, undefined, command)).toBe(400);
    expect(await post({ ...asking, isDenunciation: true })).toBe(400);
    expect(await post({ ...asking, [sealedName.name]: sealedName.contact })).toBe(400);
    expect(await post(`{"petitioner": ${sealedName.name}`)).toBe(400);
    expect(await post({ text: `x\n${secrets.join('\n')}` }, '/planted')).toBe(500);
    caller = callers['the office of another commune'];
    expect(await post(asking)).toBe(404);
    caller = callers['the office of the commune'];
    expect(await importPetitions()).toEqual([200, 409]);
    expect(log).toContain('"procedure":"planted.fails"');
    expect(log).toContain('"route":"/api/petitions/:id"');
    for (const secret of [...secrets, ...secrets.map(encodeURIComponent), asked]) expect(log.includes(secret), secret).toBe(false);
  });
});

interface Answered {
  readonly name: string;
  readonly words: string;
}

/** To every read, as it is asked and asked for the name; unpacked. */
async function answers(): Promise<Answered[]> {
  const all: Answered[] = [];
  for (const procedure of reads) {
    const isSearch = ['q', 'text', 'search'].some((key) => keysOf(procedure).has(key));
    for (const input of [{}, ...(isSearch ? [{ q: sealedName.name, text: sealedName.name, search: sealedName.name }] : [])]) {
      const reply = await get(procedure, input);
      expect(reply.statusCode, procedure.name).toBeLessThan(500);
      all.push({ name: procedure.name, words: wordsOf(reply) });
    }
  }
  return all;
}

/** Names of the reads that have told one of these. */
function telling(texts: readonly string[], all: readonly Answered[]): string[] {
  return [...new Set(all.filter(({ words }) => texts.some((text) => words.includes(text))).map(({ name }) => name))];
}

async function get(procedure: Procedure, input: object = {}): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'GET', url: addressOf(procedure, subjects, { limit: 5, ...(procedure.files ? { format: 'xlsx', language: 'vi' } : {}), ...input }) });
}

/** Of a document or a workbook what its parts say; with the name of the file. */
function wordsOf({ rawPayload, headers }: LightMyRequestResponse): string {
  const name = decodeURIComponent(String(headers['content-disposition'] ?? ''));
  const entries = rawPayload.subarray(0, 2).toString() === 'PK' ? readZipDirectory(rawPayload) : [];
  if (typeof entries === 'string') throw new Error(entries);
  if (entries.length === 0) return name + rawPayload.toString('utf8');
  const parts = entries.map((entry) => ({ entry, bytes: Buffer.from(packedBytes(rawPayload, entry)!) }));
  return [name, ...parts.map(({ entry, bytes }) => (entry.method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8').replaceAll(/<[^>]*>/g, ''))].join('\n');
}

async function send<Answer>(url: string, payload: object): Promise<Answer> {
  const reply = await app.inject({ method: 'POST', url, payload });
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200);
  return reply.json<Answer>();
}

/** Of one of the petitions that the handler has; the code as it is printed. */
async function giveSlip(): Promise<{ code: string; answer: string }> {
  caller = callers['handler'];
  const slip = await send<{ code: string; qr: string }>(`/api/petitions/${full.petition}/slip`, { origin: 'https://satcoso.example' });
  return { code: slip.code, answer: JSON.stringify(slip) };
}

/** An interim review of the commune, counted of these petitions, issued with its papers. */
async function issueReview(commune: Id<'unit'>): Promise<string> {
  caller = callers['the office of the commune'];
  const { id, version } = await send<{ id: string; version: number }>('/api/reports/draft', { unitId: commune, title: 'Sơ kết', from: '2026-10-05', to: '2026-11-19' });
  const written = await send<{ version: number }>(`/api/reports/${id}/write`, { id, version, title: 'Sơ kết', from: '2026-10-05', to: '2026-11-19', words: { ...noWords, strengths: 'Bám cơ sở' } });
  const { findingsMark } = (await app.inject({ method: 'GET', url: `/api/reports/${id}` })).json<{ findingsMark: string }>();
  await send(`/api/reports/${id}/issue`, { version: written.version, findingsMark, withEmpty: true });
  return id;
}

/** The cadre's report of the period, drafted from visits and petitions. */
async function handReportIn(): Promise<string> {
  caller = callers['the cadre who follows it'];
  const period = { unitId: full.province, from: '2026-10-05', to: '2026-11-19' };
  const draft = await app.inject({ method: 'GET', url: `/api/visits/own-reports/draft?${new URLSearchParams(period).toString()}` });
  const { texts } = draft.json<{ texts: object }>();
  return (await send<{ id: string }>('/api/visits/own-reports/write', { ...period, texts, isHanded: true })).id;
}

/** A column that no sheet has, and a name in one that there is; answers how checking and applying ended. */
async function importPetitions(): Promise<number[]> {
  const text = `unit,ref,source,topic,text,raised_on,Người kiến nghị\nkhông có đơn vị này,${sealedName.name},Người dân,${sealedName.contact},${asked},16/11/2026,${sealedName.name}\n`;
  const bytes = Buffer.from(text);
  const { uploadId } = await send<{ uploadId: string }>('/api/imports/uploads', { source: 'sổ', files: [{ name: 'petitions.csv', size: bytes.length }] });
  await send(`/api/imports/uploads/${uploadId}/parts`, { file: 'petitions.csv', part: 0, base64: bytes.toString('base64') });
  const step = async (name: string) => (await app.inject({ method: 'POST', url: `/api/imports/uploads/${uploadId}/${name}`, payload: {} })).statusCode;
  return [await step('check'), await step('apply')];
}
