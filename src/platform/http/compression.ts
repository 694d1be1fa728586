/**
 * Answers go compressed to whoever takes them so: from a village they come over a line that is slow or paid for by the megabyte.
 *
 * What is compressed tells by its length what repeats in it. Where a secret stands beside what a stranger may put in, and the
 * stranger can have it asked for again and again and watch the line, the secret can be guessed letter by letter (BREACH). So:
 * - Secrets are told by acts alone (a first password, the key of one-time codes, the keys of a device), and acts go as they are.
 *   One that carries much and no secret says so (`carriesMuch`). Reads tell no secrets; a test looks for them.
 * - Nobody elsewhere can have our reads asked for: the session's cookie goes with requests from our own pages alone.
 * - What remains is somebody who has an account, writes beside others, and also listens on the line of one who reads it. He can
 *   only wait until that one looks again, and would learn by it what the readers of the same record may see.
 *
 * Files go as they are: Word, Excel, PDF and pictures are compressed in themselves, and lists go out while they are read.
 */
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { Procedure } from '../contract.ts';

/** Below this what is saved is a packet at most. */
const threshold = 2048;

/** Bytes that are compressed where they stand, in about a millisecond; more goes to other threads piece by piece. */
const atOnce = 64 * 1024;

/** Low levels: see docs/decisions/0022. */
const compression = {
  encodings: ['br', 'gzip'] as ('br' | 'gzip')[],
  threshold,
  syncThreshold: atOnce,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 19 } },
  zlibOptions: { level: 4 },
};

/** Before the routes are added. Bodies of requests stay as they are: a small one that grows without end would pass the limits. */
export async function addCompression(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCompress, { ...compression, global: false, globalDecompression: false });
}

/** What a route declares about its answers. */
export function compressionOf({ method, files, carriesMuch }: Pick<Procedure, 'method' | 'files' | 'carriesMuch'>) {
  const isCompressed = files === undefined && (method === 'GET' || carriesMuch !== undefined);
  return { compress: isCompressed ? compression : (false as const) };
}

/** Of answers that everybody gets alike. */
export const publicCompression = { compress: compression };
