/** How far the first fetch of a phone has come, and when it is tried again after the line broke. */
import { ApiProblem } from '../../shell/api.problem.ts';
import { waitAfter } from './backoff.ts';
import type { FirstFetch, PulledParts } from './phone.ts';
import type { PhonePlace } from './place.ts';
import type { Carried } from './replica.ts';

export interface FirstFetchParts {
  readonly place: Pick<PhonePlace, 'later' | 'chance' | 'isOnline'>;
  readonly carried: () => Carried;
  readonly again: () => void;
}

export function createFirstFetch({ place, carried, again }: FirstFetchParts) {
  let parts: PulledParts | null = null;
  let isResumed = [...carried().values()].some(({ size }) => size > 0);
  let refusal: unknown;
  let isOffline = false;
  let losses = 0;
  let callOff: (() => void) | undefined;

  function rest(): void {
    callOff?.();
    callOff = undefined;
  }

  return {
    came(told: PulledParts): void {
      parts = told;
      losses = 0;
    },
    /** The line broke, or the server is not well: it may pass by itself. What the server refused does not. */
    lose(error: unknown): void {
      rest();
      losses += 1;
      isResumed = true;
      refusal = isPassing(error) ? undefined : error;
      isOffline = error instanceof ApiProblem && error.kind === 'offline';
      if (refusal === undefined) callOff = place.later(waitAfter(losses, place.chance()), again);
    },
    rest,
    stop: rest,
    state(isRunning: boolean): FirstFetch {
      const came = Object.fromEntries([...carried()].map(([type, { size }]) => [type, size]));
      // Before it has begun nothing is wrong with the line.
      const isBeginning = losses === 0 && refusal === undefined && place.isOnline();
      if (isRunning || isBeginning) return { parts, came, isResumed, standing: { is: 'running' } };
      return { parts, came, isResumed, standing: refusal === undefined ? { is: 'waits', isOffline: isOffline || !place.isOnline() } : { is: 'failed', problem: refusal } };
    },
  };
}

function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (['offline', 'unexpected', 'too_many'].includes(error.kind) || error.code === 'platform.busy');
}
