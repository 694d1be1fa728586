/** The places, by the thumb: three, one of one's own work, and "Thêm", which opens all the rest. */
import { useDisclosure } from '@mantine/hooks';
import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import classes from './BottomBar.module.css';
import { activePlace, placesByThumb, type Place } from './navigation.ts';
import { useSession } from './session.ts';
import { shellMessages } from './shell.messages.ts';
import { useNeedsNetwork } from './useNeedsNetwork.ts';

const MoreSheet = lazy(() => import('./MoreSheet.tsx').then((module) => ({ default: module.MoreSheet })));

export function BottomBar({ places }: { readonly places: readonly Place[] }) {
  const { t } = useText();
  const active = activePlace(places, useLocation().pathname);
  const [isOpen, { open, close }] = useDisclosure(false);
  const { near, far } = placesByThumb(places, useSession().mayVisit);
  const needsNetwork = useNeedsNetwork();
  const isFar = active !== undefined && !near.includes(active);
  return (
    <nav className={classes.bar} aria-label={t(shellMessages.places)} data-screen-only>
      {near.map((place) => (
        <span key={place.to} className={classes.item} data-active={place === active || undefined}>
          <PageLink href={place.to} className={classes.place} aria-current={place === active ? 'page' : undefined}>
            <place.icon size={24} stroke={1.75} aria-hidden />
            {t(place.short ?? place.label)}
            {needsNetwork(place) && <small className={classes.network}>{t(shellMessages.needsNetwork)}</small>}
          </PageLink>
        </span>
      ))}
      <span className={classes.item} data-active={isFar || undefined}>
        <UnstyledButton className={classes.place ?? ''} onClick={open} aria-haspopup="dialog" aria-expanded={isOpen}>
          <IconDots size={24} stroke={1.75} aria-hidden />
          {t(shellMessages.more)}
        </UnstyledButton>
      </span>
      <Suspense fallback={null}>{isOpen && <MoreSheet places={far} onClose={close} />}</Suspense>
    </nav>
  );
}
