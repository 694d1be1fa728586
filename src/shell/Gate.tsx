/** Lets those who are signed in through to the frame, and sends others to sign in, from where they come back here. */
import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { PageSkeleton } from '../ui/Loading.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Frame } from './Frame.tsx';
import { isUnauthenticated } from './queryClient.ts';
import { SessionContext, sessionQuery } from './session.ts';
import classes from './Gate.module.css';

export function Gate() {
  const session = useQuery(sessionQuery);
  const { href, pathname } = useLocation();
  if (isUnauthenticated(session.error)) {
    const here = href === '/' || pathname === '/dang-nhap' ? undefined : href;
    return <Navigate to="/dang-nhap" search={{ den: here } as never} replace />;
  }
  if (session.data) return <SessionContext value={session.data}><Frame /></SessionContext>;
  return (
    <div className={classes.waiting}>
      {session.error ? <ProblemNotice problem={session.error} onRetry={() => void session.refetch()} /> : <PageSkeleton />}
    </div>
  );
}
