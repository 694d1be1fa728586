/**
 * Runs a procedure of the API from the command line: the same shapes, acts, rules and events as over the network,
 * only without the network and in the name of the installation.
 */
import type { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import type { Procedure } from '../platform/contract.ts';
import { problemOf } from '../platform/db/errors.ts';
import { inRepeatedTransaction, readTwice } from '../platform/db/repeat.ts';
import { flushEvents } from '../platform/events.ts';
import { FileAnswer } from '../platform/http/routes.ts';
import { Problem } from '../platform/problem.ts';
import { allRefusals, allRoutes } from '../routes.ts';

export async function perform<I extends z.ZodType, O extends z.ZodType>(ctx: Ctx, procedure: Procedure<I, O>, input: z.input<I>): Promise<z.output<O>> {
  return procedure.output.parse(await answerOf(ctx, procedure, input));
}

/** For procedures that answer with a file. */
export async function performFile<I extends z.ZodType>(ctx: Ctx, procedure: Procedure<I>, input: z.input<I>): Promise<FileAnswer> {
  const answer = await answerOf(ctx, procedure, input);
  if (answer instanceof FileAnswer) return answer;
  throw new Error(`procedure ${procedure.name} answers with no file`);
}

/** One transaction, done again where a request would be, with what was recorded written last; refusals of the database in the words of their module. */
export async function inAct<T>(ctx: Ctx, work: (inside: Ctx) => Promise<T>, { isRepeatable = false } = {}): Promise<T> {
  return inRepeatedTransaction({ db: ctx.db, isRepeatable }, async (tx) => {
    const inside = { ...ctx, db: tx, asked: new Set<string>() };
    const result = await work(inside);
    await flushEvents(inside);
    return result;
  }).catch((error: unknown) => {
    // A part of a larger act says nothing in words: the whole may yet be done again.
    throw (ctx.db.isTransaction ? undefined : problemOf(error, allRefusals)) ?? error;
  });
}

async function answerOf(ctx: Ctx, procedure: Procedure, input: unknown): Promise<unknown> {
  const route = allRoutes.find((candidate) => candidate.procedure.name === procedure.name);
  if (!route) throw new Error(`procedure ${procedure.name} is not bound`);
  const parsed = parse(procedure.input, input) as never;
  if (procedure.method === 'GET') return readTwice(async () => route.handle(ctx, parsed));
  return inAct(ctx, async (inside) => route.handle(inside, parsed), { isRepeatable: procedure.repeatable !== undefined });
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields } });
}
