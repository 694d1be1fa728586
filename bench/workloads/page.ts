/** The first page of the web app: how much travels before it can be used, and how quickly beside the same file from a bare Node server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf, type Bench, type Workload } from '../bench.ts';
import { root, runCommand } from '../installation.ts';
import { closedLoad } from '../load.ts';
import { limitOf, percentiles, sum, type Line } from '../measure.ts';
import { startProgram, startServer } from '../server.ts';

const index = join(root, 'dist/web/index.html');
const headers = { accept: 'text/html', 'accept-encoding': 'br, gzip' };
const users = 10;
const largest = 200 * 1024;

export const page: Workload = {
  name: 'page',
  title: 'first page',
  run: async (bench) => {
    if (!existsSync(index)) await runCommand(['build', '--lang', 'en'], bench.installation.environment);
    // A server that was started before the web app was built knows no pages.
    const server = await startServer({ environment: bench.installation.environment });
    try {
      return [await shell(server.origin), await served(bench, server.origin)];
    } finally {
      await server.stop();
    }
  },
};

/** What the page names itself: scripts, styles, what is to be loaded beforehand; icons apart. */
async function shell(origin: string): Promise<Line> {
  const html = await (await fetch(`${origin}/`, { headers })).text();
  const assets = [...html.matchAll(/<(?:script|link)[^>]*?(?:src|href)="(\/[^"]+\.(?:js|css|woff2))"/g)].map(([, path]) => path ?? '');
  const files = ['/', ...new Set(assets)];
  const times: number[] = [];
  const sizes: number[] = [];
  for (const path of files) {
    const started = performance.now();
    sizes.push(await transferred(`${origin}${path}`));
    times.push(performance.now() - started);
  }
  const ms = percentiles([sum(times)]);
  const bytes = sum(sizes);
  return {
    workload: 'page', what: `shell: ${files.length} files, ${(bytes / 1024).toFixed(0)} kB compressed`, by: 'one after the other', requests: files.length, errors: 0,
    ...(ms ? { ms } : {}), budget: { text: 'shell < 200 kB', met: bytes < largest },
    note: files.map((path, at) => `${path.replace(/^\/assets\//, '')} ${((sizes[at] ?? 0) / 1024).toFixed(0)} kB`).join(', '),
  };
}

/** Bytes of the body as sent; fetch would unpack it but keeps the length that was announced. */
async function transferred(url: string): Promise<number> {
  const response = await fetch(url, { headers });
  const body = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return Number(response.headers.get('content-length') ?? body.byteLength);
}

async function served({ bounds, installation }: Bench, origin: string): Promise<Line> {
  const bare = await startProgram([join(root, 'bench/static.server.ts')], { environment: { ...installation.environment, BENCH_STATIC: index }, until: '/' });
  try {
    const limit = await closedLoad({ origin: bare.origin, reads: [{ path: '/' }], headers }, users, bounds);
    const ours = await closedLoad({ origin, reads: [{ path: '/' }], headers }, users, bounds);
    return { ...lineOf({ workload: 'page', what: 'index page' }, `${users} users, closed loop`, ours), limit: limitOf('same file by bare Node', { ours: ours.perSecond, limit: limit.perSecond }) };
  } finally {
    await bare.stop();
  }
}
