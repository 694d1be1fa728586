/** The blanks “…” that a wording leaves to be filled in; the day of a plan is filled in by the field beside it. Pure. */
import { formatDay } from '../../../platform/format.ts';

/** Offices type them as dots too. */
const blank = '(?:…|\\.{3,})';
const blanks = new RegExp(blank, 'gu');
/** Of a day written in parts, “…/…/…”, all of them. */
const blankDay = new RegExp(`(ngày )${blank}(?:\\s*/\\s*${blank})*`, 'iu');

export function blanksIn(text: string): number {
  return text.match(blanks)?.length ?? 0;
}

/** `before` stands there already. Wordings are written in Vietnamese, whatever the language of the screen. */
export function withPlannedDay(text: string, { day, before }: { readonly day: string; readonly before?: string | undefined }): string {
  const written = `ngày ${formatDay(day, 'vi')}`;
  const stood = before && `ngày ${formatDay(before, 'vi')}`;
  if (stood && text.includes(stood)) return text.replace(stood, written);
  return text.replace(blankDay, (_, word: string) => `${word}${formatDay(day, 'vi')}`);
}
