/**
 * What waits, in the order of the page that shows it: by what it is about; acts of one kind made one after the other come
 * together as one line ("Điểm danh 25 người"). Pure.
 */
import type { OutboxCommand, OutboxEntry } from '../outbox.ts';

export type About = OutboxCommand['about'];

export interface WaitingLine {
  readonly procedure: string;
  /** In the order of their making; never empty. */
  readonly commands: readonly OutboxCommand[];
}

export interface WaitingGroup {
  readonly about: About;
  readonly lines: readonly WaitingLine[];
}

export type RefusedEntry = OutboxEntry & { readonly standing: { readonly is: 'refused' } };

export interface Waiting {
  readonly groups: readonly WaitingGroup[];
  readonly refused: readonly RefusedEntry[];
  /** How many commands wait to be sent. */
  readonly count: number;
  /** When the first of them was made. */
  readonly since: string | undefined;
}

/** What was sent and is only not pulled yet waits for nobody. */
export function waitingOf(entries: readonly OutboxEntry[]): Waiting {
  const inOrder = [...entries].sort((one, other) => one.seq - other.seq);
  const waiting = inOrder.filter(({ standing }) => standing.is === 'waiting').map(({ command }) => command);
  return { groups: groupsOf(waiting), refused: inOrder.filter(isRefused), count: waiting.length, since: waiting[0]?.at };
}

function isRefused(entry: OutboxEntry): entry is RefusedEntry {
  return entry.standing.is === 'refused';
}

function groupsOf(commands: readonly OutboxCommand[]): readonly WaitingGroup[] {
  const groups = new Map<string, OutboxCommand[]>();
  for (const command of commands) {
    const key = `${command.about.type} ${command.about.id}`;
    groups.set(key, [...(groups.get(key) ?? []), command]);
  }
  return [...groups.values()].map((group) => ({ about: group[0]!.about, lines: linesOf(group) }));
}

function linesOf(commands: readonly OutboxCommand[]): readonly WaitingLine[] {
  const lines: { procedure: string; commands: OutboxCommand[] }[] = [];
  for (const command of commands) {
    const last = lines.at(-1);
    if (last?.procedure === command.procedure) last.commands.push(command);
    else lines.push({ procedure: command.procedure, commands: [command] });
  }
  return lines;
}

export type Danger = { readonly is: 'old'; readonly days: number } | { readonly is: 'fleeting' };

const DAY_MS = 24 * 60 * 60 * 1000;
/** After so many days without a connection a person is told to carry a file. */
const DAYS_UNTIL_OLD = 3;

/** Whether what waits is in danger, the graver reason first. */
export function dangerOf({ since, isPersistent, now }: { readonly since: string | undefined; readonly isPersistent: boolean; readonly now: number }): Danger | undefined {
  if (since === undefined) return undefined;
  const days = Math.floor((now - Date.parse(since)) / DAY_MS);
  if (days >= DAYS_UNTIL_OLD) return { is: 'old', days };
  return isPersistent ? undefined : { is: 'fleeting' };
}
