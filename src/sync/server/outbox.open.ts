/** Opens the file that a phone made of its outbox: which device it says it is from, then what its secret unseals. */
import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { outboxFormat, type OutboxFile } from '../outbox.ts';

const nonceLength = 12;
const tagLength = 16;

const fileShape = z.object({ format: z.literal(outboxFormat), deviceId: z.guid().transform((id) => id.toLowerCase()), sealed: z.base64() });
/** Of what the phone wrote only this is needed; what the act makes of its input is the act's affair. */
const commandsShape = z.array(z.object({ id: z.string(), procedure: z.string(), input: z.unknown() })).max(20_000);

export type BroughtCommand = z.output<typeof commandsShape>[number];

export function readOutboxFile(bytes: Buffer): OutboxFile | Refusal {
  return parsed(fileShape, bytes) ?? unknown;
}

/** In the order in which they were made. */
export function openOutbox({ sealed }: OutboxFile, secret: Buffer): BroughtCommand[] | Refusal {
  const bytes = unsealed(Buffer.from(sealed, 'base64'), secret);
  return (bytes && parsed(commandsShape, bytes)) ?? unknown;
}

const unknown: Refusal = refuse('sync.fileUnknown', 'invalid');

function unsealed(bytes: Buffer, secret: Buffer): Buffer | undefined {
  if (bytes.length < nonceLength + tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, nonceLength)).setAuthTag(bytes.subarray(bytes.length - tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength)), decipher.final()]);
  } catch {
    // Altered, or sealed by another device.
    return undefined;
  }
}

function parsed<T>(shape: z.ZodType<T>, bytes: Buffer): T | undefined {
  try {
    return shape.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
