/**
 * The minutes as a Word file in the layout of the Party's papers: A4, Times New Roman, who issues it on the left, the Party on
 * the right, title, text, what was added after adoption, two signatures. It is written from the saved text alone: whatever a
 * person mended in it is what stands on paper, marked as a draft until it is adopted.
 */
import {
  AlignmentType, BorderStyle, Document, Footer, Header, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, convertMillimetersToTwip,
  type IParagraphOptions, type IRunOptions,
} from 'docx';
import type { Day } from '../../../platform/day.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { Addition, Meeting } from '../meeting.ts';
import { dayInWords, inCapitals, issuerOf, linesOf, paperWords, placeOfPaper, titleOf, upperFirst } from '../meeting.layout.ts';

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

const font = 'Times New Roman';
/** Half points, as Word counts. */
const size = 28;
const millimetres = convertMillimetersToTwip;
const bodyWidth = 165;

export async function minutesDocument(paper: MinutesPaper): Promise<Buffer> {
  const { unit, meeting, text, additions } = paper;
  const document = new Document({
    // Else the library writes a name of its own into the properties; nobody's name belongs there.
    creator: 'satcoso', lastModifiedBy: 'satcoso', title: paperWords.minutes,
    styles: { default: { document: { run: { font, size, language: { value: 'vi-VN' } } } } },
    sections: [{
      properties: { titlePage: true, page: { size: { width: millimetres(210), height: millimetres(297) }, margin: { top: millimetres(20), right: millimetres(15), bottom: millimetres(20), left: millimetres(30), header: millimetres(10), footer: millimetres(10) } } },
      headers: { first: new Header({ children: [] }), default: new Header({ children: [line([new TextRun({ children: [PageNumber.CURRENT] })])] }) },
      footers: { first: new Footer({ children: [] }) },
      children: [
        headOf(paper),
        line([run(inCapitals(paperWords.minutes), { bold: true, size: 32 })], { spacing: { before: 360 } }),
        line([run(titleOf(meeting, unit), { bold: true })]),
        line([run('-----')], { spacing: { after: 240 } }),
        ...linesOf(text).map(bodyLine),
        ...additionsOf(additions),
        signaturesOf(paper),
      ],
    }],
  });
  return Packer.toBuffer(document);
}

/** Nothing but small letters, digits and hyphens: safe on any disk and in any header. */
export function minutesFileName({ unit, on }: { unit: string; on: Day }): string {
  const name = foldVietnamese(unit).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);
  return ['bien-ban', name, on].filter((part) => part !== '').join('-').concat('.docx');
}

function headOf({ unit, parent, meeting: { on, progress } }: MinutesPaper): Table {
  const issuer = [
    ...(parent === null ? [] : [line([run(inCapitals(issuerOf(parent)))])]),
    line([run(inCapitals(issuerOf(unit)), { bold: true })]),
    line([run('*')]),
    // Until it is adopted nobody takes the paper for what was resolved.
    ...(progress.is === 'adopted' ? [] : [line([run(inCapitals(paperWords.draft), { bold: true })])]),
  ];
  const party = [
    line([run(inCapitals(paperWords.party), { bold: true, size: 30 })], { indent: { left: millimetres(4), right: millimetres(4) }, border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } } }),
    line([run(`${placeOfPaper({ unit, parent })}, ${dayInWords(on)}`, { italics: true })], { spacing: { before: 120 } }),
  ];
  return columns([{ width: 77, children: issuer }, { width: bodyWidth - 77, children: party }]);
}

function bodyLine({ text, isHeading }: { text: string; isHeading: boolean }): Paragraph {
  return new Paragraph({
    children: [run(text, { bold: isHeading })], alignment: AlignmentType.JUSTIFIED, keepNext: isHeading,
    indent: { firstLine: millimetres(10) }, spacing: { before: isHeading ? 160 : 0, after: 120, line: 276, lineRule: LineRuleType.AUTO },
  });
}

function additionsOf(additions: readonly Addition[]): Paragraph[] {
  if (additions.length === 0) return [];
  return [bodyLine({ text: inCapitals(paperWords.additions), isHeading: true }), ...additions.flatMap(({ on, by, text }) => linesOf(`${upperFirst(dayInWords(on))}${by ? ` (${by})` : ''}: ${text}`).map((one) => bodyLine({ ...one, isHeading: false })))];
}

function signaturesOf({ signatures }: MinutesPaper): Table {
  const signature = (title: string, name: string | null) => [
    line([run(inCapitals(title), { bold: true })], { keepNext: true, spacing: { before: 360 } }),
    line([run(paperWords.signHere, { italics: true })], { keepNext: true, spacing: { after: 1400 } }),
    line([run(name ?? '', { bold: true })]),
  ];
  return columns([{ width: bodyWidth / 2, children: signature(paperWords.secretary, signatures.secretary) }, { width: bodyWidth / 2, children: signature(paperWords.chair, signatures.chair) }]);
}

/** Side by side without lines; a column never breaks over the page. */
function columns(given: readonly { width: number; children: Paragraph[] }[]): Table {
  const none = { style: BorderStyle.NONE, size: 0 };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cells = given.map(({ width, children }) => new TableCell({ children, borders, width: { size: millimetres(width), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP }));
  return new Table({
    rows: [new TableRow({ children: cells, cantSplit: true })], layout: TableLayoutType.FIXED, columnWidths: given.map(({ width }) => millimetres(width)),
    width: { size: millimetres(bodyWidth), type: WidthType.DXA }, borders: { ...borders, insideHorizontal: none, insideVertical: none },
  });
}

function line(children: TextRun[], options: Omit<IParagraphOptions, 'children'> = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...options, children });
}

/** Names come from people: what XML has no place for is left out before it makes a file that Word refuses. */
function run(text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun {
  return new TextRun({ ...options, text: linesOf(text)[0]?.text ?? '' });
}
