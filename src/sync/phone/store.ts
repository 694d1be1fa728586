/**
 * What lies in the browser's database: the records that are carried, the outbox, and a few entries about the device. Values
 * come sealed and stay so; in the clear are only ids, the order of commands and whether one waits.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Standing } from '../outbox.ts';
import type { RecordType } from '../record.ts';
import { Problem } from '../../platform/problem.ts';
import type { Bytes } from './vault.ts';

export interface SealedRecord {
  readonly type: RecordType;
  readonly id: string;
  readonly sealed: Bytes;
}

export interface SealedEntry {
  readonly id: string;
  readonly is: Standing['is'];
  readonly sealed: Bytes;
}

export type NumberedEntry = SealedEntry & { readonly seq: number };

interface Schema extends DBSchema {
  meta: { key: string; value: unknown };
  records: { key: [RecordType, string]; value: SealedRecord };
  outbox: { key: number; value: SealedEntry; indexes: { is: string } };
}

const standings: readonly Standing['is'][] = ['waiting', 'done', 'refused'];

type StoreName = 'meta' | 'records' | 'outbox';

export interface Pulled {
  readonly deviceId: string;
  readonly put: readonly SealedRecord[];
  readonly gone: readonly { readonly type: RecordType; readonly id: string }[];
  /** Numbers of done commands that are in what was pulled. */
  readonly settled: readonly number[];
  readonly meta: Readonly<Record<string, unknown>>;
}

export type PhoneStore = ReturnType<typeof openStore>;

export function openStore(name: string) {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  /** Some browsers close a database while the app sleeps: it is opened again. */
  function use(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('meta');
        db.createObjectStore('records', { keyPath: ['type', 'id'] });
        db.createObjectStore('outbox', { autoIncrement: true }).createIndex('is', 'is');
      },
      terminated: () => { opened = undefined; },
    });
    opened.catch(() => { opened = undefined; });
    return opened;
  }

  /** All or nothing, and on the disk when it is answered. */
  async function write<T>(stores: readonly StoreName[], work: (tx: Writing) => Promise<T>): Promise<T> {
    const db = await use();
    const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
    // Told by `done` as well; unheard it would be an error of nobody's.
    tx.done.catch(() => undefined);
    try {
      const result = await work(tx as unknown as Writing);
      await tx.done;
      return result;
    } catch (error) {
      try { tx.abort(); } catch { /* It is over already. */ }
      throw isFull(error) || isFull(tx.error) ? new Problem({ code: 'sync.storageFull', kind: 'conflict' }) : error;
    }
  }

  return {
    async meta(key: string): Promise<unknown> {
      return (await use()).get('meta', key);
    },
    setMeta(entries: Readonly<Record<string, unknown>>): Promise<void> {
      return write(['meta'], (tx) => putMeta(tx, entries));
    },
    /** What is to be changed is read in the same transaction: two windows never count from the same number. */
    changeMeta<T>(key: string, change: (before: unknown) => T): Promise<T> {
      return write(['meta'], async (tx) => {
        const meta = tx.objectStore('meta');
        const after = change(await meta.get(key));
        await (after === undefined ? meta.delete(key) : meta.put(after, key));
        return after;
      });
    },
    async records(): Promise<SealedRecord[]> {
      return (await use()).getAll('records');
    },
    takeIn({ deviceId, put, gone, settled, meta }: Pulled): Promise<void> {
      return write(['meta', 'records', 'outbox'], async (tx) => {
        await requireDevice(tx, deviceId);
        const records = tx.objectStore('records');
        for (const record of put) await records.put(record);
        for (const { type, id } of gone) await records.delete([type, id]);
        for (const seq of settled) await tx.objectStore('outbox').delete(seq);
        await putMeta(tx, meta);
      });
    },
    /** Which commands there are and how they stand, without reading them: they may hold photos. */
    async marks(): Promise<{ seq: number; is: Standing['is'] }[]> {
      const index = (await use()).transaction('outbox').store.index('is');
      const found = await Promise.all(standings.map(async (is) => (await index.getAllKeys(is)).map((seq) => ({ seq, is }))));
      return found.flat().sort((one, other) => one.seq - other.seq);
    },
    async entry(seq: number): Promise<SealedEntry | undefined> {
      return (await use()).get('outbox', seq);
    },
    async firstWaiting(): Promise<NumberedEntry | undefined> {
      const cursor = await (await use()).transaction('outbox').store.index('is').openCursor('waiting');
      return cursor ? { ...cursor.value, seq: cursor.primaryKey } : undefined;
    },
    addEntry(deviceId: string, entry: SealedEntry): Promise<number> {
      return write(['meta', 'outbox'], async (tx) => {
        await requireDevice(tx, deviceId);
        return tx.objectStore('outbox').add(entry);
      });
    },
    /** Only while it stands there: it may have been given up in another window. */
    changeEntry({ seq, ...entry }: NumberedEntry): Promise<boolean> {
      return write(['outbox'], async (tx) => {
        const outbox = tx.objectStore('outbox');
        if ((await outbox.getKey(seq)) === undefined) return false;
        await outbox.put(entry, seq);
        return true;
      });
    },
    /** Gives an entry up; another may take its place at the end. */
    replaceEntry(seq: number, next: SealedEntry | undefined): Promise<boolean> {
      return write(['outbox'], async (tx) => {
        const outbox = tx.objectStore('outbox');
        if ((await outbox.getKey(seq)) === undefined) return false;
        await outbox.delete(seq);
        if (next) await outbox.add(next);
        return true;
      });
    },
    /** What is carried goes; what waits, and what opens it, stays. */
    discardRecords(meta: Readonly<Record<string, unknown>>): Promise<void> {
      return write(['meta', 'records'], async (tx) => {
        await tx.objectStore('records').clear();
        await putMeta(tx, meta);
      });
    },
    /** Nothing stays but what is given. */
    empty(left: Readonly<Record<string, unknown>>): Promise<void> {
      return write(['meta', 'records', 'outbox'], async (tx) => {
        for (const store of ['meta', 'records', 'outbox'] as const) await tx.objectStore(store).clear();
        await putMeta(tx, left);
      });
    },
    async close(): Promise<void> {
      (await opened)?.close();
      opened = undefined;
    },
  };
}

/** The part of a transaction that is used here; which stores it has is said where it begins. */
interface Writing {
  objectStore<Name extends StoreName>(name: Name): {
    get(key: Schema[Name]['key']): Promise<Schema[Name]['value'] | undefined>;
    getKey(key: Schema[Name]['key']): Promise<Schema[Name]['key'] | undefined>;
    put(value: Schema[Name]['value'], key?: Schema[Name]['key']): Promise<Schema[Name]['key']>;
    add(value: Schema[Name]['value'], key?: Schema[Name]['key']): Promise<Schema[Name]['key']>;
    delete(key: Schema[Name]['key']): Promise<void>;
    clear(): Promise<void>;
  };
}

/** What was still under way when the device was emptied must not come back. */
async function requireDevice(tx: Writing, deviceId: string): Promise<void> {
  const device = await tx.objectStore('meta').get('device');
  const isThere = typeof device === 'object' && device !== null && 'deviceId' in device && device.deviceId === deviceId;
  if (!isThere) throw new Problem({ code: 'sync.locked', kind: 'conflict' });
}

async function putMeta(tx: Writing, entries: Readonly<Record<string, unknown>>): Promise<void> {
  const meta = tx.objectStore('meta');
  for (const [key, value] of Object.entries(entries)) await (value === undefined ? meta.delete(key) : meta.put(value, key));
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
