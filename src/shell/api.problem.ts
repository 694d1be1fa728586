/** What is thrown where a call brings no answer, read from whatever came instead. Pure. */
import type { ProblemKind } from '../platform/problem.ts';

/** `offline`: the server could not be reached at all. */
export type ApiProblemKind = ProblemKind | 'offline';

export class ApiProblem extends Error {
  readonly code: string;
  readonly kind: ApiProblemKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;

  constructor(problem: Pick<ApiProblem, 'code' | 'kind' | 'data' | 'requestId'>) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.kind = problem.kind;
    this.data = problem.data;
    this.requestId = problem.requestId;
  }
}

export function offlineProblem(): ApiProblem {
  return new ApiProblem({ code: 'shell.offline', kind: 'offline', data: {}, requestId: undefined });
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (isProblemAnswer(answer)) return new ApiProblem({ ...answer.problem, data: answer.problem.data ?? {}, requestId: answer.requestId });
  // Not our server's words: something between us answered, or the server is starting.
  return isAway(response) ? offlineProblem() : new ApiProblem({ code: 'shell.unexpected', kind: 'unexpected', data: {}, requestId: undefined });
}

/** A proxy answered for a server that is not there. */
export function isAway({ status }: Response): boolean {
  return [502, 503, 504].includes(status);
}

interface ProblemAnswer {
  readonly problem: { readonly code: string; readonly kind: ProblemKind; readonly data?: Readonly<Record<string, unknown>> };
  readonly requestId: string;
}

function isProblemAnswer(answer: unknown): answer is ProblemAnswer {
  return typeof answer === 'object' && answer !== null && 'problem' in answer && 'requestId' in answer;
}
