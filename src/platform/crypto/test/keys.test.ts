import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { openKeys } from '../key.check.ts';
import { addSealingKey, loadOrCreateKeys } from '../keys.ts';
import { isSealedWithNewest, keyedHash, nonceStock, seal, unseal } from '../seal.ts';

let folder: string;
let world: World;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satcoso-keys-'));
  world = await openWorld();
});

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const place = { field: 'people.phone', id: 'a' };

describe('sealed fields', () => {
  test('never take a nonce of the stock twice', () => {
    const nonce = nonceStock();
    const taken = Array.from({ length: 3500 }, () => Buffer.from(nonce()).toString('hex'));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.filter((text) => text.length !== 24)).toEqual([]);
  });

  test('open with an older key after a newer one was added, and are then sealed with the newer', async () => {
    const file = join(folder, 'rotated.json');
    const before = await loadOrCreateKeys(file);
    const sealed = seal(before, place, '0900 000 001');
    const after = await addSealingKey(file);
    expect(unseal(after, place, sealed)).toBe('0900 000 001');
    expect(isSealedWithNewest(after, sealed)).toBe(false);
    expect(keyedHash(after, 'f', '1').equals(keyedHash(before, 'f', '1'))).toBe(true);
  });

  test('do not open in another row or field, nor when a byte was changed', async () => {
    const keys = await loadOrCreateKeys(join(folder, 'bound.json'));
    const sealed = seal(keys, place, '0900 000 001');
    expect(() => unseal(keys, { ...place, id: 'b' }, sealed)).toThrow();
    expect(() => unseal(keys, { ...place, field: 'people.email' }, sealed)).toThrow();
    sealed[sealed.length - 1]! ^= 1;
    expect(() => unseal(keys, place, sealed)).toThrow();
  });
});

describe('the key file', () => {
  test('is readable by its owner only, and refused where others may read it', async () => {
    const file = join(folder, 'private.json');
    await loadOrCreateKeys(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(join(folder, 'open.json'), '{}', { mode: 0o644 });
    await expect(loadOrCreateKeys(join(folder, 'open.json'))).rejects.toThrow(/chmod 600/);
  });

  test('once lost is not replaced without a word, and another one is refused', async () => {
    const file = join(folder, 'own.json');
    await openKeys(world.db, file);
    await expect(openKeys(world.db, join(folder, 'lost.json'))).rejects.toThrow(/missing/);
    await loadOrCreateKeys(join(folder, 'other.json'));
    await expect(openKeys(world.db, join(folder, 'other.json'))).rejects.toThrow(/another database/);
    expect((await openKeys(world.db, file)).sealing).toHaveLength(1);
  });
});
