/**
 * The built web app: files compressed when it was built, hashed ones kept by the browser for ever, and the one
 * page for every address that the app itself routes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const yearOfSeconds = 31_536_000;

export async function addWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, { root: folder, preCompressed: true, cacheControl: false, setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)) });
  }
  app.setNotFoundHandler((request, reply) => (isBuilt && isPage(request) ? reply.sendFile('index.html') : notFound(request, reply)));
}

/** Names in `assets` carry a hash of their content. An old service worker would keep an old app alive. */
function cachingOf(path: string): string {
  if (/[\\/]service\.worker\.js(\.br|\.gz)?$/.test(path)) return 'no-store';
  return /[\\/]assets[\\/]/.test(path) ? `public, max-age=${yearOfSeconds}, immutable` : 'no-cache';
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.status(404).header('cache-control', 'no-store').send({ problem: { code: 'platform.notFound', kind: 'not_found', data: {} }, requestId: request.id });
}
