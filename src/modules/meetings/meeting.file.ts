/** How large a file attached to a meeting may be, and how many there are. Pure. */
import type { MediaType } from '../../platform/files/media.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

export const mostFiles = 20;
export const mostMebibytes = 8;

export function refusalOfFile({ size, mediaType }: { readonly size: number; readonly mediaType: MediaType | undefined }): Refusal | undefined {
  if (size > mostMebibytes * 1024 * 1024) return refuse('meetings.fileTooLarge', 'invalid', { most: mostMebibytes });
  return mediaType ? undefined : refuse('meetings.fileUnknown', 'invalid');
}
