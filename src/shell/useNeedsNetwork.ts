/** Which places have nothing to show now: there is no connection, and the phone does not carry them. */
import { useContext } from 'react';
import { ConnectionContext } from './Banners.tsx';
import { useIsReachable } from './connection.ts';
import { needsNetwork, type Place } from './navigation.ts';
import { useNow } from './now.ts';
import { usePhoneState } from './offline.ts';
import { readinessOf } from './sync.readiness.ts';

export function useNeedsNetwork(): (place: Pick<Place, 'isCarried'>) => boolean {
  const isReachable = useIsReachable(useContext(ConnectionContext));
  const isPhoneOpen = readinessOf(usePhoneState(), useNow()) === 'ready';
  return (place) => needsNetwork(place, { isReachable, isPhoneOpen });
}
