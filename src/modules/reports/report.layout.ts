/**
 * What stands on the paper of an interim review, in the order of the Party's reports: how it was set about, results, what went well and
 * what did not by the shares of the rules beside what people wrote, causes, proposals, what comes next; tables by committee and
 * cadre as annexes. In Vietnamese in whatever language the screen is. Pure.
 */
import { formatDay, formatNumber, formatShare } from '../../platform/format.ts';
import { dayInWords, inCapitals, linesOf, paperWords, signsFor, type PaperLine } from '../meetings/meeting.layout.ts';
import { judged, reaches, type Count, type Findings, type Row } from './report.findings.ts';
import { reportLines } from './report.lines.ts';
import { wordNames, type WordPart } from './report.kinds.ts';
import { percentOf, tablesOf, type ReportTable, type TableCell } from './report.sheets.ts';
import type { Report } from './report.ts';

export type Block = { readonly is: 'line'; readonly line: PaperLine } | { readonly is: 'table'; readonly table: ReportTable };

export interface ReportPaper {
  readonly unit: string;
  readonly parent: string | null;
  readonly on: Report['to'];
  readonly name: string;
  readonly title: string;
  readonly draft: string | undefined;
  readonly blocks: readonly Block[];
  /** Behind the signature, on pages of their own. */
  readonly annexes: readonly Block[];
  /** "Số 12-BC/TU". */
  readonly number: string | undefined;
  readonly signature: readonly string[];
  /** Under the signature. */
  readonly signer: string | null;
  /** Below the signature: by what the paper is known to be the one that was issued. */
  readonly mark: string | null;
}

interface Printed {
  readonly report: Pick<Report, 'title' | 'words' | 'issuedOn' | 'numbering' | 'signer'>;
  readonly findings: Findings;
  readonly hash: string | null;
}

const words = {
  name: 'Báo cáo', number: 'Số', time: 'Kỳ báo cáo', from: 'từ', to: 'đến', counted: 'Số liệu tính đến', results: 'Kết quả thực hiện', toFill: '……………', annex: 'Phụ lục', reached: 'đạt từ', mark: 'Mã đối chiếu của báo cáo',
} as const;

export function paperOf({ report: { title, words: written, issuedOn, numbering, signer }, findings, hash }: Printed): ReportPaper {
  const tables = tablesOf(findings);
  const main = (id: ReportTable['id']) => tables.filter((table) => table.id === id).map(tableBlock);
  const annexes = tables.filter(({ id }) => id === 'committees' || id === 'cadres' || id === 'uncovered');
  const sections: readonly (readonly [title: string, blocks: readonly Block[]])[] = [
    [wordNames.general.vi, [...plain([`${words.time}: ${words.from} ${dayInWords(findings.from)} ${words.to} ${dayInWords(findings.to)}. ${words.counted} ${formatDay(findings.countedOn, 'vi')}.`]), ...textOf(written, 'general')]],
    [words.results, [...main('whole'), ...main('topics')]],
    [wordNames.strengths.vi, judgedText(outcomes(findings, true), written, 'strengths')],
    [wordNames.shortcomings.vi, judgedText(outcomes(findings, false), written, 'shortcomings')],
    [wordNames.causes.vi, textOf(written, 'causes', true)],
    [wordNames.proposals.vi, textOf(written, 'proposals', true)],
    [wordNames.next.vi, textOf(written, 'next', true)],
  ];
  return {
    unit: findings.unit, parent: findings.parent, on: issuedOn ?? findings.countedOn, name: words.name, title, draft: issuedOn === null ? paperWords.draft : undefined,
    blocks: sections.flatMap(([head, blocks], at) => [heading(`${roman(at + 1)}. ${inCapitals(head)}`), ...blocks]),
    annexes: annexes.flatMap((table, at) => [heading(`${words.annex} ${at + 1}. ${table.title}`), tableBlock(table)]),
    number: numbering ? `${words.number} ${numbering.symbol}` : undefined, signature: [signsFor(findings.unit), signer?.post || paperWords.officer], signer: signer?.name ?? null, mark: hash && `${words.mark}: ${hash}`,
  };
}

/** A cell in words: "25/30 (83,3%)" where there is room for it, "25/30" in long tables; a dash where there was nothing to reach. */
export function cellText(cell: TableCell, { withShare }: { readonly withShare: boolean }): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return formatNumber(cell, 'vi');
  const { count, base } = cell;
  if (base === null) return formatNumber(count, 'vi');
  if (base === 0) return '–';
  const ratio = `${formatNumber(count, 'vi')}/${formatNumber(base, 'vi')}`;
  return withShare ? `${ratio} (${formatShare({ count, base }, 'vi').percent})` : ratio;
}

/** Of each line with a share what the whole reached, and how many committees and cadres did. */
export function outcomes({ lines, committees, cadres }: Findings, isWell: boolean): string[] {
  return lines.flatMap(({ code, title, total, threshold }, at) => {
    if (threshold === null || reaches(total, threshold) !== isWell) return [];
    const counts = [
      ...(reportLines.find((line) => line.code === code)?.ofCadresAlone ? [] : [partOf(committees, { at, threshold, isWell, of: 'đơn vị' })]), partOf(cadres, { at, threshold, isWell, of: 'cán bộ' }),
    ].filter((part) => part !== '');
    return [`- ${title.vi}: ${written(total)}, mức coi là tốt từ ${percentOf(threshold.share)}${counts.length > 0 ? `; ${counts.join(', ')}` : ''}.`];
  });
}

interface PartOf {
  readonly at: number;
  readonly threshold: Findings['lines'][number]['threshold'];
  readonly isWell: boolean;
  readonly of: string;
}

function partOf(rows: readonly Row<string>[], { at, threshold, isWell, of }: PartOf): string {
  const { well, short } = judged(rows, at, threshold);
  const all = well.length + short.length;
  if (all === 0) return '';
  return isWell ? `${formatNumber(well.length, 'vi')}/${formatNumber(all, 'vi')} ${of} đạt mức này` : `${formatNumber(short.length, 'vi')}/${formatNumber(all, 'vi')} ${of} chưa đạt mức này`;
}

function written({ count, base }: Count): string {
  return cellText({ count, base }, { withShare: true });
}

/** What the numbers say, then what people do; room for a hand where neither says anything. */
function judgedText(said: readonly string[], written: Report['words'], part: WordPart): Block[] {
  return [...plain(said), ...textOf(written, part, said.length === 0)];
}

function textOf(from: Report['words'], part: WordPart, isNeeded = false): Block[] {
  const text = from[part].trim() === '' && isNeeded ? words.toFill : from[part];
  return text.trim() === '' ? [] : plain(linesOf(text).map((one) => one.text));
}

function plain(texts: readonly string[]): Block[] {
  return texts.map((text) => ({ is: 'line', line: { text, isHeading: false } }));
}

function heading(text: string): Block {
  return { is: 'line', line: { text, isHeading: true } };
}

function tableBlock(table: ReportTable): Block {
  return { is: 'table', table };
}

function roman(at: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][at] ?? String(at);
}
