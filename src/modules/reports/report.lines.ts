/**
 * What an interim review tells, line by line: of whole, committees and cadres the same figures, each with the rule from which share on
 * it goes well. Pure.
 */
import type { Filters } from '../../figures/figure.ts';
import type { Text } from '../../platform/contract.ts';
import type { RuleKey } from '../rules/rule.keys.ts';

export const lineCodes = ['visits', 'meetings', 'duties', 'reports', 'promises', 'petitions'] as const;
export type LineCode = (typeof lineCodes)[number];

export interface ReportLine {
  readonly code: LineCode;
  /** At the head of a column. */
  readonly title: Text;
  readonly figure: string;
  readonly filters?: Filters;
  /** Where a record says whom it is about; else it counts for whoever followed its place on its day. */
  readonly byCadre: boolean;
  /** What a cadre owes who assigned him belongs to no committee. */
  readonly ofCadresAlone?: true;
  readonly threshold?: RuleKey;
  /** By which of the figure's dimensions a record is told apart. */
  readonly marks: readonly string[];
}

export const reportLines: readonly ReportLine[] = [
  { code: 'visits', title: { vi: 'Lượt đi cơ sở', en: 'Visits' }, figure: 'visits.made', byCadre: true, marks: ['kind'] },
  { code: 'meetings', title: { vi: 'Lượt dự họp', en: 'Meetings attended' }, figure: 'visits.meetings', byCadre: true, marks: ['kind', 'agreement'] },
  { code: 'duties', title: { vi: 'Làm đủ nghĩa vụ', en: 'Duties met' }, figure: 'visits.obligationsMet', byCadre: true, threshold: 'interimReview.dutiesShare', marks: [] },
  { code: 'reports', title: { vi: 'Báo cáo đúng hạn', en: 'Reports in time' }, figure: 'visits.reportsInTime', byCadre: true, ofCadresAlone: true, threshold: 'interimReview.reportsShare', marks: [] },
  { code: 'promises', title: { vi: 'Việc hứa làm đúng hạn', en: 'Promises kept' }, figure: 'visits.promisesKept', byCadre: true, threshold: 'interimReview.promisesShare', marks: [] },
  { code: 'petitions', title: { vi: 'Kiến nghị đã giải quyết', en: 'Petitions settled' }, figure: 'petitions.settled', byCadre: false, threshold: 'interimReview.petitionsShare', marks: ['topic', 'standing'] },
];

/** Plain numbers of the whole. */
export const factFigures = ['oversight.cadres', 'oversight.units', 'oversight.following', 'oversight.uncovered', 'visits.cadresAtMeetings', 'visits.unvisited', 'visits.withoutMeetings'] as const;

/** By which petitions are told apart. */
export const topicsOf = { line: 'petitions', dimension: 'topic' } as const;
