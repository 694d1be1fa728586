/**
 * What devices of the account sent and a person has to settle: shown wherever the account is signed in, where it may still do such
 * acts; settled once for all its devices. A device tells what was settled on it, and learns what was settled elsewhere.
 */
import type { z } from 'zod';
import { requireActor } from '../../access/server/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PerformCommand } from '../../platform/http/commands.ts';
import { Problem } from '../../platform/problem.ts';
import type { ConflictSource } from '../conflict.ts';
import type { OutboxCommand } from '../outbox.ts';
import type { syncContract } from '../sync.contract.ts';
import { findKept, listKept, markSettled, settledAmong, type KeptCommand } from './conflict.store.ts';

type Input<K extends keyof typeof syncContract> = z.output<(typeof syncContract)[K]['input']>;
type Answer<K extends keyof typeof syncContract> = z.input<(typeof syncContract)[K]['output']>;

interface Shown extends KeptCommand {
  readonly about: OutboxCommand['about'];
}

const mostShown = 100;
/** What the account may not do any more lies mostly further back. */
const mostLookedAt = 20 * mostShown;

export async function listConflicts(ctx: Ctx, sources: readonly ConflictSource[]): Promise<Answer<'conflicts'>> {
  const shown = await listShown(ctx, sources);
  return { items: shown.map(({ id, procedure, input, about, at, refusal: { code, data = {} } }) => ({ id, procedure, input, about, at: at.toISOString(), code, data: { ...data } })) };
}

export async function listUnsettled(ctx: Ctx, sources: readonly ConflictSource[]): Promise<Answer<'unsettled'>> {
  const shown = await listShown(ctx, sources);
  return { ids: shown.map(({ id }) => id) };
}

/** In the order of their sending, the last ones where there are more. What is not shown any more hides nothing that is. */
async function listShown(ctx: Ctx, sources: readonly ConflictSource[]): Promise<Shown[]> {
  const { accountId } = requireActor(ctx);
  const shown: Shown[] = [];
  let before: KeptCommand | undefined;
  for (let lookedAt = 0; lookedAt < mostLookedAt && shown.length < mostShown; lookedAt += mostShown) {
    const kept = await listKept(ctx, accountId, { before, most: mostShown });
    shown.push(...(await shownTo(ctx, sources, kept)));
    before = kept.at(-1);
    if (kept.length < mostShown) break;
  }
  return shown.slice(0, mostShown).toReversed();
}

/**
 * Given up, or done again against the other's under a new id, as if it came from a device: what another has set meanwhile is again
 * something to be settled, under that id. Any other refusal settles nothing.
 */
export async function settle(ctx: Ctx, { commandId, again }: Input<'settle'>, { perform, sources }: { readonly perform: PerformCommand; readonly sources: readonly ConflictSource[] }): Promise<Answer<'settle'>> {
  const actor = requireActor(ctx);
  const kept = await findKept(ctx, actor.accountId, commandId);
  const [shown] = kept ? await shownTo(ctx, sources, [kept]) : [];
  if (!shown) throw new Problem({ code: 'sync.conflictUnknown', kind: 'not_found' });
  if (again === null) return settled(ctx, shown);
  const { outcome } = await perform({ id: again.id, procedure: shown.procedure, input: again.input, actor });
  if (!('refusal' in outcome) || isToSettle(sources, outcome.refusal)) await settled(ctx, shown);
  if ('refusal' in outcome) throw new Problem(outcome.refusal);
  return {};
}

/** What was settled on the device first: of that nothing is to be settled elsewhere any more. */
export async function tellSettled(ctx: Ctx, { here, open }: Input<'settled'>): Promise<Answer<'settled'>> {
  const { accountId } = requireActor(ctx);
  await markSettled(ctx, accountId, here);
  return { elsewhere: await settledAmong(ctx, accountId, open) };
}

export function isToSettle(sources: readonly ConflictSource[], { code }: { readonly code: string }): boolean {
  return sources.some((source) => source.code === code);
}

async function settled(ctx: Ctx, { id }: Shown): Promise<Answer<'settle'>> {
  await markSettled(ctx, requireActor(ctx).accountId, [id]);
  return {};
}

/** Neither side is shown where the right to such acts is gone. */
async function shownTo(ctx: Ctx, sources: readonly ConflictSource[], kept: readonly KeptCommand[]): Promise<Shown[]> {
  const shown = new Map<string, Shown>();
  for (const { code, aboutOf, within } of sources) {
    const own = kept.filter(({ refusal }) => refusal.code === code).map((command) => ({ ...command, about: aboutOf(command.input) }));
    const reached = own.length === 0 ? new Set<string>() : await within(ctx, [...new Set(own.map(({ about }) => about.id))]);
    for (const command of own) if (reached.has(command.about.id)) shown.set(command.id, command);
  }
  return kept.flatMap(({ id }) => shown.get(id) ?? []);
}
