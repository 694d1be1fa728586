/** One mark in the head of every page: whether the server has everything that was recorded on this device, and what is to be decided of other devices. Leads to what waits. */
import { useContext } from 'react';
import type { Text } from '../platform/contract.ts';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { StatusMark, type Status } from '../ui/StatusMark.tsx';
import { ConnectionContext } from './Banners.tsx';
import { useIsReachable } from './connection.ts';
import { usePhoneState } from './offline.ts';
import classes from './SyncMark.module.css';
import { syncMessages } from './sync.messages.ts';
import { syncStandingOf, WAITING_PATH, type SyncStanding } from './syncStanding.ts';
import { useAskUnsettled, useUnsettledElsewhere } from './unsettled.ts';

interface Look {
  readonly status: Status;
  readonly words: Text;
  /** On a phone there is room for the shape and the count alone; the banners say the rest there. */
  readonly short: Text;
}

const LOOKS: Readonly<Record<SyncStanding['is'], Look>> = {
  refused: { status: 'very-late', words: syncMessages.refused, short: syncMessages.refused },
  lost: { status: 'silent', words: syncMessages.lost, short: syncMessages.lostShort },
  signedOut: { status: 'late', words: syncMessages.signedOut, short: syncMessages.signedOutShort },
  sending: { status: 'due-soon', words: syncMessages.sending, short: syncMessages.sending },
  waiting: { status: 'due-soon', words: syncMessages.waiting, short: syncMessages.waitingShort },
  settled: { status: 'done', words: syncMessages.settled, short: syncMessages.settledShort },
};

export function SyncMark() {
  const { t, number } = useText();
  useAskUnsettled();
  const standing = syncStandingOf(usePhoneState(), { isReachable: useIsReachable(useContext(ConnectionContext)), elsewhere: useUnsettledElsewhere() });
  if (!standing) return null;
  const { status, words, short } = lookOf(standing);
  const given = { count: number(standing.count) };
  return (
    <PageLink href={WAITING_PATH} className={classes.mark} aria-label={t(words, given)} title={t(words, given)}>
      <span className={classes.words}><StatusMark status={status} label={t(short, given)} /></span>
      <span className={classes.count}><StatusMark status={status} label={standing.count > 0 ? given.count : ''} /></span>
    </PageLink>
  );
}

function lookOf({ is, count }: SyncStanding): Look {
  return is === 'lost' && count > 0 ? { ...LOOKS.lost, words: syncMessages.lostWaiting, short: syncMessages.waitingShort } : LOOKS[is];
}
