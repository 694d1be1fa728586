/** Fixed keys: sealed values of tests can be opened in every process of a run. */
import type { Keys } from '../../src/platform/crypto/keys.ts';

export const testKeys: Keys = { sealing: [{ id: 1, key: Buffer.alloc(32, 1) }], hashing: Buffer.alloc(32, 2) };
