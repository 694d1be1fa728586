/** What must be known on every page: sample data, lost connection, something that has waited too long to be sent. */
import { IconAlertTriangle, IconClockExclamation, IconFlask, IconWifiOff } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { daysCarried } from '../sync/device.ts';
import { dangerOf, waitingOf } from '../sync/web/waiting.ts';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import classes from './Banners.module.css';
import { createConnection, useIsReachable, type Connection } from './connection.ts';
import { useNow } from './now.ts';
import { usePhoneState } from './offline.ts';
import { useSession } from './session.ts';
import { shellMessages } from './shell.messages.ts';
import { syncMessages } from './sync.messages.ts';
import { readinessOf } from './sync.readiness.ts';
import { syncStandingOf, WAITING_PATH } from './syncStanding.ts';
import { useUnsettledElsewhere } from './unsettled.ts';

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
  const standing = syncStandingOf(usePhoneState(), { isReachable, elsewhere: useUnsettledElsewhere() });
  const days = useDaysWaited();
  const offline = useOfflineText();
  return (
    <div role="status" data-screen-only>
      {!isReachable && (
        <p className={classes.strip} data-kind="offline">
          <IconWifiOff size={18} aria-hidden />
          <span>{offline}</span>
        </p>
      )}
      {standing?.is === 'refused' && (
        <p className={classes.strip} data-kind="old">
          <IconAlertTriangle size={18} aria-hidden />
          <span>{t(syncMessages.refused, { count: standing.count })}. <PageLink href={WAITING_PATH}>{t(syncMessages.seeWaiting)}</PageLink></span>
        </p>
      )}
      {days !== undefined && (
        <p className={classes.strip} data-kind="old">
          <IconClockExclamation size={18} aria-hidden />
          <span>{t(syncMessages.old, { days })} <PageLink href={WAITING_PATH}>{t(syncMessages.seeWaiting)}</PageLink></span>
        </p>
      )}
    </div>
  );
}

/** Without a connection: whether one may go on recording, or what keeps one from it. */
function useOfflineText(): string {
  const { t, number } = useText();
  const readiness = readinessOf(usePhoneState(), useNow());
  if (readiness === 'off') return t(shellMessages.offline);
  return t({ ready: syncMessages.offlineReady, preparing: syncMessages.offlinePreparing, overdue: syncMessages.offlineOverdue }[readiness], { days: number(daysCarried) });
}

/** How long the oldest act on this device has waited, once that is too long. */
function useDaysWaited(): number | undefined {
  const state = usePhoneState();
  const now = useNow();
  if (state?.is !== 'open') return undefined;
  const danger = dangerOf({ since: waitingOf(state.entries).since, isPersistent: true, now });
  return danger?.is === 'old' ? danger.days : undefined;
}
