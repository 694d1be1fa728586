/** Lets those who are signed in through to the frame, and sends others to sign in, from where they come back here. */
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { stringifySearch } from '../ui/address.ts';
import { PageSkeleton } from '../ui/Loading.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Frame } from './Frame.tsx';
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
    const here = router.latestLocation.href;
    router.history.replace(`/dang-nhap${stringifySearch({ den: here === '/' ? undefined : here })}`);
  }, [isStranger, router]);
}
