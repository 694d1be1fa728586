/** The parts of the page: what is to be done, what of it is late, what is settled, as lists; then all that is open as a board, a calendar, a timeline, and by who answers. Pure. */
import type { z } from 'zod';
import type { taskContract } from '../task.contract.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

export type { TaskItem } from '../task.record.ts';
export type Asked = z.input<(typeof taskContract)['list']['input']>;

export interface TaskTab {
  readonly id: string;
  readonly label: (typeof texts)[keyof typeof texts];
  readonly empty: (typeof texts)[keyof typeof texts];
  readonly isSettled: boolean;
  readonly asked: Pick<Asked, 'state' | 'late'>;
}

export const taskTabs: readonly TaskTab[] = [
  { id: 'dang-lam', label: texts.open, empty: texts.openEmpty, isSettled: false, asked: { state: ['open'] } },
  { id: 'qua-han', label: texts.late, empty: texts.lateEmpty, isSettled: false, asked: { late: 'true' } },
  { id: 'ket-thuc', label: texts.settled, empty: texts.settledEmpty, isSettled: true, asked: { state: ['done', 'dropped'] } },
];
