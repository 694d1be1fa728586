/** Keeps what came of commands, one row each, under the account that sent them; of what a person has to settle what was sent as well. */
import './command.tables.ts';
import type { Ctx } from '../../platform/context.ts';
import { inRepeatedTransaction } from '../../platform/db/repeat.ts';
import type { Command, CommandLog, Outcome } from '../../platform/http/commands.ts';
import { Problem, type Refusal } from '../../platform/problem.ts';
import type { ConflictSource } from '../conflict.ts';
import { isToSettle } from './conflict.commands.ts';

export function commandLogWith(conflicts: readonly ConflictSource[]): CommandLog {
  return { begin, finish, refuse: (ctx, command, refusal) => refuse(ctx, command, { refusal, isKept: isToSettle(conflicts, refusal) }) };
}

async function begin(ctx: Ctx, command: Command): Promise<Outcome | undefined> {
  // Of two at the same moment the second waits here until the first is done or given up.
  const { numInsertedOrUpdatedRows } = await ctx.db.insertInto('commands').values({ ...keyOf(ctx, command), procedure: command.procedure, digest: command.digest, answer: null, refusal: null, at: ctx.now })
    .onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? undefined : outcomeOf(ctx, command);
}

async function finish(ctx: Ctx, command: Command, answer: unknown): Promise<void> {
  const { account_id: account, id } = keyOf(ctx, command);
  await ctx.db.updateTable('commands').set({ answer: JSON.stringify(answer) }).where('account_id', '=', account).where('id', '=', id).execute();
}

async function refuse(ctx: Ctx, command: Command, { refusal, isKept }: { readonly refusal: Refusal; readonly isKept: boolean }): Promise<Outcome> {
  return inRepeatedTransaction({ db: ctx.aside, isRepeatable: true }, async (db) => {
    const row = { ...keyOf(ctx, command), procedure: command.procedure, digest: command.digest, answer: null, refusal: JSON.stringify(refusal), at: ctx.now, input: isKept ? JSON.stringify(command.input) : null };
    await db.insertInto('commands').values(row).onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing()).execute();
    return outcomeOf({ ...ctx, db }, command);
  });
}

async function outcomeOf(ctx: Ctx, command: Command): Promise<Outcome> {
  const { account_id: account, id } = keyOf(ctx, command);
  const row = await ctx.db.selectFrom('commands').selectAll().where('account_id', '=', account).where('id', '=', id).executeTakeFirstOrThrow();
  if (!row.digest.equals(command.digest)) throw new Problem({ code: 'sync.commandReused', kind: 'conflict' });
  // A row is begun and finished in one transaction; only an act that commits in pieces could leave one half, and none of those is a command.
  if (row.answer === null && row.refusal === null) throw new Error(`command ${id} was never finished`);
  // Written by `refuse` from this type.
  return row.refusal === null ? { answer: row.answer } : { refusal: row.refusal as Refusal };
}

function keyOf({ actor }: Ctx, { id }: Command): { account_id: string; id: string } {
  if (!actor) throw new Problem({ code: 'platform.unauthenticated', kind: 'unauthenticated' });
  return { account_id: actor.accountId, id };
}
