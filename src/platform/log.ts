/**
 * The log: one JSON object a line on standard output. It names procedures and request ids, never what was asked
 * for or answered: no query strings, no bodies, no names, no addresses of callers.
 */
import { pino, type Logger } from 'pino';
import type { FastifyInstance } from 'fastify';

const secrets = ['password', 'token', 'secret', 'cookie', 'authorization', 'citizenNumber', 'phone', 'email'];

export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: [...secrets, ...secrets.map((key) => `*.${key}`)], censor: '[…]' },
  });
}

/** The pattern of the route stands for the address: it holds neither ids nor what was searched for. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = { request: request.id, method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) log.error(line, 'request');
    else log.debug(line, 'request');
  });
}
