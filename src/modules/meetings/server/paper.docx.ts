/**
 * How a paper of the Party is set in Word: A4, Times New Roman, who issues it on the left, the Party on the right, then the
 * rest. Nobody's name goes into its properties.
 */
import {
  AlignmentType, BorderStyle, Document, Footer, Header, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, convertMillimetersToTwip,
  type IParagraphOptions, type IRunOptions,
} from 'docx';
import type { Day } from '../../../platform/day.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { dayInWords, inCapitals, issuerOf, linesOf, paperWords, placeOfPaper } from '../meeting.layout.ts';

/** Names as on the day of the paper. */
export interface PaperHead {
  readonly unit: string;
  readonly parent: string | null;
  readonly on: Day;
  /** Number and symbol, where the paper has them. */
  readonly number?: string;
  /** What it is called until it is adopted, so that nobody takes it for what was resolved. */
  readonly draft?: string | undefined;
}

const font = 'Times New Roman';
/** Half points, as Word counts. */
const size = 28;
const millimetres = convertMillimetersToTwip;
export const bodyWidth = 165;

/** `draft` stands on every page. */
export function wordFile({ title, draft }: { title: string; draft?: string | undefined }, children: readonly (Paragraph | Table)[]): Promise<Buffer> {
  const document = new Document({
    // Else the library writes a name of its own into the properties; nobody's name belongs there.
    creator: 'satcoso', lastModifiedBy: 'satcoso', title,
    styles: { default: { document: { run: { font, size, language: { value: 'vi-VN' } } } } },
    sections: [{
      properties: { titlePage: true, page: { size: { width: millimetres(210), height: millimetres(297) }, margin: { top: millimetres(20), right: millimetres(15), bottom: millimetres(20), left: millimetres(30), header: millimetres(10), footer: millimetres(10) } } },
      headers: { first: new Header({ children: [] }), default: new Header({ children: [line([new TextRun({ children: [PageNumber.CURRENT] })]), ...(draft ? [line([run(inCapitals(draft), { bold: true })])] : [])] }) },
      footers: { first: new Footer({ children: [] }) },
      children: [...children],
    }],
  });
  return Packer.toBuffer(document);
}

/** Nothing but small letters, digits and hyphens: safe on any disk and in any header. */
export function wordFileName(parts: readonly string[]): string {
  const safe = parts.map((part) => foldVietnamese(part).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80));
  return safe.filter((part) => part !== '').join('-').concat('.docx');
}

export function headOf({ unit, parent, on, number, draft }: PaperHead): Table {
  const issuer = [
    ...(parent === null ? [] : [line([run(inCapitals(issuerOf(parent)))])]),
    line([run(inCapitals(issuerOf(unit)), { bold: true })]),
    line([run('*')]),
    ...(number === undefined ? [] : [line([run(number)])]),
    ...(draft ? [line([run(inCapitals(draft), { bold: true })], { spacing: { before: 120 } })] : []),
  ];
  const party = [
    line([run(inCapitals(paperWords.party), { bold: true, size: 30 })], { indent: { left: millimetres(4), right: millimetres(4) }, border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } } }),
    line([run(`${placeOfPaper({ unit, parent })}, ${dayInWords(on)}`, { italics: true })], { spacing: { before: 120 } }),
  ];
  return columns([{ width: 77, children: issuer }, { width: bodyWidth - 77, children: party }]);
}

export function titleLines(name: string, title: string): Paragraph[] {
  return [
    line([run(inCapitals(name), { bold: true, size: 32 })], { spacing: { before: 360 } }),
    line([run(title, { bold: true })]),
    line([run('-----')], { spacing: { after: 240 } }),
  ];
}

export function bodyLine({ text, isHeading }: { text: string; isHeading: boolean }): Paragraph {
  return new Paragraph({
    children: [run(text, { bold: isHeading })], alignment: AlignmentType.JUSTIFIED, keepNext: isHeading,
    indent: { firstLine: millimetres(10) }, spacing: { before: isHeading ? 160 : 0, after: 120, line: 276, lineRule: LineRuleType.AUTO },
  });
}

/** Room for a hand to sign, under what it signs as and over the name where it is known. */
export function signature(roles: readonly string[], name: string | null): Paragraph[] {
  return [
    ...roles.map((role, at) => line([run(inCapitals(role), { bold: true })], { keepNext: true, spacing: { before: at === 0 ? 360 : 0 } })),
    line([run(paperWords.signHere, { italics: true })], { keepNext: true, spacing: { after: 1400 } }),
    line([run(name ?? '', { bold: true })]),
  ];
}

/** Side by side without lines; a column never breaks over the page. */
export function columns(given: readonly { width: number; children: Paragraph[] }[]): Table {
  const none = { style: BorderStyle.NONE, size: 0 };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cells = given.map(({ width, children }) => new TableCell({ children, borders, width: { size: millimetres(width), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP }));
  return new Table({
    rows: [new TableRow({ children: cells, cantSplit: true })], layout: TableLayoutType.FIXED, columnWidths: given.map(({ width }) => millimetres(width)),
    width: { size: millimetres(bodyWidth), type: WidthType.DXA }, borders: { ...borders, insideHorizontal: none, insideVertical: none },
  });
}

/** With lines; the head comes again on every page. */
export function grid({ widths, head, rows }: { widths: readonly number[]; head: readonly string[]; rows: readonly (readonly string[])[] }): Table {
  const cell = (text: string, at: number, isHead: boolean) => new TableCell({
    width: { size: millimetres(widths[at]!), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP, margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: (isHead ? [{ text }] : linesOf(text)).map((one) => line([run(one.text, { bold: isHead, size: 26 })], { alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT })),
  });
  return new Table({
    rows: [new TableRow({ tableHeader: true, children: head.map((text, at) => cell(text, at, true)) }), ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) }))],
    layout: TableLayoutType.FIXED, columnWidths: widths.map((width) => millimetres(width)), width: { size: millimetres(bodyWidth), type: WidthType.DXA },
  });
}

export function line(children: TextRun[], options: Omit<IParagraphOptions, 'children'> = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...options, children });
}

/** Names come from people: what XML has no place for is left out before it makes a file that Word refuses. */
export function run(text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun {
  return new TextRun({ ...options, text: linesOf(text)[0]?.text ?? '' });
}
