/**
 * What was recorded on screen, act by act: which act an undo took back, and what a change changed. Pure.
 * Only the last act can be undone, so an undo takes back the last one before it that still stood.
 */
import type { z } from 'zod';
import type { unitContract } from '../unit.contract.ts';
import { differences, type StoryEvent } from './unit.story.ts';

type History = z.output<typeof unitContract.history.output>;
export type Recorded = History['acts'][number];

export interface LedgerEntry {
  readonly act: Recorded;
  readonly isUndone: boolean;
  /** Of an undo: what it took back. */
  readonly undoes: Recorded | undefined;
  /** Of a change that still stands: from what to what. */
  readonly changed: readonly StoryEvent[];
}

export function ledgerOf({ acts, versions }: History): readonly LedgerEntry[] {
  const undone = undoneBy(acts);
  const taken = new Set(undone.values());
  const told = lastChanges(acts.filter((act) => act.kind === 'change' && !taken.has(act)));
  return acts.map((act) => ({ act, isUndone: taken.has(act), undoes: undone.get(act), changed: told.has(act) ? changedOn(act.on, versions) : [] }));
}

function undoneBy(acts: readonly Recorded[]): ReadonlyMap<Recorded, Recorded> {
  const standing: Recorded[] = [];
  const undone = new Map<Recorded, Recorded>();
  for (const act of acts.toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0))) {
    if (act.kind !== 'undo') standing.push(act);
    else {
      const last = standing.pop();
      if (last) undone.set(act, last);
    }
  }
  return undone;
}

/** Two changes of one day made one version: the later of them tells it. */
function lastChanges(changes: readonly Recorded[]): ReadonlySet<Recorded> {
  const last = new Map<string, Recorded>();
  for (const act of changes) {
    const other = last.get(act.on);
    if (!other || other.recordedAt < act.recordedAt) last.set(act.on, act);
  }
  return new Set(last.values());
}

function changedOn(on: string, versions: History['versions']): readonly StoryEvent[] {
  const index = versions.findIndex(({ from }) => from === on);
  const before = versions[index - 1];
  const after = versions[index];
  return before && after ? differences(before.facts, after.facts) : [];
}
