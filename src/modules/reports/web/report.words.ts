/** Numbers of a report in words, where its pages are, and how its rows are put in order. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { reportContract } from '../report.contract.ts';
import { reaches, type Count } from '../report.findings.ts';

export type WholeReport = z.output<(typeof reportContract)['report']['output']>;
export type Findings = WholeReport['findings'];
export type Line = Findings['lines'][number];
export type Row = Findings['committees'][number] | Findings['cadres'][number];
export type ReportItem = z.output<(typeof reportContract)['list']['output']>['items'][number];

export function reportHref(id: string): string {
  return `/bao-cao/${id}`;
}

/** "25/30"; a dash where there was nothing to reach. */
export function ratioOf({ count, base }: Count, { number }: Pick<Writing, 'number'>): string {
  if (base === null) return number(count);
  return base === 0 ? '–' : `${number(count)}/${number(base)}`;
}

/** Those with most lines below the share of the rule first. */
export function shortFirst<One extends Pick<Row, 'cells'>>(rows: readonly One[], lines: readonly Line[]): One[] {
  const behind = ({ cells }: One) => lines.filter(({ threshold }, at) => reaches(cells[at]!, threshold) === false).length;
  return rows.toSorted((one, other) => behind(other) - behind(one));
}
