/**
 * The key of what a phone keeps. One data key seals everything. It lies there wrapped twice: under the PIN together with a key
 * that the browser never gives out, and under a recovery key that the server tells only to the owner with the password. In use it cannot
 * be taken out of the browser's crypto.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface KeptKeys {
  readonly salt: Bytes;
  /** Of PBKDF2. */
  readonly rounds: number;
  readonly deviceKey: CryptoKey;
  /** Null once too many PINs were tried. */
  readonly byPin: Bytes | null;
  readonly byRecovery: Bytes;
}

/** Seals values, each bound to its place: what was moved elsewhere does not open. */
export interface Seal {
  readonly close: (place: string, value: unknown) => Promise<Bytes>;
  readonly open: (place: string, sealed: Bytes) => Promise<unknown>;
}

/** About a second on a slow phone. */
export const usualRounds = 600_000;

const cipher = 'AES-GCM';
const nonceLength = 12;

export async function makeKeys({ pin, recovery, rounds }: { readonly pin: string; readonly recovery: Bytes; readonly rounds: number }): Promise<{ kept: KeptKeys; seal: Seal }> {
  const dataKey = await crypto.subtle.generateKey({ name: cipher, length: 256 }, true, ['encrypt', 'decrypt']);
  const deviceKey = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
  const lock = { salt: random(16), rounds, deviceKey };
  const kept = { ...lock, byPin: await wrap(dataKey, await keyOfPin(lock, pin)), byRecovery: await wrap(dataKey, await keyOfRecovery(recovery)) };
  const seal = await openByRecovery(kept, recovery);
  if (!seal) throw new Error('a key that was just wrapped does not open');
  return { kept, seal };
}

/** Undefined: the PIN is wrong. */
export async function openByPin(kept: KeptKeys, pin: string): Promise<Seal | undefined> {
  const dataKey = kept.byPin && (await unwrap(kept.byPin, { by: await keyOfPin(kept, pin), extractable: false }));
  return dataKey ? sealBy(dataKey) : undefined;
}

export async function openByRecovery(kept: KeptKeys, recovery: Bytes): Promise<Seal | undefined> {
  const dataKey = await unwrap(kept.byRecovery, { by: await keyOfRecovery(recovery), extractable: false });
  return dataKey && sealBy(dataKey);
}

/** With another PIN, known the present one. */
export async function withOtherPin(kept: KeptKeys, { from, to }: { readonly from: string; readonly to: string }): Promise<KeptKeys | undefined> {
  const dataKey = kept.byPin && (await unwrap(kept.byPin, { by: await keyOfPin(kept, from), extractable: true }));
  return dataKey ? lockedBy(kept, { dataKey, pin: to }) : undefined;
}

/** With a new PIN, known the recovery key. */
export async function withRenewedPin(kept: KeptKeys, { recovery, pin }: { readonly recovery: Bytes; readonly pin: string }): Promise<KeptKeys | undefined> {
  const dataKey = await unwrap(kept.byRecovery, { by: await keyOfRecovery(recovery), extractable: true });
  return dataKey && lockedBy(kept, { dataKey, pin });
}

async function lockedBy(kept: KeptKeys, { dataKey, pin }: { dataKey: CryptoKey; pin: string }): Promise<KeptKeys> {
  const lock = { ...kept, salt: random(16) };
  return { ...lock, byPin: await wrap(dataKey, await keyOfPin(lock, pin)) };
}

async function keyOfPin({ salt, rounds, deviceKey }: Pick<KeptKeys, 'salt' | 'rounds' | 'deviceKey'>, pin: string): Promise<CryptoKey> {
  const word = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const slow = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, word, 256);
  return wrapping(await crypto.subtle.sign('HMAC', deviceKey, slow));
}

async function keyOfRecovery(recovery: Bytes): Promise<CryptoKey> {
  const word = await crypto.subtle.importKey('raw', recovery, 'HKDF', false, ['deriveBits']);
  return wrapping(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('satcoso data key') }, word, 256));
}

function wrapping(bits: ArrayBuffer): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bits, cipher, false, ['wrapKey', 'unwrapKey']);
}

async function wrap(dataKey: CryptoKey, by: CryptoKey): Promise<Bytes> {
  const nonce = random(nonceLength);
  return joined(nonce, await crypto.subtle.wrapKey('raw', dataKey, by, { name: cipher, iv: nonce }));
}

async function unwrap(wrapped: Bytes, { by, extractable }: { by: CryptoKey; extractable: boolean }): Promise<CryptoKey | undefined> {
  const { nonce, rest } = parted(wrapped);
  try {
    return await crypto.subtle.unwrapKey('raw', rest, by, { name: cipher, iv: nonce }, cipher, extractable, ['encrypt', 'decrypt']);
  } catch (error) {
    if (isWrongKey(error)) return undefined;
    throw error;
  }
}

/** Browsers say it as an OperationError, old Safari as a DataError. */
function isWrongKey(error: unknown): boolean {
  return error instanceof DOMException && ['OperationError', 'DataError'].includes(error.name);
}

function sealBy(dataKey: CryptoKey): Seal {
  return {
    async close(place, value) {
      const nonce = random(nonceLength);
      return joined(nonce, await crypto.subtle.encrypt({ name: cipher, iv: nonce, additionalData: utf8(place) }, dataKey, utf8(JSON.stringify(value))));
    },
    async open(place, sealed) {
      const { nonce, rest } = parted(sealed);
      const plain = await crypto.subtle.decrypt({ name: cipher, iv: nonce, additionalData: utf8(place) }, dataKey, rest);
      return JSON.parse(new TextDecoder().decode(plain)) as unknown;
    },
  };
}

/** 12 bytes of nonce, then AES-256-GCM of the text under the key itself: what `sync.deliver` reads. */
export async function sealedText(key: Bytes, text: string): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, cipher, false, ['encrypt']);
  const nonce = random(nonceLength);
  return joined(nonce, await crypto.subtle.encrypt({ name: cipher, iv: nonce }, imported, utf8(text)));
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function joined(nonce: Bytes, rest: ArrayBuffer): Bytes {
  const whole = new Uint8Array(nonce.length + rest.byteLength);
  whole.set(nonce);
  whole.set(new Uint8Array(rest), nonce.length);
  return whole;
}

function parted(whole: Bytes): { nonce: Bytes; rest: Bytes } {
  return { nonce: whole.slice(0, nonceLength), rest: whole.slice(nonceLength) };
}
