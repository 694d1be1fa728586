/** An interim review as a Word file, laid out like the other papers of the Party; shares are drawn beside their numbers. */
import { AlignmentType, convertMillimetersToTwip as millimetres, PageBreak, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { bodyLine, bodyWidth, columns, headOf, line, run, signature, titleLines, wordFile } from '../../meetings/server/index.ts';
import { cellText, type Block, type ReportPaper } from '../report.layout.ts';
import type { ReportTable, TableCell as Cell } from '../report.sheets.ts';

export async function reportDocument({ unit, parent, on, name, title, draft, blocks, annexes, number, signature: signs, signer, mark }: ReportPaper): Promise<Buffer> {
  return wordFile({ title: `${name} ${title}`, draft }, [
    headOf({ unit, parent, on, draft, ...(number === undefined ? {} : { number }) }), ...titleLines(name, title), ...blocks.flatMap(blockOf),
    columns([{ width: bodyWidth / 2, children: [bodyLine({ text: '', isHeading: false })] }, { width: bodyWidth / 2, children: signature(signs, signer) }]),
    ...(mark === null ? [] : [small(mark)]), ...(annexes.length > 0 ? [new Paragraph({ children: [new PageBreak()] })] : []), ...annexes.flatMap(blockOf),
  ]);
}

function blockOf(block: Block): (Paragraph | Table)[] {
  if (block.is === 'line') return [bodyLine(block.line)];
  return [tableOf(block.table), small('')];
}

/** Word counts halves of points. */
const [tableSize, smallSize] = [22, 18];

function tableOf({ head, widths, rows, drawn }: ReportTable): Table {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const bar = drawn === undefined ? [] : [barWidth];
  const room = bodyWidth - (bar[0] ?? 0);
  const wide = [...widths.map((one) => (one / whole) * room), ...bar];
  const most = drawn === undefined ? 1 : Math.max(1, ...rows.map((row) => lengthOf(row[drawn] ?? '')));
  const cell = (text: string, at: number, { isHead, isText, isShort }: { readonly isHead: boolean; readonly isText: boolean; readonly isShort: boolean }) => new TableCell({
    width: { size: millimetres(wide[at]!), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [line([run(text, { bold: isHead || isShort, size: tableSize })], { alignment: isText && !isHead ? AlignmentType.LEFT : AlignmentType.CENTER })],
  });
  const headRow = new TableRow({ tableHeader: true, children: [...head, ...bar.map(() => '')].map((text, at) => cell(text, at, { isHead: true, isText: true, isShort: false })) });
  const bodyRows = rows.map((row) => new TableRow({
    cantSplit: true,
    children: [
      ...row.map((one, at) => cell(cellText(one, { withShare: drawn === at }), at, { isHead: false, isText: typeof one === 'string', isShort: typeof one === 'object' && one.isShort === true })),
      ...(drawn === undefined ? [] : [barCell(lengthOf(row[drawn] ?? '') / most)]),
    ],
  }));
  return new Table({ rows: [headRow, ...bodyRows], layout: TableLayoutType.FIXED, columnWidths: wide.map((one) => millimetres(one)), width: { size: millimetres(bodyWidth), type: WidthType.DXA } });
}

/** Millimetres; and how many blocks a full bar has. */
const [barWidth, fullBar] = [40, 20];
const [blockSize, ink] = [14, '8A2B22'];

/** A share of its whole; a plain number of the greatest is not drawn: it has nothing in common with the others. */
function lengthOf(cell: Cell): number {
  return typeof cell === 'object' && cell.base !== null && cell.base > 0 ? cell.count / cell.base : 0;
}

function barCell(length: number): TableCell {
  return new TableCell({
    width: { size: millimetres(barWidth), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [line([run('█'.repeat(Math.round(length * fullBar)), { size: blockSize, color: ink })], { alignment: AlignmentType.LEFT })],
  });
}

function small(text: string): Paragraph {
  return line([run(text, { size: smallSize })], { alignment: AlignmentType.LEFT, spacing: { before: 60, after: 60 } });
}
