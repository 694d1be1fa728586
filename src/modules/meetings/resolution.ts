/**
 * What a meeting resolved, as the resolution book has it: numbered from 01 on in each term of the unit (36-HD/VPTW of 3/4/2018,
 * II.1.3), with what was concluded, who carries it out and by when, what was voted, how the meeting scored itself. Nothing of it
 * is written twice: all but the number is what the meeting recorded. Papers are in Vietnamese. Pure.
 */
import type { Day } from '../../platform/day.ts';
import { tidySpaces } from '../../platform/text/fold.ts';
import { monthsAfter } from '../membership/membership.ts';
import type { UnitKind } from '../units/unit.kinds.ts';
import { levelNames, type ScoreLevel } from './meeting.kinds.ts';
import { dayInWords, inCapitals, issuerOf, occasionOf, upperFirst, type PaperLine } from './meeting.layout.ts';
import type { Meeting, Vote } from './meeting.ts';

export interface Numbering {
  readonly number: number;
  /** The day after the congress that elected the committee, or on which the unit was founded. */
  readonly termFrom: Day;
}

export interface Concluded {
  readonly text: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
}

export interface Resolution {
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly meeting: Pick<Meeting, 'kind' | 'isExtended' | 'on' | 'topic'>;
  readonly numbering: Numbering | null;
  readonly present: number;
  readonly expected: number;
  readonly conclusions: readonly Concluded[];
  readonly votes: readonly Pick<Vote, 'question' | 'inFavour' | 'against' | 'abstained'>[];
  readonly score: { readonly total: number; readonly level: ScoreLevel } | null;
}

/** As it is printed. */
export interface ResolutionPaper extends Resolution {
  readonly parent: string | null;
  /** The secretary of the day, where there was one. */
  readonly signer: string | null;
}

export const resolutionWords = {
  name: 'Nghị quyết',
  book: 'Sổ nghị quyết',
  ofYear: 'Năm',
  ordinal: 'TT',
  number: 'Số, ngày',
  content: 'Nội dung',
  owner: 'Người thực hiện',
  due: 'Thời hạn',
  officer: 'Bí thư',
  receivers: 'Nơi nhận:',
  votes: 'Kết quả biểu quyết',
  unnumbered: 'chưa vào sổ',
  none: 'Trong năm chưa có nghị quyết nào.',
} as const;

/** Papers of every kind of committee have a short name of their own. */
const symbols: Readonly<Partial<Record<UnitKind, string>>> = { central: 'TW', provincial_party: 'TU', district_party: 'HU', cell: 'CB' };

/** `05-NQ/CB`; dots where a hand writes the number. */
export function symbolOf({ numbering, unitKind }: Pick<Resolution, 'numbering' | 'unitKind'>): string {
  const number = numbering === null ? '……' : String(numbering.number).padStart(2, '0');
  return `${number}-NQ/${symbols[unitKind] ?? 'ĐU'}`;
}

/** What stands before the table of what was concluded. */
export function openingOf({ unit, meeting, present, expected }: Resolution): PaperLine[] {
  const occasion = occasionOf(meeting, unit);
  const topic = meeting.topic === null ? '' : `, ${meeting.kind === 'thematic' ? 'chuyên đề' : 'nội dung'}: ${withoutStop(meeting.topic)}`;
  return [
    { text: `${upperFirst(dayInWords(meeting.on))}, ${issuerOf(unit)} tổ chức ${occasion}${topic}; có mặt ${present}/${expected} đồng chí phải dự.`, isHeading: false },
    { text: `${issuerOf(unit)} quyết nghị:`, isHeading: false },
    { text: `I. ${inCapitals('Nội dung, phân công thực hiện')}`, isHeading: true },
  ];
}

/** What stands after it: votes and score, each where there was one. */
export function closingOf({ votes, score }: Resolution): PaperLine[] {
  const sections = [
    { title: resolutionWords.votes, lines: votes.map((vote, at) => `${at + 1}. ${voteText(vote)}`) },
    { title: 'Tự đánh giá chất lượng buổi sinh hoạt', lines: score === null ? [] : [`Tổng ${String(score.total).replace('.', ',')} điểm, xếp loại ${levelNames[score.level].vi.toLocaleLowerCase('vi')}.`] },
  ].filter(({ lines }) => lines.length > 0);
  return sections.flatMap(({ title, lines }, at) => [{ text: `${['II', 'III'][at]}. ${inCapitals(title)}`, isHeading: true }, ...lines.map((text) => ({ text, isHeading: false }))]);
}

/** Who gets it: the organisation above, those who carry it out, and the file of the cell itself. */
export function receiversOf({ parent, unitKind, meeting }: Pick<ResolutionPaper, 'parent' | 'unitKind' | 'meeting'>): string[] {
  const isOfMembers = unitKind === 'cell' && meeting.kind !== 'committee';
  return [
    ...(parent === null ? [] : [`- ${issuerOf(parent)} (để báo cáo);`]),
    isOfMembers ? '- Các đảng viên chi bộ (để thực hiện);' : '- Các đồng chí cấp ủy viên;',
    unitKind === 'cell' ? '- Lưu chi bộ.' : '- Lưu.',
  ];
}

/** The rows of the table: ordinal, content, who, by when. */
export function rowsOf({ conclusions }: Pick<Resolution, 'conclusions'>): string[][] {
  return conclusions.map(({ text, owner, dueOn }, at) => [String(at + 1), tidySpaces(text), owner ?? '', dueOn === null ? '' : shortDay(dueOn)]);
}

/** One line of the book of a year: number and day, everything resolved, who, by when. */
export function bookRowOf(resolution: Resolution): string[] {
  const { conclusions, votes, meeting, numbering } = resolution;
  const label = numbering === null ? `(${resolutionWords.unnumbered})` : symbolOf(resolution);
  const numbered = conclusions.length > 1;
  const column = (of: (one: Concluded) => string) => conclusions.map((one, at) => `${numbered ? `${at + 1}. ` : ''}${of(one)}`).join('\n');
  const voted = votes.map((vote) => `${resolutionWords.votes}: ${voteText(vote)}`);
  return [`${label}\n${shortDay(meeting.on)}`, [column(({ text }) => tidySpaces(text)), ...voted].filter((part) => part !== '').join('\n'), column(({ owner }) => owner ?? '–'), column(({ dueOn }) => (dueOn === null ? '–' : shortDay(dueOn)))];
}

/** Whether there is anything to be entered. */
export function hasResolved({ conclusions, votes }: { readonly conclusions: readonly unknown[]; readonly votes: readonly unknown[] }): boolean {
  return conclusions.length + votes.length > 0;
}

/** The term that a meeting falls into: the last one known, until it has run out. */
export function termOn(on: Day, { last, months }: { last: Day | null; months: number }): Day | undefined {
  if (last === null || last > on) return undefined;
  return on < monthsAfter(last, months) ? last : undefined;
}

function voteText({ question, inFavour, against, abstained }: Resolution['votes'][number]): string {
  return `${withoutStop(question)}: tán thành ${inFavour}; không tán thành ${against}; không có ý kiến ${abstained}.`;
}

function shortDay(on: Day): string {
  const [year, month, date] = on.split('-');
  return `${date}/${month}/${year}`;
}

function withoutStop(text: string): string {
  return tidySpaces(text).replace(/[.;,:\s]+$/, '');
}
