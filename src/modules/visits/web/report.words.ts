/** A report in words: how it stands, where its page is. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import type { reportContract } from '../report.contract.ts';
import { reportStateNames } from '../report.ts';
import { owedReportTexts, reportTextsWeb as texts } from './reports.messages.ts';

export type ReportItem = z.output<(typeof reportContract)['ownReports']['output']>['items'][number];
type OwedReports = z.output<(typeof reportContract)['owedReports']['output']>;
export type OwedReport = OwedReports['items'][number];
export type OwedReportCounts = NonNullable<OwedReports['counts']>;
export type WholeReport = z.output<(typeof reportContract)['report']['output']>;
export type WholeEvaluation = z.output<(typeof reportContract)['evaluation']['output']>;

export function standingOfReport({ state, isLate, dueOn, handedOn }: Pick<ReportItem, 'state' | 'isLate' | 'dueOn' | 'handedOn'>, { t, day }: Pick<Writing, 't' | 'day'>): { readonly status: Status; readonly label: string } {
  const name = state === 'due' ? t(texts.due) : t(reportStateNames[state]);
  const when = handedOn ? t(texts.handedOn, { day: day(handedOn) }) : t(texts.dueOn, { day: day(dueOn) });
  const late = isLate ? `, ${t(texts.late)}` : '';
  return { status: isLate ? 'late' : handedOn ? 'done' : 'due-soon', label: `${name} · ${when}${late}` };
}

/** As whoever it is owed to sees it: since when it is late, or on which day it came. */
export function standingOfOwed({ handedOn, dueOn, lateSince, isLate }: OwedReport, { t, day }: Pick<Writing, 't' | 'day'>): { readonly status: Status; readonly label: string } {
  if (handedOn !== null) return { status: isLate ? 'late' : 'done', label: t(isLate ? owedReportTexts.handedLateOn : owedReportTexts.handedOn, { day: day(handedOn) }) };
  return lateSince === null ? { status: 'due-soon', label: t(owedReportTexts.missingDue, { day: day(dueOn) }) } : { status: 'late', label: t(owedReportTexts.missingSince, { day: day(lateSince) }) };
}

export function handedHref(id: string): string {
  return `/bam-co-so/bao-cao/${id}`;
}

/** Where one's own report is written on, or read once it is handed in. */
export function reportHref({ id, state, unit, from, to }: Pick<ReportItem, 'id' | 'state' | 'unit' | 'from' | 'to'>): string {
  return id !== null && state !== 'writing' ? handedHref(id) : `/bam-co-so/bao-cao/viet/${unit.id}?tu=${from}&den=${to}`;
}
