/** Accounts, sessions and assignments for tests, and a server that answers for them at a time of the test's choosing. */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import type { Actor } from '../../platform/context.ts';
import { noClient } from '../../platform/context.ts';
import { day, dayIn, type Day } from '../../platform/day.ts';
import { flushEvents } from '../../platform/events.ts';
import { buildKernel, sessionCookie } from '../../platform/http/kernel.ts';
import type { Route } from '../../platform/http/routes.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { contextFor, testKeys, type World } from '../../../test/world/world.ts';
import type { ReachKind } from '../assignment.ts';
import type { RoleCode } from '../roles.ts';
import { saveNewAccount } from '../server/account.store.ts';
import { saveNewAssignment } from '../server/assignment.store.ts';
import { findActor, hashToken } from '../server/actor.ts';
import { accessRefusals, routesOfAccess } from '../server/index.ts';
import { hashPassword } from '../server/passwords.ts';
import { saveSession } from '../server/session.store.ts';

export const start = new Date('2026-11-20T03:00:00Z');
export const goodPassword = 'nắng sớm trên đồng';
const goodHash = hashPassword(goodPassword);

export interface GivenAccount {
  readonly id: Id<'account'>;
  readonly name: string;
  readonly token: string;
}

let count = 0;

/** An account with a session under way. */
export async function giveAccount(world: World, given: { name?: string; personId?: Id<'person'> } = {}): Promise<GivenAccount> {
  const ctx = contextFor(world, undefined, start);
  const name = given.name ?? `nguoi${++count}`;
  const id = await saveNewAccount(ctx, { name, displayName: `Người ${name}`, passwordHash: await goodHash, mustChangePassword: false, personId: given.personId });
  const token = `token-${name}-${newId(0)}`;
  await saveSession(ctx, { accountId: id, tokenHash: hashToken(token) });
  return { id, name, token };
}

export interface GivenAssignment {
  readonly role: RoleCode;
  readonly unitId?: Id<'unit'>;
  readonly reach?: ReachKind;
  readonly from?: string;
  readonly to?: string;
  readonly onBehalfOf?: Id<'assignment'>;
  readonly revoked?: boolean;
}

export async function giveRole(world: World, account: { id: Id<'account'> }, given: GivenAssignment): Promise<Id<'assignment'>> {
  const id = await saveNewAssignment(contextFor(world, undefined, start), {
    accountId: account.id, role: given.role, unitId: given.unitId, reach: given.reach ?? (given.unitId ? 'subtree' : 'none'),
    period: { from: day(given.from ?? '2026-01-01'), to: given.to === undefined ? null : (day(given.to) as Day) }, onBehalfOf: given.onBehalfOf,
  });
  if (given.revoked) await world.db.updateTable('assignments').set({ revoked_at: start }).where('id', '=', id).execute();
  return id;
}

/** Whom the next request of the session would find. */
export function actorOf(world: World, account: { token: string }, now = start): Promise<Actor | undefined> {
  return findActor({ ...contextFor(world, undefined, now), today: dayIn(now), client: { ...noClient, sessionToken: account.token } });
}

export interface Server {
  readonly app: FastifyInstance;
  /** What the clock shows; set it to let time pass. */
  now: Date;
  get(path: string, as?: { token: string }): Promise<Answer>;
  post(path: string, body: unknown, as?: { token: string }, address?: string): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, never> & { problem?: { code: string; data: Record<string, unknown> } };
  readonly token: string | undefined;
}

export async function serve(world: World, routes: readonly Route[] = routesOfAccess({ give: async () => {}, takeBack: async () => {} })): Promise<Server> {
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const app = await buildKernel({ db: world.db, keys: testKeys, log, routes, refusals: accessRefusals, findActor, flushEvents, clock: () => server.now });
  const ask = async (request: { method: 'GET' | 'POST'; url: string; payload?: object; remoteAddress?: string }, as?: { token: string }): Promise<Answer> => {
    const reply = await app.inject({ ...request, ...(as ? { cookies: { [sessionCookie]: as.token } } : {}) });
    return { status: reply.statusCode, body: reply.json(), token: reply.cookies.find((cookie) => cookie.name === sessionCookie)?.value };
  };
  const server: Server = {
    app,
    now: start,
    get: (url, as) => ask({ method: 'GET', url }, as),
    post: (url, body, as, address) => ask({ method: 'POST', url, payload: body as object, ...(address ? { remoteAddress: address } : {}) }, as),
  };
  return server;
}

export function later(from: Date, span: { minutes?: number; hours?: number; days?: number }): Date {
  return new Date(from.getTime() + (((span.days ?? 0) * 24 + (span.hours ?? 0)) * 60 + (span.minutes ?? 0)) * 60_000);
}
