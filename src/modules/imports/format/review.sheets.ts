/** The sheets of reviews that were held in former cycles, and of the points that were suggested for them. */
import { cycleKindNames, cycleKinds, formNames, reviewForms, type CycleKind, type ReviewForm } from '../../reviews/review.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const formAliases: Readonly<Record<ReviewForm, readonly string[]>> = { collective: ['Tập thể'], '2A': ['Mẫu 2A'], '2B': ['Mẫu 2B'], '2C': ['Mẫu 2C'] };
const kindValues: readonly (AllowedValue & { readonly code: CycleKind })[] = cycleKinds.map((code) => ({ code, ...cycleKindNames[code] }));
const formValues: readonly (AllowedValue & { readonly code: ReviewForm })[] = reviewForms.map((code) => ({ code, ...formNames[code], aliases: formAliases[code] }));

export const reviewsSheet = {
  name: 'reviews',
  title: { vi: 'Kết quả kiểm điểm', en: 'Reviews' },
  purpose: {
    vi: 'Mỗi dòng là kết luận kiểm điểm của một tập thể hoặc một cá nhân trong đợt đã kiểm điểm xong. Các dòng cùng cấp mở đợt, loại đợt và kỳ là một đợt. Bản đã nhập không bị ghi đè: nhập lại với nội dung khác thì phải sửa trên màn hình. Đợt mở trên hệ thống ghi ngay trong đợt, không nhập ở đây. Nội dung kiểm điểm của cá nhân được niêm phong như khi ghi trên màn hình; người nhập phải được ghi kiểm điểm tại đúng nơi kiểm điểm.',
    en: 'One row is what was concluded of a collective or a person in a cycle that is over. Rows with the same opener, kind and period are one cycle. What was imported is never written over: with other content it is changed on screen. A cycle opened in the system is entered there, not here. What is said of a person is sealed as on screen; who imports it must record reviews at the very unit where it was held.',
  },
  aliases: ['Kiểm điểm', 'Kết luận kiểm điểm'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nơi kiểm điểm', en: 'Held at' }, example: 'dong-thinh', meaning: { vi: 'Mã hoặc tên đầy đủ của tập thể được kiểm điểm, hoặc nơi cá nhân kiểm điểm.', en: 'Ref or full name of the collective, or of where the person was reviewed.' }, aliases: ['Mã đơn vị', 'Đơn vị', 'Tổ chức đảng'] },
    { name: 'ref', type: 'text', mostLetters: 60, required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'KD-2025-01', meaning: { vi: 'Mã của bản kiểm điểm trong đơn vị, do người lập tệp đặt.', en: 'A name for it within the unit, as the file chooses.' }, aliases: ['Số thứ tự', 'STT', 'Mã kiểm điểm'] },
    { name: 'person', type: 'sheetRef', sheet: 'people', title: { vi: 'Cá nhân', en: 'Person' }, example: 'dong-thinh.dv.001', meaning: { vi: 'Mã người kiểm điểm; để trống nếu là tập thể.', en: 'Ref of the person; empty of a collective.' }, aliases: ['Mã người', 'Mã đảng viên', 'Đảng viên'] },
    { name: 'form', type: 'oneOf', values: formValues, required: true, title: { vi: 'Mẫu', en: 'Form' }, example: '2A', meaning: { vi: 'Báo cáo của tập thể, hoặc mẫu của cá nhân.', en: 'The report of a collective, or the form of a person.' }, aliases: ['Mẫu kiểm điểm'] },
    { name: 'opened_by', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Cấp mở đợt', en: 'Opened by' }, example: 'dong-thinh', meaning: { vi: 'Chính đơn vị hoặc cấp trên đã tổ chức đợt kiểm điểm.', en: 'The unit itself, or one above it, that opened the cycle.' }, aliases: ['Cấp tổ chức', 'Nơi mở đợt'] },
    { name: 'kind', type: 'oneOf', values: kindValues, required: true, title: { vi: 'Loại đợt', en: 'Kind' }, example: 'year', meaning: { vi: 'Kiểm điểm năm, quý, nhiệm kỳ hay đột xuất.', en: 'Of a year, a quarter, a term, or when needed.' } },
    { name: 'title', type: 'text', mostLetters: 300, required: true, title: { vi: 'Tên đợt', en: 'Cycle' }, example: 'Kiểm điểm năm 2025', meaning: { vi: 'Như nhau ở mọi dòng của đợt.', en: 'The same in all rows of the cycle.' }, aliases: ['Đợt kiểm điểm'] },
    { name: 'from', type: 'day', required: true, title: { vi: 'Kỳ: từ ngày', en: 'From' }, example: '01/01/2025', meaning: { vi: 'Ngày đầu của kỳ được kiểm điểm.', en: 'The first day of what is reviewed.' }, aliases: ['Từ ngày'] },
    { name: 'to', type: 'day', required: true, title: { vi: 'Kỳ: đến ngày', en: 'To' }, example: '31/12/2025', meaning: { vi: 'Ngày cuối của kỳ được kiểm điểm.', en: 'Its last day.' }, aliases: ['Đến ngày'] },
    { name: 'due_on', type: 'day', required: true, title: { vi: 'Hạn kiểm điểm', en: 'Deadline' }, example: '31/12/2025', meaning: { vi: 'Ngày phải kiểm điểm xong; như nhau ở mọi dòng của đợt.', en: 'Until when it had to be held; the same in all rows of the cycle.' }, aliases: ['Hạn', 'Thời hạn'] },
    { name: 'held_on', type: 'day', required: true, title: { vi: 'Ngày kiểm điểm', en: 'Held on' }, example: '20/12/2025', meaning: { vi: 'Ngày họp kiểm điểm, không sau hôm nay.', en: 'The day on which it was held, today at the latest.' }, aliases: ['Ngày họp'] },
    { name: 'conclusion', type: 'text', mostLetters: 20_000, required: true, title: { vi: 'Kết luận', en: 'Conclusion' }, example: 'Tập thể thống nhất ưu điểm, hạn chế như báo cáo', meaning: { vi: 'Kết luận tại cuộc họp kiểm điểm.', en: 'What was concluded at the meeting.' }, aliases: ['Kết luận kiểm điểm'] },
  ],
} as const satisfies SheetSpec;

export const reviewSuggestionsSheet = {
  name: 'review_suggestions',
  title: { vi: 'Gợi ý kiểm điểm', en: 'Suggestions for reviews' },
  purpose: {
    vi: 'Mỗi dòng là một nội dung cấp trên gợi ý cho một bản kiểm điểm trong bảng Kết quả kiểm điểm cùng tệp, kèm giải trình.',
    en: 'One row is a point that the superior suggested for a review in the sheet Reviews of the same file, with the answer to it.',
  },
  aliases: ['Nội dung gợi ý', 'Gợi ý'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Nơi kiểm điểm', en: 'Held at' }, example: 'dong-thinh', meaning: { vi: 'Như trong bảng Kết quả kiểm điểm.', en: 'As in the sheet Reviews.' }, aliases: ['Mã đơn vị', 'Đơn vị'] },
    { name: 'review', type: 'text', mostLetters: 60, required: true, title: { vi: 'Mã kiểm điểm', en: 'Review' }, example: 'KD-2025-01', meaning: { vi: 'Mã của bản kiểm điểm trong bảng Kết quả kiểm điểm cùng tệp.', en: 'Its ref in the sheet Reviews of the same file.' } },
    { name: 'suggestion', type: 'text', mostLetters: 2000, required: true, title: { vi: 'Nội dung gợi ý', en: 'Suggestion' }, example: 'Làm rõ việc chậm giải quyết đơn của công dân', meaning: { vi: 'Điều cấp trên yêu cầu kiểm điểm.', en: 'What is to be reviewed.' }, aliases: ['Gợi ý'] },
    { name: 'answer', type: 'text', mostLetters: 5000, required: true, title: { vi: 'Giải trình', en: 'Answer' }, example: 'Ba đơn đã được giải quyết xong trong quý III', meaning: { vi: 'Giải trình của tập thể hoặc cá nhân.', en: 'What was answered.' }, aliases: ['Trả lời'] },
  ],
} as const satisfies SheetSpec;
