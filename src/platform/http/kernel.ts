/**
 * From an HTTP request to a command or read and back: who asks, what was sent, one transaction for an act,
 * problems as answers. Knows procedures, no module.
 */
import fastifyCookie from '@fastify/cookie';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Actor, Client, Ctx, Sends } from '../context.ts';
import type { Keys } from '../crypto/keys.ts';
import type { Procedure } from '../contract.ts';
import { dayIn } from '../day.ts';
import type { Db } from '../db/database.ts';
import type { ConstraintRefusals } from '../db/errors.ts';
import { readTwice } from '../db/repeat.ts';
import { beyondAll, readFrom, type Replica } from '../db/replica.ts';
import { Problem, problemStatus } from '../problem.ts';
import { accountHeader, answerOf, commandOf, type CommandLog } from './commands.ts';
import { addCompression, compressionOf } from './compression.ts';
import { requestInput } from './input.ts';
import { checked, parseInput, performIn, performOnce, refusalOf, requireVerbSomewhere, type Logging, type Performing } from './perform.ts';
import { FileAnswer, type Route } from './routes.ts';

export interface KernelOptions {
  readonly db: Db;
  /** A copy that takes reads off the database. */
  readonly replica?: Replica;
  readonly keys: Keys;
  readonly log: Logger;
  readonly routes: readonly Route[];
  readonly refusals: ConstraintRefusals;
  /** Finds who holds the session token; undefined is nobody. */
  readonly findActor: (ctx: Ctx) => Promise<Actor | undefined>;
  /** Writes what the act recorded, last thing before commit. */
  readonly flushEvents: (ctx: Ctx) => Promise<void>;
  /** What came of acts that were sent with an id; without it such ids are passed over. */
  readonly commands?: CommandLog;
  readonly clock?: () => Date;
  /** What this installation sends outside the app. */
  readonly sends?: Sends;
  /** The site's own origin where it differs from the Host header (behind a proxy). */
  readonly origin?: string;
  readonly secureCookies?: boolean;
  /** Proxies whose word about the caller's address is taken. */
  readonly trustProxy?: string;
  /** What must stand before the procedures: handlers of errors bind to routes when these are added. */
  readonly prepare?: (app: FastifyInstance) => void;
  readonly observe?: (sample: { procedure: string; status: number; seconds: number }) => void;
}

export const sessionCookie = 'satcoso_session';
/** How far the caller's own acts reach in the log of the database: his reads must not come from before. */
const seenCookie = 'satcoso_seen';
/** Seconds; a copy further behind than this takes no reads anyway. */
const seenFor = 600;
const usualBodyLimit = 2 * 1024 * 1024;

export async function buildKernel(options: KernelOptions): Promise<FastifyInstance> {
  const app = Fastify({ loggerInstance: options.log as FastifyBaseLogger, logController: new LogController({ disableRequestLogging: true }), trustProxy: options.trustProxy ?? 'loopback', forceCloseConnections: 'idle' });
  await app.register(fastifyCookie);
  await addCompression(app);
  options.prepare?.(app);
  for (const route of options.routes) addRoute(app, options, route);
  return app;
}

function addRoute(app: FastifyInstance, options: KernelOptions, route: Route): void {
  const { procedure } = route;
  if ((procedure.verb === undefined) === (procedure.open === undefined)) {
    throw new Error(`procedure ${procedure.name} must declare either a verb or why it is open`);
  }
  if (isLarge(procedure) && procedure.verb === undefined) throw new Error(`procedure ${procedure.name} takes large bodies and must declare a verb`);
  app.route({
    method: procedure.method,
    url: procedure.path,
    bodyLimit: procedure.bodyLimit ?? usualBodyLimit,
    ...compressionOf(procedure),
    ...(isLarge(procedure) ? { onRequest: (request: FastifyRequest, reply: FastifyReply) => refuseUnread({ options, route, request, reply }) } : {}),
    handler: (request, reply) => answer({ options, route, request, reply }),
  });
}

function isLarge({ bodyLimit }: Procedure): boolean {
  return bodyLimit !== undefined && bodyLimit > usualBodyLimit;
}

interface Exchange {
  readonly options: KernelOptions;
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(exchange: Exchange): Promise<unknown> {
  const { options, route, request, reply } = exchange;
  const started = performance.now();
  addHeaders(exchange);
  try {
    requireSameSite(options, request);
    const result = await run(exchange, contextOf(exchange));
    return result instanceof FileAnswer ? sendFile(reply, result) : result;
  } catch (error) {
    return sendProblem(exchange, error);
  } finally {
    options.observe?.({ procedure: route.procedure.name, status: reply.statusCode, seconds: (performance.now() - started) / 1000 });
  }
}

/** A large body is read into memory only for somebody who may send it; the handler asks again, once it is there. */
async function refuseUnread(exchange: Exchange): Promise<FastifyReply | undefined> {
  const { options, route, request, reply } = exchange;
  const started = performance.now();
  try {
    requireSameSite(options, request);
    await admit(exchange, contextOf(exchange));
    return undefined;
  } catch (error) {
    addHeaders(exchange);
    sendProblem(exchange, error);
    options.observe?.({ procedure: route.procedure.name, status: reply.statusCode, seconds: (performance.now() - started) / 1000 });
    return reply;
  }
}

function addHeaders({ request, reply }: Exchange): void {
  reply.header('x-request-id', request.id).header('cache-control', 'no-store');
}

/** Who asks, if they may at least somewhere. */
async function admit({ options, route: { procedure }, request }: Exchange, bare: Ctx): Promise<Ctx> {
  const ctx = { ...bare, actor: await readTwice(() => options.findActor(bare)) };
  const meant = request.headers[accountHeader];
  if (meant !== undefined && ctx.actor && meant !== ctx.actor.accountId) throw new Problem({ code: 'platform.unauthenticated', kind: 'unauthenticated' });
  if (procedure.verb !== undefined) requireVerbSomewhere(ctx, procedure.verb);
  return ctx;
}

/** Who may do what is always asked of the primary: a change of rights holds from the next request. */
async function run(exchange: Exchange, bare: Ctx): Promise<unknown> {
  const { procedure } = exchange.route;
  const ctx = await admit(exchange, bare);
  const input = inputOf(exchange) as never;
  return procedure.method === 'GET' ? read(exchange, ctx, input) : perform(exchange, ctx, input);
}

/** An address that cannot be one of ours is not found; of anything else that does not fit it is said where. */
function inputOf({ route: { procedure }, request }: Exchange): unknown {
  try {
    return parseInput(procedure.input, requestInput(procedure, request));
  } catch (error) {
    const inAddress = Object.keys(request.params as object);
    if (faultyFields(error).some((field) => inAddress.includes(field))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
    throw error;
  }
}

function faultyFields(error: unknown): string[] {
  const fields = error instanceof Problem ? error.data['fields'] : undefined;
  return Array.isArray(fields) ? fields.map(({ field }: { field: string }) => field) : [];
}

function read({ options, route, request }: Exchange, ctx: Ctx, input: never): Promise<unknown> {
  return readFrom({ primary: ctx.db, replica: options.replica, seen: request.cookies[seenCookie] }, async (db) => {
    const inside = { ...ctx, db, asked: new Set<string>() };
    return checked(inside, route, await route.handle(inside, input));
  });
}

async function perform({ options, route, request, reply }: Exchange, ctx: Ctx, input: never): Promise<unknown> {
  const log = options.commands;
  const command = log && commandOf(request, { procedure: route.procedure, input, keys: options.keys });
  const result = await (log && command ? performSent({ options, route, log, command }, ctx, input) : performIn({ options, route }, ctx, input));
  if (options.replica) reply.setCookie(seenCookie, await options.replica.position().catch(() => beyondAll), { ...cookieOf(options), maxAge: seenFor });
  return result;
}

async function performSent(performing: Performing & Logging, ctx: Ctx, input: never): Promise<unknown> {
  return answerOf((await performOnce(performing, ctx, input)).outcome);
}

function cookieOf({ secureCookies }: KernelOptions) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: secureCookies ?? false } as const;
}

/** Acts come from our own pages: browsers say where a request started, other clients say nothing. */
function requireSameSite(options: KernelOptions, request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const { origin } = request.headers;
  if (origin === undefined || origin === options.origin || hostOf(origin) === request.headers.host) return;
  throw new Problem({ code: 'platform.crossSite', kind: 'forbidden' });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function contextOf({ options, request, reply }: Exchange): Ctx {
  const now = options.clock?.() ?? new Date();
  return {
    db: options.db,
    aside: options.db,
    now,
    today: dayIn(now),
    actor: undefined,
    keys: options.keys,
    requestId: request.id,
    log: options.log.child({ request: request.id }),
    client: clientOf(options, request, reply),
    sends: options.sends,
    asked: new Set(),
  };
}

function clientOf(options: KernelOptions, request: FastifyRequest, reply: FastifyReply): Client {
  const cookie = cookieOf(options);
  return {
    address: request.ip,
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    sessionToken: request.cookies[sessionCookie],
    setSession: (token, expires) => void reply.setCookie(sessionCookie, token, { ...cookie, expires }),
    clearSession: () => void reply.clearCookie(sessionCookie, cookie),
  };
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const name = encodeURIComponent(file.name);
  return reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${name}`).send(file.body);
}

function sendProblem({ options, route, request, reply }: Exchange, error: unknown): FastifyReply {
  const { code, kind, data } = refusalOf(error, { ...options, requestId: request.id, procedure: route.procedure.name });
  return reply.status(problemStatus[kind]).send({ problem: { code, kind, data: data ?? {} }, requestId: request.id });
}
