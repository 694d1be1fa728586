/** A phone whose PIN was given: what it carries, what waits, sending and fetching. */
import { ApiProblem } from '../../shell/api.problem.ts';
import type { Endpoint } from '../../shell/request.ts';
import { dayIn } from '../../platform/day.ts';
import { nationalHome, newId } from '../../platform/ids.ts';
import { Problem, type Refusal } from '../../platform/problem.ts';
import { isOverdue } from '../device.ts';
import { outboxFormat, type OutboxCommand, type OutboxEntry, type OutboxFile } from '../outbox.ts';
import type { PhoneRecord } from '../record.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { keptOutbox } from './kept.outbox.ts';
import type { OfflineModule, PhoneState, PulledParts } from './phone.ts';
import type { PhonePlace } from './place.ts';
import { placeOf, pull, type PulledUnits } from './pull.ts';
import { createFirstFetch } from './first.fetch.ts';
import { carriedOf, layOver, type Carried, type Laid } from './replica.ts';
import { createSender } from './sender.ts';
import { createDirect } from './direct.ts';
import type { Reach } from './sending.ts';
import type { PhoneStore } from './store.ts';
import { createSettled } from './settled.ts';
import type { Turn } from './turn.ts';
import { sealedText, type Bytes, type Seal } from './vault.ts';

export interface OpenedParts {
  readonly deviceId: string;
  readonly owner: string;
  readonly store: PhoneStore;
  readonly seal: Seal;
  readonly turn: Turn;
  readonly place: PhonePlace;
  readonly reach: Reach;
  readonly modules: readonly OfflineModule[];
  readonly endpointOf: (procedure: string) => Endpoint;
  readonly isOwnerHere: () => Promise<boolean>;
  readonly changed: () => void;
  readonly wiped: () => Promise<void>;
}

export type Opened = Awaited<ReturnType<typeof openPhone>>;

/** So long an act waits for the server before the phone answers for it. */
const patience = 6_000;
/** What was sent is fetched back soon, but not after every tap. */
const pullAfterSending = 15_000;
const pullEvery = 10 * 60_000;
/** Whoever looks at the app, or turns to another page, works with what is there now, and may be without signal a minute later. */
const pullLookedAt = 60_000;
const nothing: Carried = carriedOf([]);

export async function openPhone(parts: OpenedParts) {
  const { store, seal, place, modules, reach, turn, deviceId } = parts;
  const outbox = keptOutbox(parts);
  let carried: Carried = nothing;
  let pulled: { readonly at: number; readonly units: PulledUnits } | undefined;
  let laid: { readonly over: Carried; readonly entries: readonly OutboxEntry[]; readonly as: Laid } | undefined;
  let isPersistent = false;
  let isStopped = false;
  let pulling: Promise<void> | undefined;
  let callOffPull: (() => void) | undefined;
  const stopping = new AbortController();
  const settled = createSettled({ store, reach });
  const sender = createSender({ ...parts, outbox });
  const direct = createDirect({ ...parts, outbox, sender, settled, isStopped: () => isStopped, done: pullSoon, refused: () => void learnSettled().catch(() => undefined).finally(parts.changed) });

  await Promise.all([readRecords(), outbox.refresh()]);
  const first = createFirstFetch({ place, carried: () => carried, again: () => wake(pullEvery) });
  isPersistent = await place.isPersistent().catch(() => false);
  const look = () => wake(pullLookedAt);
  const deaf = [place.onWake(look), keepPulling()];
  look();

  async function readRecords(): Promise<void> {
    const [sealed, times] = await Promise.all([store.records(), store.meta('pulled'), settled.look()]);
    // Both were written by `pull`.
    carried = carriedOf(await Promise.all(sealed.map(async (record) => (await seal.open(placeOf(record), record.sealed)) as PhoneRecord)));
    pulled = times === undefined ? undefined : ((await seal.open('pulled', times as Bytes)) as typeof pulled);
  }

  function replica(): Laid {
    const entries = outbox.entries();
    const over = !pulled || isOverdue(pulled.at, place.now()) ? nothing : carried;
    if (laid?.over !== over || laid.entries !== entries) laid = { over, entries, as: layOver({ carried: over, entries, modules }) };
    return laid.as;
  }

  function wake(age: number): void {
    if (isStopped || !place.isOnline()) return;
    const isAhead = outbox.entries().some(({ standing }) => standing.is !== 'refused');
    void sendThenPull(isAhead || isOlderThan(age)).catch(() => undefined);
  }

  function isOlderThan(age: number): boolean {
    return !pulled || Math.abs(place.now() - pulled.at) >= age;
  }

  async function sendThenPull(isPullDue: boolean): Promise<void> {
    await outbox.refresh();
    await sender.run();
    if (isPullDue && !isStopped) await fetch();
  }

  function keepPulling(): () => void {
    let callOff = () => {};
    const again = () => {
      callOff = place.later(pullEvery, () => {
        wake(pullEvery);
        again();
      });
    };
    again();
    return () => callOff();
  }

  function pullSoon(): void {
    callOffPull ??= place.later(pullAfterSending, () => {
      callOffPull = undefined;
      if (!sender.isPaused()) void fetch().catch(() => undefined);
    });
  }

  /** @throws ApiProblem */
  function fetch(): Promise<void> {
    pulling ??= turn(fetchInTurn).then(first.rest, (error: unknown) => {
      if (!pulled && !isStopped) first.lose(error instanceof Problem ? problemFrom(error) : error);
      throw error;
    }).finally(() => {
      pulling = undefined;
      parts.changed();
    });
    return pulling;
  }

  async function fetchInTurn(): Promise<void> {
    if (isStopped) return;
    if (!(await parts.isOwnerHere())) return sender.signOut();
    sender.signIn();
    // Whatever is done by now is in what the server answers from here on.
    await outbox.refresh();
    const outcome = await pull({ deviceId, carried, entries: outbox.entries(), store, seal, reach, place, stopping: stopping.signal, ...(pulled ? {} : { first: noteFirst }) });
    if (outcome.is === 'wiped') return parts.wiped();
    carried = outcome.carried;
    pulled = { at: outcome.at, units: outcome.units };
    await outbox.refresh();
    await giveUpWhatStands();
    // What could not be told is told with the next; what came is here.
    await learnSettled().catch(() => undefined);
    place.post('records');
  }

  function noteFirst(next: Carried, told: PulledParts): void {
    carried = next;
    first.came(told);
    parts.changed();
  }

  /** Refused, as another device had done the same before: nothing is left to be decided. */
  async function giveUpWhatStands(): Promise<void> {
    const refused = outbox.entries().filter(({ standing }) => standing.is === 'refused');
    const standing = refused.filter(({ command }) => modules.some((module) => module.stands?.(command, replica())));
    for (const entry of standing) await settleHere(entry, undefined);
  }

  /** It is told to the server at the next contact; were it told before, it could be lost between the two. */
  async function settleHere(entry: OutboxEntry, next: OutboxCommand | undefined): Promise<void> {
    settled.hold([entry.command.id]);
    if (await outbox.replace(entry, next)) await settled.note(entry.command.id);
  }

  async function learnSettled(): Promise<void> {
    const refused = outbox.entries().filter(({ standing }) => standing.is === 'refused');
    const elsewhere = new Set(await settled.tell(refused.map(({ command }) => command.id)));
    for (const entry of refused) if (elsewhere.has(entry.command.id)) await outbox.replace(entry, undefined);
  }

  function judged(command: OutboxCommand): { readonly answer: unknown } | { readonly no: unknown } {
    try {
      return { answer: replica().judge(command).answer };
    } catch (error) {
      return { no: error instanceof Problem ? problemFrom(error) : error };
    }
  }

  async function actKept(command: OutboxCommand, answer: unknown): Promise<unknown> {
    const seq = await outbox.add(command);
    place.post('outbox');
    parts.changed();
    pullSoon();
    if (sender.isPaused() || !place.isOnline()) return answer;
    await atMost(patience, sender.run().catch(() => undefined));
    const standing = outbox.entries().find((entry) => entry.seq === seq)?.standing;
    if (standing?.is === 'refused') throw problemFrom(standing.refusal);
    return standing?.is === 'done' ? standing.answer : answer;
  }

  function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
    return new Promise((done) => {
      const callOff = place.later(milliseconds, done);
      void work.finally(() => {
        callOff();
        done();
      });
    });
  }

  function commandOf(procedure: string, input: unknown): OutboxCommand {
    const complete = modules.reduce<unknown>((given, module) => module.complete?.(procedure, given as never) ?? given, input);
    const about = modules.map((module) => module.about(procedure, complete as never)).find((known) => known !== undefined);
    if (!about) throw new Error(`no module says what ${procedure} is about`);
    return { id: newId(nationalHome), procedure, input: complete, at: new Date(place.now()).toISOString(), about };
  }

  return {
    state: (): PhoneState => ({
      is: 'open', owner: parts.owner, entries: outbox.entries(), pulledAt: pulled?.at ?? null, isSending: sender.isRunning(),
      isSignedOut: sender.isSignedOut(), isPersistent, units: pulled?.units ?? null, settled: settled.ids(), ...(pulled ? {} : { firstFetch: first.state(pulling !== undefined) }),
    }),
    answer(procedure: string, input: unknown): unknown {
      const answers = modules.map((module) => module.answers[procedure]).find((known) => known !== undefined);
      const now = new Date(place.now());
      try {
        return answers?.(input as never, replica(), { today: dayIn(now), clock: clockIn(now), toldOn: pulled && dayIn(new Date(pulled.at)) });
      } catch (error) {
        // A read must not fail with signal because of what the phone makes of it.
        if (!(error instanceof Problem)) console.error(error);
        return undefined;
      }
    },
    async act(procedure: string, input: unknown): Promise<unknown> {
      const command = commandOf(procedure, input);
      const verdict = judged(command);
      // What the phone's own rules refuse is never kept.
      return 'no' in verdict ? direct.act(command, verdict.no) : actKept(command, verdict.answer);
    },
    look,
    async sync(): Promise<void> {
      await outbox.refresh();
      await sender.run();
      if (!isStopped) await fetch();
    },
    async settle(commandId: string, decision: { readonly give: 'up' } | { readonly give: 'again'; readonly input?: unknown }): Promise<void> {
      await outbox.refresh();
      const entry = outbox.entries().find(({ command }) => command.id === commandId);
      if (entry?.standing.is !== 'refused') return;
      const again = decision.give === 'again' ? commandOf(entry.command.procedure, decision.input ?? entry.command.input) : undefined;
      await settleHere(entry, again);
      place.post('outbox');
      parts.changed();
      if (again && !sender.isPaused()) void sender.run().catch(() => undefined);
      pullSoon();
    },
    async file(): Promise<Blob> {
      const secret = (await seal.open('secret', (await store.meta('secret')) as Bytes)) as string;
      const waiting = outbox.entries().filter(({ standing }) => standing.is === 'waiting').map(({ command }) => command);
      const file: OutboxFile = { format: outboxFormat, deviceId, sealed: toBase64(await sealedText(fromBase64(secret), JSON.stringify(waiting))) };
      return new Blob([JSON.stringify(file)], { type: 'application/json' });
    },
    /** Another window changed what lies in the store. */
    async heard(notice: 'outbox' | 'records'): Promise<void> {
      await outbox.refresh();
      await settled.look();
      if (notice === 'records') await readRecords();
      parts.changed();
    },
    /** The reader may have let the browser keep it for good, or not. */
    async lookAtStorage(): Promise<void> {
      isPersistent = await place.isPersistent().catch(() => false);
      parts.changed();
    },
    async session(): Promise<unknown> {
      const kept = await store.meta('session');
      return kept === undefined ? undefined : seal.open('session', kept as Bytes);
    },
    /** The owner was just answered by the server. */
    async keepSession(session: unknown): Promise<void> {
      await store.setMeta({ session: await seal.close('session', session) });
      const wasSignedOut = sender.isSignedOut();
      sender.signIn();
      if (wasSignedOut) look();
    },
    stop(): void {
      isStopped = true;
      stopping.abort();
      first.stop();
      sender.stop();
      callOffPull?.();
      for (const leave of deaf) leave();
    },
  };
}

export function problemFrom({ code, kind, data = {} }: Refusal): ApiProblem {
  return new ApiProblem({ code, kind, data, requestId: undefined });
}

function clockIn(moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hour12: false }).format(moment);
}
