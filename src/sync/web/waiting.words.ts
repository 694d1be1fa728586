/**
 * What waits, in plain words. A module says them of its own acts in `web/<noun>.waiting.ts`, found by itself; without that
 * folder its acts are only counted. The page that shows them loads this file, the first screen does not.
 */
import type { Writing } from '../../ui/language.tsx';
import type { OutboxCommand } from '../outbox.ts';
import type { About } from './waiting.ts';

/** Asks the phone: what it carries, with what waits laid over it; or the server. Undefined where it cannot tell. */
export type Ask = (procedure: string, input: unknown) => Promise<unknown>;

export interface Thing {
  /** "Chi bộ thôn 2 · Sinh hoạt thường kỳ · 20/11/2026". */
  readonly title: string;
  readonly href?: string;
  /** Names that the words of its acts need, by id: of people on the roll, of the agenda. */
  readonly names: ReadonlyMap<string, string>;
}

export interface Told extends Writing {
  readonly names: Thing['names'];
}

/** Two sides of one thing; a person keeps one. */
export interface Sides {
  readonly is: 'sides';
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Who recorded theirs and when, where that is known. */
  readonly whose?: string;
  /** The input that keeps what this device has, sent as a new command; undefined where theirs stands for good, as `note` says. */
  readonly keepMine: unknown;
  /** What keeping one comes to, where that is not plain. */
  readonly note?: string;
  /** What is left to be sent where the other's is kept; undefined where nothing is. */
  readonly keepTheirs: unknown;
}

/** This device founded a thing that stands on the server under another id. */
export interface Same {
  readonly is: 'same';
  readonly otherId: string;
  readonly otherHref: string;
  /** The input of a command about it, about the other one now; undefined where it needs not be sent. */
  readonly moved: (command: OutboxCommand) => unknown;
}

export interface WaitingWords {
  /** By procedure: what acts of it, made one after the other, come to. */
  readonly says: Readonly<Record<string, (inputs: readonly never[], told: Told) => string>>;
  /** By what commands are about. */
  readonly things: Readonly<Partial<Record<About['type'], (id: string, ask: Ask, writing: Writing) => Promise<Thing | undefined>>>>;
  /** By the code of a refusal: what a person may decide besides sending again or giving up. */
  readonly decisions?: Readonly<Record<string, (command: OutboxCommand, data: Readonly<Record<string, unknown>>, told: Told) => Sides | Same | undefined>>;
}

const found = import.meta.glob<{ readonly waitingWords: WaitingWords }>('../../modules/*/web/*.waiting.ts', { eager: true });
const all = Object.values(found).map(({ waitingWords }) => waitingWords);

/** Undefined for an act that no module has words for. */
export function wordsOf(procedure: string, inputs: readonly unknown[], told: Told): string | undefined {
  const say = all.map(({ says }) => says[procedure]).find((one) => one !== undefined);
  // Inputs stand in the outbox as they were given to just this procedure.
  return say?.(inputs as readonly never[], told);
}

export async function thingOf(about: About, ask: Ask, writing: Writing): Promise<Thing | undefined> {
  const find = all.map(({ things }) => things[about.type]).find((one) => one !== undefined);
  return find?.(about.id, ask, writing);
}

export function decisionOn(command: OutboxCommand, refusal: { readonly code: string; readonly data?: Readonly<Record<string, unknown>> }, told: Told): Sides | Same | undefined {
  const decide = all.map(({ decisions }) => decisions?.[refusal.code]).find((one) => one !== undefined);
  return decide?.(command, refusal.data ?? {}, told);
}
