/** How a task stands and who answers for it, in words. Pure. */
import type { Text } from '../../../platform/contract.ts';
import type { Language } from '../../../platform/messages.ts';
import type { Status } from '../../../ui/StatusMark.tsx';
import { postName } from '../../posts/web/post.words.ts';
import type { TaskItem } from '../task.record.ts';
import { standingNames } from '../task.stages.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

export type Standing = Pick<TaskItem, 'state' | 'standing' | 'dueOn' | 'settledOn' | 'isLate' | 'isVeryLate'>;

interface Writing {
  readonly t: (text: Text, values?: Record<string, string | number>) => string;
  readonly day: (on: string) => string;
}

export const taskHref = (id: string) => `/viec/${id}`;

export function statusOf({ state, standing, isLate, isVeryLate }: Omit<Standing, 'dueOn' | 'settledOn'>): Status {
  if (state !== 'open') return state === 'done' ? 'done' : 'silent';
  // What waits to be confirmed is not late by who does it.
  if (standing === 'reported') return 'due-soon';
  return isVeryLate ? 'very-late' : isLate ? 'late' : 'on-time';
}

/** Of an open one its deadline, of a settled one the day of that. */
export function whenOf({ state, standing, dueOn, settledOn, isLate, isVeryLate }: Standing, { t, day }: Writing): string {
  if (state !== 'open') return t(state === 'done' ? texts.doneOn : texts.droppedOn, { day: settledOn ? day(settledOn) : '' });
  if (standing === 'reported') return t(standingNames.reported);
  if (dueOn === null) return t(texts.noDue);
  return t(isVeryLate ? texts.veryLateDue : isLate ? texts.lateDue : texts.dueOn, { day: day(dueOn) });
}

/** The post first, where one answers, then who holds it. */
export function ownerWords({ owner, post }: Pick<TaskItem, 'owner' | 'post'>, { t, language }: Pick<Writing, 't'> & { readonly language: Language }): string {
  if (!post) return owner?.fullName ?? t(texts.nobody);
  const name = postName(post, language);
  return owner ? `${owner.fullName} (${name})` : t(texts.postVacant, { post: name });
}
