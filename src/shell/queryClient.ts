/** The cache of answers, and what happens everywhere when a call fails: expired sessions, lost connection. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';
import { sessionQuery } from './session.ts';

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Asking who is signed in brings the sign-in page, which leads back here.
        const isSessionItself = query.queryKey[0] === sessionQuery.queryKey[0];
        if (isUnauthenticated(error) && !isSessionItself) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    }),
    // An act that comes too late keeps its page, and so what was typed; its sentence says to sign in: no cache of mutations acts on it.
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 30 * 60_000, networkMode: 'always', retry: (count, error) => isOffline(error) && count < 1 },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiProblem && error.kind === 'unauthenticated';
}

function isOffline(error: unknown): boolean {
  return error instanceof ApiProblem && error.kind === 'offline';
}
