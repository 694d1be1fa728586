/**
 * What the database could not do this time is done again, whoever asked for it: a request, a command or a job. Deadlocks
 * and serialisation failures always, as they leave nothing behind; after a lost connection only what certainly was not
 * yet committed, or does no harm when it is done twice. Safe because an act is one transaction, and what the world sees of
 * it comes after.
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

/**
 * One transaction, several attempts; `isRepeatable` where doing it twice comes to the same. Within a transaction it is a
 * part of that one, which is done again as a whole.
 */
export async function inRepeatedTransaction<T>({ db, isRepeatable }: { db: Db; isRepeatable: boolean }, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  let attempt: Attempt;
  return repeated(
    () => {
      attempt = { tx: undefined, isSaid: false };
      return once(db, attempt, work);
    },
    { most: mostAttempts, mayRepeat: (error) => mayRepeat(error, attempt, isRepeatable) },
  );
}

/** For what does no harm when it is done twice, in whatever transactions: a job. */
export function repeatHarmless<T>(work: () => Promise<T>): Promise<T> {
  return repeated(work, { most: mostAttempts, mayRepeat: isAccident });
}

/** A read leaves nothing behind, but somebody waits for it: it is asked once more. */
export function readTwice<T>(read: () => Promise<T>): Promise<T> {
  return repeated(read, { most: 2, mayRepeat: isAccident });
}

async function repeated<T>(work: () => Promise<T>, how: { most: number; mayRepeat: (error: unknown) => boolean }): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await work();
    } catch (error) {
      if (count === how.most || !how.mayRepeat(error)) throw error;
      await sleep(pauseBefore(count, error));
    }
  }
}

function isAccident(error: unknown): boolean {
  return isContention(error) || isConnectionLoss(error);
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
