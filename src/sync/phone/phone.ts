/**
 * The phone half as the rest of the app sees it. Nothing of React and nothing of a domain: what a read answers without signal
 * and what an unsent command makes of it is said by the modules (`OfflineModule`).
 */
import type { Day } from '../../platform/day.ts';
import type { OutboxCommand, OutboxEntry } from '../outbox.ts';
import type { PhoneRecord, RecordType } from '../record.ts';

/** As the server says it (`sync.pull`): kinds that are held whole, of how many; in which it stands, and how many of it are left. */
export interface PulledParts {
  readonly done: number;
  readonly of: number;
  readonly at: RecordType | null;
  readonly left: number;
}

/** What has come of the first fetch. Until all has, nothing that is carried is shown. */
export interface FirstFetch {
  /** Null before anything has come while the app is open. */
  readonly parts: PulledParts | null;
  /** How many are held, by kind. */
  readonly came: Readonly<Partial<Record<RecordType, number>>>;
  /** It goes on where it stopped: the line broke, or the app was closed. */
  readonly isResumed: boolean;
  /** `waits`: it is tried again by itself, soon or when there is a connection; `isOffline` where it is the line that broke, not the server. `failed`: the server said no. */
  readonly standing: { readonly is: 'running' } | { readonly is: 'waits'; readonly isOffline: boolean } | { readonly is: 'failed'; readonly problem: unknown };
}

/**
 * `off`: this browser was never prepared, or may not be, or belongs to another account. `locked`: a PIN is asked for; with no
 * tries left only `renewPin` helps. `open`: works; `isSignedOut`: nothing is sent before its owner has signed in again;
 * `settled`: ids of refused commands that a person has settled here, or whoever acted was told of at once, of which the server may not have heard yet.
 */
export type PhoneState =
  | { readonly is: 'off' }
  | { readonly is: 'locked'; readonly owner: string; readonly triesLeft: number; readonly waitUntil: number | null }
  | { readonly is: 'open'; readonly owner: string; readonly entries: readonly OutboxEntry[]; readonly pulledAt: number | null; readonly isSending: boolean; readonly isSignedOut: boolean; readonly isPersistent: boolean; readonly units: { readonly count: number; readonly most: number } | null; readonly settled?: readonly string[]; readonly firstFetch?: FirstFetch | undefined };

/** What is carried, with what waits laid over it. */
export interface Replica {
  get<Body>(type: RecordType, id: string): Body | undefined;
  all<Body>(type: RecordType): readonly Body[];
}

export interface OfflineModule {
  /** Procedures that it answers without signal. Undefined: it cannot tell, so the page says that there is no connection. */
  readonly answers: Readonly<Record<string, (input: never, replica: Replica, now: { readonly today: Day; readonly clock: string; /** When what is carried was fetched. */ readonly toldOn?: Day | undefined }) => unknown>>;
  /** What a command that is not sent makes of what is carried; it may found a record. Rules are those of the server; what they refuse is thrown as `Problem`. */
  readonly acts: Readonly<Record<string, (input: never, replica: Replica, command: OutboxCommand) => OfflineOutcome>>;
  /** Gives the command what it must carry to be done on both sides alike: the id of what it founds. As it is where nothing is said. */
  readonly complete?: (procedure: string, input: never) => unknown;
  /** Whether what was refused is what stands anyway, as another device did the same: then nobody has to decide. Asked after what stands was fetched. */
  readonly stands?: (command: OutboxCommand, replica: Replica) => boolean;
  /** What commands of a procedure are about, for the list of what waits. */
  readonly about: (procedure: string, input: never) => OutboxCommand['about'] | undefined;
}

export interface OfflineOutcome {
  /** What the act would answer. */
  readonly answer: unknown;
  /** Records as they stand after it; a body of undefined takes the record away. */
  readonly records: readonly (Omit<PhoneRecord, 'version'> & { readonly body: unknown })[];
}

export interface Phone {
  readonly state: () => PhoneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Prepares this browser: enrols the device, makes the key, keeps the PIN's wrap, pulls. @throws ApiProblem */
  readonly prepare: (given: { readonly pin: string; readonly deviceName: string; readonly owner: string; readonly session: unknown }) => Promise<void>;
  /** @returns whether the PIN was right; after too many wrong ones everything but what waits is thrown away (see README). */
  readonly unlock: (pin: string) => Promise<boolean>;
  readonly lock: () => void;
  /** Locked in all windows of this browser: whoever signs out leaves none open. */
  readonly leave: () => void;
  readonly changePin: (given: { readonly from: string; readonly to: string }) => Promise<boolean>;
  /** The owner forgot the PIN, or tried too often, is signed in and gives the password: a new PIN opens what is kept. @throws ApiProblem */
  readonly renewPin: (given: { readonly password: string; readonly pin: string }) => Promise<void>;
  /** The session answer kept at the last contact, for the frame without signal; undefined while not open. */
  readonly session: () => Promise<unknown>;
  /** What the server answered about the session just now: kept; where it is another account's, the phone locks itself. */
  readonly keepSession: (session: unknown) => Promise<void>;
  /** A read that the network could not answer. Undefined where the phone cannot tell either. */
  readonly answer: (procedure: string, input: unknown) => Promise<unknown>;
  /** Whether acts of this procedure go through the outbox: those that a module judges (`acts`), while the phone is not `off`. */
  readonly takes: (procedure: string) => boolean;
  /**
   * Puts the command into the outbox, durably, and sends what waits. With signal it answers what the server answered or throws
   * its refusal; without, what the rules on the phone answer (a refusal of theirs is thrown and nothing is kept).
   */
  readonly act: (procedure: string, input: unknown) => Promise<unknown>;
  /** Its owner turns to another page: what is carried is fetched anew where it is older than a minute. */
  readonly look: () => void;
  /** Sends what waits, then pulls. Never two at once. */
  readonly sync: () => Promise<void>;
  /** A person's decision on a refused command. `again` sends it as a new command, with this input where given. */
  readonly settle: (commandId: string, decision: { readonly give: 'up' } | { readonly give: 'again'; readonly input?: unknown }) => Promise<void>;
  /** The sealed file of what waits. */
  readonly file: () => Promise<Blob>;
  /** Throws everything away, what waits too: asked for by the owner here, or from afar. */
  readonly wipe: () => Promise<void>;
}
