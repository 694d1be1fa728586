/**
 * Keeps the built app in the browser, so that it starts without signal: the page, its code, its fonts. It never touches what
 * the server answers to `/api`. The two names below are filled in when the app is built (`vite.config.ts`).
 *
 * A new version is fetched beside the old one and takes over when no page of the old one is open any more; until then the old
 * one has all its files.
 */
declare const FILES: readonly string[];
declare const VERSION: string;

/** The part of the worker's world that is used here: the project's types know only windows. */
interface WorkerWorld {
  addEventListener(event: 'install' | 'activate', work: (event: { waitUntil: (work: Promise<unknown>) => void }) => void): void;
  addEventListener(event: 'message', work: (event: { readonly data: unknown; readonly ports: readonly MessagePort[]; waitUntil: (work: Promise<unknown>) => void }) => void): void;
  addEventListener(event: 'fetch', work: (event: { readonly request: Request; respondWith: (answer: Promise<Response>) => void }) => void): void;
  addEventListener(event: 'push', work: (event: { readonly data: { json(): unknown } | null; waitUntil: (work: Promise<unknown>) => void }) => void): void;
  addEventListener(event: 'notificationclick', work: (event: { readonly notification: Notification; waitUntil: (work: Promise<unknown>) => void }) => void): void;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; openWindow(url: string): Promise<unknown> };
  readonly location: Location;
}

const world = self as unknown as WorkerWorld;
const page = '/index.html';
const prefix = 'satcoso-app-';
const cacheName = prefix + VERSION;
const files: ReadonlySet<string> = new Set(FILES);
/** On a line that hardly works the kept page is better than a blank one. */
const patience = 4_000;
const atOnce = 6;

world.addEventListener('install', (event) => event.waitUntil(fetchAll()));
world.addEventListener('activate', (event) => event.waitUntil(takeOver()));
// The page misses its files: the browser was emptied while this worker stayed (`shell/worker.ts`).
world.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(fetchAll().catch(() => undefined).then(() => event.ports[0]?.postMessage('done')));
});
world.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== world.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request));
  else if (files.has(pathname)) event.respondWith(fileFor(request, pathname));
});

// A push says that there is something new and about what kind of things, never what (`src/modules/notices`). One stands at a time.
world.addEventListener('push', (event) => {
  const { title = 'Sát Cơ Sở', body = '', url = '/thong-bao' } = (event.data?.json() ?? {}) as { title?: string; body?: string; url?: string };
  event.waitUntil(world.registration.showNotification(title, { body, tag: 'thong-bao', icon: '/icon-192.png', data: { url } }));
});
world.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(world.clients.openWindow((event.notification.data as { url: string }).url));
});

/** What an earlier version or a try that was cut off has brought already is not fetched again. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const missing: string[] = [];
  for (const file of FILES) if (file !== page && !(await cache.match(file, { ignoreVary: true }))) missing.push(file);
  const fetchNext = async (): Promise<void> => {
    for (let file = missing.shift(); file !== undefined; file = missing.shift()) await cache.put(file, await freshOrKept(file));
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
  // Last: where the page is kept, all that it needs is.
  if (!(await cache.match(page, { ignoreVary: true }))) await cache.put(page, await freshOrKept(page));
}

async function freshOrKept(file: string): Promise<Response> {
  // Names in `assets` carry a hash of their content: whoever has one, has the right one.
  const isHashed = file.startsWith('/assets/');
  const kept = isHashed ? await caches.match(file, { ignoreVary: true }) : undefined;
  if (kept) return kept;
  const response = await fetch(file, isHashed ? {} : { cache: 'reload' });
  if (!response.ok || response.redirected) throw new Error(`${file} was not answered: ${response.status}`);
  return response;
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  await world.clients.claim();
}

/** The newest page where there is a connection; its files, if newer than the kept ones, come with it. */
async function pageFor(request: Request): Promise<Response> {
  const kept = await caches.match(page, { cacheName, ignoreVary: true });
  if (!kept) return fetch(request);
  const late = new Promise<Response>((done) => { setTimeout(() => done(kept.clone()), patience); });
  const fresh = fetch(request).then((response) => (response.status >= 500 ? kept.clone() : response), () => kept.clone());
  return Promise.race([fresh, late]);
}

async function fileFor(request: Request, pathname: string): Promise<Response> {
  return (await caches.match(pathname, { cacheName, ignoreVary: true })) ?? fetch(request);
}
