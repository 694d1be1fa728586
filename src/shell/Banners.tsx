/** What must be known on every page: sample data, lost connection. */
import { IconFlask, IconWifiOff } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { useText } from '../ui/language.tsx';
import classes from './Banners.module.css';
import { createConnection, useIsReachable, type Connection } from './connection.ts';
import { useSession } from './session.ts';
import { shellMessages } from './shell.messages.ts';

export const ConnectionContext = createContext<Connection>(createConnection(new EventTarget()));

export function SampleMark() {
  const { t } = useText();
  const { sample } = useSession();
  if (!sample) return null;
  return (
    <section className={classes.strip} data-kind="sample" aria-label={t(shellMessages.sampleMark)}>
      <IconFlask size={18} aria-hidden />
      <p><strong>{t(shellMessages.sampleMark)}:</strong> {t(shellMessages.sampleMeaning)}</p>
    </section>
  );
}

export function OfflineBanner() {
  const { t } = useText();
  const isReachable = useIsReachable(useContext(ConnectionContext));
  return (
    <div role="status" data-screen-only>
      {!isReachable && (
        <p className={classes.strip} data-kind="offline">
          <IconWifiOff size={18} aria-hidden />
          <span>{t(shellMessages.offline)}</span>
        </p>
      )}
    </div>
  );
}
