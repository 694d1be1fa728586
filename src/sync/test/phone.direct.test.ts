/** What the phone's own rules refuse is asked of the server past the outbox: told where it was acted, and never left for somebody to settle. */
import { expect, test } from 'vitest';
import { add, openState, pin, prepared, rest, standings, startPhone } from './phone.world.ts';

/** The phone knows that the line stands there already, and so does the server. Gathered are the ids under which it was asked. */
async function withKnown() {
  const world = await prepared();
  const { server, phone } = world;
  const ids: string[] = [];
  const { handle } = server;
  server.handle = (url, init) => {
    const id = new Headers(init.headers).get('x-command-id');
    if (id) ids.push(id);
    return handle(url, init);
  };
  server.pages.set('p1', { id: 'p1', lines: ['một'] });
  await phone.sync();
  return { ...world, ids };
}

test('pressed three times, it is refused three times, and each is told as settled at once', async () => {
  const { server, phone, ids } = await withKnown();
  for (let press = 0; press < 3; press += 1) await expect(phone.act(...add('một'))).rejects.toMatchObject({ code: 'tasks.again' });
  await rest();
  expect([new Set(ids).size, standings(phone)]).toEqual([3, []]);
  expect(openState(phone).settled).toEqual(ids);
  expect(new Set(server.settledHere)).toEqual(new Set(ids));
});

test('its answer lost and pressed again, it goes under the same id', async () => {
  const { server, line, phone, ids } = await withKnown();
  for (let press = 0; press < 2; press += 1) {
    line.fates.push('answer lost');
    await expect(phone.act(...add('một'))).rejects.toMatchObject({ kind: 'offline' });
  }
  expect(new Set(ids).size).toBe(1);
  await phone.sync();
  expect(server.settledHere).toEqual([ids[0]]);
});

test('the app closed before its answer came, it is told as settled at the next contact', async () => {
  const { server, line, at, phone, ids } = await withKnown();
  const reach = line.reach;
  line.reach = async (url, init) => {
    const answer = await reach(url, init);
    return url.includes('/add') ? new Promise(() => {}) : answer;
  };
  phone.lock();
  const hanging = await startPhone({ at, line });
  await hanging.unlock(pin);
  void hanging.act(...add('một'));
  while (ids.length === 0) await rest();
  hanging.lock();
  line.reach = reach;
  const next = await startPhone({ at, line });
  await next.unlock(pin);
  expect(openState(next).settled).toEqual(ids);
  await next.sync();
  expect(server.settledHere).toEqual(ids);
});

test('a fetching that told it before the server had heard of it does not leave it there', async () => {
  const { server, line, at, phone } = await withKnown();
  const reach = line.reach;
  const order: string[] = [];
  phone.lock();
  // The act is on its way while a whole fetching goes by.
  line.reach = async (url, init) => {
    if (!url.includes('/add')) return reach(url, init);
    await next.sync();
    order.push(...server.settledHere, 'arrived');
    return reach(url, init);
  };
  const next = await startPhone({ at, line });
  await next.unlock(pin);
  await expect(next.act(...add('một'))).rejects.toMatchObject({ code: 'tasks.again' });
  await rest();
  const [id] = openState(next).settled!;
  expect([order, server.settledHere]).toEqual([[id, 'arrived'], [id, id]]);
});

test('with a memory that is full it is sent all the same', async () => {
  const { server, phone } = await withKnown();
  server.pages.set('p1', { id: 'p1', lines: [] });
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
  try {
    expect(await phone.act(...add('một'))).toEqual({ id: 'p1' });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
});

test('where there is no line after all, the phone’s own refusal is told', async () => {
  const { line, at, phone, ids } = await withKnown();
  Object.assign(line, { isCut: true, isBelieved: true });
  at.now += 3_600_000; // who is signed in is asked anew
  await expect(phone.act(...add('một'))).rejects.toMatchObject({ code: 'tasks.again' });
  expect(ids).toEqual([]);
});
