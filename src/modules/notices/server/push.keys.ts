/**
 * The pair of keys by which push servers know this installation (VAPID, RFC 8292), drawn from its own hashing key: nothing more
 * to keep or to back up, the same in every process, and the same again after a restore, so that subscriptions go on.
 */
import { createECDH, createHmac } from 'node:crypto';
import type { Keys } from '../../../platform/crypto/keys.ts';

export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export function pushKeys(keys: Keys): PushKeys {
  const curve = createECDH('prime256v1');
  for (let count = 0; ; count += 1) {
    const drawn = createHmac('sha256', keys.hashing).update(`web-push ${count}`).digest();
    // One in four thousand million drawn numbers is no key of the curve: then the next is taken.
    if (isKey(drawn)) {
      curve.setPrivateKey(drawn);
      return { publicKey: curve.getPublicKey().toString('base64url'), privateKey: drawn.toString('base64url') };
    }
  }
}

const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');

function isKey(drawn: Buffer): boolean {
  return drawn.compare(order) < 0 && drawn.some((byte) => byte !== 0);
}
