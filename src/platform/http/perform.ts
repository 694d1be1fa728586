/**
 * How an act is performed once it is known who asks for what: one transaction with its events written last, done once where it
 * has an id, its refusal kept. The same for what a caller sends and for what he only brings for somebody else.
 */
import type { z } from 'zod';
import { noClient, type Ctx } from '../context.ts';
import { isConnectionLoss, problemOf } from '../db/errors.ts';
import { inRepeatedTransaction } from '../db/repeat.ts';
import { Problem, type Refusal } from '../problem.ts';
import { commandWith, type CarriedCommand, type CarriedOutcome, type Command, type CommandLog, type PerformCommand } from './commands.ts';
import type { KernelOptions } from './kernel.ts';
import { FileAnswer, type Route } from './routes.ts';

export interface Performing {
  readonly options: KernelOptions;
  readonly route: Route;
}

export interface Logging {
  readonly log: CommandLog;
  readonly command: Command;
}

export async function performIn({ options, route }: Performing, ctx: Ctx, input: never): Promise<unknown> {
  if (route.carry) return carryIn({ options, route, carry: route.carry }, ctx, input);
  return inRepeatedTransaction({ db: options.db, isRepeatable: route.procedure.repeatable !== undefined }, (tx) => doneIn({ options, route }, { ...ctx, db: tx, asked: new Set<string>() }, input));
}

async function doneIn({ options, route }: Performing, inside: Ctx, input: never): Promise<unknown> {
  const done = checked(inside, route, await route.handle(inside, input));
  await options.flushEvents(inside);
  return done;
}

/** The first outcome is the only one: it may be asked for again, even where a lost connection leaves open whether it was done. */
export async function performOnce({ options, route, log, command }: Performing & Logging, ctx: Ctx, input: never): Promise<CarriedOutcome> {
  return inRepeatedTransaction({ db: options.db, isRepeatable: true }, async (tx) => {
    const inside = { ...ctx, db: tx, asked: new Set<string>() };
    const known = await log.begin(inside, command);
    if (known) return { outcome: known, isFirst: false };
    const answer = await doneIn({ options, route }, inside, input);
    await log.finish(inside, command, answer);
    return { outcome: { answer }, isFirst: true };
  }).catch(async (error: unknown) => {
    const problem = problemOf(error, options.refusals);
    // A bug, an outage or a crowd is no outcome: the command may be sent again.
    if (!problem || ['platform.busy', 'sync.commandReused'].includes(problem.code)) throw error;
    return { outcome: await log.refuse(ctx, command, { code: problem.code, kind: problem.kind, data: problem.data }), isFirst: false };
  });
}

async function carryIn({ options, route, carry }: Performing & { carry: NonNullable<Route['carry']> }, ctx: Ctx, input: never): Promise<unknown> {
  const inside = { ...ctx, asked: new Set<string>() };
  return checked(inside, route, await carry(inside, input, commandsBy(options, ctx)));
}

/** What is refused is told and does not hold up what comes after it; with the database gone nothing can be told of any. */
function commandsBy(options: KernelOptions, ctx: Ctx): PerformCommand {
  return (command) => performFor(options, { ...ctx, actor: command.actor, client: noClient }, command).catch((error: unknown) => {
    if (isConnectionLoss(error)) throw error;
    return { outcome: { refusal: refusalOf(error, { ...options, requestId: ctx.requestId, procedure: command.procedure }) }, isFirst: false };
  });
}

async function performFor(options: KernelOptions, ctx: Ctx, { id, procedure: name, input: raw }: CarriedCommand): Promise<CarriedOutcome> {
  const { commands: log, routes, keys } = options;
  if (!log) throw new Error('commands are brought to a server that keeps none');
  const route = routes.find(({ procedure }) => procedure.name === name);
  if (!route?.procedure.isCommand) throw new Problem({ code: 'sync.notACommand', kind: 'invalid' });
  if (route.procedure.verb !== undefined) requireVerbSomewhere(ctx, route.procedure.verb);
  const input = parseInput(route.procedure.input, raw) as never;
  return performOnce({ options, route, log, command: commandWith(id, { procedure: route.procedure, input, keys }) }, ctx, input);
}

/** A handler that never asked access about its declared verb is a bug that must not answer. */
export function checked(ctx: Ctx, { procedure }: Route, result: unknown): unknown {
  if (procedure.verb !== undefined && !ctx.asked.has(procedure.verb)) {
    throw new Error(`procedure ${procedure.name} answered without asking access about ${procedure.verb}`);
  }
  return result instanceof FileAnswer ? result : procedure.output.parse(result);
}

export function requireVerbSomewhere(ctx: Ctx, verb: string): void {
  if (!ctx.actor) throw new Problem({ code: 'platform.unauthenticated', kind: 'unauthenticated' });
  if (ctx.actor.grants.some((grant) => grant.verbs.has(verb))) return;
  throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
}

export function parseInput(schema: z.ZodType, raw: unknown): unknown {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields } });
}

/** What the caller is told; what nobody expected is logged, and told by the number of the request alone. */
export function refusalOf(error: unknown, { refusals, log, requestId, procedure }: Pick<KernelOptions, 'refusals' | 'log'> & { requestId: string; procedure: string }): Refusal {
  const problem = problemOf(error, refusals);
  if (problem) return { code: problem.code, kind: problem.kind, data: problem.data };
  log.error({ request: requestId, procedure, error: describe(error) }, 'unexpected');
  return { code: 'platform.unexpected', kind: 'unexpected', data: { requestId } };
}

/** Messages of the database may quote values of a row, over several lines that stand before the frames: only code, constraint and frames are logged. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const message = code ? undefined : error.message;
  return { name: error.name, code, constraint, table, message, stack: framesOf(error) };
}

function framesOf({ message, stack = '' }: Error): string[] {
  const from = stack.indexOf(message) + message.length;
  return stack.slice(from).split('\n').filter((line) => line.startsWith('    at ')).slice(0, 7);
}
