/** What a file that somebody brings is and how it is called: told by its bytes, never by the name or type that came with it. Pure. */
import { tidySpaces } from '../text/fold.ts';

export type MediaType = keyof typeof endings;

export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const endings = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  [word]: ['docx'],
} as const;

export const mediaTypes = Object.keys(endings) as [MediaType, ...MediaType[]];

/** As far as the first bytes tell: of a document of Word only that it is a zip. */
export function mediaTypeFrom(first: Uint8Array): MediaType | undefined {
  const begins = (text: string, at = 0) => [...text].every((letter, index) => first[at + index] === letter.charCodeAt(0));
  if (begins('%PDF-')) return 'application/pdf';
  if (begins('\xff\xd8\xff')) return 'image/jpeg';
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp';
  return begins('PK\x03\x04') ? word : undefined;
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
