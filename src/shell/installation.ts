/** The browser's offer to install the app comes once, early, and must be held until somebody asks for it. */

/** Asks the reader; the offer is gone afterwards, whatever the answer. */
type Offer = () => Promise<void>;

/** Not in the DOM's types: only browsers of one family send it. */
interface InstallEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}

export function createInstallation(place: EventTarget) {
  const listeners = new Set<() => void>();
  let held: Offer | undefined;
  const hold = (offer: Offer | undefined) => {
    held = offer;
    for (const listener of listeners) listener();
  };
  place.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    hold(async () => {
      hold(undefined);
      await (event as InstallEvent).prompt();
    });
  });
  place.addEventListener('appinstalled', () => hold(undefined));
  return {
    offer: () => held,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

export const installation = createInstallation(typeof window === 'undefined' ? new EventTarget() : window);
