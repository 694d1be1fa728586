/** This device founded what stands on the server under another id: what was recorded of it goes to that one. */
import type { OutboxCommand, OutboxEntry } from '../outbox.ts';
import type { Phone } from '../phone/phone.ts';
import type { Same } from './waiting.words.ts';

interface Given {
  readonly entries: readonly OutboxEntry[];
  /** The founding that was refused. */
  readonly refused: OutboxCommand;
  readonly same: Same;
}

/** What still waits would be sent to a thing that the server refused: it goes first, so that it can be moved with the rest. */
export function mayMove({ entries, refused }: Pick<Given, 'entries' | 'refused'>): boolean {
  return !entries.some(({ command, standing }) => command.about.id === refused.about.id && standing.is === 'waiting');
}

/** The founding is given up last: until all is moved it keeps saying what is to be decided. */
export async function settleOnto(phone: Pick<Phone, 'settle'>, { entries, refused, same }: Given): Promise<void> {
  const inOrder = [...entries].sort((one, other) => one.seq - other.seq);
  const others = inOrder.filter(({ command, standing }) => command.about.id === refused.about.id && command.id !== refused.id && standing.is === 'refused');
  for (const { command } of others) {
    const input = same.moved(command);
    await phone.settle(command.id, input === undefined ? { give: 'up' } : { give: 'again', input });
  }
  await phone.settle(refused.id, { give: 'up' });
}
