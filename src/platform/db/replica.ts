/**
 * A copy of the database that follows the primary (streaming replication) and takes reads off it. It is behind by a
 * moment, so a caller who has just written reads from the primary until the copy has replayed that far: how far is the
 * position in the log after the act, which the caller carries along in a cookie. A copy further behind than allowed,
 * unreachable or no longer following takes no reads.
 */
import { sql } from 'kysely';
import { firstRow, type Database, type Db } from './database.ts';
import { isConnectionLoss, isContention, isReadOnlyServer } from './errors.ts';
import { readTwice } from './repeat.ts';

/** A position in the log as PostgreSQL writes it, `16/B374D848`. */
export type Position = string;

/** Further than any log: whoever carries it reads from the primary. */
export const beyondAll: Position = 'FFFFFFFF/FFFFFFFF';

export interface Replica {
  readonly db: Db;
  /** Whether a read may go there, for a caller who must see what was written up to `seen`. */
  covers(seen: Position | undefined): Promise<boolean>;
  /** How far the primary has written; after an act, its caller has seen that far. */
  position(): Promise<Position>;
}

export interface ReplicaOptions {
  readonly primary: Db;
  readonly replica: Db;
  /** Milliseconds. */
  readonly mostLag: number;
  readonly clock?: () => number;
}

const lookEvery = 250;
/** For a caller who waits for his own act to arrive. */
const lookAgainAfter = 20;
const samplePrimaryEvery = 1000;
const restAfterFault = 5000;
const samplesKept = 60;

interface Sample {
  readonly at: number;
  readonly position: bigint;
}

interface Sight {
  readonly at: number;
  readonly isFollowing: boolean;
  readonly replayed: bigint;
}

export function openReplica({ primary, replica, mostLag, clock = Date.now }: ReplicaOptions): Replica {
  const samples: Sample[] = [];
  let sight: Sight = { at: -Infinity, isFollowing: false, replayed: 0n };
  let restsUntil = -Infinity;
  let looking: Promise<void> | undefined;

  return {
    db: replica,
    position: () => readPosition(primary),
    async covers(seen) {
      if (clock() < restsUntil) return false;
      const needed = seen === undefined ? 0n : numberOf(seen);
      const patience = needed > sight.replayed ? lookAgainAfter : lookEvery;
      if (clock() - sight.at >= patience) await lookOnce();
      return sight.isFollowing && sight.replayed >= needed && clock() - caughtUpAt() <= mostLag && clock() >= restsUntil;
    },
  };

  /** Many requests at the same moment look once. */
  function lookOnce(): Promise<void> {
    looking ??= look().catch(() => {
      restsUntil = clock() + restAfterFault;
    }).finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function look(): Promise<void> {
    const at = clock();
    if (at - (samples.at(-1)?.at ?? -Infinity) >= samplePrimaryEvery) {
      samples.push({ at, position: numberOf(await readPosition(primary)) });
      if (samples.length > samplesKept) samples.shift();
    }
    sight = { at, ...(await readSight(replica)) };
  }

  /** Everything that the primary had written by then stands in the copy. */
  function caughtUpAt(): number {
    return samples.findLast(({ position }) => position <= sight.replayed)?.at ?? -Infinity;
  }
}

/** Reads from the copy where it may, from the primary otherwise and where the copy could not answer. */
export async function readFrom<T>({ primary, replica, seen }: { primary: Db; replica: Replica | undefined; seen: string | undefined }, read: (db: Db) => Promise<T>): Promise<T> {
  if (replica && (await replica.covers(positionIn(seen)))) {
    try {
      return await read(replica.db);
    } catch (error) {
      if (!isReadOnlyServer(error) && !isContention(error) && !isConnectionLoss(error)) throw error;
    }
  }
  return readTwice(() => read(primary));
}

/** The copy follows a primary and serves reads as the same role; said at start, as a wrong address is found only here. */
export async function isFollowing(replica: Pick<Database, 'db'>): Promise<boolean> {
  return (await readSight(replica.db)).isFollowing;
}

/** What a caller brought along: a text that is no position counts as none. */
function positionIn(text: string | undefined): Position | undefined {
  return text !== undefined && /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(text) ? text : undefined;
}

async function readPosition(primary: Db): Promise<Position> {
  const row = await firstRow(primary, sql<{ position: string }>`select pg_current_wal_insert_lsn()::text as position`);
  return row?.position ?? beyondAll;
}

async function readSight(replica: Db): Promise<Omit<Sight, 'at'>> {
  const row = await firstRow(replica, sql<{ following: boolean; replayed: string | null }>`select pg_is_in_recovery() as following, pg_last_wal_replay_lsn()::text as replayed`);
  return { isFollowing: row?.following === true, replayed: row?.replayed ? numberOf(row.replayed) : 0n };
}

function numberOf(position: Position): bigint {
  const [file, offset] = position.split('/');
  return (BigInt(`0x${file ?? '0'}`) << 32n) | BigInt(`0x${offset ?? '0'}`);
}
