/** What of a report is one of a few words: kinds, states, what is written by people, the files it is printed as. */
import type { Text } from '../../platform/contract.ts';

export const reportStates = ['draft', 'issued'] as const;
export type ReportState = (typeof reportStates)[number];

export const stateNames: Readonly<Record<ReportState, Text>> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  issued: { vi: 'Đã ban hành', en: 'Issued' },
};

/** What people write, beside what is counted; in the order of the paper. */
export const wordParts = ['general', 'strengths', 'shortcomings', 'causes', 'proposals', 'next'] as const;
export type WordPart = (typeof wordParts)[number];

export const wordNames: Readonly<Record<WordPart, Text>> = {
  general: { vi: 'Tình hình triển khai', en: 'How it was set about' },
  strengths: { vi: 'Ưu điểm', en: 'What went well' },
  shortcomings: { vi: 'Hạn chế, khuyết điểm', en: 'What did not' },
  causes: { vi: 'Nguyên nhân', en: 'Causes' },
  proposals: { vi: 'Đề xuất, kiến nghị', en: 'Proposals' },
  next: { vi: 'Nhiệm vụ thời gian tới', en: 'What comes next' },
};

export const paperFormats = ['docx', 'xlsx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

export const paperTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<PaperFormat, string>;
