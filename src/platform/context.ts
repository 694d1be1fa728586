/**
 * What a command or read is given first: the database (a transaction where it is an act), the moment,
 * and who asks. Nothing in the project keeps such things in module state.
 */
import type { Logger } from 'pino';
import type { Keys } from './crypto/keys.ts';
import type { Day } from './day.ts';
import type { Db } from './db/database.ts';
import type { Id } from './ids.ts';

/** Who is signed in, with what was given to them; read anew for each request. */
export interface Actor {
  readonly accountId: Id<'account'>;
  readonly sessionId: Id<'session'> | undefined;
  readonly name: string;
  readonly displayName: string;
  readonly personId: Id<'person'> | undefined;
  readonly grants: readonly Grant[];
}

export interface Grant {
  readonly id: Id<'assignment'>;
  readonly role: string;
  readonly verbs: ReadonlySet<string>;
  readonly unitId: Id<'unit'> | undefined;
  /** `everything` is held by the command line only (`systemContext`); the database refuses to store it. */
  readonly reach: 'none' | 'unit' | 'children' | 'subtree' | 'everything';
}

export interface Sends {
  readonly mail: boolean;
  readonly push: boolean;
}

export interface Ctx {
  readonly db: Db;
  /** The primary, outside the transaction of an act: for progress that is to be seen before it ends, never for the act itself. */
  readonly aside: Db;
  readonly now: Date;
  /** The day in Vietnam at `now`. */
  readonly today: Day;
  readonly actor: Actor | undefined;
  readonly keys: Keys;
  readonly requestId: string;
  readonly log: Logger;
  readonly client: Client;
  /** What this installation sends outside the app; nothing where nothing is set up. */
  readonly sends?: Sends | undefined;
  /** Verbs about which access was asked while this request ran; the kernel checks that the declared one is among them. */
  readonly asked: Set<string>;
}

/**
 * Where it is asked who may do what: in an act its transaction, in a read the primary, whatever copy the read itself is
 * answered from. A read must not ask it within a transaction of its own, which would be one of the copy.
 */
export function primaryOf({ db, aside }: Ctx): Db {
  return db.isTransaction ? db : aside;
}

/** The caller's side of the wire, for sessions and sign-in limits only; never logged with what was done. */
export interface Client {
  readonly address: string;
  readonly device: string;
  readonly sessionToken: string | undefined;
  setSession(token: string, expires: Date): void;
  clearSession(): void;
}

export const noClient: Client = { address: '', device: '', sessionToken: undefined, setSession() {}, clearSession() {} };
