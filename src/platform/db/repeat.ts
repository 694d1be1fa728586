/**
 * An act that the database could not do this time is done again: deadlocks and serialisation failures always, as they
 * leave nothing behind; a lost connection while it was certainly not yet committed, and after that only for acts that
 * may be done twice. Safe because an act is one transaction, and what the world sees of it comes after.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db, Tx } from './database.ts';
import { isConnectionLoss, isContention } from './errors.ts';

const mostAttempts = 4;
const firstPause = 25;
/** A new primary needs a moment. */
const pauseAfterLoss = 500;

/** Transactions of which a part is committed already (`commit and chain`): done again, that part would be done twice. */
const partlyCommitted = new WeakSet<Db>();

export function markPartlyCommitted(tx: Db): void {
  partlyCommitted.add(tx);
}

interface Attempt {
  tx: Tx | undefined;
  /** All was said but `commit`: a connection lost now leaves open whether it was done. */
  isSaid: boolean;
}

/** One transaction, several attempts; `isRepeatable` where doing it twice comes to the same. */
export async function inRepeatedTransaction<T>({ db, isRepeatable }: { db: Db; isRepeatable: boolean }, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    const attempt: Attempt = { tx: undefined, isSaid: false };
    try {
      return await once(db, attempt, work);
    } catch (error) {
      if (count === mostAttempts || !mayRepeat(error, attempt, isRepeatable)) throw error;
      await sleep(pauseBefore(count, error));
    }
  }
}

/** A read leaves nothing behind, so it is simply asked once more. */
export async function readTwice<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isContention(error) && !isConnectionLoss(error)) throw error;
    await sleep(pauseBefore(1, error));
    return read();
  }
}

function once<T>(db: Db, attempt: Attempt, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    attempt.tx = tx;
    const result = await work(tx);
    attempt.isSaid = true;
    return result;
  });
}

function mayRepeat(error: unknown, { tx, isSaid }: Attempt, isRepeatable: boolean): boolean {
  if (tx && partlyCommitted.has(tx)) return false;
  return isContention(error) || (isConnectionLoss(error) && (!isSaid || isRepeatable));
}

/** Doubled each time, with chance in it: those who collided do not meet again. */
function pauseBefore(count: number, error: unknown): number {
  const pause = (isConnectionLoss(error) ? pauseAfterLoss : firstPause) * 2 ** (count - 1);
  return pause / 2 + Math.random() * pause;
}
