/** What ratings say in words, and the marks beside them. Pure. */
import type { z } from 'zod';
import type { Text } from '../../../platform/contract.ts';
import type { Status } from '../../../ui/StatusMark.tsx';
import type { Writing } from '../../../ui/language.tsx';
import type { ratingContract } from '../rating.contract.ts';
import { kindOfFact, type Gate, type GateState, type Measure } from '../rating.gates.ts';
import { levelNames, type Level } from '../rating.kinds.ts';
import type { RatingState } from '../rating.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';

export type Season = z.output<typeof ratingContract.season.output>;
export type SeasonItem = z.output<typeof ratingContract.seasons.output>['items'][number];
export type RatingItem = z.output<typeof ratingContract.list.output>['items'][number];
export type WholeRating = z.output<typeof ratingContract.rating.output>;
export type PastRating = z.output<typeof ratingContract.own.output>['items'][number];
export type Frame = Season['frames'][number]['frame'];

export const stateNames: Readonly<Record<RatingState, Text>> = {
  excluded: { vi: 'Không xếp loại', en: 'Not rated' },
  waitingSelf: { vi: 'Chờ tự xếp loại', en: 'Self-rating awaited' },
  waitingAppraisal: { vi: 'Chờ thẩm định', en: 'Appraisal awaited' },
  waitingDecision: { vi: 'Chờ quyết định', en: 'Decision awaited' },
  decided: { vi: 'Đã quyết định', en: 'Decided' },
};

export const stateMarks: Readonly<Record<RatingState, Status>> = { excluded: 'silent', waitingSelf: 'silent', waitingAppraisal: 'on-time', waitingDecision: 'due-soon', decided: 'done' };
export const gateMarks: Readonly<Record<GateState, Status>> = { met: 'done', failed: 'late', unknown: 'silent' };
export const gateStates: Readonly<Record<GateState, Text>> = { met: texts.met, failed: texts.failed, unknown: texts.unknown };

export function seasonHref(id: string): string {
  return `/xep-loai/${id}`;
}

export function ratingHref(id: string): string {
  return `/xep-loai/ket-qua/${id}`;
}

/** As the frame of the year calls it. */
export function levelName(frame: Pick<Frame, 'levels'> | null | undefined, level: Level): Text {
  return frame?.levels.find(({ code }) => code === level) ?? levelNames[level];
}

export function subjectName({ person, unit }: Pick<RatingItem, 'person' | 'unit'>): string {
  return person?.name ?? unit.name;
}

/** "12/14", "3", "có". */
export function measureWords(fact: string, { count, of }: { readonly count: number | null; readonly of: number | null }, { t, number }: Pick<Writing, 't' | 'number'>): string {
  if (count === null) return t(texts.unknown);
  if (fact === 'ownUnit') return t(count > 0 ? texts.yes : texts.no);
  return of === null ? number(count) : `${number(count)}/${number(of)}`;
}

/** "từ 30%", "không có". */
export function boundWords({ fact, test, bound }: Pick<Gate, 'fact' | 'test' | 'bound'>, { t, percent, number }: Pick<Writing, 't' | 'percent' | 'number'>): string {
  const kind = kindOfFact(fact);
  if (kind === 'flag') return t(texts.mustBe);
  if (kind === 'number' && bound === 0) return t(texts.mustNot);
  return t(test === 'atLeast' ? texts.atLeast : texts.atMost, { bound: kind === 'share' ? percent(bound * 100) : number(bound) });
}

export function isSame(one: Measure, other: Measure): boolean {
  return one.count === other.count && one.of === other.of;
}
