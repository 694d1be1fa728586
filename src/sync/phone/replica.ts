/**
 * What is carried, in memory, and over it what unsent commands make of it. Always computed from the records and the commands in
 * their order, so that it comes out the same on every start.
 */
import type { OutboxCommand, OutboxEntry } from '../outbox.ts';
import { recordTypes, type Held, type PhoneRecord, type RecordType } from '../record.ts';
import { Problem } from '../../platform/problem.ts';
import type { OfflineModule, OfflineOutcome, Replica } from './phone.ts';

export type Carried = ReadonlyMap<RecordType, ReadonlyMap<string, PhoneRecord>>;

export function carriedOf(records: readonly PhoneRecord[]): Carried {
  const carried = new Map(recordTypes.map((type) => [type, new Map<string, PhoneRecord>()]));
  for (const record of records) carried.get(record.type)?.set(record.id, record);
  return carried;
}

export function heldOf(carried: Carried): Held {
  return Object.fromEntries([...carried].map(([type, records]) => [type, Object.fromEntries([...records.values()].map(({ id, version }) => [id, version]))]));
}

/** What is carried as it stands after the commands laid over it. */
export interface Laid extends Replica {
  /** What the command would come to, without doing it. @throws Problem what its rules refuse */
  readonly judge: (command: OutboxCommand) => OfflineOutcome;
  readonly lay: (command: OutboxCommand) => void;
}

export function layOver({ carried, entries, modules }: { readonly carried: Carried; readonly entries: readonly OutboxEntry[]; readonly modules: readonly OfflineModule[] }): Laid {
  const over = new Map<RecordType, Map<string, unknown>>(recordTypes.map((type) => [type, new Map()]));
  // A record's body has the shape that its type has in the module that owns it; here it is only handed through.
  const replica: Replica = {
    get: <Body>(type: RecordType, id: string) => (over.get(type)?.has(id) ? over.get(type)?.get(id) : carried.get(type)?.get(id)?.body) as Body | undefined,
    all: <Body>(type: RecordType) => bodiesOf(carried.get(type), over.get(type)) as Body[],
  };
  const judge = (command: OutboxCommand) => {
    const act = modules.map(({ acts }) => acts[command.procedure]).find((known) => known !== undefined);
    if (!act) throw new Error(`no module judges ${command.procedure}`);
    return act(command.input as never, replica, command);
  };
  const lay = (command: OutboxCommand) => {
    for (const { type, id, body } of judge(command).records) over.get(type)?.set(id, body);
  };
  for (const { command, standing } of entries) if (standing.is !== 'refused') layIfItMay(() => lay(command));
  return { ...replica, judge, lay };
}

/** What was pulled meanwhile may leave no room for a command; the server says so when it comes there. */
function layIfItMay(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Problem)) console.error(error);
  }
}

function bodiesOf(carried: ReadonlyMap<string, PhoneRecord> | undefined, over: ReadonlyMap<string, unknown> | undefined): unknown[] {
  const kept = [...(carried?.values() ?? [])].map(({ id, body }) => (over?.has(id) ? over.get(id) : body));
  const founded = [...(over ?? [])].filter(([id]) => !carried?.has(id)).map(([, body]) => body);
  return [...kept, ...founded].filter((body) => body !== undefined);
}
