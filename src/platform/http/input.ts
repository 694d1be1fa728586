/** The raw input of a procedure as it came: path, query string or body, in one object. */
import type { FastifyRequest } from 'fastify';
import type { Procedure } from '../contract.ts';

/** GET: path and query. POST: path and JSON body; a body that is no object is passed on as `body` and refused by the shape. */
export function requestInput(procedure: Procedure, request: FastifyRequest): unknown {
  const params = request.params as Record<string, string>;
  if (procedure.method === 'GET') return { ...(request.query as Record<string, unknown>), ...params };
  const { body } = request;
  if (body === null || body === undefined) return { ...params };
  if (typeof body !== 'object' || Array.isArray(body)) return { ...params, body };
  return { ...body, ...params };
}
