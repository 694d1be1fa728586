/** How far a task has come, and how far one that was shared out among units has come by its parts. Pure. */
import type { Stage, TaskState } from './task.stages.ts';

export interface Part {
  readonly state: TaskState;
  readonly stage: Stage;
  readonly progress: number;
  readonly weight: number;
}

/** Percent. What is reported as done counts as such until it is returned. */
export function progressOf({ state, stage, progress }: Omit<Part, 'weight'>): number {
  return state === 'done' || (state === 'open' && stage === 'reported') ? 100 : progress;
}

/** By the weights of the parts, whole percent, rounded down: nothing is told as whole before it is. Parts that were cancelled count for nothing. */
export function rollUp(parts: readonly Part[]): number | null {
  const counted = parts.filter(({ state }) => state !== 'dropped');
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? null : Math.floor(counted.reduce((sum, part) => sum + part.weight * progressOf(part), 0) / whole);
}
