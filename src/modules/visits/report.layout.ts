/** What stands on the paper of a report, in the order in which it is read. Shared by the Word file and the print of the browser. In Vietnamese in whatever language the screen is. Pure. */
import type { Day } from '../../platform/day.ts';
import { dayInWords, inCapitals, linesOf, paperWords, type PaperLine } from '../meetings/meeting.layout.ts';
import { doneAt, reportSectionNames, reportSections, type PlaceFacts, type ReportState, type ReportTexts } from './report.ts';

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

/** Meetings are told from the beginning of the year on; in the period alone in reports whose facts were kept before that. */
export function tableHeadOf(facts: readonly PlaceFacts[]): readonly string[] {
  const since = facts.every(({ yearSoFar }) => yearSoFar !== undefined) ? ' (từ đầu năm)' : '';
  return ['Nơi theo dõi', 'Đi cơ sở', `Dự sinh hoạt chi bộ${since}`, `Dự họp cấp ủy${since}`, 'Việc đã hứa (đúng hạn/đến hạn)', 'Kiến nghị (đã trả lời/đã chuyển)'];
}

/** `today` stands on it until it is handed in. */
export function paperOf({ unit, parent, person, from, to, texts, facts, state, handedOn }: PrintedReport, today: Day): ReportPaper {
  const written = reportSections.filter((section) => texts[section].trim() !== '');
  return {
    unit: unit.name, parent, on: handedOn ?? today, name: 'Báo cáo', title: `theo dõi, phụ trách cơ sở từ ${dayInWords(from)} đến ${dayInWords(to)}`, draft: state === 'writing' || state === 'due' ? paperWords.draft : undefined,
    lines: written.flatMap((section, at) => [{ text: `${roman[at]!}. ${inCapitals(reportSectionNames[section].vi)}`, isHeading: true }, ...linesOf(texts[section]).map(({ text }) => ({ text, isHeading: false }))]),
    head: tableHeadOf(facts), rows: facts.map(rowOf), signer: person.name, signs: 'Người báo cáo',
  };
}

const roman = ['I', 'II', 'III', 'IV', 'V'] as const;

export function rowOf({ unit, owed, promises, petitions, ...place }: PlaceFacts): string[] {
  const done = doneAt(place);
  const beside = (of: keyof typeof done) => (owed[of] === null || owed[of] === 0 ? String(done[of]) : `${done[of]}/${owed[of]}`);
  return [unit, beside('visits'), beside('cellMeetings'), beside('committeeMeetings'), `${promises.kept}/${promises.due}`, `${petitions.answered}/${petitions.raised}`];
}
