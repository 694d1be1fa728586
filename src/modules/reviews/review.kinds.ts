/** What of a review is one of a few words: the cycle it belongs to, its form, how far it has come. */
import type { Text } from '../../platform/contract.ts';

/** By term, by year, by quarter, or when needed (366-QĐ/TW of 30/8/2025; rulebook R4.2). */
export const cycleKinds = ['year', 'quarter', 'term', 'adHoc'] as const;
export type CycleKind = (typeof cycleKinds)[number];

export const cycleKindNames: Readonly<Record<CycleKind, Text>> = {
  year: { vi: 'Năm', en: 'Year' },
  quarter: { vi: 'Quý', en: 'Quarter' },
  term: { vi: 'Nhiệm kỳ', en: 'Term' },
  adHoc: { vi: 'Đột xuất', en: 'When needed' },
};

/** 2A without a leading post, 2B leaders and managers, 2C who does not work in the political system (43-HD/BTCTW; rulebook R4.9). */
export const reviewForms = ['collective', '2A', '2B', '2C'] as const;
export type ReviewForm = (typeof reviewForms)[number];

export const formNames: Readonly<Record<ReviewForm, Text>> = {
  collective: { vi: 'Báo cáo kiểm điểm tập thể', en: 'Report of the collective' },
  '2A': { vi: 'Mẫu 2A – không giữ chức vụ lãnh đạo, quản lý', en: 'Form 2A – no leading post' },
  '2B': { vi: 'Mẫu 2B – lãnh đạo, quản lý', en: 'Form 2B – leader or manager' },
  '2C': { vi: 'Mẫu 2C – không công tác trong hệ thống chính trị', en: 'Form 2C – not working in the political system' },
};

export const reviewStates = ['due', 'writing', 'submitted', 'concluded', 'excused'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewStateNames: Readonly<Record<ReviewState, Text>> = {
  due: { vi: 'Chưa viết', en: 'Not begun' },
  writing: { vi: 'Đang viết', en: 'Being written' },
  submitted: { vi: 'Đã gửi, chờ kiểm điểm', en: 'Handed in, to be held' },
  concluded: { vi: 'Đã kiểm điểm', en: 'Held' },
  excused: { vi: 'Không phải kiểm điểm', en: 'Excused' },
};

/** Whose people are reviewed: all members, those who lead, or none. */
export const peopleScopes = ['all', 'leaders', 'none'] as const;
export type PeopleScope = (typeof peopleScopes)[number];

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
