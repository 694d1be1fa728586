/** Columns that several sheets share, worded once. */
import type { ColumnSpec } from './format.ts';

export const fromColumn = {
  name: 'from', type: 'day', required: true,
  title: { vi: 'Từ ngày', en: 'From' },
  meaning: { vi: 'Ngày đầu tiên mà nội dung của dòng này có hiệu lực.', en: 'The first day on which what the row says holds.' },
  example: '09/08/2022', aliases: ['Ngày bắt đầu', 'Bắt đầu từ ngày', 'Kể từ ngày', 'Start'],
} as const satisfies ColumnSpec;

export const toColumn = {
  name: 'to', type: 'day',
  title: { vi: 'Đến hết ngày', en: 'To' },
  meaning: {
    vi: 'Ngày cuối cùng mà nội dung của dòng này còn hiệu lực (tính cả ngày đó). Để trống nếu hiện vẫn còn.',
    en: 'The last day on which what the row says holds (that day included). Empty if it still holds.',
  },
  example: '30/06/2025', aliases: ['Đến ngày', 'Ngày kết thúc', 'Kết thúc ngày', 'End'],
} as const satisfies ColumnSpec;

export const decisionColumn = {
  name: 'decision', type: 'text',
  title: { vi: 'Quyết định', en: 'Decision' },
  meaning: { vi: 'Số, ký hiệu và ngày của văn bản quyết định việc này.', en: 'Number and date of the document that decided it.' },
  example: '15-QĐ/HU, 01/08/2022', aliases: ['Số quyết định', 'Văn bản', 'Căn cứ'],
} as const satisfies ColumnSpec;
