/** Lets the browser keep the built app (`service.worker.ts`), so that it starts without signal. For browsers that were prepared, or that are told by push. */
import { offlineProblem } from './api.problem.ts';

const file = '/service.worker.js';
const page = '/index.html';
const cachePrefix = 'satcoso-app-';

/** Over when all of the app is kept here. A server of development builds no worker. */
export async function awaitWorker(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(file).catch((): never => { throw offlineProblem(); });
  const coming = registration.active ? undefined : (registration.installing ?? registration.waiting);
  if (coming) await settled(coming);
  // A worker that stayed from before the browser was emptied is not installed again: it fetches anew what it is to keep.
  if (!(await isKept()) && registration.active) await answered(registration.active);
  if (!(await isKept())) throw offlineProblem();
}

/** The page is kept last: where it is, everything that it needs is. */
async function isKept(): Promise<boolean> {
  for (const name of await caches.keys()) if (name.startsWith(cachePrefix) && (await (await caches.open(name)).match(page, { ignoreVary: true }))) return true;
  return false;
}

/** An emptied browser is one like any other again. */
export async function dismissWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(cachePrefix)) await caches.delete(name);
}

/** Over when the worker says that it is, whether it could fetch all or not. One of an earlier version never answers. */
function answered(worker: ServiceWorker): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(done, patience);
    port1.addEventListener('message', () => done());
    port1.start();
    worker.postMessage('keep', [port2]);
  });
}

const patience = 2 * 60_000;

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
