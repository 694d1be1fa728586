/** Cells of several communes, each with members, one of them away, a meeting that was held and its task; phones that hold what they pulled. */
import { createCipheriv, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildIn } from '../../../test/world/build.ts';
import { openWorld, testKeys, type World } from '../../../test/world/world.ts';
import { giveAccount, giveRole, later, start, type GivenAccount } from '../../access/test/access.world.ts';
import { buildPlaces, type Places } from '../../access/test/places.ts';
import { findActor } from '../../access/server/index.ts';
import { flushEvents } from '../../platform/events.ts';
import { commandHeader } from '../../platform/http/commands.ts';
import { buildKernel, sessionCookie } from '../../platform/http/kernel.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { allConflicts } from '../../records.ts';
import { allRefusals, allRoutes } from '../../routes.ts';
import { outboxFormat } from '../outbox.ts';
import type { RecordType } from '../record.ts';
import { commandLogWith } from '../server/index.ts';

/** Of each cell something that nobody else has, by the name of the place. */
export interface Filled {
  readonly member: Id<'person'>;
  readonly away: Id<'person'>;
  readonly meeting: string;
  readonly task: string;
  readonly names: readonly string[];
}

export interface SyncWorld {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly places: Places & { readonly far: Id<'unit'> };
  readonly filled: Readonly<Record<'cell' | 'siblingCell' | 'far', Filled>>;
  post(path: string, body: object, as?: GivenAccount, command?: string): Promise<Reply>;
  get(path: string, as?: GivenAccount): Promise<Reply>;
  /** An account with a role; by default the secretary of the cell. */
  account(given?: Parameters<typeof giveRole>[2]): Promise<GivenAccount>;
  /** Lets time pass. */
  pass(span: Parameters<typeof later>[1]): void;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function openSyncWorld(): Promise<SyncWorld> {
  const world = await openWorld();
  let now = start;
  const app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }), routes: allRoutes, refusals: allRefusals, findActor, flushEvents, commands: commandLogWith(allConflicts), clock: () => now });
  const ask = async (request: { method: 'GET' | 'POST'; url: string; payload?: object; headers?: Record<string, string> }, as?: GivenAccount): Promise<Reply> => {
    const reply = await app.inject({ ...request, ...(as ? { cookies: { [sessionCookie]: as.token } } : {}) });
    const body = reply.json<Record<string, unknown>>();
    return { status: reply.statusCode, body: (body['problem'] as Record<string, unknown> | undefined) ?? body };
  };
  const post: SyncWorld['post'] = (url, payload, as, command) => ask({ method: 'POST', url, payload, ...(command ? { headers: { [commandHeader]: command } } : {}) }, as);
  const account: SyncWorld['account'] = async (given = { role: 'cell_secretary', unitId: places.cell }) => {
    const made = await giveAccount(world);
    await giveRole(world, made, given);
    return made;
  };
  const near = await buildPlaces(world);
  const far = await buildIn(world).unit({ kind: 'cell', name: 'Chi bộ tỉnh khác', parent: near.elsewhere });
  const places = { ...near, far };
  await buildIn(world).derive();
  const filled = { cell: await fill('cell'), siblingCell: await fill('siblingCell'), far: await fill('far') };
  return {
    world, app, places, filled, post, account, get: (url, as) => ask({ method: 'GET', url }, as),
    pass: (span) => { now = later(now, span); },
    close: async () => { await app.close(); await world.close(); },
  };

  async function fill(place: 'cell' | 'siblingCell' | 'far'): Promise<Filled> {
    const build = buildIn(world);
    const names = ['Ở nhà', 'Đi xa'].map((name) => `${name} của ${place}`);
    const [member, away] = [await build.person({ name: names[0]! }), await build.person({ name: names[1]! })];
    for (const person of [member, away]) await build.member(person, places[place]);
    await build.away(away, { from: '2026-06-01', withLeave: true });
    const meeting = newId(0);
    const task = newId(0);
    const secretary = await account({ role: 'cell_secretary', unitId: places[place] });
    const recorded = await post('/api/meetings/record', {
      id: meeting, unitId: places[place], on: '2026-11-03', kind: 'regular', topic: `Chủ đề của ${place}`, conclusions: [{ id: task, text: `Việc của ${place}`, ownerId: member, dueOn: '2026-12-01' }],
    }, secretary);
    if (recorded.status !== 200) throw new Error(JSON.stringify(recorded));
    const asked = await post('/api/petitions/record', { unitId: places[place], source: 'unit', topic: 'ruralRoads', text: `Đường của ${place}`, raisedOn: '2026-11-17', isDenunciation: false }, secretary);
    if (asked.status !== 200) throw new Error(JSON.stringify(asked));
    return { member, away, meeting, task, names: [...names, `Đường của ${place}`, `Chủ đề của ${place}`, `Việc của ${place}`] };
  }
}

export interface TestPhone {
  readonly deviceId: string;
  readonly secret: string;
  readonly recovery: string;
  /** As it was carried last, by kind and id. */
  readonly held: Map<RecordType, Map<string, { readonly version: string; readonly body: unknown }>>;
  /** Until nothing more comes; answers how many answers it took. */
  pull(): Promise<number>;
  ask(held?: object): Promise<Reply>;
  /** Everything that it holds, as text. */
  text(): string;
}

interface Pulled {
  readonly changed: readonly { type: RecordType; id: string; version: string; body: unknown }[];
  readonly gone: readonly { type: RecordType; id: string }[];
  readonly more: boolean;
}

export async function enrolPhone({ post }: Pick<SyncWorld, 'post'>, owner: GivenAccount, name = 'Máy thử'): Promise<TestPhone> {
  const { status, body } = await post('/api/sync/devices/enrol', { name }, owner);
  if (status !== 200) throw new Error(JSON.stringify(body));
  const { deviceId, secret, recovery } = body as { deviceId: string; secret: string; recovery: string };
  const held: TestPhone['held'] = new Map();
  const versions = () => Object.fromEntries([...held].map(([type, records]) => [type, Object.fromEntries([...records].map(([id, { version }]) => [id, version]))]));
  const ask: TestPhone['ask'] = (given = versions()) => post('/api/sync/pull', { deviceId, held: given }, owner);
  const pull = async (): Promise<number> => {
    for (let calls = 1; ; calls += 1) {
      const reply = await ask();
      if (reply.status !== 200) throw new Error(JSON.stringify(reply));
      const { changed, gone, more } = reply.body as unknown as Pulled;
      for (const { type, id } of gone) held.get(type)?.delete(id);
      for (const { type, id, ...record } of changed) held.set(type, (held.get(type) ?? new Map()).set(id, record));
      if (!more) return calls;
    }
  };
  return { deviceId, secret, recovery, held, pull, ask, text: () => JSON.stringify([...held].map(([type, records]) => [type, [...records]])) };
}

/** The file that the phone would save, as base64. */
export function fileOf({ deviceId, secret }: Pick<TestPhone, 'deviceId' | 'secret'>, commands: readonly object[]): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), nonce);
  const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(commands)), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return Buffer.from(JSON.stringify({ format: outboxFormat, deviceId, sealed })).toString('base64');
}
