/** Everything of the frame that has no room at the thumb: further places, account, language, look. */
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Choice } from './Choice.tsx';
import classes from './MoreSheet.module.css';
import type { Place } from './navigation.ts';
import { useAccountActs, useLanguageChoice, useLookChoice } from './preferences.ts';
import { shellMessages } from './shell.messages.ts';
import { useSession } from './session.ts';
import { useNeedsNetwork } from './useNeedsNetwork.ts';

export function MoreSheet({ places, onClose }: { readonly places: readonly Place[]; readonly onClose: () => void }) {
  const { t } = useText();
  const { account, person } = useSession();
  const acts = useAccountActs();
  const needsNetwork = useNeedsNetwork();
  return (
    <Sheet title={t(shellMessages.more)} opened onClose={onClose}>
      <div className={classes.places}>
        {places.map((place) => (
          <PageLink key={place.to} href={place.to} className={classes.place} onClick={onClose}>
            <place.icon size={22} stroke={1.75} aria-hidden />
            {t(place.label)}
            {needsNetwork(place) && <small className={classes.network}>{t(shellMessages.needsNetwork)}</small>}
          </PageLink>
        ))}
      </div>
      <p className={classes.heading}>{person?.name ?? account.displayName}</p>
      <div className={classes.places}>
        {acts.links.map((link) => <PageLink key={link.href} href={link.href} className={classes.place} onClick={onClose}>{link.label}</PageLink>)}
        <button type="button" className={classes.place} onClick={() => void acts.signOut()}>{t(shellMessages.signOut)}</button>
      </div>
      <Choice {...useLanguageChoice()} />
      <Choice {...useLookChoice()} />
    </Sheet>
  );
}
