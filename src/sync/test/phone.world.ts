/**
 * A browser and a line for the phone half: windows over one database, timers that run when they are told to, a line that can be
 * cut or can lose a request before or after it was done. The server is a tiny one of one module, pages of text that grow by lines.
 */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Problem, type Refusal } from '../../platform/problem.ts';
import { offlineProblem, problemOf } from '../../shell/api.problem.ts';
import type { Endpoint } from '../../shell/request.ts';
import { createPhone, type PhoneParts } from '../phone/create.phone.ts';
import type { OfflineModule, Phone, PhoneState } from '../phone/phone.ts';
import type { Notice, PhonePlace } from '../phone/place.ts';
import { differenceOf, type Held, type PhoneRecord } from '../record.ts';

export const pin = '135790';
export const password = 'một mật khẩu dài';
const owner = { account: { id: 'account-1' } };

interface Page {
  readonly id: string;
  readonly lines: readonly string[];
}

/** What is asked for, and what becomes of it on the line. */
export type Fate = 'through' | 'lost' | 'answer lost' | 'doubled' | 'portal' | 'busy' | 'down' | 'too large';

export const addEndpoint = { name: 'tasks.add', method: 'POST', path: '/api/tasks/:id/add' } as const satisfies Endpoint;

/** The rule that both sides share. */
function added(page: Page | undefined, { id, line }: { id: string; line: string }): Page {
  if (!page) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (line === '') throw new Problem({ code: 'tasks.empty', kind: 'invalid' });
  if (page.lines.includes(line)) throw new Problem({ code: 'tasks.again', kind: 'conflict', data: { line } });
  return { id, lines: [...page.lines, line] };
}

export const pageModule: OfflineModule = {
  answers: { 'tasks.page': ({ id }: { id: string }, replica) => replica.get<Page>('task', id) },
  acts: {
    'tasks.add': (input: { id: string; line: string }, replica) => {
      const page = added(replica.get<Page>('task', input.id), input);
      return { answer: { id: page.id }, records: [{ type: 'task', id: page.id, body: page }] };
    },
  },
  about: (procedure, { id }: { id: string }) => (procedure === addEndpoint.name ? { type: 'task', id } : undefined),
};

export function tinyServer() {
  const pages = new Map<string, Page>([['p1', { id: 'p1', lines: [] }], ['p2', { id: 'p2', lines: [] }]]);
  const outcomes = new Map<string, { status: number; body: object }>();
  const device = { id: '0194a000-0000-7000-8000-000000000001', state: 'active' as 'active' | 'wipe_asked' | 'wiped' };
  const secrets = { secret: Buffer.alloc(32, 7).toString('base64'), recovery: Buffer.alloc(32, 9).toString('base64') };
  const server = {
    pages, device, secrets, arrived: [] as string[], settledHere: [] as string[], settledElsewhere: [] as string[], isSignedIn: true, account: 'account-1', pageSize: 300,
    handle(url: string, init: RequestInit): { status: number; body: object } {
      if (url.endsWith('/standing')) return ok({ wipe: device.state !== 'active' });
      if (url.endsWith('/wiped') && device.state !== 'active') return emptied();
      const meant = new Headers(init.headers).get('x-account-id');
      if (!server.isSignedIn || (meant !== null && meant !== server.account)) return refused({ code: 'platform.unauthenticated', kind: 'unauthenticated' }, 401);
      const input = (init.body ? JSON.parse(String(init.body)) : {}) as Record<string, unknown>;
      if (url === '/api/session') return ok({ account: { id: server.account } });
      if (url === '/api/sync/devices/enrol') return ok({ deviceId: device.id, ...secrets });
      if (url.endsWith('/recover')) return input['password'] === password ? ok({ recovery: secrets.recovery }) : refused({ code: 'access.wrongCurrent', kind: 'invalid' }, 400);
      if (url.endsWith('/wiped')) return emptied();
      if (url === '/api/sync/conflicts/settled') return ok({ elsewhere: toldSettled(input as { here: string[]; open: string[] }) });
      if (url === '/api/sync/pull') return ok(pulled(input['held'] as Held));
      return once(new Headers(init.headers).get('x-command-id')!, () => add(/\/api\/tasks\/(.*)\/add/.exec(url)![1]!, input));
    },
  };

  function toldSettled({ here, open }: { here: string[]; open: string[] }): string[] {
    server.settledHere.push(...here);
    return open.filter((id) => server.settledElsewhere.includes(id));
  }

  function emptied(): { status: number; body: object } {
    device.state = 'wiped';
    return ok({});
  }

  function pulled(held: Held): object {
    if (device.state === 'wipe_asked') return { changed: [], gone: [], more: false, parts: { done: 1, of: 1, at: null, left: 0 }, wipe: true, units: { count: 0, most: 100 } };
    const records: PhoneRecord[] = [...pages.values()].map((page) => ({ type: 'task', id: page.id, version: String(page.lines.length), body: page }));
    const { changed, gone } = differenceOf(held, records);
    const left = Math.max(0, changed.length - server.pageSize);
    const parts = { done: left > 0 ? 0 : 1, of: 1, at: left > 0 ? 'task' : null, left };
    return { changed: changed.slice(0, server.pageSize), gone, more: left > 0, parts, wipe: false, units: { count: 1, most: 100 } };
  }

  function add(id: string, { line }: Record<string, unknown>): { status: number; body: object } {
    server.arrived.push(String(line));
    try {
      pages.set(id, added(pages.get(id), { id, line: String(line) }));
      return ok({ id });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return refused(error, 409);
    }
  }

  function once(command: string, work: () => { status: number; body: object }): { status: number; body: object } {
    const outcome = outcomes.get(command) ?? work();
    outcomes.set(command, outcome);
    return outcome;
  }
  return server;
}

function ok(body: object): { status: number; body: object } {
  return { status: 200, body };
}

function refused({ code, kind, data = {} }: Refusal, status: number): { status: number; body: object } {
  return { status, body: { problem: { code, kind, data }, requestId: 'r' } };
}

export type TinyServer = ReturnType<typeof tinyServer>;

/** Each request meets the next of the fates given, then goes through. */
export function lineTo(server: { handle: (url: string, init: RequestInit) => { status: number; body: object } }) {
  const line = {
    fates: [] as Fate[],
    isCut: false,
    isBelieved: false,
    requests: [] as string[],
    async reach(url: string, init: RequestInit): Promise<Response> {
      line.requests.push(url);
      if (line.isCut) throw offlineProblem();
      const fate = line.fates.shift() ?? 'through';
      if (fate === 'lost') throw offlineProblem();
      if (fate === 'portal') return new Response('<html>Đăng nhập wifi</html>', { status: 200 });
      if (fate === 'busy') return Response.json({ problem: { code: 'platform.busy', kind: 'conflict' }, requestId: 'r' }, { status: 409 });
      if (fate === 'too large') return new Response('<html>Request Entity Too Large</html>', { status: 413 });
      if (fate === 'down') return new Response('<html>Bad gateway</html>', { status: 502 });
      const { status, body } = server.handle(url, init);
      if (fate === 'doubled') server.handle(url, init);
      if (fate === 'answer lost') throw offlineProblem();
      return Response.json(body, { status });
    },
  };
  return line;
}

export interface Browser {
  /** Milliseconds. */
  now: number;
  isPrepared: boolean;
  readonly database: string;
  readonly window: (given?: { readonly locks?: PhonePlace['locks'] }) => PhonePlace;
  /** Lets so much time go by: timers run in their order, and what they begin comes to rest. */
  readonly passes: (milliseconds: number) => Promise<void>;
}

/** `isBelieved`: the phone takes the line to be there though it is cut. */
export function browser(line: { isCut: boolean; isBelieved?: boolean }): Browser {
  const timers = new Set<{ at: number; work: () => void }>();
  const windows = new Map<symbol, Set<(notice: Notice) => void>>();
  const browser: Browser = {
    now: Date.UTC(2026, 10, 20, 3),
    isPrepared: false,
    database: `satcoso-${randomUUID()}`,
    window({ locks = navigator.locks } = {}) {
      const me = Symbol('window');
      windows.set(me, new Set());
      return {
        now: () => browser.now,
        chance: () => 0.5,
        isOnline: () => !line.isCut || line.isBelieved === true,
        later(milliseconds, work) {
          const timer = { at: browser.now + milliseconds, work };
          timers.add(timer);
          return () => timers.delete(timer);
        },
        onWake: () => () => {},
        post(notice) {
          for (const [one, hearing] of windows) if (one !== me) for (const hear of hearing) hear(notice);
        },
        onNotice(work) {
          windows.get(me)?.add(work);
          return () => windows.get(me)?.delete(work);
        },
        locks,
        persist: async () => true,
        isPersistent: async () => true,
        remember: async (isPrepared) => { browser.isPrepared = isPrepared; },
      };
    },
    async passes(milliseconds) {
      const end = browser.now + milliseconds;
      for (;;) {
        await rest();
        const next = [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers.delete(next);
        browser.now = Math.max(browser.now, next.at);
        next.work();
      }
      browser.now = end;
      await rest();
    },
  };
  return browser;
}

/** Until everything that was begun waits for a timer: the crypto has answered, and the database, which takes a turn for each request. */
export async function rest(): Promise<void> {
  for (let quiet = 0; quiet < 30; quiet += 1) {
    await new Promise((done) => { setImmediate(done); });
    if (underWay > 0) quiet = -1;
  }
}

let underWay = 0;

/** What works outside of this thread, a server or the crypto, takes as long as the machine lets it: only counting tells when it is done. */
export async function counted<T>(work: Promise<T>): Promise<T> {
  underWay += 1;
  return work.finally(() => { underWay -= 1; });
}

for (const name of ['encrypt', 'decrypt', 'deriveBits', 'importKey', 'generateKey', 'wrapKey', 'unwrapKey', 'sign'] as const) {
  const work = crypto.subtle[name].bind(crypto.subtle) as (...given: unknown[]) => Promise<unknown>;
  Object.defineProperty(crypto.subtle, name, { configurable: true, writable: true, value: (...given: unknown[]) => counted(work(...given)) });
}

export function startPhone({ at, line, place = at.window(), modules = [pageModule] }: { at: Browser; line: ReturnType<typeof lineTo>; place?: PhonePlace; modules?: PhoneParts['modules'] }): Promise<Phone> {
  return createPhone({
    database: at.database, modules, endpointOf: () => addEndpoint, reach: line.reach, place, rounds: 10,
    askSession: async () => {
      const response = await line.reach('/api/session', {});
      if (!response.ok) throw await problemOf(response);
      return response.json();
    },
    accountOf: (session) => (session as typeof owner).account.id,
  });
}

export async function prepared() {
  const server = tinyServer();
  const line = lineTo(server);
  const at = browser(line);
  const phone = await startPhone({ at, line });
  await phone.prepare({ pin, deviceName: 'Máy của Bí thư', owner: 'Trần Thị Bình', session: owner });
  /** The app is closed and opened again. */
  const restart = async (given = pin) => {
    phone.lock();
    const next = await startPhone({ at, line });
    if (!(await next.unlock(given))) throw new Error('the PIN was wrong');
    return next;
  };
  return { server, line, at, phone, restart };
}

export function openState(phone: Phone): Extract<PhoneState, { is: 'open' }> {
  const state = phone.state();
  if (state.is !== 'open') throw new Error(`the phone is ${state.is}`);
  return state;
}

export function standings(phone: Phone): string[] {
  return openState(phone).entries.map(({ command, standing }) => `${(command.input as { line: string }).line} ${standing.is}`);
}

export const add = (line: string, id = 'p1') => ['tasks.add', { id, line }] as const;
export const linesOf = async (phone: Phone, id = 'p1') => ((await phone.answer('tasks.page', { id })) as Page | undefined)?.lines;
