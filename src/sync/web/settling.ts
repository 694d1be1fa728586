/** Settling from here what another device sent: whether a decision was kept, or somebody has set it once more meanwhile. */
import { ApiProblem } from '../../shell/api.problem.ts';

interface Sent {
  /** The id under which it was done again; undefined where the other side is kept as it stands. */
  readonly againId: string | undefined;
  readonly send: () => Promise<unknown>;
  /** Asks afresh what is to be settled. */
  readonly listed: () => Promise<readonly { readonly id: string }[]>;
}

/** @returns whether it was kept: where not, it stands in the list anew, with what it is now @throws ApiProblem */
export async function sendDecision({ againId, send, listed }: Sent): Promise<boolean> {
  const refusal = await send().then(() => undefined, (error: unknown) => ({ error }));
  const items = await listed();
  if (!refusal) return true;
  if (refusal.error instanceof ApiProblem && items.some(({ id }) => id === againId)) return false;
  throw refusal.error;
}
