/**
 * Calls procedures of the server by their contract. Shapes are checked by types
 * alone: the server has checked what it sends. Everything that is not an answer
 * is thrown as an ApiProblem.
 */
import {
  keepPreviousData, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { Procedure } from '../platform/contract.ts';
import type { ProblemKind } from '../platform/problem.ts';
import { requestOf } from './request.ts';

type Callable<I extends z.ZodType, O extends z.ZodType> = Pick<Procedure<I, O>, 'name' | 'method' | 'path'> & {
  // Only their types are used, so that what the first screen calls need not bring its shapes along.
  readonly input?: I;
  readonly output?: O;
};

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

export async function call<I extends z.ZodType, O extends z.ZodType>(
  procedure: Callable<I, O>,
  input: z.input<I>,
  options: { signal?: AbortSignal } = {},
): Promise<z.output<O>> {
  const { url, body } = requestOf(procedure, input);
  const response = await reach(url, {
    method: procedure.method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body }),
    ...options,
  });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

/** A read, fresh for a moment and shown from the cache at once when it is asked for again. */
export function useProcedure<I extends z.ZodType, O extends z.ZodType>(
  procedure: Callable<I, O>,
  input: z.input<I>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<z.output<O>, Error> {
  const { enabled = true, keepPrevious = false } = options;
  return useQuery({ ...procedureQuery(procedure, input), enabled, ...(keepPrevious ? { placeholderData: keepPreviousData } : {}) });
}

/** For `queryClient.fetchQuery` and the like, where a hook can't be used. */
export function procedureQuery<I extends z.ZodType, O extends z.ZodType>(procedure: Callable<I, O>, input: z.input<I>) {
  return queryOptions<z.output<O>>({
    queryKey: [procedure.name, input],
    queryFn: ({ signal }) => call(procedure, input, { signal }),
  });
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string | null | undefined;
}

/** A list paged by key: the input takes `cursor`, the answer gives `items` and `next`. Feeds a DataTable. */
export function useRows<I extends z.ZodType<unknown, { cursor?: string | undefined }>, O extends z.ZodType<Page<unknown>>>(
  procedure: Callable<I, O>,
  input: Omit<z.input<I>, 'cursor'>,
) {
  type Row = z.output<O>['items'][number];
  const query = useInfiniteQuery({
    queryKey: [procedure.name, input, 'rows'],
    queryFn: ({ signal, pageParam }) => call(procedure, { ...input, ...(pageParam ? { cursor: pageParam } : {}) } as z.input<I>, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items as readonly Row[]), [query.data]);
  const more = query.hasNextPage ? { load: () => void query.fetchNextPage(), loading: query.isFetchingNextPage } : undefined;
  return { rows, more, first: query.data?.pages[0], error: query.error, retry: () => void query.refetch() };
}

/** An act. Afterwards everything of its module, and of those named in `touches`, is asked for afresh. */
export function useAct<I extends z.ZodType, O extends z.ZodType>(
  procedure: Callable<I, O>,
  options: { touches?: readonly string[] } = {},
): UseMutationResult<z.output<O>, Error, z.input<I>> {
  const client = useQueryClient();
  const modules = [moduleOf(procedure.name), ...(options.touches ?? [])];
  return useMutation({
    mutationFn: (input: z.input<I>) => call(procedure, input),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => modules.includes(moduleOf(String(queryKey[0]))) }),
  });
}

export function moduleOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ code: 'shell.offline', kind: 'offline', data: {}, requestId: undefined });
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (isProblemAnswer(answer)) return new ApiProblem({ ...answer.problem, data: answer.problem.data ?? {}, requestId: answer.requestId });
  // Not our server's words: something between us answered, or the server is starting.
  const isAway = [502, 503, 504].includes(response.status);
  return new ApiProblem({ code: isAway ? 'shell.offline' : 'shell.unexpected', kind: isAway ? 'offline' : 'unexpected', data: {}, requestId: undefined });
}

interface ProblemAnswer {
  readonly problem: { readonly code: string; readonly kind: ProblemKind; readonly data?: Readonly<Record<string, unknown>> };
  readonly requestId: string;
}

function isProblemAnswer(answer: unknown): answer is ProblemAnswer {
  return typeof answer === 'object' && answer !== null && 'problem' in answer && 'requestId' in answer;
}
