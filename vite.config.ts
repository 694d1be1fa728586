import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, transformWithOxc, type Plugin } from 'vite';

const SERVER = 'http://localhost:4000';

/**
 * On a slow line each file costs more than what is in it: instead of sixty files the first screen takes three, signing in one more,
 * and what eight pages or more have in common comes at once. In the order in which they take what they name.
 */
const groups = [
  { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
  { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
  { name: 'libraries', test: /node_modules[\\/]/, tags: ['$initial'] satisfies ['$initial'] },
  { name: 'shell', tags: ['$initial'] satisfies ['$initial'] },
  { name: 'entrance', test: /shell[\\/]SignInPage\.tsx$/ },
  { name: 'common', minShareCount: 8 },
];

export default defineConfig({
  plugins: [react(), serviceWorker()],
  server: { port: 5173, proxy: { '/api': SERVER, '/healthz': SERVER } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Browsers of late 2022; what these lack beside the language itself brings src/shell/older.browsers.ts.
    target: ['chrome107', 'edge107', 'firefox104', 'safari16'],
    // Icons and fonts stay files of their own, so that a strict content policy needs no `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});

/** Writes the worker beside what was built, with the list of it: the app as it starts without signal. */
function serviceWorker(): Plugin {
  const source = join(import.meta.dirname, 'src/service.worker.ts');
  let folder = '';
  return {
    name: 'satcoso-service-worker',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    async closeBundle() {
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { target: 'es2020' });
      const names = globSync('**/*', { cwd: folder }).filter((name) => isKept(name) && statSync(join(folder, name)).isFile()).toSorted();
      const version = createHash('sha256');
      for (const name of names) version.update(name).update(readFileSync(join(folder, name)));
      const files = names.map((name) => `/${name.replaceAll('\\', '/')}`);
      writeFileSync(join(folder, 'service.worker.js'), `const FILES = ${JSON.stringify(files)};\nconst VERSION = '${version.digest('hex').slice(0, 16)}';\n${code}`);
    },
  };
}

/** Every browser of the last ten years reads woff2. */
function isKept(name: string): boolean {
  return !/\.(woff|map|br|gz)$|^service\.worker\.js$/.test(name);
}
