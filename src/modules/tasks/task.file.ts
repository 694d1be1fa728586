/** To what evidence is added, how large a file may be, and how many a task has. Pure. */
import type { MediaType } from '../../platform/files/media.ts';
import { workActs, type TaskState } from './task.stages.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

export interface EvidencedEntry {
  readonly act: string;
  /** Made by whoever adds the file. */
  readonly isOwn: boolean;
}

/** To one's own report, while the task is open: what was judged stays what it was judged by, and nobody adds to what another said. */
export function refusalOfEvidence({ state, title }: { readonly state: TaskState; readonly title: string }, { act, isOwn }: EvidencedEntry): Refusal | undefined {
  if (state !== 'open') return refuse('tasks.settledAlready', 'conflict', { title });
  return isOwn && workActs.some((one) => one === act) ? undefined : refuse('tasks.notOwnEntry', 'forbidden');
}

export const mostFiles = 20;
const mostMebibytes = 8;

export function refusalOfFile({ size, mediaType }: { readonly size: number; readonly mediaType: MediaType | undefined }): Refusal | undefined {
  if (size > mostMebibytes * 1024 * 1024) return refuse('tasks.fileTooLarge', 'invalid', { most: mostMebibytes });
  return mediaType ? undefined : refuse('tasks.fileUnknown', 'invalid');
}
