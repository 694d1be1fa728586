/**
 * Fetches what changed of what is carried, page by page, and takes it in at once with the done commands that are in it. Only of
 * the first fetch each page is kept as it comes: nothing is shown before the last, so no half of anything is, and a line that
 * breaks does not cost what it has brought.
 */
import { offlineProblem } from '../../shell/api.problem.ts';
import type { OutboxEntry } from '../outbox.ts';
import type { PhoneRecord } from '../record.ts';
import { heldOf, type Carried } from './replica.ts';
import type { Reach } from './sending.ts';
import { ask } from './calls.ts';
import type { PulledParts } from './phone.ts';
import type { PhonePlace } from './place.ts';
import type { PhoneStore } from './store.ts';
import type { Seal } from './vault.ts';

export interface PulledUnits {
  readonly count: number;
  readonly most: number;
}

export type PullOutcome =
  | { readonly is: 'taken'; readonly carried: Carried; readonly at: number; readonly units: PulledUnits }
  | { readonly is: 'wiped' };

export interface PullParts {
  readonly deviceId: string;
  readonly carried: Carried;
  readonly entries: readonly OutboxEntry[];
  readonly store: PhoneStore;
  readonly seal: Seal;
  readonly reach: Reach;
  readonly place: Pick<PhonePlace, 'now' | 'later'>;
  /** The phone is locked or emptied: nothing is asked for any more. */
  readonly stopping: AbortSignal;
  /** Of the first fetch: what has come, after each page. */
  readonly first?: (carried: Carried, parts: PulledParts) => void;
}

type Page = Awaited<ReturnType<typeof ask<'pull'>>>;

/** Short ones show that something comes, and little is lost with one; the server gathers everything anew for each. */
const pieceBytes = 256 * 1024;
/** A page over the slowest line that still works; one that hangs would be waited for without end. */
const patience = { piece: 90_000, whole: 240_000 };

/** @throws ApiProblem; but of the first fetch what came until then is not taken in, as it may hold half of what a command did. */
export async function pull(parts: PullParts): Promise<PullOutcome> {
  const { deviceId, carried, entries, store, seal, place, first } = parts;
  const began = place.now();
  const next = copyOf(carried);
  const taken = takenOnto(next);
  for (;;) {
    const page = await askPage(parts, next);
    if (page.wipe) return { is: 'wiped' };
    const isFurther = taken.add(page);
    const isLast = !page.more || !isFurther;
    if (!isLast && !first) continue;
    const settled = isLast ? entries.filter(({ standing }) => standing.is === 'done').map(({ seq }) => seq) : [];
    const meta = isLast ? { pulled: await seal.close('pulled', { at: began, units: page.units }) } : {};
    const { changed, gone } = taken.empty();
    const put = await Promise.all(changed.map(async (record) => ({ type: record.type, id: record.id, sealed: await seal.close(placeOf(record), record) })));
    await store.takeIn({ deviceId, put, gone, settled, meta });
    if (isLast) return { is: 'taken', carried: next, at: began, units: page.units };
    // A copy: what the next page brings is not on the disk before it is written.
    first?.(copyOf(next), page.parts);
  }
}

function copyOf(carried: Carried): Map<PhoneRecord['type'], Map<string, PhoneRecord>> {
  return new Map([...carried].map(([type, records]) => [type, new Map(records)]));
}

export function placeOf({ type, id }: Pick<PhoneRecord, 'type' | 'id'>): string {
  return `${type} ${id}`;
}

/** What pages bring, laid onto what is held, and gathered until it is written down. */
function takenOnto(next: Map<PhoneRecord['type'], Map<string, PhoneRecord>>) {
  const changed = new Map<string, PhoneRecord>();
  const gone = new Map<string, Pick<PhoneRecord, 'type' | 'id'>>();
  return {
    /** @returns whether the next page can be another: of kinds that this app does not know nothing is ever held */
    add(page: Page): boolean {
      const known = page.changed.filter(({ type }) => next.has(type));
      for (const { type, id } of page.gone) {
        next.get(type)?.delete(id);
        changed.delete(placeOf({ type, id }));
        gone.set(placeOf({ type, id }), { type, id });
      }
      for (const record of known) {
        next.get(record.type)?.set(record.id, record);
        changed.set(placeOf(record), record);
        gone.delete(placeOf(record));
      }
      return known.length + page.gone.length > 0;
    },
    empty() {
      const all = { changed: [...changed.values()], gone: [...gone.values()] };
      changed.clear();
      gone.clear();
      return all;
    },
  };
}

async function askPage({ deviceId, reach, place, stopping, first }: PullParts, held: Carried): Promise<Page> {
  const giveUp = new AbortController();
  const abort = () => giveUp.abort();
  const callOff = place.later(first ? patience.piece : patience.whole, abort);
  stopping.addEventListener('abort', abort);
  try {
    if (stopping.aborted) throw offlineProblem();
    const input = { deviceId, held: heldOf(held), ...(first ? { mostBytes: pieceBytes } : {}) };
    return await ask((url, init) => reach(url, { ...init, signal: giveUp.signal }), 'pull', input as Parameters<typeof ask<'pull'>>[2]);
  } catch (error) {
    // Cut in the middle of an answer, or given up: nothing of the page has come.
    throw giveUp.signal.aborted || error instanceof TypeError || error instanceof SyntaxError ? offlineProblem() : error;
  } finally {
    callOff();
    stopping.removeEventListener('abort', abort);
  }
}
