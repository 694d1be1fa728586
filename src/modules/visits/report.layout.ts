/** What stands on the paper of a report, in the order in which it is read. Shared by the Word file and the print of the browser. In Vietnamese in whatever language the screen is. Pure. */
import type { Day } from '../../platform/day.ts';
import { dayInWords, inCapitals, linesOf, paperWords, type PaperLine } from '../meetings/meeting.layout.ts';
import { reportSectionNames, reportSections, type PlaceFacts, type ReportState, type ReportTexts } from './report.ts';
import { visitKinds } from './visit.kinds.ts';

export interface PrintedReport {
  readonly unit: { readonly name: string };
  readonly parent: string | null;
  readonly person: { readonly name: string };
  readonly from: Day;
  readonly to: Day;
  readonly texts: ReportTexts;
  readonly facts: readonly PlaceFacts[];
  readonly state: ReportState | 'due';
  readonly handedOn: Day | null;
}

export interface ReportPaper {
  readonly unit: string;
  readonly parent: string | null;
  readonly on: Day;
  readonly name: string;
  readonly title: string;
  readonly draft: string | undefined;
  readonly lines: readonly PaperLine[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly signer: string;
  readonly signs: string;
}

export const tableHead = ['Nơi theo dõi', 'Đi cơ sở', 'Dự sinh hoạt chi bộ', 'Dự họp cấp ủy', 'Việc đã hứa (đúng hạn/đến hạn)', 'Kiến nghị (đã trả lời/đã chuyển)'] as const;

/** `today` stands on it until it is handed in. */
export function paperOf({ unit, parent, person, from, to, texts, facts, state, handedOn }: PrintedReport, today: Day): ReportPaper {
  const written = reportSections.filter((section) => texts[section].trim() !== '');
  return {
    unit: unit.name, parent, on: handedOn ?? today, name: 'Báo cáo', title: `theo dõi, phụ trách cơ sở từ ${dayInWords(from)} đến ${dayInWords(to)}`, draft: state === 'writing' || state === 'due' ? paperWords.draft : undefined,
    lines: written.flatMap((section, at) => [{ text: `${roman[at]!}. ${inCapitals(reportSectionNames[section].vi)}`, isHeading: true }, ...linesOf(texts[section]).map(({ text }) => ({ text, isHeading: false }))]),
    head: tableHead, rows: facts.map(rowOf), signer: person.name, signs: 'Người báo cáo',
  };
}

const roman = ['I', 'II', 'III', 'IV', 'V'] as const;

export function rowOf({ unit, visits, owed, promises, petitions }: PlaceFacts): string[] {
  const all = visitKinds.reduce((sum, kind) => sum + (visits[kind] ?? 0), 0);
  const beside = (done: number, due: number | null) => (due === null ? String(done) : `${done}/${due}`);
  return [unit, beside(all, owed.visits), beside(visits.cellMeeting ?? 0, owed.cellMeetings), beside(visits.committeeMeeting ?? 0, owed.committeeMeetings), `${promises.kept}/${promises.due}`, `${petitions.answered}/${petitions.raised}`];
}
