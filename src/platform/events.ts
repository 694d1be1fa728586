/**
 * The one table of what happened: audit, feed and source of notifications. Written in the transaction of the act and
 * chained by keyed hash within its home, so that a row altered or taken out later is found by `verifyChains`. The key is
 * not in the database: who has only that can't write the chain anew. Rows taken off the end together with the head are
 * found only by somebody who kept an earlier head (`chainHeads`).
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from './canonical.ts';
import { primaryOf, type Ctx } from './context.ts';
import type { Keys } from './crypto/keys.ts';
import { firstRow, inTransaction, rows, type Db } from './db/database.ts';
import { homeOf, nationalHome, type Home, type Id } from './ids.ts';

export interface Happening {
  /** Past tense: `unit.renamed`. */
  readonly type: string;
  readonly subjectId?: Id;
  readonly unitId?: Id<'unit'>;
  readonly personId?: Id<'person'>;
  /** Facts of the act; no personal data beyond ids. */
  readonly data?: Readonly<Record<string, unknown>>;
}

interface ChainedEvent {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor_id: string | null;
  readonly subject_id: string | null;
  readonly unit_id: string | null;
  readonly person_id: string | null;
  readonly data: unknown;
  readonly request_id: string | null;
}

const pending = new WeakMap<Set<string>, Happening[]>();

/** Notes that something happened; written by `flushEvents` last thing before commit, so that the chain is held briefly. */
export function record(ctx: Ctx, happening: Happening): void {
  const list = pending.get(ctx.asked) ?? [];
  list.push(happening);
  pending.set(ctx.asked, list);
}

export async function flushEvents(ctx: Ctx): Promise<void> {
  const list = pending.get(ctx.asked) ?? [];
  pending.delete(ctx.asked);
  const byHome = Map.groupBy(list, homeOfHappening);
  // Homes in order: two transactions that touch the same two chains never wait for each other in a circle.
  for (const home of [...byHome.keys()].toSorted((a, b) => a - b)) await append(ctx, home, byHome.get(home)!);
}

/** For a read, which has no transaction of its own and may be reading from a copy: what it records is written before it answers. */
export async function recordNow(ctx: Ctx, ...happenings: readonly Happening[]): Promise<void> {
  await inTransaction(primaryOf(ctx), async (tx) => {
    const inside = { ...ctx, db: tx, asked: new Set<string>() };
    for (const happening of happenings) record(inside, happening);
    await flushEvents(inside);
  });
}

function homeOfHappening(happening: Happening): Home {
  const id = happening.personId ?? happening.subjectId ?? happening.unitId;
  return id ? homeOf(id) : nationalHome;
}

async function append(ctx: Ctx, home: Home, list: readonly Happening[]): Promise<void> {
  await sql`insert into event_chains (home_id, head_seq, head_hash) values (${home}, 0, ${Buffer.alloc(32)}) on conflict (home_id) do nothing`.execute(ctx.db);
  const head = await firstRow(ctx.db, sql<{ head_seq: number; head_hash: Buffer }>`select head_seq, head_hash from event_chains where home_id = ${home} for update`);
  let seq = head!.head_seq;
  let hash = head!.head_hash;
  const key = chainKey(ctx.keys);
  for (const happening of list) {
    seq += 1;
    const event = chained(ctx, seq, happening);
    hash = nextHash(key, { home, previous: hash, event });
    await sql`insert into events (home_id, seq, at, type, actor_id, subject_id, unit_id, person_id, data, request_id, hash)
      values (${home}, ${seq}, ${event.at}, ${event.type}, ${event.actor_id}, ${event.subject_id}, ${event.unit_id}, ${event.person_id},
        ${JSON.stringify(event.data)}, ${event.request_id}, ${hash})`.execute(ctx.db);
  }
  await sql`update event_chains set head_seq = ${seq}, head_hash = ${hash} where home_id = ${home}`.execute(ctx.db);
}

function chained(ctx: Ctx, seq: number, happening: Happening): ChainedEvent {
  return {
    seq,
    at: ctx.now.toISOString(),
    type: happening.type,
    actor_id: ctx.actor?.accountId ?? null,
    subject_id: happening.subjectId ?? null,
    unit_id: happening.unitId ?? null,
    person_id: happening.personId ?? null,
    data: happening.data ?? {},
    request_id: ctx.requestId,
  };
}

/** A key of its own, so that the chain gives away nothing about other hashes and is no oracle for them. */
function chainKey(keys: Keys): Buffer {
  return createHmac('sha256', keys.hashing).update('event-chain').digest();
}

/** The home is hashed as well: the chain of one home can't be shown as another's. */
function nextHash(key: Buffer, { home, previous, event }: { home: Home; previous: Buffer; event: ChainedEvent }): Buffer {
  return createHmac('sha256', key).update(previous).update(canonicalJson({ home, event })).digest();
}

export interface ChainFault {
  readonly home: Home;
  /** First event that does not follow from the one before; the number after the last where the head is missing. */
  readonly seq: number;
}

const batch = 1000;

interface Chain {
  readonly home_id: Home;
  readonly head_seq: number;
  readonly head_hash: Buffer;
}

/** Recomputes every chain. Answers where each broken one first breaks; an empty list is a whole log. */
export async function verifyChains(db: Db, keys: Keys): Promise<ChainFault[]> {
  const chains = await readChains(db);
  const strays = await rows(db, sql<{ home_id: number }>`select distinct home_id from events e where not exists (select from event_chains c where c.home_id = e.home_id)`);
  const faults: ChainFault[] = strays.map(({ home_id }) => ({ home: home_id, seq: 1 }));
  const key = chainKey(keys);
  for (const chain of chains) {
    const seq = await firstFault(db, key, chain);
    if (seq !== undefined) faults.push({ home: chain.home_id, seq });
  }
  return faults;
}

/** The head of each chain as `home/number/hash`: kept elsewhere, it shows later that the end of the log was cut off. */
export async function chainHeads(db: Db): Promise<string[]> {
  return (await readChains(db)).map(({ home_id, head_seq, head_hash }) => `${home_id}/${head_seq}/${head_hash.toString('hex')}`);
}

function readChains(db: Db): Promise<Chain[]> {
  return rows(db, sql<Chain>`select home_id, head_seq, head_hash from event_chains order by home_id`);
}

async function firstFault(db: Db, key: Buffer, { home_id: home, head_seq, head_hash }: Chain): Promise<number | undefined> {
  let hash: Buffer = Buffer.alloc(32);
  let last = 0;
  let lastAt = new Date(0).toISOString();
  for (;;) {
    // Paged by number and moment: a number given a second time, with another moment, is not passed over.
    const events = await rows(db, sql<Omit<ChainedEvent, 'at'> & { at: Date; hash: Buffer }>`select seq, at, type, actor_id, subject_id, unit_id, person_id, data, request_id, hash
      from events where home_id = ${home} and (seq, at) > (${last}::int8, ${lastAt}::timestamptz) order by seq, at limit ${batch}`);
    for (const { hash: stored, at, ...event } of events) {
      hash = nextHash(key, { home, previous: hash, event: { ...event, at: at.toISOString() } });
      if (event.seq !== last + 1 || !hash.equals(stored)) return event.seq;
      last = event.seq;
      lastAt = at.toISOString();
    }
    if (events.length < batch) return last === head_seq && hash.equals(head_hash) ? undefined : last + 1;
  }
}
