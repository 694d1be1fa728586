/** Who is signed in. Pages read it by `useSession`; only the frame asks for it. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { ApiProblem, call } from './api.ts';
import { keepSession, keptSession, leavePhone } from './offline.ts';
import { endPush } from './push.ts';
import { sessionEndpoint, signOutEndpoint, type Session } from './session.shape.ts';

export const sessionQuery = queryOptions<Session>({
  queryKey: [sessionEndpoint.name],
  queryFn: ({ signal }) => askSession(signal),
  staleTime: 60_000,
});

/** Without signal the one that a prepared phone has kept: waits there for the PIN. */
async function askSession(signal: AbortSignal): Promise<Session> {
  try {
    const session = (await call(sessionEndpoint, {}, { signal })) as Session;
    void keepSession(session);
    return session;
  } catch (error) {
    const isOffline = error instanceof ApiProblem && error.kind === 'offline';
    const kept = isOffline ? await keptSession() : undefined;
    if (kept === undefined) throw error;
    return kept as Session;
  }
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a page that needs the session stands outside the frame');
  return session;
}

/** Whether the account holds the verb somewhere; what it may do to one thing comes with that thing, as `may`. */
export function useMayVisit(verb: string | undefined): boolean {
  const { mayVisit } = useSession();
  return verb === undefined || mayVisit.includes(verb);
}

/** Ends the session and forgets on this device whatever was fetched in it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await call(signOutEndpoint, {});
    await leavePhone();
    await endPush().catch(() => undefined);
    client.clear();
    location.assign('/dang-nhap');
  }, [client]);
}
