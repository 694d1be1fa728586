/** The phone half of this browser: off, locked or open; who may open it, and how it is emptied. */
import type { Endpoint } from '../../shell/request.ts';
import { ApiProblem } from '../../shell/api.problem.ts';
import { Problem } from '../../platform/problem.ts';
import { fromBase64 } from './base64.ts';
import { keptDevice, type Device } from './kept.device.ts';
import { openPhone, problemFrom, type Opened } from './opened.ts';
import type { OfflineModule, Phone, PhoneState } from './phone.ts';
import type { PhonePlace } from './place.ts';
import type { Reach } from './sending.ts';
import { ask } from './calls.ts';
import { tellEmptied, withEmptied } from './emptied.ts';
import { openStore } from './store.ts';
import { turnBy } from './turn.ts';
import { noTries, triesLeft, waitUntil } from './vault.tries.ts';
import { makeKeys, openByPin, openByRecovery, usualRounds, withOtherPin, withRenewedPin, type Seal } from './vault.ts';

export interface PhoneParts {
  readonly database?: string;
  readonly modules: readonly OfflineModule[];
  /** Of the procedures that the modules judge. */
  readonly endpointOf: (procedure: string) => Endpoint;
  readonly reach: Reach;
  readonly place: PhonePlace;
  /** Asks the server. @throws ApiProblem */
  readonly askSession: () => Promise<unknown>;
  /** Whose session it is. */
  readonly accountOf: (session: unknown) => string;
  /** Fewer in tests only. */
  readonly rounds?: number;
}

/** The owner is asked for no more often than this, and whenever the session may have changed. */
const ownerStandsFor = 5 * 60_000;
/** So long emptying waits for the server to hear of it. */
const tellFor = 5_000;
const accountHeader = 'x-account-id';

export async function createPhone(parts: PhoneParts): Promise<Phone> {
  const { place, modules, accountOf, rounds = usualRounds, database = 'satcoso' } = parts;
  const store = openStore(database);
  const turn = turnBy({ name: database, store, place: { locks: place.locks, now: place.now, pause: (milliseconds) => new Promise((done) => { place.later(milliseconds, done); }) } });
  const listeners = new Set<() => void>();
  const kept = await keptDevice({ store, place });
  let opened: Opened | undefined;
  /** The account of the session that was seen last; undefined while none was. */
  let account: string | undefined;
  let ownerSeenAt = -Infinity;
  let shown: PhoneState = stateNow();

  place.onNotice((notice) => void hear(notice).catch(() => undefined));
  place.onWake(() => void begin());
  void begin();

  /** What can be done before a PIN was given. */
  async function begin(): Promise<void> {
    if (!opened) await obey();
    await tell();
  }

  function stateNow(): PhoneState {
    const device = kept.get();
    if (!device || isAnothers()) return { is: 'off' };
    if (opened) return opened.state();
    return { is: 'locked', owner: device.owner, triesLeft: triesLeft(device.tries), waitUntil: waitUntil(device.tries, place.now()) };
  }

  function isAnothers(): boolean {
    const device = kept.get();
    return device !== undefined && account !== undefined && account !== device.account;
  }

  function changed(): void {
    shown = stateNow();
    for (const listener of listeners) listener();
  }

  async function hear(notice: Parameters<PhonePlace['post']>[0]): Promise<void> {
    if (notice === 'outbox' || notice === 'records') return opened?.heard(notice);
    if (notice !== 'device') forgetOwner();
    await kept.look();
    changed();
  }

  async function isOwnerHere(): Promise<boolean> {
    if (place.now() - ownerSeenAt < ownerStandsFor) return true;
    try {
      note(await parts.askSession());
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== 'unauthenticated') throw error;
      await obey();
      return false;
    }
    return !isAnothers();
  }

  function note(session: unknown): void {
    account = accountOf(session);
    ownerSeenAt = isAnothers() ? -Infinity : place.now();
    if (isAnothers() && opened) lock();
  }

  /** Everything that is asked or sent says for whom: under another's session the server does nothing. */
  function reachFor(owner: string): Reach {
    return async (url, init) => {
      const headers = Object.fromEntries(new Headers(init.headers));
      const response = await parts.reach(url, { ...init, headers: { ...headers, [accountHeader]: owner } });
      // The session ended, or became another's: who is here is asked before anything else goes, and what the owner asks of a lost device.
      if (response.status === 401) {
        ownerSeenAt = -Infinity;
        await obey();
      }
      return response;
    };
  }

  function shut(): void {
    opened?.stop();
    opened = undefined;
  }

  /** Whoever comes next may be another. */
  function forgetOwner(): void {
    shut();
    ownerSeenAt = -Infinity;
  }

  function lock(): void {
    const wasOpen = opened !== undefined;
    forgetOwner();
    if (wasOpen) changed();
  }

  async function open(seal: Seal): Promise<void> {
    const device = kept.get();
    if (!device || opened) return;
    const { deviceId, owner, account: ownerId } = device;
    opened = await openPhone({ deviceId, owner, store, seal, turn, place, reach: reachFor(ownerId), modules, endpointOf: parts.endpointOf, isOwnerHere, changed, wiped: wipe });
    changed();
  }

  /** A device that is locked, signed out or in another's hands is emptied from afar all the same: asked for by its id alone. */
  async function obey(): Promise<void> {
    const device = kept.get();
    if (!device || !place.isOnline()) return;
    const { deviceId } = device;
    const answer = await ask(parts.reach, 'standing', { deviceId }).catch(() => undefined);
    if (answer?.wipe && kept.get()?.deviceId === deviceId) await wipe();
  }

  /** Of the device only its id stays, until the server has heard that it is empty. */
  async function wipe(): Promise<void> {
    const device = kept.get();
    forgetOwner();
    await store.empty({ emptied: withEmptied(await store.meta('emptied'), device) });
    kept.set(undefined);
    place.post('emptied');
    changed();
    await Promise.race([tell(), new Promise<void>((done) => { place.later(tellFor, done); })]);
  }

  /** At once, and at each contact until it was heard; then this browser is one like any other again. */
  async function tell(): Promise<void> {
    if (!place.isOnline() || !(await tellEmptied(store, reachFor))) return;
    if (!kept.get()) await place.remember(false);
  }

  async function unlock(pin: string): Promise<boolean> {
    const seal = await kept.tryPin((keys) => openByPin(keys, pin));
    if (seal) await open(seal);
    changed();
    return seal !== undefined;
  }

  async function changePin({ from, to }: Parameters<Phone['changePin']>[0]): Promise<boolean> {
    const keys = await kept.tryPin((present) => withOtherPin(present, { from, to }));
    if (keys) await kept.change((before) => ({ ...before, keys }));
    // Whoever has guessed so often holds the phone without being its owner.
    if (kept.get()?.keys.byPin === null) shut();
    changed();
    return keys !== undefined;
  }

  async function prepare(given: Parameters<Phone['prepare']>[0]): Promise<void> {
    await makeRoom();
    const ownerId = accountOf(given.session);
    const reach = reachFor(ownerId);
    const { deviceId, secret, recovery } = await ask(reach, 'enrol', { name: given.deviceName });
    try {
      const { kept: keys, seal } = await makeKeys({ pin: given.pin, recovery: fromBase64(recovery), rounds });
      const made: Device = { deviceId, deviceName: given.deviceName, owner: given.owner, account: ownerId, keys, tries: noTries };
      await store.setMeta({ device: made, secret: await seal.close('secret', secret), session: await seal.close('session', given.session) });
      kept.set(made);
      note(given.session);
      await place.remember(true);
      await open(seal);
      // Not waited for: Firefox asks the reader, who may never answer.
      void place.persist().then(() => opened?.lookAtStorage()).catch(() => undefined);
    } catch (error) {
      await ask(reach, 'wiped', { deviceId }).catch(() => undefined);
      if (error instanceof Problem || error instanceof ApiProblem) throw error;
      // Some browsers have a database but keep no keys in it, or none while they are private.
      console.error(error);
      throw problemFrom({ code: 'sync.notPossible', kind: 'conflict' });
    }
    await opened?.sync();
  }

  async function makeRoom(): Promise<void> {
    const isPossible = typeof crypto !== 'undefined' && 'subtle' in crypto && typeof indexedDB !== 'undefined';
    const marks = isPossible ? await store.marks().catch(() => undefined) : undefined;
    if (!marks) throw problemFrom({ code: 'sync.notPossible', kind: 'conflict' });
    const waiting = marks.filter(({ is }) => is !== 'done').length;
    if (waiting > 0) throw problemFrom({ code: 'sync.deviceTaken', kind: 'conflict', data: { waiting } });
    if (kept.get()) await wipe();
  }

  async function renewPin({ password, pin }: Parameters<Phone['renewPin']>[0]): Promise<void> {
    const device = kept.get();
    if (!device) throw problemFrom({ code: 'sync.notPossible', kind: 'conflict' });
    const answer = await ask(reachFor(device.account), 'recover', { deviceId: device.deviceId, password });
    const recovery = fromBase64(answer.recovery);
    const keys = await withRenewedPin(device.keys, { recovery, pin });
    const seal = keys && (await openByRecovery(keys, recovery));
    if (!seal) throw problemFrom({ code: 'sync.anotherOwner', kind: 'conflict' });
    await kept.change((before) => ({ ...before, keys, tries: noTries }));
    const session = await parts.askSession();
    note(session);
    await open(seal);
    await opened?.keepSession(session);
    changed();
  }

  function inUse(): Opened {
    if (!opened || isAnothers()) throw problemFrom({ code: 'sync.locked', kind: 'conflict' });
    return opened;
  }

  return {
    state: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare: (given) => told(() => prepare(given)),
    unlock: (pin) => told(() => unlock(pin)),
    renewPin: (given) => told(() => renewPin(given)),
    lock,
    leave() {
      lock();
      place.post('lock');
    },
    changePin: (given) => told(() => changePin(given)),
    session: async () => opened?.session(),
    async keepSession(session) {
      const wasAnothers = isAnothers();
      note(session);
      if (wasAnothers !== isAnothers()) changed();
      if (isAnothers()) return place.post('lock');
      await opened?.keepSession(session);
    },
    answer: async (procedure, input) => (isAnothers() ? undefined : opened?.answer(procedure, input)),
    takes: (procedure) => kept.get() !== undefined && !isAnothers() && modules.some(({ acts }) => procedure in acts),
    act: (procedure, input) => told(async () => inUse().act(procedure, input)),
    look() {
      if (!isAnothers()) opened?.look();
    },
    sync: () => told(async () => inUse().sync()),
    settle: (commandId, decision) => told(async () => inUse().settle(commandId, decision)),
    file: async () => inUse().file(),
    wipe: () => told(wipe),
  };
}

/** Refusals of rules and of the store, as the pages know them. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Problem ? problemFrom(error) : error;
  }
}
