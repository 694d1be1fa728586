/** One command on its way to the server, and what its answer means for it. */
import { problemOf, type ApiProblem } from '../../shell/api.problem.ts';
import { requestOf, type Endpoint } from '../../shell/request.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { OutboxCommand } from '../outbox.ts';

export type Reach = (url: string, init: RequestInit) => Promise<Response>;

export type Reply =
  | { readonly is: 'done'; readonly answer: unknown }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** Nobody knows whether it was done: it is sent again with the same id. */
  | { readonly is: 'lost' }
  /** Something answered that is no outcome. Once is an accident; again and again it is this command, and a refusal. */
  | { readonly is: 'failed'; readonly refusal: Refusal }
  | { readonly is: 'signed_out' };

const commandHeader = 'x-command-id';
/** Somebody else was at it, or the window was too busy: the server did nothing and says the same again may pass. */
const noOutcomes = ['platform.busy', 'platform.crossSite'];

export async function send(command: OutboxCommand, { endpoint, reach }: { readonly endpoint: Endpoint; readonly reach: Reach }): Promise<Reply> {
  const { url, body = '{}' } = requestOf(endpoint, command.input);
  try {
    const headers = { accept: 'application/json', 'content-type': 'application/json', [commandHeader]: command.id };
    return await withPatience(body.length, async (signal) => {
      const response = await reach(url, { method: endpoint.method, headers, body, signal });
      return response.ok ? { is: 'done', answer: await answerOf(response) } : replyOf(response.status, await problemOf(response));
    });
  } catch {
    // No connection, cut in the middle, or something on the way answered with a page of its own.
    return { is: 'lost' };
  }
}

function replyOf(status: number, { code, kind, data, requestId }: ApiProblem): Reply {
  if (kind === 'unexpected') return requestId === undefined ? foreignReply(status) : { is: 'failed', refusal: refuse('sync.failsAlways', 'unexpected', { requestId }) };
  if (kind === 'unauthenticated') return { is: 'signed_out' };
  if (kind === 'offline' || kind === 'too_many' || noOutcomes.includes(code)) return { is: 'lost' };
  return { is: 'refused', refusal: { code, kind, data } };
}

/** Of what stands between us and the server: a line that asks for a sign-in of its own, or one that takes no such request. */
function foreignReply(status: number): Reply {
  if (status === tooLarge) return { is: 'refused', refusal: refuse('platform.tooLarge', 'invalid') };
  if (status < 400 || status >= 500 || passing.includes(status)) return { is: 'lost' };
  return { is: 'failed', refusal: refuse('sync.notLetThrough', 'invalid', { status }) };
}

const tooLarge = 413;
/** Not signed in on the line, too slow, too many: none of them is about the command. */
const passing = [401, 407, 408, 425, 429];

async function answerOf(response: Response): Promise<unknown> {
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null) throw new Error('not an answer of ours');
  return answer;
}

const patience = 30_000;
/** A photo over the slowest line that still works, in bytes a millisecond. */
const slowest = 5;

/** A request that hangs is lost: what hangs would keep everything behind it. */
async function withPatience(bytes: number, work: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience + bytes / slowest);
  try {
    return await work(giveUp.signal);
  } finally {
    clearTimeout(timer);
  }
}
