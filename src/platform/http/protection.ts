/** What every answer carries: an id of its request, and headers that keep the browser to our own pages. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';

/** Styles may be inline: the component library writes its variables into a style element. Scripts never. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};

const yearOfSeconds = 31_536_000;

export function protect(app: FastifyInstance, options: { isSecure: boolean }): void {
  app.setGenReqId(() => randomUUID());
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'x-request-id': request.id });
    if (options.isSecure) reply.header('strict-transport-security', `max-age=${yearOfSeconds}`);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, problem } = refusalOf(error, request.id);
    if (status === 500) app.log.error({ request: request.id, name: error.name, code: error.code }, 'unexpected');
    return reply.status(status).send({ problem, requestId: request.id });
  });
}

/** Bodies that never reached a procedure: too large, no JSON, of a type that nobody reads. */
function refusalOf(error: FastifyError, requestId: string) {
  if (error.statusCode === 413) return { status: 413, problem: { code: 'platform.tooLarge', kind: 'invalid', data: {} } };
  if (error.statusCode !== undefined && error.statusCode < 500) return { status: 400, problem: { code: 'platform.invalid', kind: 'invalid', data: { fields: [] } } };
  return { status: 500, problem: { code: 'platform.unexpected', kind: 'unexpected', data: { requestId } } };
}
