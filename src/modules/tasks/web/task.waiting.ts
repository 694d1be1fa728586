/** What waits to be sent about tasks, in words. */
import type { z } from 'zod';
import { defineMessages } from '../../../platform/messages.ts';
import type { Ask, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { taskContract } from '../task.contract.ts';

const texts = defineMessages({
  done: { vi: 'Ghi đã hoàn thành', en: 'Record as done' },
  dropped: { vi: 'Ghi thôi thực hiện', en: 'Record as dropped' },
  settle: { vi: 'Ghi kết quả nhiệm vụ', en: 'Settle a task' },
  reopen: { vi: 'Mở lại nhiệm vụ', en: 'Open a task again' },
  change: { vi: 'Sửa nhiệm vụ', en: 'Change a task' },
});

type Settled = z.input<(typeof taskContract)['settle']['input']>;
type Listed = z.output<(typeof taskContract)['list']['output']>;

export const waitingWords: WaitingWords = {
  says: {
    'tasks.settle': (inputs: readonly Settled[], { t }: Told) => t(texts[inputs.at(-1)?.state ?? 'settle']),
    'tasks.reopen': (_: readonly never[], { t }: Told) => t(texts.reopen),
    'tasks.change': (_: readonly never[], { t }: Told) => t(texts.change),
  },
  things: { task: taskOf },
};

async function taskOf(id: string, ask: Ask): Promise<Thing | undefined> {
  const listed = (await ask('tasks.list', { limit: 200 })) as Listed | undefined; // as the contract has it
  const task = listed?.items.find((one) => one.id === id);
  return task && { title: `${task.title} · ${task.unit.name}`, href: '/viec', names: new Map() };
}
