/**
 * Sends what waits: one after the other in the order of their making, never two senders at once, the same again until an answer
 * comes. A refusal is set aside for a person and the next one goes.
 */
import type { Endpoint } from '../../shell/request.ts';
import { waitAfter } from './backoff.ts';
import type { KeptOutbox } from './kept.outbox.ts';
import type { PhonePlace } from './place.ts';
import { send, type Reach } from './sending.ts';
import type { Turn } from './turn.ts';

export type Sender = ReturnType<typeof createSender>;

export interface SenderParts {
  readonly outbox: KeptOutbox;
  readonly turn: Turn;
  readonly reach: Reach;
  readonly endpointOf: (procedure: string) => Endpoint;
  readonly place: PhonePlace;
  /** Whether the owner is signed in: another's session must never carry these commands. @throws where the server is not reached */
  readonly isOwnerHere: () => Promise<boolean>;
  readonly changed: () => void;
}

/** So often in a row the same command fails before it is set aside for a person. */
const mostFailures = 5;

export function createSender({ outbox, turn, reach, endpointOf, place, isOwnerHere, changed }: SenderParts) {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = false;
  let isSignedOut = false;
  let losses = 0;
  let failing = { id: '', times: 0 };
  let callOff: (() => void) | undefined;

  /** Over when all is sent or nothing more can be sent for now. */
  function run(): Promise<void> {
    isAskedAgain = true;
    running ??= work().finally(() => {
      running = undefined;
      changed();
    });
    return running;
  }

  async function work(): Promise<void> {
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false;
      changed();
      await turn(sendAll);
    }
  }

  async function sendAll(isStillMine: () => Promise<boolean>): Promise<void> {
    pauseNoMore();
    while (!isStopped && (await isStillMine()) && (await sendFirst())) changed();
  }

  /** @returns whether to go on */
  async function sendFirst(): Promise<boolean> {
    const entry = await outbox.first();
    if (!entry) return false;
    const isOwner = await isOwnerHere().catch(() => undefined);
    if (isOwner === undefined) return lose();
    isSignedOut = !isOwner;
    if (!isOwner) return false;
    const reply = await send(entry.command, { endpoint: endpointOf(entry.command.procedure), reach });
    if (reply.is === 'lost' || (reply.is === 'failed' && failuresOf(entry.command.id) < mostFailures)) return lose();
    losses = 0;
    isSignedOut = reply.is === 'signed_out';
    if (reply.is === 'signed_out') return false;
    await outbox.settle(entry, reply.is === 'done' ? { is: 'done', answer: reply.answer } : { is: 'refused', refusal: reply.refusal });
    place.post('outbox');
    return true;
  }

  function failuresOf(id: string): number {
    failing = { id, times: failing.id === id ? failing.times + 1 : 1 };
    return failing.times;
  }

  function lose(): false {
    losses += 1;
    pauseNoMore();
    if (!isStopped) callOff = place.later(waitAfter(losses, place.chance()), () => void run().catch(() => undefined));
    return false;
  }

  function pauseNoMore(): void {
    callOff?.();
    callOff = undefined;
  }

  return {
    run,
    isRunning: () => running !== undefined,
    /** The last request was lost, and the next is not due yet. */
    isPaused: () => callOff !== undefined,
    isSignedOut: () => isSignedOut,
    signIn() {
      isSignedOut = false;
    },
    signOut() {
      isSignedOut = true;
    },
    stop() {
      isStopped = true;
      pauseNoMore();
    },
  };
}
