/**
 * The minutes as a Word file in the layout of the Party's papers: title, text, what was added after adoption, two signatures.
 * It is written from the saved text, whatever a person mended in it, or from what was noted where nothing is saved yet; until it is
 * adopted each page says that it is a draft.
 */
import type { Paragraph } from 'docx';
import type { Day } from '../../../platform/day.ts';
import type { Addition, Meeting } from '../meeting.ts';
import { dayInWords, inCapitals, linesOf, paperWords, titleOf, upperFirst } from '../meeting.layout.ts';
import { bodyLine, bodyWidth, columns, headOf, signature, titleLines, wordFile, wordFileName } from './paper.docx.ts';

export interface MinutesPaper {
  /** Names as on the day of the meeting. */
  readonly unit: string;
  readonly parent: string | null;
  readonly meeting: Pick<Meeting, 'kind' | 'isExtended' | 'on' | 'progress'>;
  readonly text: string;
  /** `by` is a name to be shown, or nobody's. */
  readonly additions: readonly Addition[];
  readonly signatures: { readonly secretary: string | null; readonly chair: string | null };
}

export async function minutesDocument({ unit, parent, meeting, text, additions, signatures }: MinutesPaper): Promise<Buffer> {
  const half = bodyWidth / 2;
  const draft = meeting.progress.is === 'adopted' ? undefined : paperWords.minutesDraft;
  return wordFile({ title: paperWords.minutes, draft }, [
    headOf({ unit, parent, on: meeting.on, draft }),
    ...titleLines(paperWords.minutes, titleOf(meeting, unit)),
    ...linesOf(text).map(bodyLine),
    ...additionsOf(additions),
    columns([{ width: half, children: signature([paperWords.secretary], signatures.secretary) }, { width: half, children: signature([paperWords.chair], signatures.chair) }]),
  ]);
}

export function minutesFileName({ unit, on }: { unit: string; on: Day }): string {
  return wordFileName(['bien-ban', unit, on]);
}

function additionsOf(additions: readonly Addition[]): Paragraph[] {
  if (additions.length === 0) return [];
  return [bodyLine({ text: inCapitals(paperWords.additions), isHeading: true }), ...additions.flatMap(({ on, by, text }) => linesOf(`${upperFirst(dayInWords(on))}${by ? ` (${by})` : ''}: ${text}`).map((one) => bodyLine({ ...one, isHeading: false })))];
}
