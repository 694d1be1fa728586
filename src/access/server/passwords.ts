/**
 * Password hashes: argon2id with the least cost that OWASP's Password Storage Cheat Sheet recommends (19 MiB, two passes,
 * one lane). A password of an unknown account is compared with a hash that fits nothing, so that the time taken does
 * not tell which names exist.
 */
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// argon2id of a random text that nobody kept, made with the same cost.
const unmatchable = '$argon2id$v=19$m=19456,t=2,p=1$FE6+2ovN+SUr/KrExdVRHg$+047PcH/aYTSgAww7P+h5kPq4v+WELQo+Q0ijYbV1r0';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const matches = await verify(stored ?? unmatchable, password.normalize('NFC'));
  return matches && stored !== null && stored !== undefined;
}

// Letters and digits that are not taken for one another when read aloud or copied from paper.
const readable = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Four groups of four, about 80 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
