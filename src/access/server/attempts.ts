/**
 * Limits on guessing passwords and codes. An attempt is counted *before* it is checked and in a transaction of its own,
 * so that many at the same moment cannot all slip through, and a refusal does not undo the count.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { markPartlyCommitted } from '../../platform/db/repeat.ts';
import { flushEvents } from '../../platform/events.ts';
import { Problem } from '../../platform/problem.ts';
import { failuresPerAddress, failuresPerName, mayTry, waitMinutes } from '../session.ts';
import { attemptOf, countFailures, forgetFailures, forgetOne, saveFailure, type Attempt, type Guessed } from './session.store.ts';

export async function countAttempt(ctx: Ctx, name: string, guessed: Guessed = 'signIn'): Promise<Attempt> {
  const attempt = attemptOf(ctx, name, guessed);
  if (!mayTry(await countFailures(ctx, attempt))) throw tooMany();
  await saveFailure(ctx, attempt);
  await commitSoFar(ctx);
  const { byName, byAddress } = await countFailures(ctx, attempt);
  if (byName > failuresPerName || byAddress > failuresPerAddress) throw tooMany();
  return attempt;
}

/** Everything asked for was right: what was counted against the name before is forgotten. */
export async function attemptSucceeded(ctx: Ctx, attempt: Attempt): Promise<void> {
  await forgetFailures(ctx, attempt);
  await forgetOne(ctx, attempt.address);
}

/**
 * This attempt was no guess, but it proves nothing yet: only its own count goes. Were the others forgotten as well,
 * whoever knows the password could guess codes for ever, by signing in without a code between the guesses.
 */
export async function withdrawAttempt(ctx: Ctx, { name, address }: Attempt): Promise<void> {
  for (const key of [name, address]) await forgetOne(ctx, key);
}

/** Keeps what was written and recorded although the act is about to be refused. */
export async function commitSoFar(ctx: Ctx): Promise<void> {
  await flushEvents(ctx);
  await sql`commit and chain`.execute(ctx.db);
  markPartlyCommitted(ctx.db);
}

function tooMany(): Problem {
  return new Problem({ code: 'access.tooMany', kind: 'too_many', data: { minutes: waitMinutes } });
}
