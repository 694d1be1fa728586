/**
 * Sealed fields: AES-256-GCM under a numbered key, bound to the field and row it belongs to, so that a value cannot be
 * moved to another row. Exact search goes through a keyed hash (HMAC-SHA-256) of the normalised value.
 * Layout of sealed bytes: key id (1) · nonce (12) · tag (16) · ciphertext.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';

const nonceLength = 12;
const tagLength = 16;

export interface Place {
  /** Table and column, such as `people.phone`. */
  readonly field: string;
  readonly id: string;
}

export function seal(keys: Keys, place: Place, text: string): Buffer {
  return sealBytes(keys, place, Buffer.from(text, 'utf8'));
}

export function sealBytes(keys: Keys, place: Place, bytes: Uint8Array): Buffer {
  const { id, key } = keys.sealing.at(-1)!;
  const nonce = keys.nonce?.() ?? randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(id), nonce, cipher.getAuthTag(), sealed]);
}

/** For work that seals millions: asking the system for each nonce costs a fifth of a seal, so a thousand come at once. */
export function nonceStock(): () => Uint8Array {
  let stock = randomBytes(0);
  return () => {
    if (stock.length === 0) stock = randomBytes(nonceLength * 1000);
    const nonce = stock.subarray(0, nonceLength);
    stock = stock.subarray(nonceLength);
    return nonce;
  };
}

/** @throws Error when the key is unknown or the bytes were altered or belong elsewhere. */
export function unseal(keys: Keys, place: Place, bytes: Buffer): string {
  return unsealBytes(keys, place, bytes).toString('utf8');
}

export function unsealBytes(keys: Keys, place: Place, bytes: Buffer): Buffer {
  const entry = keys.sealing.find(({ id }) => id === bytes[0]);
  if (!entry) throw new Error(`no key ${bytes[0]} for ${place.field}`);
  const nonce = bytes.subarray(1, 1 + nonceLength);
  const tag = bytes.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
  const decipher = createDecipheriv('aes-256-gcm', entry.key, nonce).setAAD(aad(place)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(1 + nonceLength + tagLength)), decipher.final()]);
}

export function isSealedWithNewest(keys: Keys, bytes: Buffer): boolean {
  return bytes[0] === keys.sealing.at(-1)!.id;
}

/** `text` is normalised by the caller: digits only for numbers. */
export function keyedHash(keys: Keys, field: string, text: string): Buffer {
  return createHmac('sha256', keys.hashing).update(field).update('\0').update(text).digest();
}

function aad(place: Place): Buffer {
  return Buffer.from(`${place.field}\0${place.id}`);
}
