/** What is wrong with a row of a file of items, by row and column. */
import { defineMessages, textOf, type Language } from '../../../platform/messages.ts';
import type { ColumnSpec } from '../../imports/format/format.ts';
import { findingSentence } from '../../imports/imports.messages.ts';
import type { Finding } from '../../imports/read/findings.ts';
import { itemsSheet } from './items.sheet.ts';

export const fileTexts = defineMessages({
  'row.missing': { vi: 'Thiếu “{column}” cho việc này.', en: '“{column}” is needed for this action.' },
  'unit.notFound': { vi: 'Không có đơn vị “{value}” vào ngày trước ngày có hiệu lực. Ghi mã đơn vị, mã ref hoặc tên kèm loại và mã chính thức.', en: 'No unit “{value}” stands the day before. Give its id, its ref, or its name with kind and code.' },
  'unit.several': { vi: '“{value}” khớp với {count} đơn vị: {ids}. Ghi thêm loại, mã chính thức hoặc dùng mã đơn vị.', en: '“{value}” matches {count} units: {ids}. Add kind or code, or use the id.' },
  'person.notFound': { vi: 'Không có người mang mã “{value}”.', en: 'Nobody has the id or ref “{value}”.' },
  'person.several': { vi: 'Mã “{value}” có trong nhiều nguồn nhập: {ids}. Dùng mã người.', en: 'The ref “{value}” occurs in several sources: {ids}. Use the id.' },
  'ref.twice': { vi: 'Mã “{value}” đã dùng cho một đơn vị thành lập mới ở dòng {other}.', en: 'The ref “{value}” is already used by the founding in row {other}.' },
  'split.unlike': { vi: 'Các dòng chia của “{value}” không thống nhất về việc đơn vị còn hoạt động hay không, hoặc có hai đơn vị cùng nhận phần còn lại.', en: 'The split rows of “{value}” disagree on whether it remains, or on who takes the rest.' },
});

export interface FileFinding {
  readonly row: number;
  readonly column: string | null;
  readonly code: keyof typeof fileTexts;
  readonly data: Readonly<Record<string, string | number>>;
}

export type AnyFileFinding = FileFinding | Finding;

export function fileFindingLine(finding: AnyFileFinding, language: Language): string {
  const column = columnTitle(finding.column, language);
  const place = [finding.row === null ? '' : language === 'vi' ? `dòng ${finding.row}` : `row ${finding.row}`, column === null ? '' : language === 'vi' ? `cột “${column}”` : `column “${column}”`].filter(Boolean).join(', ');
  const sentence = 'severity' in finding ? findingSentence(finding, language) : textOf(fileTexts[finding.code], language, { ...finding.data, ...(column !== null && { column }) });
  return place === '' ? sentence : `${place}: ${sentence}`;
}

function columnTitle(name: string | null, language: Language): string | null {
  const columns: readonly ColumnSpec[] = itemsSheet.columns;
  return columns.find((column) => column.name === name)?.title[language] ?? name;
}
