/**
 * A problem is an expected refusal with a code that is part of the API. Anything else thrown is a bug:
 * the client then sees only `unexpected` and the request's id.
 */
import type { Text } from './contract.ts';

export const problemStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_many: 429,
  unexpected: 500,
} as const;

export type ProblemKind = keyof typeof problemStatus;
export type ProblemData = Readonly<Record<string, unknown>>;

/** What a pure rule returns when it says no; the command turns it into a thrown Problem. */
export interface Refusal {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly data?: ProblemData;
}

export class Problem extends Error implements Refusal {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly data: ProblemData;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Problem';
    this.code = refusal.code;
    this.kind = refusal.kind;
    this.data = refusal.data ?? {};
  }
}

/** Sentences of problem codes, catalogued by the module that answers with them. */
export type ProblemTexts = Readonly<Record<string, Text>>;

export function refuse(code: string, kind: ProblemKind, data?: ProblemData): Refusal {
  return data ? { code, kind, data } : { code, kind };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'kind' in value;
}

export function orThrow<T extends object>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Problem(result);
  return result;
}
