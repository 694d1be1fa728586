/** How large a file of evidence may be, and how many a task has. Pure. */
import type { MediaType } from '../../platform/files/media.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

export const mostFiles = 20;
const mostMebibytes = 8;

export function refusalOfFile({ size, mediaType }: { readonly size: number; readonly mediaType: MediaType | undefined }): Refusal | undefined {
  if (size > mostMebibytes * 1024 * 1024) return refuse('tasks.fileTooLarge', 'invalid', { most: mostMebibytes });
  return mediaType ? undefined : refuse('tasks.fileUnknown', 'invalid');
}
