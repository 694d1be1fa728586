/** What waits on a phone and how it comes to the server: over any line, from any window, once and in order. */
import { expect, test } from 'vitest';
import type { Phone } from '../phone/phone.ts';
import { add, linesOf, openState, pin, prepared, rest, standings, startPhone } from './phone.world.ts';

const minutes = 60_000;

test('with signal an act is answered by the server, and a done command is forgotten once it was fetched back', async () => {
  const { server, at, phone } = await prepared();
  expect(await phone.act(...add('một'))).toEqual({ id: 'p1' });
  expect(server.pages.get('p1')?.lines).toEqual(['một']);
  expect(standings(phone)).toEqual(['một done']);
  expect(await linesOf(phone)).toEqual(['một']);
  await at.passes(1 * minutes);
  expect(standings(phone)).toEqual([]);
  expect(await linesOf(phone)).toEqual(['một']);
});

test('without signal the phone answers by its own rules, shows what it did, and sends it in order afterwards', async () => {
  const { server, line, at, phone } = await prepared();
  line.isCut = true;
  for (const text of ['một', 'hai', 'ba']) expect(await phone.act(...add(text))).toEqual({ id: 'p1' });
  expect(await linesOf(phone)).toEqual(['một', 'hai', 'ba']);
  expect(server.arrived).toEqual([]);
  line.isCut = false;
  await phone.sync();
  expect(server.arrived).toEqual(['một', 'hai', 'ba']);
  expect(standings(phone)).toEqual([]);
  await at.passes(20 * minutes);
  expect(server.arrived).toEqual(['một', 'hai', 'ba']);
});

test('whoever turns to another page carries on what the server has known for more than a minute', async () => {
  const { server, at, phone } = await prepared();
  server.pages.set('p1', { id: 'p1', lines: ['của văn phòng'] });
  phone.look();
  await rest();
  expect(await linesOf(phone)).toEqual([]);
  await at.passes(1 * minutes);
  phone.look();
  await rest();
  expect(await linesOf(phone)).toEqual(['của văn phòng']);
});

test('what its own rules refuse is thrown and not kept', async () => {
  const { line, phone } = await prepared();
  line.isCut = true;
  await expect(phone.act(...add(''))).rejects.toMatchObject({ name: 'ApiProblem', code: 'tasks.empty', kind: 'invalid' });
  expect(standings(phone)).toEqual([]);
});

test('with signal the server has the last word on what the phone refuses, as it may know more', async () => {
  const { server, phone } = await prepared();
  server.pages.set('p9', { id: 'p9', lines: [] });
  expect(await phone.act(...add('mới', 'p9'))).toEqual({ id: 'p9' });
  await expect(phone.act(...add(''))).rejects.toMatchObject({ code: 'tasks.empty' });
  expect(standings(phone)).toEqual([]);
});

test('everything outlives the closing of the app, in its order', async () => {
  const { server, line, phone, restart } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  const second = await restart();
  expect(standings(second)).toEqual(['một waiting']);
  expect(await linesOf(second)).toEqual(['một']);
  await second.act(...add('hai'));
  line.isCut = false;
  await (await restart()).sync();
  expect(server.arrived).toEqual(['một', 'hai']);
});

test.each(['lost', 'answer lost', 'doubled', 'portal', 'busy', 'down'] as const)('a request whose fate is “%s” is sent again with the same id until an answer comes, and done once', async (fate) => {
  const { server, line, at, phone, restart } = await prepared();
  line.fates.push(fate);
  await phone.act(...add('một'));
  await phone.act(...add('hai'));
  expect(await linesOf(phone)).toEqual(['một', 'hai']);
  const again = await restart();
  await at.passes(10 * minutes);
  expect(server.arrived).toEqual(['một', 'hai']);
  expect(standings(again)).toEqual([]);
});

test('a command that the line never takes is a refusal, and the next one goes', async () => {
  const { server, line, phone } = await prepared();
  line.fates.push('too large');
  await expect(phone.act(...add('một'))).rejects.toMatchObject({ code: 'platform.tooLarge' });
  await phone.act(...add('hai'));
  expect(server.arrived).toEqual(['hai']);
  expect(standings(phone)).toEqual(['một refused', 'hai done']);
});

const failing: readonly [string, () => Response, object][] = [
  ['fails at the server', () => Response.json({ problem: { code: 'platform.unexpected', kind: 'unexpected', data: {} }, requestId: 'r9' }, { status: 500 }), { code: 'sync.failsAlways', data: { requestId: 'r9' } }],
  ['is let through by no proxy', () => new Response('<html>Forbidden</html>', { status: 403 }), { code: 'sync.notLetThrough', data: { status: 403 } }],
];

test.each(failing)('a command that %s five times in a row is set aside for a person, and the next one goes', async (_, answer, refusal) => {
  const { server, line, at, phone, restart } = await prepared();
  const reach = line.reach;
  let sent = 0;
  line.reach = async (url, init) => {
    if (!String(init.body).includes('một')) return reach(url, init);
    sent += 1;
    return answer();
  };
  phone.lock();
  const again = await restart();
  await again.act(...add('một'));
  await again.act(...add('hai'));
  expect([sent, standings(again)]).toEqual([1, ['một waiting', 'hai waiting']]);
  await at.passes(10 * minutes);
  expect([sent, server.arrived]).toEqual([5, ['hai']]);
  expect(openState(again).entries.map(({ standing }) => standing)).toMatchObject([{ is: 'refused', refusal }]);
});

test.each([401, 429, 500, 503])('an answer %i that is not our server’s never sets a command aside', async (status) => {
  const { server, line, at, phone, restart } = await prepared();
  const reach = line.reach;
  let isUp = false;
  line.reach = async (url, init) => (url.includes('/add') && !isUp ? new Response('<html></html>', { status }) : reach(url, init));
  phone.lock();
  const again = await restart();
  await again.act(...add('một'));
  await at.passes(60 * minutes);
  expect(standings(again)).toEqual(['một waiting']);
  isUp = true;
  await at.passes(20 * minutes);
  expect(server.arrived).toEqual(['một']);
});

test('the app may be closed between the doing and the answer: it is asked for again', async () => {
  const { server, line, phone, restart } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  line.isCut = false;
  line.fates.push('answer lost');
  await phone.sync().catch(() => undefined);
  expect(server.arrived).toEqual(['một']);
  const again = await restart();
  expect(standings(again)).toEqual(['một waiting']);
  await again.sync();
  expect(server.arrived).toEqual(['một']);
  expect(standings(again)).toEqual([]);
});

test('after a loss the phone waits longer each time and answers by itself meanwhile', async () => {
  const { line, at, phone } = await prepared();
  line.fates.push(...Array.from({ length: 12 }, () => 'lost' as const));
  await phone.act(...add('một'));
  const before = line.requests.length;
  await phone.act(...add('hai'));
  expect(line.requests.length).toBe(before);
  await at.passes(10_000);
  const early = line.requests.length - before;
  await at.passes(10_000);
  expect(early).toBeGreaterThan(line.requests.length - before - early);
});

test('a request that hangs does not keep the person waiting', async () => {
  const { at, line, phone } = await prepared();
  const reach = line.reach;
  line.reach = async (url, init) => (url.includes('/add') ? new Promise(() => {}) : reach(url, init));
  const hanging = await startPhone({ at, line });
  await hanging.unlock(pin);
  phone.lock();
  const answer = hanging.act(...add('một'));
  await at.passes(10_000);
  expect(await answer).toEqual({ id: 'p1' });
  expect(standings(hanging)).toEqual(['một waiting']);
});

test('a refusal stays until a person decides, and the others go on', async () => {
  const { server, line, phone, restart } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  await phone.act(...add('hai'));
  server.pages.set('p1', { id: 'p1', lines: ['một'] });
  line.isCut = false;
  await phone.sync();
  expect(standings(phone)).toEqual(['một refused']);
  expect(openState(phone).entries[0]?.standing).toMatchObject({ refusal: { code: 'tasks.again', kind: 'conflict', data: { line: 'một' } } });
  expect(await linesOf(phone)).toEqual(['một', 'hai']);
  expect(standings(await restart())).toEqual(['một refused']);
});

test('with signal the refusal of what the phone held for right is thrown, and stays too', async () => {
  const { server, phone } = await prepared();
  server.pages.set('p1', { id: 'p1', lines: ['một'] });
  await expect(phone.act(...add('một'))).rejects.toMatchObject({ name: 'ApiProblem', code: 'tasks.again', data: { line: 'một' } });
  expect(standings(phone)).toEqual(['một refused']);
});

async function withRefused(): Promise<Awaited<ReturnType<typeof prepared>> & { id: string }> {
  const world = await prepared();
  world.server.pages.set('p1', { id: 'p1', lines: ['một'] });
  await world.phone.act(...add('một')).catch(() => undefined);
  return { ...world, id: openState(world.phone).entries[0]!.command.id };
}

test('given up, it is gone', async () => {
  const { phone, id, restart } = await withRefused();
  await phone.settle(id, { give: 'up' });
  expect(standings(phone)).toEqual([]);
  expect(standings(await restart())).toEqual([]);
});

test('given again with other words it is a new command, at the end of the line', async () => {
  const { server, line, phone, id } = await withRefused();
  line.isCut = true;
  await phone.act(...add('hai'));
  await phone.settle(id, { give: 'again', input: add('một khác')[1] });
  expect(standings(phone)).toEqual(['hai waiting', 'một khác waiting']);
  expect(openState(phone).entries.map(({ command }) => command.id)).not.toContain(id);
  line.isCut = false;
  await phone.sync();
  expect(server.arrived).toEqual(['một', 'hai', 'một khác']);
  await phone.settle(id, { give: 'again' });
  expect(standings(phone)).toEqual([]);
});

test('what is on its way or done is not decided upon', async () => {
  const { line, phone } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  await phone.settle(openState(phone).entries[0]!.command.id, { give: 'up' });
  expect(standings(phone)).toEqual(['một waiting']);
});

test('signed out, nothing is sent until the owner is back, and nothing is lost', async () => {
  const { server, at, phone } = await prepared();
  server.isSignedIn = false;
  expect(await phone.act(...add('một'))).toEqual({ id: 'p1' });
  expect(openState(phone).isSignedOut).toBe(true);
  await at.passes(60 * minutes);
  expect(server.arrived).toEqual([]);
  server.isSignedIn = true;
  await phone.keepSession({ account: { id: 'account-1' } });
  await at.passes(1 * minutes);
  expect(server.arrived).toEqual(['một']);
  expect(openState(phone).isSignedOut).toBe(false);
});

test('under another’s session not one command is sent', async () => {
  const { server, line, at, phone, restart } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  const again = await restart();
  server.account = 'account-2';
  line.isCut = false;
  await again.sync().catch(() => undefined);
  await at.passes(60 * minutes);
  expect(server.arrived).toEqual([]);
  expect(again.state().is).toBe('off');
  expect(again.takes('tasks.add')).toBe(false);
  await again.keepSession({ account: { id: 'account-1' } });
  expect(again.state().is).toBe('locked');
});

test('nor where the session became another’s since it was looked at, whether the phone would keep the act or only ask', async () => {
  const { server, at, phone } = await prepared();
  server.account = 'account-2';
  await phone.act(...add('một'));
  await at.passes(60 * minutes);
  expect(server.arrived).toEqual([]);
  const asking = await prepared();
  asking.server.account = 'account-2';
  await expect(asking.phone.act(...add(''))).rejects.toMatchObject({ kind: 'unauthenticated' });
  expect(asking.server.arrived).toEqual([]);
});

test('after it was locked in another window the phone asks again who is signed in', async () => {
  const { line, at, phone } = await prepared();
  const other = await startPhone({ at, line });
  other.leave();
  await rest();
  await phone.unlock(pin);
  const before = line.requests.length;
  await phone.act(...add('một'));
  expect(line.requests.slice(before)).toContain('/api/session');
});

const windows: readonly [string, { locks?: undefined }][] = [['locks of the browser', {}], ['a lease, where it has no locks', { locks: undefined }]];

test.each(windows)('two windows are one sender: by %s', async (_, given) => {
  const { server, line, at, phone } = await prepared();
  phone.lock();
  const open = async (): Promise<Phone> => {
    const place = 'locks' in given ? { ...at.window(), locks: undefined } : at.window();
    const opened = await startPhone({ at, line, place });
    await opened.unlock(pin);
    return opened;
  };
  const [one, other] = [await open(), await open()];
  line.isCut = true;
  for (const text of ['một', 'hai', 'ba', 'bốn']) await (text.length % 2 ? one : other).act(...add(text));
  await rest();
  expect(standings(one)).toEqual(standings(other));
  line.isCut = false;
  const both = Promise.all([one.sync(), other.sync()]);
  await at.passes(1 * minutes);
  await both;
  expect(server.arrived).toEqual(['một', 'hai', 'ba', 'bốn']);
  expect(line.requests.filter((url) => url.includes('/add')).length).toBe(4);
  expect(await linesOf(one)).toEqual(await linesOf(other));
});

test('a memory that is full is told, and the act is not said to be done', async () => {
  const { line, phone } = await prepared();
  line.isCut = true;
  const add_ = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
  try {
    await expect(phone.act(...add('một'))).rejects.toMatchObject({ name: 'ApiProblem', code: 'sync.storageFull' });
  } finally {
    IDBObjectStore.prototype.add = add_;
  }
  expect(standings(phone)).toEqual([]);
  expect(await linesOf(phone)).toEqual([]);
});

test('what is pulled comes in pages, and what is gone goes', async () => {
  const { server, phone, restart } = await prepared();
  server.pageSize = 1;
  for (let index = 0; index < 5; index += 1) server.pages.set(`q${index}`, { id: `q${index}`, lines: ['x'] });
  server.pages.delete('p2');
  await phone.sync();
  const again = await restart();
  expect(await linesOf(again, 'q4')).toEqual(['x']);
  expect(await linesOf(again, 'p2')).toBeUndefined();
});

test('a pull that was cut off in the middle takes nothing in', async () => {
  const { server, line, phone } = await prepared();
  await phone.act(...add('một'));
  server.pageSize = 1;
  server.pages.set('q', { id: 'q', lines: ['x'] });
  line.fates.push('through', 'lost');
  await expect(phone.sync()).rejects.toMatchObject({ kind: 'offline' });
  expect(await linesOf(phone)).toEqual(['một']);
  expect(standings(phone)).toEqual(['một done']);
  await phone.sync();
  expect(standings(phone)).toEqual([]);
});

test('what was settled here is told to the server once it hears it; what was settled elsewhere needs nobody here any more', async () => {
  const { server, line, at, phone, restart } = await prepared();
  line.isCut = true;
  for (const text of ['một', 'hai', 'ba']) await phone.act(...add(text));
  server.pages.set('p1', { id: 'p1', lines: ['một', 'hai', 'ba'] });
  line.isCut = false;
  await phone.sync();
  expect(standings(phone)).toEqual(['một refused', 'hai refused', 'ba refused']);
  const [one, two, three] = openState(phone).entries.map(({ command }) => command.id) as [string, string, string];
  line.isCut = true;
  await phone.settle(one, { give: 'up' });
  expect(openState(phone).settled).toEqual([one]);
  await at.passes(1 * minutes);
  expect(server.settledHere).toEqual([]);
  const next = await restart();
  expect(openState(next).settled).toEqual([one]);
  line.isCut = false;
  server.settledElsewhere = [two];
  await next.sync();
  expect(server.settledHere).toEqual([one]);
  expect(openState(next).entries.map(({ command }) => command.id)).toEqual([three]);
  await next.sync();
  expect(server.settledHere).toEqual([one]);
});

test('that the server could not be told what was settled does not undo what came', async () => {
  const { server, line, phone } = await prepared();
  server.pages.set('p1', { id: 'p1', lines: ['một'] });
  line.isCut = true;
  await phone.act(...add('một')).catch(() => undefined);
  line.isCut = false;
  await phone.sync();
  const [entry] = openState(phone).entries;
  await phone.settle(entry!.command.id, { give: 'up' });
  const { handle } = server;
  server.handle = (url, init) => (url.endsWith('/settled') ? { status: 502, body: {} } : handle(url, init));
  server.pages.set('p2', { id: 'p2', lines: ['mới'] });
  await phone.sync();
  expect(await linesOf(phone, 'p2')).toEqual(['mới']);
  expect(server.settledHere).toEqual([]);
  server.handle = handle;
  await phone.sync();
  expect(server.settledHere).toEqual([entry!.command.id]);
});
