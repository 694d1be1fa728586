/**
 * What a module gives for refusals that a person settles between two sides: such a command is kept whole until somebody has,
 * on the device that made it or on any other of the account (`server/conflict.commands.ts`).
 */
import type { Ctx } from '../platform/context.ts';
import type { OutboxCommand } from './outbox.ts';

export interface ConflictSource {
  /** Of the refusals that tell the other side. */
  readonly code: string;
  /** What such a command is about, by its input as the contract took it. */
  readonly aboutOf: (input: Readonly<Record<string, unknown>>) => OutboxCommand['about'];
  /** Of what commands are about, by its ids: where the caller may do such commands today. Of anything else neither side is shown. */
  readonly within: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlySet<string>>;
}
