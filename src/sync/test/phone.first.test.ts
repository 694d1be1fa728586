/** The first fetch of a phone, over a line that breaks: what has come stays, nothing is shown before all has, and it can be called off. */
import { expect, test } from 'vitest';
import type { FirstFetch, Phone } from '../phone/phone.ts';
import { openStore } from '../phone/store.ts';
import { browser, lineTo, linesOf, openState, pin, rest, startPhone, tinyServer } from './phone.world.ts';

const given = { pin, deviceName: 'Máy của Bí thư', owner: 'Trần Thị Bình', session: { account: { id: 'account-1' } } };
const [seconds, minutes] = [1000, 60_000];

/** A server of so many pages that come two at a time, and a phone that is not prepared yet. */
async function before(pages: number) {
  const server = tinyServer();
  for (let at = 3; at <= pages; at += 1) server.pages.set(`p${at}`, { id: `p${at}`, lines: [] });
  server.pageSize = 2;
  const line = lineTo(server);
  const at = browser(line);
  const pulls: string[][] = [];
  const handle = server.handle.bind(server);
  /** What each fetching said that it held. */
  server.handle = (url, init) => {
    if (url === '/api/sync/pull') pulls.push(Object.keys((JSON.parse(String(init.body)) as { held: { task?: object } }).held.task ?? {}).toSorted());
    return handle(url, init);
  };
  const through = line.reach;
  const way: { breaksAt: number; hangsAt: number; hanging: AbortSignal | null | undefined } = { breaksAt: 0, hangsAt: 0, hanging: undefined };
  line.reach = (url, init) => {
    const pull = url === '/api/sync/pull' ? pulls.length + 1 : undefined;
    if (pull === way.breaksAt) {
      line.isCut = true;
      way.breaksAt = 0;
    }
    if (pull !== way.hangsAt || way.hanging) return through(url, init);
    way.hanging = init.signal;
    return new Promise((_, fail) => { init.signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError'))); });
  };
  return { server, line, at, pulls, way, phone: await startPhone({ at, line }) };
}

const fetchOf = (phone: Phone): FirstFetch | undefined => openState(phone).firstFetch;

test('tells after each answer how much is here', async () => {
  const { phone } = await before(5);
  const told = new Set<string>();
  phone.subscribe(() => {
    const state = phone.state();
    const fetch = state.is === 'open' ? state.firstFetch : undefined;
    if (fetch?.parts) told.add(`${fetch.came.task} here, ${fetch.parts.left} to come, ${fetch.standing.is}`);
  });
  await phone.prepare(given);
  expect([...told]).toEqual(['2 here, 3 to come, running', '4 here, 1 to come, running']);
  expect([fetchOf(phone), openState(phone).pulledAt]).toEqual([undefined, expect.any(Number)]);
});

test('goes on by itself where the line broke, and does not fetch again what has come', async () => {
  const { line, at, pulls, way, phone } = await before(7);
  way.breaksAt = 3;
  await phone.prepare(given).catch(() => undefined);
  expect(fetchOf(phone)).toMatchObject({ came: { task: 4 }, isResumed: true, standing: { is: 'waits', isOffline: true } });
  line.isCut = false;
  await at.passes(10 * seconds);
  expect(fetchOf(phone)).toBeUndefined();
  expect(pulls).toEqual([[], ['p1', 'p2'], ['p1', 'p2', 'p3', 'p4'], ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']]);
  expect(await linesOf(phone, 'p7')).toEqual([]);
});

test('goes on after the app was closed in the middle', async () => {
  const { line, at, pulls, way, phone } = await before(5);
  way.breaksAt = 2;
  await phone.prepare(given).catch(() => undefined);
  phone.lock();
  const next = await startPhone({ at, line });
  expect(await next.unlock(pin)).toBe(true);
  expect(fetchOf(next)).toMatchObject({ came: { task: 2 }, isResumed: true });
  line.isCut = false;
  await next.sync();
  expect(fetchOf(next)).toBeUndefined();
  expect(pulls).toEqual([[], ['p1', 'p2'], ['p1', 'p2', 'p3', 'p4']]);
  expect(await linesOf(next, 'p5')).toEqual([]);
});

test('shows nothing of what is carried before all has come', async () => {
  const { line, way, phone } = await before(5);
  way.breaksAt = 3;
  await phone.prepare(given).catch(() => undefined);
  expect(fetchOf(phone)).toMatchObject({ came: { task: 4 } });
  expect(await linesOf(phone, 'p1')).toBeUndefined();
  line.isCut = false;
  await phone.sync();
  expect(await linesOf(phone, 'p1')).toEqual([]);
});

test('has at its end what changed and what went while the line was broken', async () => {
  const { server, line, way, phone } = await before(5);
  way.breaksAt = 3;
  await phone.prepare(given).catch(() => undefined);
  server.pages.set('p1', { id: 'p1', lines: ['sau'] });
  server.pages.delete('p2');
  line.isCut = false;
  await phone.sync();
  expect([await linesOf(phone, 'p1'), await linesOf(phone, 'p2'), await linesOf(phone, 'p5')]).toEqual([['sau'], undefined, []]);
});

test('is not tried again by itself where the server said no', async () => {
  const { server, at, pulls, phone } = await before(5);
  const handle = server.handle.bind(server);
  server.handle = (url, init) => (url === '/api/sync/pull' ? { status: 403, body: { problem: { code: 'platform.forbidden', kind: 'forbidden', data: {} }, requestId: 'r' } } : handle(url, init));
  await expect(phone.prepare(given)).rejects.toMatchObject({ code: 'platform.forbidden' });
  expect(fetchOf(phone)).toMatchObject({ standing: { is: 'failed', problem: { code: 'platform.forbidden' } } });
  server.handle = handle;
  await at.passes(5 * minutes);
  expect(pulls).toEqual([]);
});

const ailing: readonly [string, number, object][] = [
  ['fails', 500, { problem: { code: 'platform.unexpected', kind: 'unexpected', data: {} }, requestId: 'r' }],
  ['is behind something that fails', 500, {}],
  ['is asked by too many', 429, { problem: { code: 'platform.tooMany', kind: 'too_many', data: {} }, requestId: 'r' }],
  ['is busy', 409, { problem: { code: 'platform.busy', kind: 'conflict', data: {} }, requestId: 'r' }],
];

test.each(ailing)('where the server %s, it goes on by itself, and the line is not blamed', async (_, status, body) => {
  const { server, at, phone } = await before(5);
  const handle = server.handle.bind(server);
  server.handle = (url, init) => (url === '/api/sync/pull' ? { status, body } : handle(url, init));
  await phone.prepare(given).catch(() => undefined);
  expect(fetchOf(phone)).toMatchObject({ standing: { is: 'waits', isOffline: false } });
  server.handle = handle;
  await at.passes(5 * minutes);
  expect(fetchOf(phone)).toBeUndefined();
});

test('can be called off in the middle: nothing is asked for any more, and nothing stays', async () => {
  const { server, at, pulls, way, phone } = await before(9);
  way.hangsAt = 3;
  const preparing = phone.prepare(given).catch(() => undefined);
  while (!way.hanging) await rest();
  expect(fetchOf(phone)).toMatchObject({ came: { task: 4 }, standing: { is: 'running' } });
  await phone.wipe();
  await preparing;
  expect([way.hanging.aborted, phone.state().is, server.device.state, at.isPrepared]).toEqual([true, 'off', 'wiped', false]);
  expect(await openStore(at.database).records()).toEqual([]);
  await at.passes(30 * minutes);
  expect(pulls).toHaveLength(2);
});

test('a page that hangs is given up, and asked for again', async () => {
  const { at, pulls, way, phone } = await before(5);
  way.hangsAt = 2;
  const preparing = phone.prepare(given).catch(() => undefined);
  while (!way.hanging) await rest();
  await at.passes(2 * minutes);
  await preparing;
  expect(fetchOf(phone)).toBeUndefined();
  expect(pulls).toEqual([[], ['p1', 'p2'], ['p1', 'p2', 'p3', 'p4']]);
});

test('what could not be written down is fetched again, and nothing is missing at the end', async () => {
  const { at, line, pulls, phone } = await before(5);
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, ...key) {
    if ((value as { id?: string }).id === 'p3') throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, ...key);
  };
  try {
    await expect(phone.prepare(given)).rejects.toMatchObject({ code: 'sync.storageFull' });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(fetchOf(phone)).toMatchObject({ came: { task: 2 }, standing: { is: 'failed', problem: { code: 'sync.storageFull' } } });
  await phone.sync();
  expect(pulls.filter((held) => held.length === 2).length).toBeGreaterThan(1);
  phone.lock();
  const next = await startPhone({ at, line });
  await next.unlock(pin);
  expect(await Promise.all(['p1', 'p3', 'p4', 'p5'].map((id) => linesOf(next, id)))).toEqual([[], [], [], []]);
});
