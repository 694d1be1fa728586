/** The places, along the side of a desk. */
import { useLocation } from '@tanstack/react-router';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { activePlace, type Place } from './navigation.ts';
import mark from './mark.svg';
import classes from './Rail.module.css';
import { shellMessages } from './shell.messages.ts';
import { useNeedsNetwork } from './useNeedsNetwork.ts';

export function Rail({ places }: { readonly places: readonly Place[] }) {
  const { t } = useText();
  const active = activePlace(places, useLocation().pathname);
  const office = places.filter((place) => place.isOffice);
  return (
    <aside className={classes.rail} data-screen-only>
      <PageLink href="/" className={classes.brand}>
        <img src={mark} alt="" width={30} height={30} />
        Sát Cơ Sở
      </PageLink>
      <nav aria-label={t(shellMessages.places)} className={classes.places}>
        {places.filter((place) => !place.isOffice).map((place) => <RailPlace key={place.to} place={place} isActive={place === active} />)}
        {office.length > 0 && <p className={classes.heading}>{t(shellMessages.office)}</p>}
        {office.map((place) => <RailPlace key={place.to} place={place} isActive={place === active} />)}
      </nav>
    </aside>
  );
}

function RailPlace({ place, isActive }: { place: Place; isActive: boolean }) {
  const { t } = useText();
  const needsNetwork = useNeedsNetwork();
  return (
    <span className={classes.item} data-active={isActive || undefined}>
      <PageLink href={place.to} className={classes.place} aria-current={isActive ? 'page' : undefined}>
        <place.icon size={20} stroke={1.75} aria-hidden className={classes.icon ?? ''} />
        {t(place.label)}
        {needsNetwork(place) && <small className={classes.network}>{t(shellMessages.needsNetwork)}</small>}
      </PageLink>
    </span>
  );
}
