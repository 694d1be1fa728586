/** The sheet of ratings of former years, as they were decided: of organisations and of members. */
import { levelNames, levels } from '../../ratings/rating.kinds.ts';
import type { Level } from '../../ratings/rating.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const levelAliases: Readonly<Record<Level, readonly string[]>> = {
  exemplary: ['TSVM tiêu biểu', 'Tiêu biểu'],
  excellent: ['Hoàn thành xuất sắc', 'Xuất sắc', 'HTXSNV', 'Trong sạch, vững mạnh', 'TSVM'],
  good: ['Hoàn thành tốt', 'Tốt', 'HTTNV'],
  fulfilled: ['Hoàn thành', 'HTNV'],
  notFulfilled: ['Không hoàn thành', 'KHTNV', 'Yếu kém'],
};
const levelValues: readonly (AllowedValue & { readonly code: Level })[] = levels.map((code) => ({ code, ...levelNames[code], aliases: levelAliases[code] }));

export const ratingsSheet = {
  name: 'ratings',
  title: { vi: 'Kết quả xếp loại', en: 'Ratings' },
  purpose: {
    vi: 'Mỗi dòng là kết quả xếp loại chất lượng một năm của một đảng bộ, chi bộ, hoặc của một đảng viên, đã có quyết định của cấp có thẩm quyền. Nhập lại cùng đơn vị hoặc người, cùng năm là cập nhật. Kết quả của đợt xếp loại mở trên hệ thống ghi ngay trong đợt, không nhập ở đây. Bảng không xóa kết quả đã có.',
    en: 'One row is the rating of one year of a Party organisation, or of a member, as the competent body decided it. Importing the same unit or person and year again updates it. What a season opened in the system decides is entered there, not here. The sheet takes nothing out.',
  },
  aliases: ['Xếp loại', 'Xếp loại chất lượng', 'Đánh giá, xếp loại'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh', meaning: { vi: 'Mã đảng bộ, chi bộ được xếp loại, hoặc chi bộ nơi đảng viên sinh hoạt trong năm; hoặc tên đầy đủ của đơn vị đã có trên hệ thống.', en: 'Ref of the organisation that was rated, or of the cell in which the member was; or the full name of one that is in the system.' }, aliases: ['Mã đơn vị', 'Đảng bộ', 'Chi bộ', 'Tổ chức đảng'] },
    { name: 'person', type: 'sheetRef', sheet: 'people', title: { vi: 'Đảng viên', en: 'Member' }, example: 'dong-thinh.dv.001', meaning: { vi: 'Mã đảng viên được xếp loại; để trống nếu xếp loại tổ chức đảng.', en: 'Ref of the member who was rated; empty where the organisation was.' }, aliases: ['Mã người', 'Mã đảng viên'] },
    { name: 'year', type: 'int', min: 1990, max: 2100, required: true, title: { vi: 'Năm', en: 'Year' }, example: '2022', meaning: { vi: 'Năm được xếp loại.', en: 'The year that was rated.' }, aliases: ['Năm xếp loại'] },
    { name: 'level', type: 'oneOf', values: levelValues, required: true, title: { vi: 'Mức xếp loại', en: 'Level' }, example: 'excellent', meaning: { vi: 'Theo khung của năm đó; trước năm 2018 mức “trong sạch, vững mạnh” ghi là hoàn thành xuất sắc, thêm “tiêu biểu” thì ghi mức tiêu biểu.', en: 'By the frame of that year; before 2018 “clean and strong” is written as excellent, with “exemplary” as exemplary.' }, aliases: ['Xếp loại', 'Kết quả', 'Mức'] },
    { name: 'points', type: 'decimal', min: 0, max: 100, title: { vi: 'Điểm', en: 'Points' }, example: '92.5', meaning: { vi: 'Tổng điểm, nếu khung của năm có chấm điểm.', en: 'The total, where the frame of the year has points.' }, aliases: ['Tổng điểm', 'Số điểm'] },
    { name: 'document', type: 'text', mostLetters: 300, required: true, title: { vi: 'Văn bản quyết định', en: 'Document' }, example: '12-QĐ/HU', meaning: { vi: 'Số, ký hiệu quyết định xếp loại, hoặc tài liệu ghi lại kết quả.', en: 'The symbol of the decision, or the paper that tells the result.' }, aliases: ['Quyết định', 'Số quyết định'] },
    { name: 'decided_on', type: 'day', required: true, title: { vi: 'Ngày quyết định', en: 'Decided on' }, example: '05/01/2023', meaning: { vi: 'Ngày ký quyết định, không sau hôm nay.', en: 'The day of the decision, today at the latest.' }, aliases: ['Ngày ký'] },
  ],
} as const satisfies SheetSpec;
