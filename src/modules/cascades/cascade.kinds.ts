/** What of a cascade is one of a few words: kinds of clause, steps of a document's life in a unit, kinds of answer, states of a clause. */
import type { Text } from '../../platform/contract.ts';

export const clauseKinds = ['objective', 'indicator', 'task'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

export const clauseKindNames: Readonly<Record<ClauseKind, Text>> = {
  objective: { vi: 'Mục tiêu', en: 'Objective' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
};

export const directionsOfTargets = ['atLeast', 'atMost'] as const;
/** A share of poor households is reached from above. */
export type Toward = (typeof directionsOfTargets)[number];

export const towardNames: Readonly<Record<Toward, Text>> = {
  atLeast: { vi: 'đạt từ', en: 'at least' },
  atMost: { vi: 'không quá', en: 'at most' },
};

/** In their order; rulebook §7.4. */
export const steps = ['received', 'studied', 'programme', 'plan', 'carriedOut', 'interim', 'final'] as const;
export type Step = (typeof steps)[number];

/** What has a deadline: each step, and the answers to all clauses. */
export const dueSteps = ['received', 'studied', 'answered', 'programme', 'plan', 'carriedOut', 'interim', 'final'] as const;
export type DueStep = (typeof dueSteps)[number];

export const stepNames: Readonly<Record<DueStep, Text>> = {
  received: { vi: 'Tiếp nhận', en: 'Received' },
  studied: { vi: 'Học tập, quán triệt', en: 'Studied' },
  answered: { vi: 'Trả lời từng nội dung', en: 'Clauses answered' },
  programme: { vi: 'Chương trình hành động', en: 'Action programme' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  carriedOut: { vi: 'Thực hiện, kiểm tra', en: 'Carried out, inspected' },
  interim: { vi: 'Sơ kết', en: 'Interim review' },
  final: { vi: 'Tổng kết', en: 'Final review' },
};

/** Kinds of units to which a document is passed down, the highest first. */
export const kindsAsked = ['provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'division_party', 'cell'] as const;
export type KindAsked = (typeof kindsAsked)[number];

export const answerKinds = ['takenUp', 'notApplicable'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** How a clause stands in a unit, the gravest first. Worked out from answers, what was given to do and days. */
export const clauseStates = ['silentLate', 'late', 'silent', 'answered', 'inWork', 'done', 'notApplicable'] as const;
export type ClauseState = (typeof clauseStates)[number];

export const clauseStateNames: Readonly<Record<ClauseState, Text>> = {
  silentLate: { vi: 'Chưa trả lời, quá hạn', en: 'Silent, overdue' },
  late: { vi: 'Chậm thực hiện', en: 'Late' },
  silent: { vi: 'Chưa trả lời', en: 'Silent' },
  answered: { vi: 'Nhận thực hiện', en: 'Taken up' },
  inWork: { vi: 'Đang thực hiện', en: 'In work' },
  done: { vi: 'Hoàn thành', en: 'Done' },
  notApplicable: { vi: 'Không áp dụng', en: 'Not applicable' },
};

/** One letter stands for a state where there is room for no more: the first of what it says, an empty ring where nothing is there yet. */
export const stateLetters: Readonly<Record<ClauseState, string>> = { silentLate: 'Q', late: 'C', silent: '○', answered: 'N', inWork: 'Đ', done: '✓', notApplicable: 'K' };
