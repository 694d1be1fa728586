/** While a prepared device is locked nothing of the app shows but the way in. What was typed below stays as it was. */
import type { AnyRouter } from '@tanstack/react-router';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { SIGN_IN_PATH } from './gate.ts';
import { findPhone, lockPhone, usePhoneState } from './offline.ts';
import classes from './LockFirst.module.css';

const LockPage = lazy(() => import('../sync/web/LockPage.tsx').then((module) => ({ default: module.LockPage })));

/** Somebody else may have the phone in hand by then. */
const LOCKED_AFTER_MS = 10 * 60_000;

export function LockFirst({ router, children }: { readonly router: AnyRouter; readonly children: ReactNode }) {
  const state = usePhoneState();
  const path = useRouterState({ router, select: ({ location }) => location.pathname });
  useLockInBackground();
  const isKnown = useIsPhoneKnown();
  const isLocked = state?.is === 'locked' && path !== SIGN_IN_PATH;
  // Until the phone half has come nobody knows whether it is locked: a page would show for a moment what the PIN keeps.
  const isBelow = isLocked || (state === undefined && !isKnown);
  return (
    <>
      <div className={isBelow ? classes.below : classes.open} inert={isBelow}>{children}</div>
      {isLocked && <Suspense fallback={null}><LockPage state={state} onSignIn={() => void router.navigate({ to: SIGN_IN_PATH })} /></Suspense>}
    </>
  );
}

/** Whether it is settled that there is a phone half, or that its code can't be had. */
function useIsPhoneKnown(): boolean {
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    void findPhone().then(() => setKnown(true));
  }, []);
  return isKnown;
}

/** Timers sleep in the background of some phones: on the way back the clock is looked at again. */
function useLockInBackground(): void {
  useEffect(() => {
    let leftAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') {
        leftAt = Date.now();
        timer = setTimeout(() => void lockPhone(), LOCKED_AFTER_MS);
      } else if (leftAt > 0 && Date.now() - leftAt >= LOCKED_AFTER_MS) void lockPhone();
    };
    document.addEventListener('visibilitychange', onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onChange);
    };
  }, []);
}
