/** How large a file of a visit may be, and how many it has. Pure. */
import type { MediaType } from '../../platform/files/media.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

export const mostFiles = 10;
const mostMebibytes = 8;

export function refusalOfFile({ size, mediaType }: { readonly size: number; readonly mediaType: MediaType | undefined }): Refusal | undefined {
  if (size > mostMebibytes * 1024 * 1024) return refuse('visits.fileTooLarge', 'invalid', { most: mostMebibytes });
  return mediaType ? undefined : refuse('visits.fileUnknown', 'invalid');
}
