/** A resolution and the resolution book of a year as Word files, laid out like the minutes. */
import { AlignmentType } from 'docx';
import type { Day } from '../../../platform/day.ts';
import { inCapitals, paperWords, signsFor, upperFirst, occasionOf } from '../meeting.layout.ts';
import { bookRowOf, closingOf, openingOf, receiversOf, resolutionWords as words, rowsOf, symbolOf, type Resolution, type ResolutionPaper } from '../resolution.ts';
import { bodyLine, bodyWidth, columns, grid, headOf, line, run, signature, titleLines, wordFile, wordFileName } from './paper.docx.ts';

export async function resolutionDocument(paper: ResolutionPaper): Promise<Buffer> {
  const { unit, parent, signer, meeting, numbering } = paper;
  const receivers = [words.receivers, ...receiversOf(paper)].map((text, at) => line([run(text, { bold: at === 0, italics: at === 0, size: 24 })], { alignment: AlignmentType.LEFT, spacing: { before: at === 0 ? 360 : 0 } }));
  return wordFile({ title: words.name }, [
    headOf({ unit, parent, on: meeting.on, number: `${words.number.split(',')[0]} ${symbolOf(paper)}`, ...(numbering === null ? { draft: paperWords.draft } : {}) }),
    ...titleLines(words.name, upperFirst(occasionOf(meeting, unit))),
    ...openingOf(paper).map(bodyLine),
    grid({ widths: [12, 83, 41, 29], head: [words.ordinal, words.content, words.owner, words.due], rows: rowsOf(paper) }),
    ...closingOf(paper).map(bodyLine),
    columns([{ width: bodyWidth / 2, children: receivers }, { width: bodyWidth / 2, children: signature([signsFor(unit), words.officer], signer) }]),
  ]);
}

export interface BookPaper {
  readonly unit: string;
  readonly parent: string | null;
  readonly year: number;
  /** The day that stands on the book. */
  readonly on: Day;
  readonly resolutions: readonly Resolution[];
}

export async function bookDocument({ unit, parent, year, on, resolutions }: BookPaper): Promise<Buffer> {
  const body = resolutions.length === 0 ? bodyLine({ text: words.none, isHeading: false }) : grid({ widths: [34, 70, 32, 29], head: [words.number, words.content, words.owner, words.due], rows: resolutions.map(bookRowOf) });
  return wordFile({ title: words.book }, [
    headOf({ unit, parent, on }), ...titleLines(words.book, `${words.ofYear} ${year}`), body,
    columns([{ width: bodyWidth / 2, children: [line([run(inCapitals(paperWords.secretary), { bold: true })], { spacing: { before: 360 } })] }, { width: bodyWidth / 2, children: signature([signsFor(unit), words.officer], null) }]),
  ]);
}

export function resolutionFileName({ unit, meeting: { on } }: Pick<Resolution, 'unit' | 'meeting'>): string {
  return wordFileName(['nghi-quyet', unit, on]);
}

export function bookFileName({ unit, year }: Pick<BookPaper, 'unit' | 'year'>): string {
  return wordFileName(['so-nghi-quyet', unit, String(year)]);
}
