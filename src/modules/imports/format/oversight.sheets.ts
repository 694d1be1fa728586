/** The sheets of oversight: regulations with the duties of each tier of cadres, and who followed which unit under them. */
import { endReasonNames, endReasons, followedKinds, tierNames, tiers, type EndReason, type FollowedKind, type Tier } from '../../oversight/oversight.kinds.ts';
import { unitKinds } from '../../units/unit.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const tierValues: readonly (AllowedValue & { readonly code: Tier })[] = tiers.map((code) => ({ code, ...tierNames[code] }));
const endValues: readonly (AllowedValue & { readonly code: EndReason })[] = endReasons.map((code) => ({ code, ...endReasonNames[code] }));

/** As people name the kinds of unit, and their codes. */
export const followedNames: ReadonlyMap<FollowedKind, readonly string[]> = new Map(followedKinds.map((code) => {
  const names = unitKinds.flatMap((kind) => (kind.code === code ? [kind.vi, kind.en] : []));
  return [code, [code, ...names]];
}));

export const oversightRegulationsSheet = {
  name: 'oversight_regulations',
  title: { vi: 'Quy chế theo dõi cơ sở', en: 'Regulations of oversight' },
  purpose: {
    vi: 'Mỗi dòng là nghĩa vụ của một nhóm cán bộ theo một quy chế phân công theo dõi, phụ trách cơ sở. Các dòng cùng đơn vị và tên quy chế là một quy chế, ghi giống nhau ở các cột chung. Nhập lại là cập nhật. Bảng không xóa quy chế.',
    en: 'One row is what one tier of cadres owes under a regulation of oversight. Rows with the same unit and title are one regulation, the same in the columns that they share. Importing it again updates it. The sheet takes no regulation out.',
  },
  aliases: ['Quy chế phân công theo dõi', 'Quy chế bám cơ sở'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nơi phân công', en: 'Who assigns' }, example: 'phu-tho', meaning: { vi: 'Mã hoặc tên đầy đủ của đảng bộ ban hành quy chế.', en: 'Ref or full name of the Party organisation whose regulation it is.' }, aliases: ['Đơn vị', 'Mã đơn vị', 'Đảng bộ'] },
    { name: 'title', type: 'text', mostLetters: 200, required: true, title: { vi: 'Quy chế', en: 'Regulation' }, example: 'Quy chế 10-QC/TU', meaning: { vi: 'Tên gọi, số ký hiệu của quy chế.', en: 'What it is called, with its symbol.' }, aliases: ['Tên quy chế', 'Văn bản'] },
    { name: 'tier', type: 'oneOf', values: tierValues, required: true, title: { vi: 'Nhóm cán bộ', en: 'Tier' }, example: 'committee', meaning: { vi: 'Nhóm cán bộ mà dòng này quy định nghĩa vụ.', en: 'Whose duties the row tells.' }, aliases: ['Đối tượng', 'Cấp cán bộ'] },
    { name: 'follows', type: 'text', mostLetters: 300, required: true, title: { vi: 'Diện theo dõi', en: 'Follows' }, example: 'Đảng bộ xã; Chi bộ', meaning: { vi: 'Loại đơn vị phải có người theo dõi, cách nhau bằng dấu chấm phẩy: đảng bộ huyện, xã, cơ sở, bộ phận; chi bộ; thôn, tổ dân phố.', en: 'Kinds of unit that are to be followed, with semicolons between them: organisations of districts, communes, grassroots, divisions; cells; villages.' }, aliases: ['Loại đơn vị', 'Đơn vị theo dõi'] },
    { name: 'from', type: 'day', required: true, title: { vi: 'Hiệu lực từ', en: 'From' }, example: '19/10/2021', meaning: { vi: 'Ngày quy chế có hiệu lực.', en: 'Its first day.' }, aliases: ['Từ ngày', 'Ngày ban hành'] },
    { name: 'to', type: 'day', title: { vi: 'Đến hết ngày', en: 'To' }, example: '30/06/2025', meaning: { vi: 'Ngày cuối cùng; để trống nếu còn hiệu lực.', en: 'Its last day; empty while it is in force.' }, aliases: ['Đến ngày'] },
    { name: 'most_units', type: 'int', min: 1, max: 500, title: { vi: 'Số đơn vị tối đa', en: 'Most units' }, example: '3', meaning: { vi: 'Mỗi cán bộ theo dõi nhiều nhất bao nhiêu đơn vị; để trống thì theo quy định đang áp dụng.', en: 'How many units one cadre follows at most; empty means by the rule in force.' }, aliases: ['Định mức'] },
    { name: 'visits_per_quarter', type: 'int', min: 0, max: 100, title: { vi: 'Đi cơ sở mỗi quý', en: 'Visits a quarter' }, example: '1', meaning: { vi: 'Số lần tối thiểu ở mỗi đơn vị; để trống nếu quy chế không quy định.', en: 'Least times at each unit; empty where the regulation asks for none.' }, aliases: ['Số lần đi cơ sở'] },
    { name: 'cell_meetings_per_year', type: 'int', min: 0, max: 100, title: { vi: 'Dự sinh hoạt chi bộ mỗi năm', en: 'Cell meetings a year' }, example: '2', meaning: { vi: 'Số lần tối thiểu; để trống nếu quy chế không quy định.', en: 'Least times; empty where the regulation asks for none.' }, aliases: ['Số lần dự chi bộ'] },
    { name: 'committee_meetings_per_year', type: 'int', min: 0, max: 100, title: { vi: 'Dự họp cấp ủy mỗi năm', en: 'Committee meetings a year' }, example: '2', meaning: { vi: 'Số lần tối thiểu; để trống nếu quy chế không quy định.', en: 'Least times; empty where the regulation asks for none.' }, aliases: ['Số lần dự cấp ủy'] },
    { name: 'report_every_months', type: 'int', min: 1, max: 24, title: { vi: 'Kỳ báo cáo (tháng)', en: 'Reports every (months)' }, example: '3', meaning: { vi: 'Bao nhiêu tháng báo cáo một lần; để trống nếu quy chế không quy định.', en: 'After how many months a report is due; empty where the regulation asks for none.' }, aliases: ['Kỳ báo cáo'] },
  ],
} as const satisfies SheetSpec;

export const oversightSheet = {
  name: 'oversight',
  title: { vi: 'Phân công theo dõi cơ sở', en: 'Assignments of oversight' },
  purpose: {
    vi: 'Mỗi dòng là một cán bộ được phân công theo dõi, phụ trách một đơn vị trong một thời gian, theo một quy chế đã có trên hệ thống hoặc trong bảng Quy chế theo dõi cơ sở. Nhận ra bằng quy chế, đơn vị, cán bộ và ngày bắt đầu: nhập lại là cập nhật. Bảng không xóa phân công.',
    en: 'One row is a cadre who follows a unit for a time, under a regulation that is in the system or in the sheet Regulations of oversight. It is known by regulation, unit, cadre and first day: importing it again updates it. The sheet takes no assignment out.',
  },
  aliases: ['Phân công theo dõi', 'Phân công phụ trách', 'Phân công bám cơ sở'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nơi phân công', en: 'Who assigns' }, example: 'phu-tho', meaning: { vi: 'Mã hoặc tên đầy đủ của đảng bộ ban hành quy chế.', en: 'Ref or full name of the Party organisation whose regulation it is.' }, aliases: ['Đảng bộ', 'Cấp phân công'] },
    { name: 'regulation', type: 'text', mostLetters: 200, required: true, title: { vi: 'Quy chế', en: 'Regulation' }, example: 'Quy chế 10-QC/TU', meaning: { vi: 'Tên quy chế, như đã ghi của đảng bộ ấy.', en: 'Its title, as that organisation has it.' }, aliases: ['Tên quy chế', 'Theo quy chế'] },
    { name: 'followed', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị được theo dõi', en: 'Unit followed' }, example: 'dong-thinh', meaning: { vi: 'Mã hoặc tên đầy đủ của đơn vị thuộc diện theo dõi.', en: 'Ref or full name of the unit.' }, aliases: ['Đơn vị', 'Đơn vị phụ trách', 'Địa bàn'] },
    { name: 'person', type: 'sheetRef', sheet: 'people', required: true, title: { vi: 'Cán bộ', en: 'Cadre' }, example: 'p-00012', meaning: { vi: 'Mã cán bộ được phân công.', en: 'Ref of the cadre.' }, aliases: ['Mã người', 'Cán bộ được phân công', 'Người phụ trách'] },
    { name: 'tier', type: 'oneOf', values: tierValues, required: true, title: { vi: 'Nhóm cán bộ', en: 'Tier' }, example: 'committee', meaning: { vi: 'Một trong các nhóm của quy chế.', en: 'One of the tiers of the regulation.' }, aliases: ['Đối tượng', 'Cấp cán bộ'] },
    { name: 'decision', type: 'text', mostLetters: 200, required: true, title: { vi: 'Quyết định phân công', en: 'Decision' }, example: '112-QĐ/TU', meaning: { vi: 'Số, ký hiệu của văn bản phân công.', en: 'Symbol of the paper that assigns.' }, aliases: ['Quyết định', 'Số quyết định'] },
    { name: 'from', type: 'day', required: true, title: { vi: 'Từ ngày', en: 'From' }, example: '19/10/2021', meaning: { vi: 'Ngày bắt đầu theo dõi.', en: 'The first day.' }, aliases: ['Ngày phân công'] },
    { name: 'to', type: 'day', title: { vi: 'Đến hết ngày', en: 'To' }, example: '30/04/2022', meaning: { vi: 'Ngày cuối cùng; để trống nếu còn theo dõi.', en: 'The last day; empty while it goes on.' }, aliases: ['Đến ngày', 'Ngày kết thúc'] },
    { name: 'end_reason', type: 'oneOf', values: endValues, title: { vi: 'Lý do kết thúc', en: 'Why it ended' }, example: 'transferred', meaning: { vi: 'Để trống nếu còn theo dõi, hoặc hết thời hạn đã phân công.', en: 'Empty while it goes on, or where it ends as decided.' }, aliases: ['Lý do thôi', 'Lý do'] },
  ],
} as const satisfies SheetSpec;
