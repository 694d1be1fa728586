/** What stands on the papers of oversight, the annex of a decision and the hand-over file: for the Word file and the print of the browser. In Vietnamese in whatever language the screen is. Pure. */
import type { Day, Period } from '../../platform/day.ts';
import type { PaperLine } from '../meetings/meeting.layout.ts';
import { postKindName, type PostKind } from '../posts/post.kinds.ts';
import { tierNames, type Tier } from './oversight.kinds.ts';

export const oversightWords = {
  annex: 'Phụ lục', annexTitle: (decision: string) => `Danh sách phân công cán bộ theo dõi, phụ trách cơ sở (kèm theo ${decision})`,
  head: ['STT', 'Đơn vị', 'Cán bộ', 'Chức danh', 'Thời gian'] as const,
  handOver: 'Hồ sơ bàn giao', handOverTitle: (unit: string) => `việc theo dõi, phụ trách ${unit}`,
  talkingPoints: 'Nội dung bàn giao cho người theo dõi sau', noTalkingPoints: 'Chưa ghi nội dung bàn giao.', leaver: 'Người bàn giao', taker: 'Người nhận', period: 'Thời gian theo dõi', decision: 'Quyết định phân công', due: 'hạn', late: 'quá hạn',
} as const;

/** In millimetres. */
export const annexWidths = [12, 45, 40, 40, 28] as const;

export function vietnameseDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

export function vietnamesePeriod({ from, to }: Period): string {
  return to === null ? `từ ${vietnameseDay(from)}` : `${vietnameseDay(from)} – ${vietnameseDay(to)}`;
}

interface Listed {
  readonly unit: { readonly name: string };
  readonly person: { readonly name: string };
  readonly tier: Tier;
  readonly post: { readonly kind: PostKind; readonly title: string | null; readonly unit: string } | null;
  readonly period: Period;
}

export function annexRows(items: readonly Listed[]): string[][] {
  return items.map(({ unit, person, tier, post, period }, at) => [String(at + 1), unit.name, person.name, post ? postInWords(post) : tierNames[tier].vi, vietnamesePeriod(period)]);
}

/** A title of its own goes before the name of its kind. */
export function postInWords({ kind, title, unit }: NonNullable<Listed['post']>): string {
  return `${title ?? postKindName(kind, 'vi')}, ${unit}`;
}

interface Handed {
  readonly assignment: Listed & { readonly decision: string };
  /** Null where the reader is not told. */
  readonly talkingPoints: string | null;
  readonly parts: readonly { readonly title: { readonly vi: string }; readonly empty: { readonly vi: string }; readonly items: readonly { readonly kind?: { readonly vi: string } | undefined; readonly text: string; readonly on: Day | null; readonly dueOn: Day | null; readonly isLate: boolean }[] }[];
}

export function handOverLines({ assignment, talkingPoints, parts }: Handed): PaperLine[] {
  const { leaver, period, decision, talkingPoints: heading, noTalkingPoints } = oversightWords;
  const told = talkingPoints?.split('\n').filter((text) => text.trim() !== '');
  const chapters = [...(told ? [{ title: heading, texts: told.length > 0 ? told : [noTalkingPoints] }] : []), ...parts.map(({ title, empty, items }) => ({ title: title.vi, texts: items.length > 0 ? items.map((item) => `- ${itemInWords(item)}`) : [empty.vi] }))];
  const plain = (text: string): PaperLine => ({ text, isHeading: false });
  return [
    plain(`${leaver}: ${assignment.person.name}${assignment.post ? ` (${postInWords(assignment.post)})` : ''}`), plain(`${period}: ${vietnamesePeriod(assignment.period)}`), plain(`${decision}: ${assignment.decision}`),
    ...chapters.flatMap(({ title, texts }, at): PaperLine[] => [{ text: `${roman[at] ?? at + 1}. ${title}`, isHeading: true }, ...texts.map(plain)]),
  ];
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII'];

function itemInWords({ kind, text, on, dueOn, isLate }: Handed['parts'][number]['items'][number]): string {
  const due = dueOn ? `${oversightWords.due} ${vietnameseDay(dueOn)}${isLate ? `, ${oversightWords.late}` : ''}` : '';
  return [kind ? `${kind.vi}, ${text}` : text, ...(on ? [vietnameseDay(on)] : []), ...(due ? [due] : [])].join('; ');
}
