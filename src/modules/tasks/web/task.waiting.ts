/** What waits to be sent about tasks, in words. */
import type { z } from 'zod';
import { defineMessages } from '../../../platform/messages.ts';
import type { Ask, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { taskContract } from '../task.contract.ts';
import { taskHref } from './task.words.ts';

const texts = defineMessages({
  done: { vi: 'Ghi đã hoàn thành', en: 'Record as done' },
  dropped: { vi: 'Ghi thôi thực hiện', en: 'Record as dropped' },
  settle: { vi: 'Ghi kết quả nhiệm vụ', en: 'Settle a task' },
  accept: { vi: 'Nhận việc', en: 'Accept a task' },
  progress: { vi: 'Báo cáo tiến độ', en: 'Tell progress' },
  report: { vi: 'Báo cáo hoàn thành', en: 'Report as done' },
  attach: { vi: 'Gửi minh chứng', en: 'Attach evidence' },
  giveBack: { vi: 'Yêu cầu làm lại', en: 'Give a task back' },
  reopen: { vi: 'Mở lại nhiệm vụ', en: 'Open a task again' },
  change: { vi: 'Sửa nhiệm vụ', en: 'Change a task' },
});

type Worked = z.input<(typeof taskContract)['work']['input']>;
type Settled = z.input<(typeof taskContract)['settle']['input']>;
type Whole = z.output<(typeof taskContract)['task']['output']>;

const workWords = { accept: texts.accept, progress: texts.progress, report: texts.report } as const;

export const waitingWords: WaitingWords = {
  says: {
    'tasks.settle': (inputs: readonly Settled[], { t }: Told) => t(texts[inputs.at(-1)?.state ?? 'settle']),
    'tasks.work': (inputs: readonly Worked[], { t }: Told) => t(workWords[inputs.at(-1)?.act ?? 'progress']),
    'tasks.attach': (_: readonly never[], { t }: Told) => t(texts.attach),
    'tasks.giveBack': (_: readonly never[], { t }: Told) => t(texts.giveBack),
    'tasks.reopen': (_: readonly never[], { t }: Told) => t(texts.reopen),
    'tasks.change': (_: readonly never[], { t }: Told) => t(texts.change),
  },
  things: { task: taskOf },
};

async function taskOf(id: string, ask: Ask): Promise<Thing | undefined> {
  const task = (await ask('tasks.task', { id })) as Whole | undefined; // as the contract has it
  return task && { title: `${task.title} · ${task.unit.name}`, href: taskHref(id), names: new Map() };
}
