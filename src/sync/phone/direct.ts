/**
 * Acts that the phone's own rules refuse, sent past the outbox: the server has the last word on them, as it may know more. What
 * it refuses is shown where the act was made, as to a browser that was never prepared: nothing of it is left to be settled.
 */
import { offlineProblem } from '../../shell/api.problem.ts';
import type { Endpoint } from '../../shell/request.ts';
import { Problem } from '../../platform/problem.ts';
import type { OutboxCommand } from '../outbox.ts';
import type { KeptOutbox } from './kept.outbox.ts';
import type { PhonePlace } from './place.ts';
import type { Sender } from './sender.ts';
import { send, type Reach, type Reply } from './sending.ts';
import type { Settled } from './settled.ts';

export interface DirectParts {
  readonly place: Pick<PhonePlace, 'isOnline'>;
  readonly outbox: Pick<KeptOutbox, 'entries'>;
  readonly sender: Pick<Sender, 'run' | 'isPaused' | 'isSignedOut'>;
  readonly settled: Pick<Settled, 'note'>;
  readonly reach: Reach;
  readonly endpointOf: (procedure: string) => Endpoint;
  readonly isOwnerHere: () => Promise<boolean>;
  readonly isStopped: () => boolean;
  readonly done: () => void;
  readonly refused: () => void;
}

export function createDirect({ place, outbox, sender, settled, reach, endpointOf, isOwnerHere, isStopped, done, refused }: DirectParts) {
  /** Acts whose answer was lost: the same again goes under the same id. */
  const unanswered = new Map<string, string>();

  async function mayBeSent(): Promise<boolean> {
    if (!place.isOnline() || sender.isPaused()) return false;
    await sender.run();
    return !sender.isPaused() && !sender.isSignedOut() && !outbox.entries().some(({ standing }) => standing.is === 'waiting');
  }

  async function sendSettled(command: OutboxCommand): Promise<Reply> {
    const key = JSON.stringify([command.procedure, command.input]);
    const id = unanswered.get(key) ?? command.id;
    unanswered.set(key, id);
    // A memory that is full keeps nobody from acting with signal.
    const noteSettled = () => settled.note(id).catch(() => undefined);
    // Before it goes: the app may be closed before the answer is here.
    await noteSettled();
    if (isStopped()) throw new Problem({ code: 'sync.locked', kind: 'conflict' });
    const reply = await send({ ...command, id }, { endpoint: endpointOf(command.procedure), reach });
    // Told meanwhile, the server had not heard of it yet.
    if (reply.is !== 'done' && !isStopped()) await noteSettled();
    if (reply.is !== 'lost' && reply.is !== 'failed') unanswered.delete(key);
    return reply;
  }

  return {
    /** @param no what is thrown without signal @throws ApiProblem, Problem */
    async act(command: OutboxCommand, no: unknown): Promise<unknown> {
      if (!(await mayBeSent())) throw no;
      // A phone often believes that there is a line where none is: then what its own rules say is told.
      if (!(await isOwnerHere().catch(() => { throw no; }))) throw signedOut();
      const reply = await sendSettled(command);
      if (reply.is === 'lost') throw offlineProblem();
      if (reply.is === 'signed_out') throw signedOut();
      if (reply.is === 'refused') refused();
      if (reply.is !== 'done') throw new Problem(reply.refusal);
      done();
      return reply.answer;
    },
  };
}

function signedOut(): Problem {
  return new Problem({ code: 'platform.unauthenticated', kind: 'unauthenticated' });
}
