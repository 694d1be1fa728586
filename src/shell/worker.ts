/** Lets the browser keep the built app (`service.worker.ts`), so that it starts without signal. For browsers that were prepared, or that are told by push. */
import { offlineProblem } from './api.problem.ts';

const file = '/service.worker.js';

/** Over when all of the app is kept here. A server of development builds no worker. */
export async function awaitWorker(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(file).catch((): never => { throw offlineProblem(); });
  const coming = registration.active ? undefined : (registration.installing ?? registration.waiting);
  if (coming) await settled(coming);
}

/** An emptied browser is one like any other again. */
export async function dismissWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith('satcoso-app-')) await caches.delete(name);
}

function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((done, fail) => {
    const look = () => {
      if (worker.state === 'activated') done();
      else if (worker.state === 'redundant') fail(offlineProblem());
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
