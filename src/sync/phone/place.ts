/** What the phone half asks of the browser around it. */
export type Notice = 'outbox' | 'records' | 'device' | 'lock' | 'emptied';

export interface PhonePlace {
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly chance: () => number;
  /** False only where the browser is sure that there is no connection. */
  readonly isOnline: () => boolean;
  /** @returns what calls it off */
  readonly later: (milliseconds: number, work: () => void) => () => void;
  /** The connection is back, or somebody looks at the app again. */
  readonly onWake: (work: () => void) => () => void;
  /** To and from other windows of this browser. */
  readonly post: (notice: Notice) => void;
  readonly onNotice: (work: (notice: Notice) => void) => () => void;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly persist: () => Promise<boolean>;
  readonly isPersistent: () => Promise<boolean>;
  /** Whether this browser was prepared, where it can be seen without opening a database. */
  readonly remember: (isPrepared: boolean) => Promise<void>;
}

export function browserPlace({ remember }: Pick<PhonePlace, 'remember'>): PhonePlace {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('satcoso.may-nay');
  return {
    now: () => Date.now(),
    chance: () => Math.random(),
    isOnline: () => navigator.onLine,
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    onWake(work) {
      const look = () => { if (document.visibilityState === 'visible') work(); };
      addEventListener('online', work);
      addEventListener('focus', work);
      document.addEventListener('visibilitychange', look);
      return () => {
        removeEventListener('online', work);
        removeEventListener('focus', work);
        document.removeEventListener('visibilitychange', look);
      };
    },
    post: (notice) => channel?.postMessage(notice),
    onNotice(work) {
      const hear = ({ data }: MessageEvent<Notice>) => work(data);
      channel?.addEventListener('message', hear);
      return () => channel?.removeEventListener('message', hear);
    },
    locks: 'locks' in navigator ? navigator.locks : undefined,
    persist: async () => ('storage' in navigator && 'persist' in navigator.storage ? navigator.storage.persist() : false),
    isPersistent: async () => ('storage' in navigator && 'persisted' in navigator.storage ? navigator.storage.persisted() : false),
    remember,
  };
}
