/** What the explanation in templates and documentation says of a column, in one place for both. */
import type { Language } from '../../../platform/messages.ts';
import { defineMessages } from '../../../platform/messages.ts';
import type { ColumnSpec, ColumnType } from './format.ts';
import { getSheet } from './sheets.ts';

export const guideTexts = defineMessages({
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  sheet: { vi: 'Trang', en: 'Sheet' },
  column: { vi: 'Cột', en: 'Column' },
  name: { vi: 'Tên trong tệp', en: 'Name in files' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  yes: { vi: 'có', en: 'yes' },
  type: { vi: 'Kiểu', en: 'Type' },
  values: { vi: 'Giá trị', en: 'Values' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  example: { vi: 'Ví dụ', en: 'Example' },
  aliases: { vi: 'Tiêu đề khác được nhận', en: 'Other headers accepted' },
});

export const guideTitles: readonly string[] = [guideTexts.guide.vi, guideTexts.guide.en];

const typeTexts = defineMessages({
  ref: { vi: 'mã', en: 'ref' },
  sheetRef: { vi: 'mã của', en: 'ref of' },
  text: { vi: 'chữ', en: 'text' },
  day: { vi: 'ngày', en: 'day' },
  partialDay: { vi: 'ngày, tháng/năm hoặc năm', en: 'day, month or year' },
  time: { vi: 'giờ', en: 'time of day' },
  int: { vi: 'số nguyên', en: 'whole number' },
  decimal: { vi: 'số', en: 'number' },
  bool: { vi: 'có / không', en: 'yes / no' },
  oneOf: { vi: 'một trong các giá trị', en: 'one of the values' },
}) satisfies Readonly<Record<ColumnType, unknown>>;

/** What to write into a cell: of a list, the word of the language rather than the code. */
export function exampleText(column: ColumnSpec, language: Language): string {
  return column.values?.find(({ code }) => code === column.example)?.[language] ?? column.example;
}

export function typeText(column: ColumnSpec, language: Language): string {
  const text = typeTexts[column.type][language];
  return column.sheet === undefined ? text : `${text} ${getSheet(column.sheet).title[language]}`;
}
