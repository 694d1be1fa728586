/**
 * The secrets of an installation: keys that seal personal fields and key the hashes they are searched by.
 * Generated on first start into one file that only the owner may read; never in the database, never in a log.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const keyText = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'a key is 32 bytes in base64');

const fileSchema = z.strictObject({
  /** Newest last: the last one seals, all of them open. */
  sealing: z.array(z.strictObject({ id: z.number().int().min(1).max(255), key: keyText })).min(1),
  /**
   * Keys the hashes for exact search and sign-in limits, and the chain of the log. Stays as it is for the life of the
   * database: what was hashed with it is found and verified with it only.
   */
  hashing: keyText,
});

type KeyFile = z.infer<typeof fileSchema>;

export interface Keys {
  readonly sealing: readonly { readonly id: number; readonly key: Buffer }[];
  readonly hashing: Buffer;
  /** Where nonces come from; for each the system is asked without it. */
  readonly nonce?: () => Uint8Array;
}

export class KeyProblem extends Error {}

export async function hasKeyFile(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

export async function loadOrCreateKeys(file: string): Promise<Keys> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new KeyProblem(`cannot read the key file ${file}: ${error.message}`);
  });
  if (text === undefined) return fromFile(await writeKeys(file, { sealing: [{ id: 1, key: newKey() }], hashing: newKey() }));
  await requirePrivate(file);
  return fromFile(parse(file, text));
}

/** Adds a newer sealing key; rows sealed with older keys stay readable until they are sealed again. */
export async function addSealingKey(file: string): Promise<Keys> {
  const current = parse(file, await readFile(file, 'utf8'));
  const id = Math.max(...current.sealing.map((entry) => entry.id)) + 1;
  return fromFile(await writeKeys(file, { ...current, sealing: [...current.sealing, { id, key: newKey() }] }));
}

async function writeKeys(file: string, keys: KeyFile): Promise<KeyFile> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  return keys;
}

async function requirePrivate(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new KeyProblem(`others may read the key file ${file}; run: chmod 600 ${file}`);
}

function parse(file: string, text: string): KeyFile {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    throw new KeyProblem(`the key file ${file} is damaged; restore it from a backup, without it sealed fields cannot be read`);
  }
}

function fromFile(keys: KeyFile): Keys {
  return {
    sealing: keys.sealing.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })),
    hashing: Buffer.from(keys.hashing, 'base64'),
  };
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}
