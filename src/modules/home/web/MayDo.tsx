/** The places that this account may go to, each with what it is for; without signal those that the phone carries. */
import { useSession } from '../../../shell/session.ts';
import { useNeedsNetwork } from '../../../shell/useNeedsNetwork.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section, Tiles } from '../../../ui/Section.tsx';
import { homeWeb } from '../home.web.messages.ts';
import { homePlaces } from './home.places.ts';
import classes from './home.module.css';

export function MayDo() {
  const { t } = useText();
  const { mayVisit, person } = useSession();
  const needsNetwork = useNeedsNetwork();
  const places = homePlaces({ mayVisit, isPerson: person !== undefined }).filter((place) => !needsNetwork(place));
  if (places.length === 0) return null;
  return (
    <Section title={t(homeWeb.mayDo)}>
      <Tiles>
        {places.map(({ to, label, why }) => (
          <PageLink key={to} href={to} className={classes.place}>
            <strong>{t(label)}</strong>
            <span className={classes.why}>{t(why)}</span>
          </PageLink>
        ))}
      </Tiles>
    </Section>
  );
}
