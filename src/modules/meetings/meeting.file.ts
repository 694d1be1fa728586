/** What a file attached to a meeting is and how it is called: told by its bytes, never by the name or type that came with it. Pure. */
import { refuse, type Refusal } from '../../platform/problem.ts';
import { tidySpaces } from '../../platform/text/fold.ts';

export const mostFiles = 20;
export const mostMebibytes = 8;

export type MediaType = keyof typeof endings;

const endings = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
} as const;

/** As far as the first bytes tell: of a document of Word only that it is a zip. */
export function mediaTypeFrom(first: Uint8Array): MediaType | undefined {
  const begins = (text: string, at = 0) => [...text].every((letter, index) => first[at + index] === letter.charCodeAt(0));
  if (begins('%PDF-')) return 'application/pdf';
  if (begins('\xff\xd8\xff')) return 'image/jpeg';
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp';
  return begins('PK\x03\x04') ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : undefined;
}

export function refusalOfFile({ size, mediaType }: { readonly size: number; readonly mediaType: MediaType | undefined }): Refusal | undefined {
  if (size > mostMebibytes * 1024 * 1024) return refuse('meetings.fileTooLarge', 'invalid', { most: mostMebibytes });
  return mediaType ? undefined : refuse('meetings.fileUnknown', 'invalid');
}

/** As it was called, without folders, without what misleads the eye or a disk, and ending in what it is. */
export function fileNameOf(given: string, mediaType: MediaType): string {
  const bare = given.toWellFormed().split(/[/\\]/).at(-1)!.replace(/[\p{Cc}\p{Cf}:*?"<>|\uFFFD]/gu, ' ');
  const name = [...tidySpaces(bare).replace(/^[. ]+|[. ]+$/g, '')].slice(0, 150).join('');
  const ending = name.split('.').at(-1)!.toLowerCase();
  const known: readonly string[] = endings[mediaType];
  const whole = name === '' ? 'tai-lieu' : name;
  return known.includes(ending) && name.includes('.') ? whole : `${whole}.${known[0]}`;
}
