/** Whether the server can be reached: what the browser says, corrected by how the last call went. */
import { useSyncExternalStore } from 'react';

export interface Connection {
  readonly report: (news: 'reached' | 'lost') => void;
  readonly isReachable: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createConnection(place: EventTarget & { navigator?: { onLine: boolean } }): Connection {
  const listeners = new Set<() => void>();
  let isReachable = place.navigator?.onLine ?? true;
  const report = (news: 'reached' | 'lost') => {
    if (isReachable === (news === 'reached')) return;
    isReachable = news === 'reached';
    for (const listener of listeners) listener();
  };
  place.addEventListener('online', () => report('reached'));
  place.addEventListener('offline', () => report('lost'));
  return {
    report,
    isReachable: () => isReachable,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useIsReachable(connection: Connection): boolean {
  return useSyncExternalStore(connection.subscribe, connection.isReachable);
}
