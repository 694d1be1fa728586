/** The outbox of one device: on the disk sealed, in memory as it stands there. What is added is on the disk before it is told. */
import type { OutboxCommand, OutboxEntry, Standing } from '../outbox.ts';
import type { NumberedEntry, PhoneStore } from './store.ts';
import type { Bytes, Seal } from './vault.ts';

export type KeptOutbox = ReturnType<typeof keptOutbox>;

interface Content {
  readonly command: OutboxCommand;
  readonly standing: Standing;
}

export function keptOutbox({ deviceId, store, seal }: { readonly deviceId: string; readonly store: PhoneStore; readonly seal: Seal }) {
  let entries: readonly OutboxEntry[] = [];
  let reading: Promise<void> = Promise.resolve();

  /** One reading after the other: a late one must not bring back what an earlier one saw. */
  function refresh(): Promise<void> {
    reading = reading.catch(() => undefined).then(async () => {
      const known = new Map(entries.map((entry) => [entry.seq, entry]));
      const marks = await store.marks();
      const found = await Promise.all(marks.map(({ seq, is }) => (known.get(seq)?.standing.is === is ? known.get(seq) : read(seq))));
      entries = found.filter((entry) => entry !== undefined);
    });
    return reading;
  }

  async function read(seq: number): Promise<OutboxEntry | undefined> {
    const kept = await store.entry(seq);
    return kept && opened({ ...kept, seq });
  }

  async function opened({ seq, id, sealed }: NumberedEntry): Promise<OutboxEntry> {
    // Written by `closed` below.
    return { seq, ...((await seal.open(id, sealed)) as Content) };
  }

  async function closed(content: Content): Promise<{ id: string; is: Standing['is']; sealed: Bytes }> {
    return { id: content.command.id, is: content.standing.is, sealed: await seal.close(content.command.id, content) };
  }

  return {
    refresh,
    entries: () => entries,
    async add(command: OutboxCommand): Promise<number> {
      const seq = await store.addEntry(deviceId, await closed({ command, standing: { is: 'waiting' } }));
      await refresh();
      return seq;
    },
    /** Asked of the disk: another window may have added one, or given one up. */
    async first(): Promise<OutboxEntry | undefined> {
      const kept = await store.firstWaiting();
      return kept && opened(kept);
    },
    async settle({ seq, command }: OutboxEntry, standing: Standing): Promise<void> {
      await store.changeEntry({ seq, ...(await closed({ command, standing })) });
      await refresh();
    },
    /** A refused one is given up, or makes room for another. @returns whether it still stood there */
    async replace({ seq }: OutboxEntry, next: OutboxCommand | undefined): Promise<boolean> {
      const wasThere = await store.replaceEntry(seq, next && (await closed({ command: next, standing: { is: 'waiting' } })));
      await refresh();
      return wasThere;
    },
  };
}
