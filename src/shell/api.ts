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
import { ApiProblem, problemOf } from './api.problem.ts';
import { actOnPhone, answerAhead, answerAlone } from './offline.ts';
import { reach } from './reach.ts';
import { requestOf } from './request.ts';

type Callable<I extends z.ZodType, O extends z.ZodType> = Pick<Procedure<I, O>, 'name' | 'method' | 'path'> & {
  // Only their types are used, so that what the first screen calls need not bring its shapes along.
  readonly input?: I;
  readonly output?: O;
};

export { ApiProblem, type ApiProblemKind } from './api.problem.ts';

export async function call<I extends z.ZodType, O extends z.ZodType>(
  procedure: Callable<I, O>,
  input: z.input<I>,
  options: { signal?: AbortSignal } = {},
): Promise<z.output<O>> {
  // What the phone makes of it has the shape of the contract: its modules answer by the very rules of the server.
  if (procedure.method === 'POST') {
    const kept = await actOnPhone(procedure.name, input);
    return kept ? (kept.answer as z.output<O>) : ask(procedure, input, options);
  }
  const ahead = await answerAhead(procedure.name, input);
  return ahead === undefined ? read(procedure, input, options) : (ahead as z.output<O>);
}

/** By the server; where the phone can tell too, by the phone if there is no answer, or none soon. */
async function read<I extends z.ZodType, O extends z.ZodType>(procedure: Callable<I, O>, input: z.input<I>, options: { signal?: AbortSignal }): Promise<z.output<O>> {
  const alone = await answerAlone(procedure.name, input);
  const asked = ask(procedure, input, options);
  return alone === undefined ? asked : soonOr(asked, alone as z.output<O>);
}

const patience = 5_000;

async function soonOr<Answer>(asked: Promise<Answer>, alone: Answer): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer>((done) => { timer = setTimeout(() => done(alone), patience); });
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === 'offline') return alone;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function ask<I extends z.ZodType, O extends z.ZodType>(procedure: Callable<I, O>, input: z.input<I>, options: { signal?: AbortSignal }): Promise<z.output<O>> {
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
