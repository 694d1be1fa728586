/** What stands in the list, in words: of whom or what a row is, and the groups in which rows stand. Pure. */
import type { Writing } from '../../../ui/language.tsx';
import { kindNames, meetingKinds } from '../../meetings/meeting.kinds.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import type { AttentionItem, Summary } from '../attention.record.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';

export type { AttentionItem, Summary };
export type AlertWords = Summary['alerts'][number];
export type Citation = AttentionItem['citations'][number];

export const ALERT_PARAM = 'viec';

/** "Nguyễn Văn An", "Chi bộ thôn 1", "Sinh hoạt thường kỳ ngày 03/11/2026". */
export function whoOf({ subject, since }: Pick<AttentionItem, 'subject' | 'since'>, { t, day }: Pick<Writing, 't' | 'day'>): string {
  if (subject.kind !== 'meeting') return subject.name;
  const kind = meetingKinds.find((one) => one === subject.name);
  return kind ? t(texts.ofDay, { meeting: t(kindNames[kind]), day: day(since) }) : day(since);
}

export interface PuttingOff {
  readonly until: string;
  readonly reason: string;
}

/** What goes with an act on a row: which one it is, and how it stood when whoever acts saw it. */
export function lookedAt({ alert, unit, subject, since }: Pick<AttentionItem, 'alert' | 'unit' | 'subject' | 'since'>, seen: PuttingOff | null) {
  return { alert, unitId: unit.id, subjectId: subject.id, since, seen: seen && { until: seen.until, reason: seen.reason } };
}

export function subjectHref({ subject }: Pick<AttentionItem, 'subject'>): string {
  return subject.kind === 'unit' ? unitHref(subject.id) : `${pages[subject.kind]}/${subject.id}`;
}

const pages = { person: '/con-nguoi', meeting: '/sinh-hoat', document: '/van-ban', task: '/viec', shortcoming: '/han-che', petition: '/kien-nghi', oversight: '/bam-co-so/phan-cong' } as const;

export function rowIdOf({ alert, unit, subject }: Pick<AttentionItem, 'alert' | 'unit' | 'subject'>): string {
  return `${alert} ${unit.id} ${subject.id}`;
}

export interface AttentionGroup {
  readonly alert: string;
  readonly items: readonly AttentionItem[];
  /** Each value with each paper once, however many units it holds at. */
  readonly citations: readonly Citation[];
}

/** In the order of the list. */
export function groupsOf(items: readonly AttentionItem[]): readonly AttentionGroup[] {
  return [...Map.groupBy(items, ({ alert }) => alert)].map(([alert, own]) => ({ alert, items: own, citations: distinct(own.flatMap(({ citations }) => citations)) }));
}

function distinct(citations: readonly Citation[]): readonly Citation[] {
  const byText = new Map(citations.map((citation) => [[citation.key, citation.value, citation.document, citation.article].join('|'), citation]));
  return [...byText.values()];
}
