/**
 * `docs/import-format.md` from the declaration: Vietnamese first, then English, every sheet and column.
 * `node src/modules/imports/format/docs.ts` writes it; a guard test compares.
 */
import { writeFileSync } from 'node:fs';
import type { Language } from '../../../platform/messages.ts';
import type { ColumnSpec, SheetSpec } from './format.ts';
import { exampleText, guideTexts, typeText } from './guide.ts';
import { importSheets } from './sheets.ts';

export const importFormatPath = new URL('../../../../docs/import-format.md', import.meta.url);

export function renderImportFormat(): string {
  return `${[introductions.vi, ...sheetsIn('vi'), introductions.en, ...sheetsIn('en')].join('\n\n')}\n`;
}

const introductions: Readonly<Record<Language, string>> = {
  vi: `# Mẫu nhập dữ liệu

*English below.*

Một nơi (tỉnh, huyện, xã) được nhập từ **một tệp Excel .xlsx** có các trang dưới đây, hoặc từ **một thư mục tệp CSV** đặt tên theo trang (\`units.csv\`, \`people.csv\`, …). Trang nào không cần thì bỏ; tên trang và tiêu đề cột viết bằng tiếng Việt, tiếng Anh hay tên trong tệp đều được, có dấu hay không dấu.

- **Tiêu đề ở dòng đầu tiên**, không gộp ô. Thứ tự cột tùy ý; cột lạ được bỏ qua kèm cảnh báo.
- **Mã (ref)** do người lập bảng tự đặt, không có khoảng trắng; các dòng khác nhắc tới bằng mã. Nhập lại từ cùng một nguồn thì cập nhật theo mã, không bao giờ tạo trùng; những gì bảng kể về một đơn vị hay một người là toàn bộ, phần đã nhập trước từ cùng nguồn mà bảng không còn sẽ được bỏ (có cảnh báo trước). Nguồn là của riêng từng tài khoản.
- Đơn vị đã có trên hệ thống (không do nguồn này nhập) được nhắc tới bằng **tên đầy đủ** như trên trang của đơn vị, nếu trong phạm vi được giao không có đơn vị nào khác cùng tên; trùng tên thì ghi \`id:\` và số định danh ở thẻ Thông tin của đơn vị, ví dụ \`id:01a1fb66-fbd3-7000-af0e-689d5f079097\`. Người và chức danh đã có trên hệ thống được nhắc tới bằng \`id:\` và số định danh.
- **Thời gian** ghi bằng hai cột. *Từ ngày* là ngày đầu tiên; *Đến hết ngày* là **ngày cuối cùng còn hiệu lực, tính cả ngày đó**. Giai đoạn sau bắt đầu vào ngày kế tiếp. Để trống nghĩa là hiện vẫn còn.
- **Ngày** viết ngày trước, tháng sau, năm đủ bốn chữ số: \`9/8/2022\`, \`09-08-2022\`, \`9.8.2022\`, \`2022-08-09\`, hoặc ô ngày của Excel.
- **Số** viết kiểu Việt Nam: \`1.234,5\`. **Có/không**: \`có\`, \`x\`, \`1\` hoặc \`không\`, \`0\`.
- **Cột bắt buộc** được đánh dấu \\*. Ô trống của cột không bắt buộc nghĩa là “không có”; cột vắng mặt nghĩa là “không nói gì”.
- Cột ghi số có số 0 ở đầu (căn cước, điện thoại, mã chính thức) phải định dạng là văn bản.
- CSV: dấu phân cách \`,\` \`;\` hoặc tab; bảng mã UTF-8, UTF-16 hoặc Windows-1258. Không nhận: macro, tệp có mật khẩu, .xls cũ. Công thức: lấy kết quả đã lưu, kèm cảnh báo.
- Trước khi nhập, mọi lỗi được báo kèm trang, dòng, cột và cách sửa; còn lỗi thì không có gì được ghi.`,
  en: `# Import format

A place (province, district, commune) is loaded from **one Excel file (.xlsx)** with the sheets below, or from **a folder of CSV files** named after them (\`units.csv\`, \`people.csv\`, …). Leave out sheets that you don't need; names of sheets and headers may be the Vietnamese, the English or the file names, with or without diacritics.

- **The header is the first row**, without merged cells. Columns come in any order; unknown ones are passed over with a warning.
- **Refs** are names of your own choice without spaces; other rows refer by them. Importing again from the same source updates by ref and never duplicates; what the sheets tell of a unit or a person is the whole of it, and what the same source had told before and no longer does is taken out (after a warning). A source belongs to the account that imports.
- Units that are there already and came from elsewhere are named by their **full name** as their page shows it, where no other unit within your reach bears the same; otherwise by \`id:\` and the id under Details, for instance \`id:01a1fb66-fbd3-7000-af0e-689d5f079097\`. People and posts that are there already are named by \`id:\` and their id.
- **Time** takes two columns. *From* is the first day; *To* is **the last day on which the fact holds, that day included**. The next stretch begins on the day after. Empty means that it still holds.
- **Days** have the day before the month and four digits of the year: \`9/8/2022\`, \`09-08-2022\`, \`9.8.2022\`, \`2022-08-09\`, or a date cell of Excel.
- **Numbers** are written the Vietnamese way: \`1.234,5\`. **Yes/no**: \`có\`, \`x\`, \`1\` or \`không\`, \`0\`.
- **Required columns** are marked \\*. An empty cell of another column means "none"; an absent column says nothing.
- Columns of numbers with leading zeros (citizen number, phone, official code) must be formatted as text.
- CSV: separator \`,\` \`;\` or tab; UTF-8, UTF-16 or Windows-1258. Refused: macros, passwords, the old .xls. Of formulas the stored result is taken, with a warning.
- Before anything is written every problem is told with sheet, row, column and what to do; as long as there are errors nothing is imported.`,
};

function sheetsIn(language: Language): string[] {
  return importSheets.map((sheet: SheetSpec) => [`## ${sheet.title[language]} (\`${sheet.name}\`)`, sheet.purpose[language], columnTable(sheet, language), ...valueLists(sheet, language)].join('\n\n'));
}

function columnTable(sheet: SheetSpec, language: Language): string {
  const head = [guideTexts.name, guideTexts.column, guideTexts.type, guideTexts.meaning, guideTexts.example, guideTexts.aliases].map((text) => text[language]);
  return [tableRow(head), tableRow(head.map(() => '---')), ...sheet.columns.map((column) => columnRow(column, language))].join('\n');
}

function columnRow(column: ColumnSpec, language: Language): string {
  const name = `\`${column.name}\`${column.required ? ' \\*' : ''}`;
  return tableRow([name, column.title[language], typeText(column, language), column.meaning[language], `\`${exampleText(column, language)}\``, (column.aliases ?? []).join('; ')]);
}

function valueLists(sheet: SheetSpec, language: Language): string[] {
  return sheet.columns.filter((column) => column.values !== undefined).map((column) => {
    const values = (column.values ?? []).map((value) => `\`${value.code}\` ${value[language]}${value.under === undefined ? '' : ` (${column.under}: \`${value.under}\`)`}`);
    return `**${column.title[language]}** (\`${column.name}\`): ${values.join(' · ')}.`;
  });
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

if (import.meta.main) writeFileSync(importFormatPath, renderImportFormat());
