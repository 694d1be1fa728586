/**
 * Phones of one cell against the real server, over lines that lose requests before or after they are done, double them or are
 * cut, from a seed. Everything is what runs in a browser and on a server; only the line, the clock and the windows are made here.
 */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildIn } from '../../../test/world/build.ts';
import { openWorld, testKeys, type World } from '../../../test/world/world.ts';
import { giveAccount, giveRole, start, type GivenAccount } from '../../access/test/access.world.ts';
import { findActor } from '../../access/server/index.ts';
import { attentionContract } from '../../modules/attention/attention.contract.ts';
import { attentionOffline } from '../../modules/attention/web/attention.offline.module.ts';
import { meetingContract } from '../../modules/meetings/meeting.contract.ts';
import { meetingOffline } from '../../modules/meetings/web/meeting.offline.module.ts';
import { membershipContract } from '../../modules/membership/membership.contract.ts';
import { awayOffline } from '../../modules/membership/web/away.offline.module.ts';
import { taskContract } from '../../modules/tasks/task.contract.ts';
import { taskOffline } from '../../modules/tasks/web/task.offline.module.ts';
import { flushEvents } from '../../platform/events.ts';
import { buildKernel, sessionCookie } from '../../platform/http/kernel.ts';
import type { Id } from '../../platform/ids.ts';
import { allConflicts } from '../../records.ts';
import { allRefusals, allRoutes } from '../../routes.ts';
import { offlineProblem, problemOf } from '../../shell/api.problem.ts';
import type { OutboxCommand, OutboxEntry } from '../outbox.ts';
import { createPhone } from '../phone/create.phone.ts';
import type { Phone } from '../phone/phone.ts';
import { commandLogWith } from '../server/index.ts';
import { browser, counted, openState, pin, type Browser, type Fate } from './phone.world.ts';

export const modules = [meetingOffline, taskOffline, awayOffline, attentionOffline];
const procedures = new Map([meetingContract, taskContract, membershipContract, attentionContract].flatMap((contract) => Object.values(contract)).map((procedure) => [procedure.name, procedure]));

/** Numbers between 0 and 1, the same from the same seed (mulberry32). */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<One>(chance: Chance, among: readonly One[]): One | undefined {
  return among[Math.floor(chance() * among.length)];
}

export interface ServedCells {
  readonly world: World;
  readonly cells: readonly Cell[];
  readonly app: () => FastifyInstance;
  /** Over when every request before this one was answered. */
  readonly turn: () => Promise<unknown>;
  readonly take: (answer: Promise<unknown>) => void;
  /** The server goes down and comes up again. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Cell {
  readonly id: Id<'unit'>;
  readonly people: readonly Id<'person'>[];
  /** The secretary and the deputy, each with a phone of their own. */
  readonly accounts: readonly [GivenAccount, GivenAccount];
}

export async function serveCells(count: number): Promise<ServedCells> {
  const world = await openWorld();
  const build = buildIn(world);
  const cells: Cell[] = [];
  for (let index = 0; index < count; index += 1) cells.push(await buildCell(world, build, index));
  await build.derive();
  for (const { id, accounts } of cells) for (const account of accounts) await giveRole(world, account, { role: 'cell_secretary', unitId: id });
  const serve = () => buildKernel({ db: world.db, keys: testKeys, log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }), routes: allRoutes, refusals: allRefusals, findActor, flushEvents, commands: commandLogWith(allConflicts), clock: () => start });
  let app = await serve();
  let last: Promise<unknown> = Promise.resolve();
  return {
    world, cells, app: () => app, turn: () => last, take: (answer) => { last = answer.catch(() => undefined); },
    async restart() {
      const before = app;
      app = await serve();
      await before.close();
    },
    async close() {
      await app.close();
      await world.close();
    },
  };
}

async function buildCell(world: World, build: ReturnType<typeof buildIn>, index: number): Promise<Cell> {
  const id = await build.unit({ kind: 'cell', name: `Chi bộ ${index}` });
  const people: Id<'person'>[] = [];
  for (const name of ['An', 'Bình', 'Chi', 'Dũng']) {
    const person = await build.person({ name: `Nguyễn Văn ${name}` });
    await build.member(person, id, { from: '2020-01-01' });
    people.push(person);
  }
  // Takes no part, and stands in the list of what needs attention the whole time.
  const exempt = await build.person({ name: 'Nguyễn Văn Em' });
  await build.member(exempt, id, { from: '2020-01-01' });
  await build.exemption(exempt, { from: '2026-01-01', to: '2026-12-01' });
  return { id, people, accounts: [await giveAccount(world), await giveAccount(world)] };
}

/** Commands that came to the server, and those that it took, in the order in which it first took them. */
export interface Traffic {
  readonly came: Map<string, OutboxCommand>;
  readonly accepted: Map<string, OutboxCommand>;
}

export interface Line {
  isCut: boolean;
  /** Of a hundred requests so many meet with some misfortune. */
  misfortunes: number;
  readonly reach: (url: string, init: RequestInit) => Promise<Response>;
}

const misfortunes: readonly Fate[] = ['lost', 'answer lost', 'doubled', 'down'];

export function lineOf({ served, account, chance, traffic: { came, accepted } }: { readonly served: ServedCells; readonly account: GivenAccount; readonly chance: Chance; readonly traffic: Traffic }): Line {
  /** One request at a time, so that the order in which they were taken is known. */
  function inject(url: string, init: RequestInit): Promise<Response> {
    const answer = served.turn().then(() => injectNow(url, init));
    served.take(answer);
    return answer;
  }

  async function injectNow(url: string, init: RequestInit): Promise<Response> {
    const headers = Object.fromEntries(new Headers(init.headers));
    const reply = await served.app().inject({ method: init.method === 'POST' ? 'POST' : 'GET', url, headers, cookies: { [sessionCookie]: account.token }, ...(init.body ? { payload: String(init.body) } : {}) });
    const command = commandIn({ id: headers['x-command-id'], url, body: String(init.body) }, came);
    if (command) came.set(command.id, command);
    if (command && reply.statusCode === 200 && !accepted.has(command.id)) accepted.set(command.id, command);
    return new Response(reply.body, { status: reply.statusCode });
  }

  const line: Line = {
    isCut: false,
    misfortunes: 0,
    reach: (url, init) => counted(travel(url, init)),
  };

  async function travel(url: string, init: RequestInit): Promise<Response> {
    const fate = chance() * 100 < line.misfortunes ? oneOf(chance, misfortunes) : 'through';
    if (line.isCut || fate === 'lost') throw offlineProblem();
    if (fate === 'down') return new Response('<html>Bad gateway</html>', { status: 502 });
    const [reply] = await Promise.all([inject(url, init), ...(fate === 'doubled' ? [inject(url, init)] : [])]);
    if (fate === 'answer lost') throw offlineProblem();
    return reply;
  }
  return line;
}

/** Sent by itself, or to settle one that came before. */
function commandIn({ id, url, body }: { readonly id: string | undefined; readonly url: string; readonly body: string }, came: Traffic['came']): OutboxCommand | undefined {
  if (id) return sentAs(id, url, body);
  const settled = came.get(/^\/api\/sync\/conflicts\/(.+)\/settle$/.exec(url)?.[1] ?? '');
  const again = settled && (JSON.parse(body) as { again: Pick<OutboxCommand, 'id' | 'input'> | null }).again;
  return again ? { ...settled, ...again } : undefined;
}

/** The command as it was in the outbox, read back from its request. */
function sentAs(id: string, url: string, body: string): OutboxCommand {
  for (const { name, path } of procedures.values()) {
    const found = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(url);
    if (found && procedures.get(name)?.isCommand) return { id, procedure: name, input: { ...found.groups, ...(JSON.parse(body) as object) }, at: start.toISOString(), about: { type: 'meeting', id: '' } };
  }
  throw new Error(`no command is sent to ${url}`);
}

export interface TestDevice {
  readonly account: GivenAccount;
  readonly line: Line;
  readonly at: Browser;
  readonly phone: () => Phone;
  /** Ids of all commands that ever stood in its outbox. */
  readonly made: ReadonlySet<string>;
  /** Refused ones that a person decided about, here or at a computer. */
  readonly settled: Set<string>;
  /** Done again at a computer and refused once more: no phone has them. */
  readonly anew: Set<string>;
  /** What a form shows that was opened a while ago, or now. */
  readonly form: <Shown>(now: Shown) => Shown;
  /** The app is killed and opened again. */
  readonly restart: () => Promise<void>;
  readonly entries: () => readonly OutboxEntry[];
}

export async function deviceOf({ account, line }: { readonly account: GivenAccount; readonly line: Line }): Promise<TestDevice> {
  const at = browser(line);
  at.now = start.getTime();
  const made = new Set<string>();
  const open = async () => {
    const phone = await createPhone({
      database: at.database, modules, endpointOf: (name) => procedures.get(name)!, reach: line.reach, place: at.window(), rounds: 10,
      askSession: async () => {
        const response = await line.reach('/api/session', {});
        if (!response.ok) throw await problemOf(response);
        return response.json();
      },
      accountOf: (session) => (session as { account: { id: string } }).account.id,
    });
    phone.subscribe(() => {
      const state = phone.state();
      if (state.is === 'open') for (const { command } of state.entries) made.add(command.id);
    });
    return phone;
  };
  let phone = await open();
  let shown: unknown;
  await phone.prepare({ pin, deviceName: account.name, owner: account.name, session: { account: { id: account.id } } });
  return {
    account, line, at, made, phone: () => phone, settled: new Set(), anew: new Set(), entries: () => openState(phone).entries,
    form<Shown>(now: Shown) {
      const before = (shown ?? now) as Shown; // of one kind of form alone
      shown = now;
      return before;
    },
    async restart() {
      phone.lock();
      phone = await open();
      if (!(await phone.unlock(pin))) throw new Error('the PIN was wrong');
    },
  };
}
