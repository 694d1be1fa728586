/** Lets those who are signed in through to the frame; who is no longer, signs in and comes back here. */
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageSkeleton } from '../ui/Loading.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Frame } from './Frame.tsx';
import { signInAddress } from './gate.ts';
import classes from './Gate.module.css';
import { isUnauthenticated } from './queryClient.ts';
import { SessionContext, sessionQuery } from './session.ts';

export function Gate() {
  const session = useQuery(sessionQuery);
  const isStranger = isUnauthenticated(session.error);
  useSignInFirst(isStranger);
  if (session.data && !isStranger) return <SessionContext value={session.data}><Frame /></SessionContext>;
  return (
    <div className={classes.waiting}>
      {session.error && !isStranger ? <ProblemNotice problem={session.error} onRetry={() => void session.refetch()} /> : <PageSkeleton />}
    </div>
  );
}

/** Reads the address only when it leaves: while it is leaving, the address is already the next one. */
function useSignInFirst(isStranger: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isStranger) return;
    router.history.replace(signInAddress(router.latestLocation.href));
  }, [isStranger, router]);
}
