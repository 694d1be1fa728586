/** The app is called ready only where its page is kept, whatever became of the worker before. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitWorker } from './worker.ts';

let kept: string[];
let filled: string[];

beforeEach(() => {
  kept = [];
  filled = [];
  const active = {
    postMessage(message: unknown, [port]: MessagePort[]) {
      kept.push(...filled);
      port?.postMessage(message);
    },
  };
  vi.stubEnv('DEV', false);
  vi.stubGlobal('navigator', { serviceWorker: { register: async () => ({ active }) } });
  vi.stubGlobal('caches', { keys: async () => ['other', 'satcoso-app-1'], open: async (name: string) => ({ match: async (file: string) => (kept.includes(`${name} ${file}`) ? new Response('') : undefined) }) });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('where the page is kept the app is ready', async () => {
  kept = ['satcoso-app-1 /index.html'];
  await awaitWorker();
});

test('a worker that stayed while its files went fetches them anew', async () => {
  filled = ['satcoso-app-1 /index.html'];
  await awaitWorker();
  expect(kept).toEqual(filled);
});

test('where it cannot, the app is not ready', async () => {
  kept = ['other /index.html'];
  await expect(awaitWorker()).rejects.toMatchObject({ kind: 'offline' });
});
