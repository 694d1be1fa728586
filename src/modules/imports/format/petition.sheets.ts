/** The sheet of petitions as offices keep them in a spreadsheet. Who asked is not taken from a file. */
import { outcomeNames, outcomes, sourceNames, sources, type Outcome, type Source } from '../../petitions/petition.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const sourceValues: readonly (AllowedValue & { readonly code: Source })[] = sources.map((code) => ({ code, ...sourceNames[code] }));
const outcomeValues: readonly (AllowedValue & { readonly code: Outcome })[] = outcomes.map((code) => ({ code, ...outcomeNames[code] }));

export const petitionsSheet = {
  name: 'petitions',
  title: { vi: 'Kiến nghị', en: 'Petitions' },
  purpose: {
    vi: 'Mỗi dòng là một kiến nghị, đề xuất của cơ sở, từ khi nêu đến khi cơ sở xác nhận kết quả. Nhận ra bằng đơn vị và mã: nhập lại là ghi lại cả dòng, trừ khi kiến nghị đã được xử lý tiếp trên hệ thống. Không nhập tên người kiến nghị và nội dung tố cáo bằng tệp.',
    en: 'One row is one petition of a place, from when it was raised until the place has confirmed the answer. It is known by unit and ref: importing it again writes the whole row anew, unless it was worked on in the system since. Neither who asked nor denunciations are imported.',
  },
  aliases: ['Sổ theo dõi kiến nghị', 'Kiến nghị, đề xuất'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nơi kiến nghị', en: 'Place' }, example: 'dong-thinh', meaning: { vi: 'Mã hoặc tên đầy đủ của đơn vị nêu kiến nghị.', en: 'Ref or full name of the unit that raised it.' }, aliases: ['Đơn vị', 'Mã đơn vị'] },
    { name: 'ref', type: 'text', mostLetters: 60, required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'KN-01', meaning: { vi: 'Mã của kiến nghị trong đơn vị, do người lập tệp đặt.', en: 'A name for it within the unit, as the file chooses.' }, aliases: ['Số thứ tự', 'STT', 'Mã kiến nghị'] },
    { name: 'source', type: 'oneOf', values: sourceValues, required: true, title: { vi: 'Nguồn', en: 'Source' }, example: 'unit', meaning: { vi: 'Đơn vị nêu, tại cuộc họp, cán bộ đi cơ sở hay người dân.', en: 'The unit, a meeting, a cadre’s visit or a resident.' } },
    { name: 'topic', type: 'text', mostLetters: 40, required: true, title: { vi: 'Lĩnh vực', en: 'Topic' }, example: 'ruralRoads', meaning: { vi: 'Mã lĩnh vực như ở trang Lĩnh vực và thẩm quyền.', en: 'The code of a topic, as on the page of topics.' } },
    { name: 'text', type: 'text', mostLetters: 3000, required: true, title: { vi: 'Nội dung kiến nghị', en: 'What is asked for' }, example: 'Sửa 800 m đường trục ấp 3', meaning: { vi: 'Việc gì, ở đâu, đề nghị thế nào; không nêu tên người dân.', en: 'What, where, what is wanted; without names of residents.' }, aliases: ['Nội dung'] },
    { name: 'people_behind', type: 'int', title: { vi: 'Số người cùng kiến nghị', en: 'People behind it' }, example: '40', meaning: { vi: 'Nếu biết.', en: 'Where it is known.' } },
    { name: 'raised_on', type: 'day', required: true, title: { vi: 'Ngày kiến nghị', en: 'Raised on' }, example: '15/03/2026', meaning: { vi: 'Ngày nêu, không sau hôm nay.', en: 'The day on which it was raised, today at the latest.' } },
    { name: 'body', type: 'sheetRef', sheet: 'units', title: { vi: 'Nơi xử lý', en: 'Body' }, example: 'phu-tho', meaning: { vi: 'Cấp ủy, chính quyền, Mặt trận, đoàn thể đang xử lý. Để trống là cấp ủy tiếp nhận.', en: 'The body that has it. Empty means the committee that receives it.' }, aliases: ['Cơ quan xử lý'] },
    { name: 'outside', type: 'text', mostLetters: 200, title: { vi: 'Cơ quan ngoài hệ thống', en: 'Outside the system' }, example: 'Sở Xây dựng', meaning: { vi: 'Sở, ngành mà nơi xử lý đã gửi đến.', en: 'Whom the body has sent it to.' } },
    { name: 'routed_on', type: 'day', title: { vi: 'Ngày chuyển', en: 'Passed on' }, example: '17/03/2026', meaning: { vi: 'Ngày chuyển đến nơi xử lý; bắt buộc nếu có nơi xử lý.', en: 'When it was passed to the body; required where one is named.' } },
    { name: 'moves', type: 'int', title: { vi: 'Số lần chuyển nơi xử lý', en: 'Times passed on' }, example: '2', meaning: { vi: 'Số lần bị chuyển vì không thuộc thẩm quyền.', en: 'How often a body passed it on as not competent.' } },
    { name: 'answered_on', type: 'day', title: { vi: 'Ngày trả lời', en: 'Answered on' }, example: '25/03/2026', meaning: { vi: 'Ngày trả lời gần nhất; để trống nếu chưa.', en: 'The day of the latest answer; empty where there is none.' } },
    { name: 'outcome', type: 'oneOf', values: outcomeValues, title: { vi: 'Kết quả', en: 'Outcome' }, example: 'settled', meaning: { vi: 'Bắt buộc nếu đã trả lời.', en: 'Required where it is answered.' } },
    { name: 'answer', type: 'text', mostLetters: 3000, title: { vi: 'Nội dung trả lời', en: 'The answer' }, example: 'Đã dặm vá xong', meaning: { vi: 'Bắt buộc nếu đã trả lời.', en: 'Required where it is answered.' } },
    { name: 'planned_on', type: 'day', title: { vi: 'Hẹn giải quyết đến', en: 'Promised by' }, example: '30/06/2026', meaning: { vi: 'Chỉ khi kết quả là sẽ giải quyết.', en: 'Only of a plan.' } },
    { name: 'reopened_on', type: 'day', title: { vi: 'Ngày đề nghị giải quyết lại', en: 'Reopened on' }, example: '10/04/2026', meaning: { vi: 'Nếu cơ sở chưa đồng ý với trả lời.', en: 'Where the place did not agree with the answer.' } },
    { name: 'reason', type: 'text', mostLetters: 1000, title: { vi: 'Lý do đề nghị lại', en: 'Why it was reopened' }, example: 'Mới vá một nửa', meaning: { vi: 'Bắt buộc nếu đề nghị giải quyết lại.', en: 'Required where it was reopened.' } },
    { name: 'confirmed_on', type: 'day', title: { vi: 'Ngày xác nhận', en: 'Confirmed on' }, example: '12/04/2026', meaning: { vi: 'Ngày cơ sở xác nhận; để trống nếu chưa.', en: 'When the place confirmed it; empty where it has not.' } },
  ],
} as const satisfies SheetSpec;
