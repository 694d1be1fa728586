/** The API document and a page to browse it, from files of this installation only: it works with no network. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { publicCompression } from './compression.ts';
import type { OpenApi } from './openapi.ts';

const page = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Sát Cơ Sở</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs/files/swagger-ui.css"></head>
<body><div id="api"></div><script src="/api/docs/files/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;

const start = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', validatorUrl: null });\n";

export async function addApiDocs(app: FastifyInstance, api: OpenApi): Promise<void> {
  const document = JSON.stringify(api);
  const files = join(dirname(fileURLToPath(import.meta.resolve('@fastify/swagger-ui'))), 'static');
  app.get('/api/openapi.json', publicCompression, (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(start));
  await app.register(fastifyStatic, { root: files, prefix: '/api/docs/files/', decorateReply: false });
}
