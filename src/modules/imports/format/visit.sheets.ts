/** The sheets of visits of cadres and of their periodic reports, as offices keep them in a spreadsheet. */
import { heardTopicNames, heardTopics, metKinds, metNames, visitKindNames, visitKinds, type HeardTopic, type Met, type VisitKind } from '../../visits/visit.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const kindValues: readonly (AllowedValue & { readonly code: VisitKind })[] = visitKinds.map((code) => ({ code, ...visitKindNames[code] }));
const topicValues: readonly (AllowedValue & { readonly code: HeardTopic })[] = heardTopics.map((code) => ({ code, ...heardTopicNames[code] }));

/** As people name whom they met, and the codes. */
export const metWords: ReadonlyMap<Met, readonly string[]> = new Map(metKinds.map((code) => [code, [code, metNames[code].vi, metNames[code].en]]));

export const visitsSheet = {
  name: 'visits',
  title: { vi: 'Chuyến đi cơ sở', en: 'Visits' },
  purpose: {
    vi: 'Mỗi dòng là một chuyến đi cơ sở của cán bộ. Nhận ra bằng nơi đến và mã: nhập lại là ghi lại cả dòng, trừ khi chuyến đi đã được sửa trên hệ thống. Không ghi tên người dân, tôn giáo của ai.',
    en: 'One row is one visit of a cadre. It is known by place and ref: importing it again writes the whole row anew, unless the visit was corrected in the system since. No names of citizens, nobody’s religion.',
  },
  aliases: ['Đi cơ sở', 'Sổ đi cơ sở', 'Chuyến đi'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nơi đến', en: 'Unit visited' }, example: 'dong-thinh', meaning: { vi: 'Mã hoặc tên đầy đủ của nơi đến.', en: 'Ref or full name of the place.' }, aliases: ['Đơn vị', 'Mã đơn vị', 'Địa bàn'] },
    { name: 'ref', type: 'text', mostLetters: 60, required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'CD-01', meaning: { vi: 'Mã của chuyến đi tại nơi đến, do người lập tệp đặt.', en: 'A name for it at the place, as the file chooses.' }, aliases: ['Số thứ tự', 'STT'] },
    { name: 'person', type: 'sheetRef', sheet: 'people', required: true, title: { vi: 'Cán bộ', en: 'Cadre' }, example: 'p-00012', meaning: { vi: 'Mã của cán bộ đã đi.', en: 'Ref of who went.' }, aliases: ['Mã người', 'Người đi'] },
    { name: 'on', type: 'day', required: true, title: { vi: 'Ngày đi', en: 'Day' }, example: '14/07/2026', meaning: { vi: 'Không sau hôm nay.', en: 'Today at the latest.' }, aliases: ['Ngày'] },
    { name: 'kind', type: 'oneOf', values: kindValues, required: true, title: { vi: 'Loại chuyến đi', en: 'Kind' }, example: 'cellMeeting', meaning: { vi: 'Đi làm gì.', en: 'What for.' }, aliases: ['Hình thức', 'Nội dung đi'] },
    { name: 'met', type: 'text', mostLetters: 300, title: { vi: 'Đã gặp', en: 'Met' }, example: 'Bí thư, phó bí thư; Người dân', meaning: { vi: 'Gặp ai, theo chức danh, cách nhau bằng dấu chấm phẩy; không ghi tên.', en: 'By post, with semicolons between them; no names.' } },
    { name: 'spot', type: 'text', mostLetters: 120, title: { vi: 'Địa điểm', en: 'Spot' }, example: 'Cầu ấp 3', meaning: { vi: 'Tên thôn, xóm, công trình.', en: 'A hamlet, a building site.' } },
    { name: 'topic', type: 'oneOf', values: topicValues, title: { vi: 'Lĩnh vực nghe được', en: 'Heard about' }, example: 'roads', meaning: { vi: 'Bắt buộc nếu ghi điều nghe được.', en: 'Required with what was heard.' }, aliases: ['Lĩnh vực'] },
    { name: 'heard', type: 'text', mostLetters: 1000, title: { vi: 'Nghe được gì', en: 'Heard' }, example: 'Đèn đường hỏng', meaning: { vi: 'Điều nghe được; không nêu tên người.', en: 'What was said; without names.' }, aliases: ['Ý kiến cơ sở'] },
    { name: 'advice', type: 'text', mostLetters: 2000, title: { vi: 'Đã góp ý', en: 'Advice' }, example: 'Lập kế hoạch chuyên đề', meaning: { vi: 'Góp ý, hướng dẫn của cán bộ.', en: 'What the cadre advised.' }, aliases: ['Góp ý', 'Hướng dẫn'] },
    { name: 'promise', type: 'text', mostLetters: 300, title: { vi: 'Đã hứa', en: 'Promise' }, example: 'Hỏi điện lực về đèn đường', meaning: { vi: 'Thành nhiệm vụ của cán bộ.', en: 'Becomes a task of the cadre.' }, aliases: ['Việc đã hứa'] },
    { name: 'promise_due', type: 'day', title: { vi: 'Thời hạn việc đã hứa', en: 'Promise due' }, example: '30/08/2026', meaning: { vi: 'Bắt buộc nếu có việc đã hứa.', en: 'Required with a promise.' } },
    { name: 'promise_kept_on', type: 'day', title: { vi: 'Ngày làm xong việc đã hứa', en: 'Promise kept on' }, example: '20/08/2026', meaning: { vi: 'Để trống nếu chưa xong.', en: 'Empty while it is not kept.' } },
  ],
} as const satisfies SheetSpec;

const section = (name: 'done' | 'situation' | 'difficulties' | 'proposals' | 'plan', title: { vi: string; en: string }, example: string) => ({ name, type: 'text', mostLetters: 8000, title, example, meaning: { vi: 'Một phần của báo cáo.', en: 'A section of the report.' } }) as const;

export const cadreReportsSheet = {
  name: 'reports',
  title: { vi: 'Báo cáo theo dõi cơ sở', en: 'Reports of cadres' },
  purpose: {
    vi: 'Mỗi dòng là một báo cáo định kỳ cán bộ đã nộp cho cấp phân công. Nhận ra bằng cấp phân công, cán bộ và ngày đầu kỳ: nhập lại là ghi lại cả dòng, trừ khi báo cáo đã được xử lý tiếp trên hệ thống.',
    en: 'One row is one periodic report that a cadre handed in to the assigning committee. It is known by committee, cadre and first day: importing it again writes the whole row anew, unless it was worked on in the system since.',
  },
  aliases: ['Báo cáo định kỳ của cán bộ', 'Báo cáo bám cơ sở'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nộp cho', en: 'Handed in to' }, example: 'phu-tho', meaning: { vi: 'Mã hoặc tên đầy đủ của cấp phân công.', en: 'Ref or full name of the assigning committee.' }, aliases: ['Cấp phân công', 'Đơn vị'] },
    { name: 'person', type: 'sheetRef', sheet: 'people', required: true, title: { vi: 'Cán bộ', en: 'Cadre' }, example: 'p-00012', meaning: { vi: 'Mã của cán bộ báo cáo.', en: 'Ref of who reports.' }, aliases: ['Mã người', 'Người báo cáo'] },
    { name: 'from', type: 'day', required: true, title: { vi: 'Từ ngày', en: 'From' }, example: '01/07/2026', meaning: { vi: 'Ngày đầu kỳ.', en: 'First day of the period.' } },
    { name: 'to', type: 'day', required: true, title: { vi: 'Đến ngày', en: 'To' }, example: '30/09/2026', meaning: { vi: 'Ngày cuối kỳ.', en: 'Last day of the period.' } },
    { name: 'handed_on', type: 'day', required: true, title: { vi: 'Ngày nộp', en: 'Handed in on' }, example: '05/10/2026', meaning: { vi: 'Không sau hôm nay.', en: 'Today at the latest.' } },
    section('done', { vi: 'Việc đã làm', en: 'What was done' }, 'Đi cơ sở 2 lần'), section('situation', { vi: 'Tình hình', en: 'How the places stand' }, 'Ổn định'), section('difficulties', { vi: 'Khó khăn', en: 'Difficulties' }, 'Đường xấu'),
    section('proposals', { vi: 'Kiến nghị, đề xuất', en: 'Proposals' }, 'Sửa đường liên thôn'), section('plan', { vi: 'Việc kỳ tới', en: 'What comes next' }, 'Dự sinh hoạt chi bộ'),
    { name: 'read_on', type: 'day', title: { vi: 'Ngày đọc', en: 'Read on' }, example: '12/10/2026', meaning: { vi: 'Ngày cấp trên đọc; để trống nếu chưa.', en: 'When the superior read it; empty where it has not.' } },
    { name: 'comment', type: 'text', mostLetters: 4000, title: { vi: 'Ý kiến', en: 'Comment' }, example: 'Dự họp cấp ủy đều hơn', meaning: { vi: 'Ý kiến của cấp trên.', en: 'What the superior says.' }, aliases: ['Ý kiến cấp trên'] },
  ],
} as const satisfies SheetSpec;
