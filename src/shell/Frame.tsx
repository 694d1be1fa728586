/** What surrounds every page: marks and banners, rail or bottom bar, head. On a new page the reader's place moves to its beginning. */
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MayOpenContext } from '../ui/mayOpen.ts';
import { useText } from '../ui/language.tsx';
import { OfflineBanner, SampleMark } from './Banners.tsx';
import { BottomBar } from './BottomBar.tsx';
import { AsOfBand } from './DateChip.tsx';
import { FrameHead } from './FrameHead.tsx';
import classes from './Frame.module.css';
import { pageRoutes } from './modules.ts';
import { mayOpen, placesFor } from './navigation.ts';
import { PathSlotContext } from './PagePath.tsx';
import { Rail } from './Rail.tsx';
import { useSession } from './session.ts';
import { shellMessages } from './shell.messages.ts';

export function Frame() {
  const { t } = useText();
  const { mayVisit, person } = useSession();
  const places = placesFor({ routes: pageRoutes, mayVisit, isPerson: person !== undefined });
  const isOpen = useCallback((href: string) => mayOpen(href, { routes: pageRoutes, mayVisit }), [mayVisit]);
  const main = useRef<HTMLElement>(null);
  const [pathSlot, setPathSlot] = useState<HTMLElement | null>(null);
  const heard = useArrival(main);
  return (
    <PathSlotContext value={pathSlot}>
      <a className={classes.skip} href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t(shellMessages.skip)}</a>
      <SampleMark />
      <OfflineBanner />
      <div className={classes.frame}>
        <Rail places={places} />
        <div className={classes.page}>
          <FrameHead places={places} onPathSlot={setPathSlot} />
          <AsOfBand />
          <main id="main" ref={main} tabIndex={-1} className={classes.main}>
            <MayOpenContext value={isOpen}><Outlet /></MayOpenContext>
          </main>
        </div>
      </div>
      <BottomBar places={places} />
      <div className={classes.heard} role="status">{heard}</div>
    </PathSlotContext>
  );
}

/** After the first page, each new one takes the focus and is said aloud; changes of search alone do not. */
function useArrival(main: React.RefObject<HTMLElement | null>): string {
  const { t } = useText();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  const [heard, setHeard] = useState('');
  useEffect(() => {
    if (before.current === undefined || before.current === path) {
      before.current = path;
      return;
    }
    before.current = path;
    main.current?.focus({ preventScroll: true });
    setHeard(t(shellMessages.opened, { title: document.title.split(' · ')[0] ?? '' }));
  }, [path, main, t]);
  return heard;
}
