/**
 * Acts that somebody may send twice without knowing whether the first came through. The kernel asks for the outcome of the
 * first time before it does anything; who keeps outcomes is said by the composition.
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { canonicalJson } from '../canonical.ts';
import type { Ctx } from '../context.ts';
import { Problem, type Refusal } from '../problem.ts';

export const commandHeader = 'x-command-id';

export interface Command {
  readonly id: string;
  readonly procedure: string;
  /** Of what was sent: the same id never stands for two things. */
  readonly digest: Buffer;
}

export type Outcome = { readonly answer: unknown } | { readonly refusal: Refusal };

export interface CommandLog {
  /** In the transaction of the act. Undefined where the command is new; it is begun with that. */
  begin(ctx: Ctx, command: Command): Promise<Outcome | undefined>;
  /** In the same transaction. */
  finish(ctx: Ctx, command: Command, answer: unknown): Promise<void>;
  /** After the transaction of the act was given up, in one of its own: answers the outcome that stands, which may be another's. */
  refuse(ctx: Ctx, command: Command, refusal: Refusal): Promise<Outcome>;
}

export function commandOf(request: FastifyRequest, { procedure, input }: { procedure: string; input: unknown }): Command | undefined {
  const id = request.headers[commandHeader];
  if (id === undefined) return undefined;
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Problem({ code: 'sync.noCommandId', kind: 'invalid' });
  return { id: id.toLowerCase(), procedure, digest: createHash('sha256').update(`${procedure} ${canonicalJson(input)}`).digest() };
}

export function answerOf(outcome: Outcome): unknown {
  if ('refusal' in outcome) throw new Problem(outcome.refusal);
  return outcome.answer;
}
