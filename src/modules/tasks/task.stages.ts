/** The states of a task, from being given to being confirmed, and what is said of each. Late is none of them: that follows from the day. Pure. */
import type { Text } from '../../platform/contract.ts';

export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** Of an open task. */
export const stages = ['assigned', 'accepted', 'inWork', 'reported', 'returned'] as const;
export type Stage = (typeof stages)[number];

/** What who does the task says of it. */
export const workActs = ['accept', 'progress', 'report'] as const;
export type WorkAct = (typeof workActs)[number];

export const standings = [...stages, 'confirmed', 'cancelled'] as const;
export type TaskStanding = (typeof standings)[number];

export const standingNames: Readonly<Record<TaskStanding, Text>> = {
  assigned: { vi: 'Mới giao', en: 'Given' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  inWork: { vi: 'Đang làm', en: 'In work' },
  reported: { vi: 'Chờ xác nhận', en: 'Reported done' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  confirmed: { vi: 'Hoàn thành', en: 'Confirmed' },
  cancelled: { vi: 'Thôi thực hiện', en: 'Cancelled' },
};

export function standingOf({ state, stage }: { readonly state: TaskState; readonly stage: Stage }): TaskStanding {
  if (state === 'open') return stage;
  return state === 'done' ? 'confirmed' : 'cancelled';
}
