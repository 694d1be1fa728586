/**
 * What stands on the paper of a review, in the order in which it is read out: whose it is, the points suggested with their answers, the
 * sections of the form, what was concluded. Shared by the Word file and the print of the browser. In Vietnamese in whatever language
 * the screen is. Pure.
 */
import type { Text } from '../../platform/contract.ts';
import type { Day } from '../../platform/day.ts';
import { dayInWords, inCapitals, linesOf, paperWords, signsFor, type PaperLine } from '../meetings/meeting.layout.ts';
import { formNames, type ReviewForm, type ReviewState } from './review.kinds.ts';

export interface PrintedReview {
  readonly unit: { readonly name: string };
  /** Directly above the unit. */
  readonly parent: string | null;
  readonly person: { readonly name: string } | null;
  readonly cycle: { readonly title: string };
  readonly form: ReviewForm;
  readonly state: ReviewState;
  readonly from: Day;
  readonly to: Day;
  readonly sections: readonly { readonly title: Text; readonly isNeeded: boolean; readonly text: string }[];
  readonly suggestions: readonly { readonly text: string; readonly answer: string; readonly by: { readonly name: string } }[];
  readonly submittedOn: Day | null;
  readonly heldOn: Day | null;
  readonly opinions: readonly { readonly by: string; readonly text: string }[];
  readonly conclusion: string;
  readonly reason: string;
}

export interface ReviewSignature {
  readonly roles: readonly string[];
  readonly name: string | null;
}

export interface ReviewPaper {
  readonly unit: string;
  readonly parent: string | null;
  readonly on: Day;
  readonly name: string;
  readonly title: string;
  /** Until it is handed in. */
  readonly draft: string | undefined;
  readonly lines: readonly PaperLine[];
  readonly signatures: readonly [ReviewSignature | null, ReviewSignature];
}

const words = {
  collective: 'Báo cáo kiểm điểm tập thể', person: 'Bản kiểm điểm cá nhân', whose: 'Họ và tên', period: 'Kỳ kiểm điểm', from: 'từ', to: 'đến', suggested: 'Gợi ý kiểm điểm của', answer: 'Giải trình', toFill: '……………', held: 'Họp kiểm điểm',
  opinions: 'Ý kiến góp ý', conclusion: 'Kết luận', excused: 'Không phải kiểm điểm', reason: 'Lý do', self: 'Người tự kiểm điểm',
} as const;

/** `today` stands on it until it is handed in. */
export function paperOf(review: PrintedReview, today: Day): ReviewPaper {
  const { unit, parent, person, cycle, state, submittedOn, heldOn } = review;
  const ofCommittee: ReviewSignature = { roles: [signsFor(unit.name), paperWords.officer], name: null };
  return {
    unit: unit.name, parent, on: submittedOn ?? heldOn ?? today, name: person ? words.person : words.collective, title: cycle.title, draft: state === 'due' || state === 'writing' ? paperWords.draft : undefined,
    lines: [...whose(review), ...partsOf(review).flatMap(({ title, lines }, at) => [{ text: `${roman(at + 1)}. ${inCapitals(title)}`, isHeading: true }, ...lines])],
    signatures: person ? [heldOn === null ? null : ofCommittee, { roles: [words.self], name: person.name }] : [null, ofCommittee],
  };
}

function whose({ person, form, from, to }: PrintedReview): PaperLine[] {
  return [
    ...(person ? [`${words.whose}: ${person.name}`, ...(form === 'collective' ? [] : [formNames[form].vi])] : []),
    `${words.period}: ${words.from} ${dayInWords(from)} ${words.to} ${dayInWords(to)}`,
  ].map(plain);
}

interface Part {
  readonly title: string;
  readonly lines: readonly PaperLine[];
}

/** A section that needs nothing and says nothing is left out. */
function partsOf(review: PrintedReview): Part[] {
  const { sections, suggestions } = review;
  const suggested = [...Map.groupBy(suggestions, ({ by }) => by.name)].map(([name, points]) => ({ title: `${words.suggested} ${name}`, lines: points.flatMap(pointOf) }));
  const written = sections.filter(({ text, isNeeded }) => isNeeded || text.trim() !== '').map(({ title, text }) => ({ title: title.vi, lines: textOf(text) }));
  return [...suggested, ...written, ...outcomeOf(review)];
}

function pointOf({ text, answer }: PrintedReview['suggestions'][number], at: number): PaperLine[] {
  return [plain(`${at + 1}. ${text}`), ...textOf(`${words.answer}: ${answer === '' ? words.toFill : answer}`)];
}

function outcomeOf({ state, heldOn, opinions, conclusion, reason }: PrintedReview): Part[] {
  if (state === 'excused') return [{ title: words.excused, lines: textOf(`${words.reason}: ${reason}`) }];
  if (heldOn === null) return [];
  const said = opinions.length === 0 ? [] : [plain(`${words.opinions}:`), ...opinions.flatMap(({ by, text }) => textOf(`- ${by ? `${by}: ` : ''}${text}`))];
  return [{ title: words.held, lines: [plain(`${words.held} ${dayInWords(heldOn)}.`), ...said, ...textOf(`${words.conclusion}: ${conclusion}`)] }];
}

function textOf(text: string): PaperLine[] {
  return linesOf(text.trim() === '' ? words.toFill : text).map(({ text: line }) => plain(line));
}

function plain(text: string): PaperLine {
  return { text, isHeading: false };
}

function roman(at: number): string {
  const [tens, ones] = [Math.floor(at / 10), at % 10];
  return 'X'.repeat(tens) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][ones]!;
}
