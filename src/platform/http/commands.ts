/**
 * Acts that somebody may send twice without knowing whether the first came through. The kernel asks for the outcome of the
 * first time before it does anything; who keeps outcomes is said by the composition.
 */
import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { canonicalJson } from '../canonical.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Procedure } from '../contract.ts';
import type { Keys } from '../crypto/keys.ts';
import { Problem, type Refusal } from '../problem.ts';

export const commandHeader = 'x-command-id';
/** Whose work a phone sends: the session may have become another's since it looked. */
export const accountHeader = 'x-account-id';

export interface Command {
  readonly id: string;
  readonly procedure: string;
  /** Keyed, of what was sent: the same id never stands for two things, and nobody finds out by guessing what it stood for. */
  readonly digest: Buffer;
  /** What was sent, once it is parsed. */
  readonly input: unknown;
}

export type Outcome = { readonly answer: unknown } | { readonly refusal: Refusal };

/** A command of somebody who is not the caller. */
export interface CarriedCommand {
  readonly actor: Actor;
  readonly id: string;
  readonly procedure: string;
  readonly input: unknown;
}

/** What came of it; `isFirst` where it was done now. */
export type CarriedOutcome = { readonly outcome: Outcome; readonly isFirst: boolean };

/** Performs a command in the name of its actor, as if that one had sent it just now. */
export type PerformCommand = (command: CarriedCommand) => Promise<CarriedOutcome>;

export interface CommandLog {
  /** In the transaction of the act. Undefined where the command is new; it is begun with that. */
  begin(ctx: Ctx, command: Command): Promise<Outcome | undefined>;
  /** In the same transaction. */
  finish(ctx: Ctx, command: Command, answer: unknown): Promise<void>;
  /** After the transaction of the act was given up, in one of its own: answers the outcome that stands, which may be another's. */
  refuse(ctx: Ctx, command: Command, refusal: Refusal): Promise<Outcome>;
}

interface Sent {
  readonly procedure: Procedure;
  readonly input: unknown;
  readonly keys: Keys;
}

export function commandOf(request: FastifyRequest, sent: Sent): Command | undefined {
  const id = request.headers[commandHeader];
  return id === undefined ? undefined : commandWith(id, sent);
}

/** The same command whichever way it came: by its id, the procedure and what was sent once it is parsed. */
export function commandWith(id: unknown, { procedure, input, keys }: Sent): Command {
  // What another act answers may be a secret, and outcomes are kept for ever.
  if (!procedure.isCommand) throw new Problem({ code: 'sync.notACommand', kind: 'invalid' });
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Problem({ code: 'sync.noCommandId', kind: 'invalid' });
  const digest = createHmac('sha256', keys.hashing).update(`command ${procedure.name} ${canonicalJson(input)}`).digest();
  return { id: id.toLowerCase(), procedure: procedure.name, digest, input };
}

export function answerOf(outcome: Outcome): unknown {
  if ('refusal' in outcome) throw new Problem(outcome.refusal);
  return outcome.answer;
}
