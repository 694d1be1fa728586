/**
 * What a cadre who follows places tells the superior of a period: drafted from records, written on, handed in with the facts as they then
 * stood, read with a comment. Pure: each rule answers the report as it then is, or a refusal.
 */
import type { Text } from '../../platform/contract.ts';
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { visitKinds, type VisitKind } from './visit.kinds.ts';

export const reportStates = ['writing', 'handed', 'read'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportStateNames: Readonly<Record<ReportState, Text>> = {
  writing: { vi: 'Đang viết', en: 'Being written' },
  handed: { vi: 'Đã nộp', en: 'Handed in' },
  read: { vi: 'Cấp trên đã đọc', en: 'Read by the superior' },
};

export const reportSections = ['done', 'situation', 'difficulties', 'proposals', 'plan'] as const;
export type ReportSection = (typeof reportSections)[number];
export type ReportTexts = Readonly<Record<ReportSection, string>>;

export const reportSectionNames: Readonly<Record<ReportSection, Text>> = {
  done: { vi: 'Việc đã làm trong kỳ', en: 'What was done' },
  situation: { vi: 'Tình hình nơi theo dõi', en: 'How the places stand' },
  difficulties: { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' },
  proposals: { vi: 'Kiến nghị, đề xuất', en: 'Petitions and proposals' },
  plan: { vi: 'Việc làm trong kỳ tới', en: 'What comes next' },
};

/** What the records say of one place in the period. */
export interface PlaceFacts {
  readonly unitId: Id<'unit'>;
  readonly unit: string;
  readonly visits: Readonly<Partial<Record<VisitKind, number>>>;
  readonly owed: { readonly visits: number | null; readonly cellMeetings: number | null; readonly committeeMeetings: number | null };
  /** What was done of the duties of a year by the end of the period. Absent in reports handed in before these were counted so. */
  readonly yearSoFar?: { readonly cellMeetings: number; readonly committeeMeetings: number } | undefined;
  readonly isMet: boolean;
  readonly promises: { readonly due: number; readonly kept: number; readonly open: number };
  readonly petitions: { readonly raised: number; readonly answered: number };
  readonly heard: readonly string[];
}

/** Beside what is owed of each. */
export function doneAt({ visits, yearSoFar }: Pick<PlaceFacts, 'visits' | 'yearSoFar'>): Readonly<Record<keyof PlaceFacts['owed'], number>> {
  return {
    visits: visitKinds.reduce((sum, kind) => sum + (visits[kind] ?? 0), 0), cellMeetings: yearSoFar?.cellMeetings ?? visits.cellMeeting ?? 0, committeeMeetings: yearSoFar?.committeeMeetings ?? visits.committeeMeeting ?? 0,
  };
}

export interface Report {
  readonly id: Id<'cadreReport'>;
  /** The superior's: of the regulation under which the places are followed. */
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly from: Day;
  readonly to: Day;
  readonly dueOn: Day;
  readonly texts: ReportTexts;
  /** As they stood when it was handed in; null until then, and of one that came with an import. */
  readonly facts: readonly PlaceFacts[] | null;
  readonly state: ReportState;
  readonly handedOn: Day | null;
  readonly readOn: Day | null;
  readonly readBy: Id<'account'> | null;
  readonly comment: string;
  readonly version: number;
}

export const noTexts: ReportTexts = { done: '', situation: '', difficulties: '', proposals: '', plan: '' };

export function writeReport(report: Report, texts: ReportTexts): Report | Refusal {
  return report.state === 'writing' ? { ...report, texts } : refuse('visits.reportIsHanded', 'conflict');
}

export function handIn(report: Report, { on, facts }: { readonly on: Day; readonly facts: readonly PlaceFacts[] }): Report | Refusal {
  if (report.state !== 'writing') return refuse('visits.reportIsHanded', 'conflict');
  if (report.texts.done.trim() === '') return refuse('visits.reportEmpty', 'invalid');
  return { ...report, state: 'handed', handedOn: on, facts };
}

export function takeBackReport(report: Report): Report | Refusal {
  if (report.state === 'read') return refuse('visits.reportIsRead', 'conflict');
  return report.state === 'handed' ? { ...report, state: 'writing', handedOn: null, facts: null } : refuse('visits.reportNotHanded', 'conflict');
}

/** With a comment or without; read again the comment is written anew. */
export function markRead(report: Report, { on, by, comment }: { readonly on: Day; readonly by: Id<'account'> | null; readonly comment: string }): Report | Refusal {
  return report.state === 'writing' ? refuse('visits.reportNotHanded', 'conflict') : { ...report, state: 'read', readOn: on, readBy: by, comment };
}

export function isReportLate({ handedOn, dueOn }: Pick<Report, 'handedOn' | 'dueOn'>, today: Day): boolean {
  return (handedOn ?? today) > dueOn;
}
