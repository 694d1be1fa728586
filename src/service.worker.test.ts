/**
 * The worker's own file as the build writes it, in a browser of which only what it touches is made here: what it answers, what it
 * never does, and how one version follows another.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const source = stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'service.worker.ts'), 'utf8'));
const site = 'https://so.test';
const page = '/index.html';

/** What the server has, by path; what is missing here is not answered at all: no line. */
let served: Map<string, () => Response | Promise<Response>>;
/** What was asked of the server, in order, with how the browser's own store was to be used. */
let asked: string[];
let kept: Map<string, Map<string, Response>>;
let claims: number;
let shown: { title: string; body?: string | undefined }[];
let opened: string[];

beforeEach(() => {
  served = new Map();
  asked = [];
  kept = new Map();
  claims = 0;
  shown = [];
  opened = [];
});
afterEach(() => vi.useRealTimers());

describe('installing', () => {
  test('keeps every file of the version, the page last', async () => {
    serve('one', ['/assets/a1.js', '/icon.png', page]);
    const worker = start('1', [page, '/assets/a1.js', '/icon.png']);
    await worker.say('install');
    expect(await textsOf('satcoso-app-1')).toEqual({ '/assets/a1.js': 'one /assets/a1.js', '/icon.png': 'one /icon.png', [page]: `one ${page}` });
    expect(asked.at(-1)).toBe(`${page} reload`);
  });

  test('asks past the browser’s store for what may have changed under its name, not for what carries a hash', async () => {
    serve('one', ['/assets/a1.js', '/icon.png', page]);
    await start('1', [page, '/assets/a1.js', '/icon.png']).say('install');
    expect(asked.toSorted()).toEqual(['/assets/a1.js default', '/icon.png reload', `${page} reload`]);
  });

  test('of a new version fetches what is new and takes the rest from the old one', async () => {
    await installed('1', ['/assets/same.js', '/assets/old.js', page]);
    asked = [];
    serve('two', ['/assets/same.js', '/assets/new.js', page]);
    await start('2', [page, '/assets/same.js', '/assets/new.js']).say('install');
    expect(asked).toEqual(['/assets/new.js default', `${page} reload`]);
    expect(await textsOf('satcoso-app-2')).toEqual({ '/assets/same.js': '1 /assets/same.js', '/assets/new.js': 'two /assets/new.js', [page]: `two ${page}` });
  });

  test('fails where a file does not come, keeps no page, and goes on from there the next time', async () => {
    serve('one', ['/assets/a1.js', page]);
    const files = [page, '/assets/a1.js', '/assets/b1.js'];
    await expect(start('1', files).say('install')).rejects.toThrow();
    expect(Object.keys(await textsOf('satcoso-app-1'))).toEqual(['/assets/a1.js']);
    asked = [];
    serve('one', files);
    await start('1', files).say('install');
    expect(asked).toEqual(['/assets/b1.js default', `${page} reload`]);
  });

  test.for([
    ['an error', () => new Response('', { status: 404 })],
    ['another address, such as that of a sign-in', () => Object.defineProperty(new Response('sign in'), 'redirected', { value: true })],
  ] as const)('never keeps %s for a file', async ([, answer]) => {
    served.set(page, answer);
    await expect(start('1', [page]).say('install')).rejects.toThrow(`${page} was not answered`);
    expect(await textsOf('satcoso-app-1')).toEqual({});
  });
});

describe('one version after another', () => {
  test('a new version waits: it takes over by itself neither while it is fetched nor after, and the old one keeps its files', async () => {
    const old = await installed('1', ['/assets/a1.js', page]);
    const before = claims;
    serve('two', ['/assets/a2.js', page]);
    // There is nothing in this browser by which a worker could end its waiting: had it tried, it would have failed.
    await start('2', [page, '/assets/a2.js']).say('install');
    served.clear();
    expect(await old.text('/assets/a1.js')).toBe('1 /assets/a1.js');
    expect(await old.text('/sinh-hoat', { mode: 'navigate' })).toBe(`1 ${page}`);
    expect(claims).toBe(before);
  });

  test('once the browser lets it begin, what the old version kept goes, and nothing else', async () => {
    await installed('1', ['/assets/a1.js', page]);
    kept.set('somebody-elses', new Map());
    serve('two', ['/assets/a2.js', page]);
    const worker = start('2', [page, '/assets/a2.js']);
    await worker.say('install');
    await worker.say('activate');
    expect([...kept.keys()]).toEqual(['somebody-elses', 'satcoso-app-2']);
    expect(claims).toBe(2);
    served.clear();
    expect(await worker.text('/', { mode: 'navigate' })).toBe(`two ${page}`);
  });

  test('each answers with its own files, whatever another keeps under the same name', async () => {
    await installed('1', ['/icon.png', page]);
    serve('two', ['/icon.png', page]);
    const worker = start('2', [page, '/icon.png']);
    await worker.say('install');
    served.clear();
    expect(await worker.text('/icon.png')).toBe('two /icon.png');
    expect(await worker.text('/', { mode: 'navigate' })).toBe(`two ${page}`);
  });

  test('a version whose files did not all come leaves the old one as it was', async () => {
    const old = await installed('1', ['/assets/a1.js', page]);
    serve('two', [page]);
    served.delete('/assets/a2.js');
    await expect(start('2', [page, '/assets/a2.js']).say('install')).rejects.toThrow();
    served.clear();
    expect(await old.text('/', { mode: 'navigate' })).toBe(`1 ${page}`);
    expect(await old.text('/assets/a1.js')).toBe('1 /assets/a1.js');
  });
});

describe('what is never touched', () => {
  test.for([
    ['the API', '/api/meetings', {}],
    ['a file of the API opened as a page', '/api/meetings/1/minutes.docx', { mode: 'navigate' }],
    ['an act', '/api/meetings/open', { method: 'POST' }],
    ['a form sent to a page', '/', { method: 'POST', mode: 'navigate' }],
    ['anything but fetching a kept file', '/assets/a1.js', { method: 'HEAD' }],
    ['a file that is not of this version', '/assets/b2.js', {}],
    ['another site’s page', 'https://other.test/', { mode: 'navigate' }],
    ['another site’s file of the same name', 'https://other.test/assets/a1.js', {}],
  ] as const)('%s', async ([, path, request]) => {
    const worker = await installed('1', ['/assets/a1.js', page]);
    expect(worker.ask(path, request)).toBeUndefined();
  });

  test('what the server says to a page is shown, not kept', async () => {
    const worker = await installed('1', [page]);
    served.set('/sinh-hoat', () => new Response('newer'));
    expect(await worker.text('/sinh-hoat', { mode: 'navigate' })).toBe('newer');
    expect(await textsOf('satcoso-app-1')).toEqual({ [page]: `1 ${page}` });
  });
});

describe('answering', () => {
  test('a kept file comes without asking the server; one that the browser threw away is fetched', async () => {
    const worker = await installed('1', ['/assets/a1.js', page]);
    asked = [];
    expect(await worker.text('/assets/a1.js')).toBe('1 /assets/a1.js');
    expect(asked).toEqual([]);
    kept.clear();
    expect(await worker.text('/assets/a1.js')).toBe('1 /assets/a1.js');
    expect(asked).toEqual(['/assets/a1.js default']);
  });

  test('every address of the app starts from the kept page without a line, or while the server fails', async () => {
    const worker = await installed('1', [page]);
    served.clear();
    expect(await worker.text('/sinh-hoat/1?ngay=2026-11-03', { mode: 'navigate' })).toBe(`1 ${page}`);
    served.set('/', () => new Response('bad gateway', { status: 502 }));
    expect(await worker.text('/', { mode: 'navigate' })).toBe(`1 ${page}`);
  });

  test('on a line that hardly works the kept page comes after four seconds, not before', async () => {
    const worker = await installed('1', [page]);
    vi.useFakeTimers();
    served.set('/', () => new Promise<Response>(() => undefined));
    let came: string | undefined;
    const answer = worker.text('/', { mode: 'navigate' })!.then((text) => { came = text; });
    await vi.advanceTimersByTimeAsync(3_999);
    expect(came).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await answer;
    expect(came).toBe(`1 ${page}`);
  });

  test('with nothing kept a page is the server’s, or fails as it would without a worker', async () => {
    const worker = start('1', [page]);
    served.set('/', () => new Response('from the server'));
    expect(await worker.text('/', { mode: 'navigate' })).toBe('from the server');
    served.clear();
    await expect(worker.text('/', { mode: 'navigate' })).rejects.toThrow();
  });
});

test('asked by a page that misses its files it fetches them again, and says so even where it cannot', async () => {
  const worker = await installed('1', ['/assets/a1.js', page]);
  kept.clear();
  await worker.keep();
  expect(Object.keys(await textsOf('satcoso-app-1'))).toEqual(['/assets/a1.js', page]);
  kept.clear();
  served.clear();
  await worker.keep();
  expect(await textsOf('satcoso-app-1')).toEqual({});
});

test('a push is shown by the words that came, or as no more than that there is something; pressed, it opens its page', async () => {
  const worker = start('1', [page]);
  await worker.say('push', { data: { json: () => ({ title: 'Sát Cơ Sở', body: 'Có buổi họp mới', url: '/buoi-hop-cua-toi' }) } });
  await worker.say('push', { data: null });
  expect(shown).toMatchObject([{ title: 'Sát Cơ Sở', body: 'Có buổi họp mới', tag: 'thong-bao', data: { url: '/buoi-hop-cua-toi' } }, { title: 'Sát Cơ Sở', body: '', data: { url: '/thong-bao' } }]);
  const close = vi.fn<() => void>();
  await worker.say('notificationclick', { notification: { close, data: { url: '/buoi-hop-cua-toi' } } });
  expect(close).toHaveBeenCalledOnce();
  expect(opened).toEqual(['/buoi-hop-cua-toi']);
});

interface Asking {
  readonly method?: string;
  readonly mode?: string;
}

/** The version is served, fetched and in charge. */
async function installed(version: string, files: readonly string[]) {
  serve(version, files);
  const worker = start(version, files);
  await worker.say('install');
  await worker.say('activate');
  return worker;
}

function serve(words: string, files: readonly string[]): void {
  for (const file of files) served.set(file, () => new Response(`${words} ${file}`));
}

/** The browser runs the file that the build has written; each version has a world of its own. */
function start(version: string, files: readonly string[]) {
  const works = new Map<string, (event: object) => void>();
  const world = {
    addEventListener: (event: string, work: (event: object) => void) => works.set(event, work),
    location: new URL(site),
    clients: { claim: async () => { claims += 1; }, openWindow: async (url: string) => opened.push(url) },
    registration: { showNotification: async (title: string, options: object) => shown.push({ title, ...options }) },
  };
  const later = (work: () => void, after: number) => setTimeout(work, after);
  runInNewContext(`const FILES = ${JSON.stringify(files)};\nconst VERSION = '${version}';\n${source}`, { self: world, caches, fetch: fetchHere, URL, setTimeout: later });

  const say = async (event: string, given: object = {}): Promise<void> => {
    const waited: Promise<unknown>[] = [];
    works.get(event)!({ ...given, waitUntil: (work: Promise<unknown>) => waited.push(work) });
    await Promise.all(waited);
  };
  /** Undefined where the worker leaves it to the browser. */
  const ask = (path: string, { method = 'GET', mode = 'no-cors' }: Asking = {}): Promise<Response> | undefined => {
    let answer: Promise<Response> | undefined;
    works.get('fetch')!({ request: { url: new URL(path, site).href, method, mode }, respondWith: (given: Promise<Response>) => { answer = given; } });
    return answer;
  };
  const keep = () => new Promise((done) => { void say('message', { data: 'keep', ports: [{ postMessage: done }] }); });
  return { say, ask, keep, text: (path: string, asking?: Asking) => ask(path, asking)?.then((answer) => answer.text()) };
}

async function fetchHere(what: string | { readonly url: string }, { cache = 'default' }: { cache?: string } = {}): Promise<Response> {
  const { pathname } = new URL(typeof what === 'string' ? what : what.url, site);
  asked.push(`${pathname} ${cache}`);
  const answer = served.get(pathname);
  if (!answer) throw new TypeError('no line');
  return answer();
}

const caches = {
  keys: async () => [...kept.keys()],
  delete: async (name: string) => kept.delete(name),
  open: async (name: string) => {
    const files = kept.get(name) ?? new Map<string, Response>();
    kept.set(name, files);
    return { match: async (file: string) => files.get(file)?.clone(), put: async (file: string, response: Response) => void files.set(file, response) };
  },
  match: async (file: string, { cacheName }: { cacheName?: string } = {}) => {
    for (const [name, files] of kept) if ((cacheName ?? name) === name && files.has(file)) return files.get(file)!.clone();
    return undefined;
  },
};

async function textsOf(name: string): Promise<Record<string, string>> {
  const found = [...(kept.get(name) ?? [])].map(async ([file, response]) => [file, await response.clone().text()] as const);
  return Object.fromEntries(await Promise.all(found));
}
