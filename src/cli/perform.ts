/**
 * Runs a procedure of the API from the command line: the same shapes, acts, rules and events as over the network,
 * only without the network and in the name of the installation.
 */
import type { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import type { Procedure } from '../platform/contract.ts';
import { inTransaction } from '../platform/db/database.ts';
import { problemOf } from '../platform/db/errors.ts';
import { flushEvents } from '../platform/events.ts';
import { Problem } from '../platform/problem.ts';
import { allRefusals, allRoutes } from '../routes.ts';

export async function perform<I extends z.ZodType, O extends z.ZodType>(ctx: Ctx, procedure: Procedure<I, O>, input: z.input<I>): Promise<z.output<O>> {
  const route = allRoutes.find((candidate) => candidate.procedure.name === procedure.name);
  if (!route) throw new Error(`procedure ${procedure.name} is not bound`);
  const parsed = parse(procedure.input, input) as never;
  try {
    const work = (inside: Ctx) => route.handle(inside, parsed);
    return procedure.output.parse(await (procedure.method === 'GET' ? work(ctx) : inAct(ctx, work)));
  } catch (error) {
    throw problemOf(error, allRefusals) ?? error;
  }
}

/** One transaction, with what was recorded written last. */
export async function inAct<T>(ctx: Ctx, work: (inside: Ctx) => Promise<T>): Promise<T> {
  return inTransaction(ctx.db, async (tx) => {
    const inside = { ...ctx, db: tx, asked: new Set<string>() };
    const result = await work(inside);
    await flushEvents(inside);
    return result;
  });
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields } });
}
