/** The sheets of what documents ask for, clause by clause, and of what the units asked answer, as offices keep both in a spreadsheet. */
import { answerKinds, clauseKindNames, clauseKinds, directionsOfTargets, towardNames, type AnswerKind, type ClauseKind, type Toward } from '../../cascades/cascade.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const kindAliases: Readonly<Record<ClauseKind, readonly string[]>> = { objective: ['Mục tiêu chung', 'Mục tiêu cụ thể'], indicator: ['Chỉ tiêu cụ thể'], task: ['Nhiệm vụ, giải pháp', 'Giải pháp'] };
const towardAliases: Readonly<Record<Toward, readonly string[]>> = { atLeast: ['Từ', 'Trở lên', 'Tối thiểu'], atMost: ['Dưới', 'Trở xuống', 'Tối đa'] };
const answerNames: Readonly<Record<AnswerKind, { readonly vi: string; readonly en: string; readonly aliases: readonly string[] }>> = {
  takenUp: { vi: 'Cụ thể hóa', en: 'Taken up', aliases: ['Đã cụ thể hóa', 'Áp dụng'] },
  notApplicable: { vi: 'Không áp dụng', en: 'Not applicable', aliases: [] },
};
const kindValues: readonly (AllowedValue & { readonly code: ClauseKind })[] = clauseKinds.map((code) => ({ code, ...clauseKindNames[code], aliases: kindAliases[code] }));
const towardValues: readonly (AllowedValue & { readonly code: Toward })[] = directionsOfTargets.map((code) => ({ code, ...towardNames[code], aliases: towardAliases[code] }));
const answerValues: readonly (AllowedValue & { readonly code: AnswerKind })[] = answerKinds.map((code) => ({ code, ...answerNames[code] }));

const most = 1e12;
const issuedOn = { name: 'issued_on', type: 'day', title: { vi: 'Ngày ban hành', en: 'Issued on' }, example: '03/03/2026', meaning: { vi: 'Ngày ban hành văn bản ấy; chỉ cần khi đơn vị có nhiều văn bản cùng số, ký hiệu.', en: 'When that document was issued; needed only where the unit has several with the symbol.' }, aliases: ['Ngày văn bản'] } as const;

export const clausesSheet = {
  name: 'clauses',
  title: { vi: 'Nội dung văn bản', en: 'Clauses' },
  purpose: {
    vi: 'Mỗi dòng là một mục tiêu, chỉ tiêu hoặc nhiệm vụ của một văn bản, theo thứ tự của văn bản. Nhận ra bằng văn bản và số mục: nhập lại là cập nhật, trừ khi văn bản đã giao các đơn vị triển khai; khi ấy nội dung sửa trên màn hình, kèm lý do. Bảng không bỏ nội dung nào. Văn bản mật không ghi nội dung.',
    en: 'One row is one objective, indicator or task of a document, in the order of the document. It is known by document and label: importing it again updates it, unless units are asked to carry the document out; clauses are then changed on screen, with the reason. The sheet takes no clause out. Documents with a stamp of secrecy have none.',
  },
  aliases: ['Mục tiêu, chỉ tiêu, nhiệm vụ', 'Nội dung nghị quyết'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh', meaning: { vi: 'Mã tổ chức đảng có sổ ghi văn bản, hoặc tên đầy đủ của đơn vị đã có trên hệ thống.', en: 'Ref of the Party organisation in whose register the document stands, or the full name of one that is in the system.' }, aliases: ['Mã đơn vị', 'Đảng bộ', 'Chi bộ', 'Tổ chức đảng', 'Đơn vị có văn bản'] },
    { name: 'document', type: 'text', required: true, title: { vi: 'Văn bản', en: 'Document' }, example: '05-NQ/ĐU', meaning: { vi: 'Số, ký hiệu của văn bản: một dòng trong bảng Văn bản cùng tệp, hoặc văn bản đã có trong sổ.', en: 'Its symbol: a row in the sheet Documents of the same file, or one that is in the register.' }, aliases: ['Số, ký hiệu', 'Số ký hiệu', 'Số văn bản'] },
    issuedOn,
    { name: 'label', type: 'text', mostLetters: 20, required: true, title: { vi: 'Số mục', en: 'Label' }, example: 'II.3', meaning: { vi: 'Như văn bản đánh số: II.3, a. Mỗi số mục ghi một dòng trong một văn bản.', en: 'As the document numbers it: II.3, a. Each label once in a document.' }, aliases: ['Mục', 'STT', 'Số thứ tự'] },
    { name: 'kind', type: 'oneOf', values: kindValues, required: true, title: { vi: 'Loại nội dung', en: 'Kind' }, example: 'indicator', meaning: { vi: 'Mục tiêu, chỉ tiêu hay nhiệm vụ.', en: 'Objective, indicator or task.' }, aliases: ['Loại'] },
    { name: 'wording', type: 'text', mostLetters: 2000, required: true, title: { vi: 'Nội dung', en: 'Wording' }, example: 'Thành lập mới ít nhất 3 hợp tác xã đến năm 2030', meaning: { vi: 'Nguyên văn của văn bản.', en: 'As the document has it.' }, aliases: ['Nguyên văn'] },
    { name: 'target', type: 'decimal', min: -most, max: most, title: { vi: 'Số phải đạt', en: 'Target' }, example: '3', meaning: { vi: 'Bắt buộc với chỉ tiêu; để trống với mục tiêu, nhiệm vụ.', en: 'Required of an indicator; empty for the others.' }, aliases: ['Chỉ tiêu phải đạt', 'Giá trị'] },
    { name: 'measure', type: 'text', mostLetters: 60, title: { vi: 'Đơn vị tính', en: 'Measured in' }, example: 'hợp tác xã', meaning: { vi: 'Của chỉ tiêu, như %, hộ, km.', en: 'Of an indicator, such as %, households, km.' }, aliases: ['Đơn vị đo', 'ĐVT'] },
    { name: 'toward', type: 'oneOf', values: towardValues, title: { vi: 'Chiều', en: 'Toward' }, example: 'atLeast', meaning: { vi: 'Của chỉ tiêu: phải đạt từ con số ấy trở lên, hay không được quá. Để trống là đạt từ.', en: 'Of an indicator: that number at least, or at most. Empty means at least.' }, aliases: ['Đạt từ hay không quá'] },
    { name: 'due_on', type: 'day', title: { vi: 'Thời hạn', en: 'Due on' }, example: '31/12/2030', meaning: { vi: 'Ngày phải đạt hoặc phải làm xong, nếu văn bản ấn định.', en: 'By when it is to be reached or done, where the document says so.' }, aliases: ['Hạn', 'Hạn hoàn thành'] },
    { name: 'for_whom', type: 'text', mostLetters: 200, title: { vi: 'Giao cho', en: 'For whom' }, example: 'Chi bộ các thôn', meaning: { vi: 'Nơi được giao, như văn bản ghi.', en: 'Whom the document charges with it, in its words.' }, aliases: ['Cơ quan thực hiện', 'Đơn vị thực hiện'] },
  ],
} as const satisfies SheetSpec;

export const answersSheet = {
  name: 'answers',
  title: { vi: 'Trả lời nội dung', en: 'Answers' },
  purpose: {
    vi: 'Mỗi dòng là trả lời của một đơn vị cho một nội dung của văn bản đã triển khai đến đơn vị: cụ thể hóa bằng văn bản của mình, hoặc không áp dụng và vì sao. Văn bản phải được triển khai trên màn hình trước. Nhận ra bằng đơn vị, văn bản và số mục: nhập lại là cập nhật; trả lời đã ghi trên màn hình thì sửa trên màn hình. Văn bản của đơn vị được ghi là cụ thể hóa văn bản của nội dung.',
    en: 'One row is what one unit answers to one clause of a document that was passed down to it: taken up by a document of its own, or not applicable, and why. The document is passed down on screen first. It is known by unit, document and label: importing it again updates it; what was answered on screen is changed there. The unit’s own document is then said to carry the other out.',
  },
  aliases: ['Trả lời', 'Cụ thể hóa nội dung'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh', meaning: { vi: 'Mã hoặc tên đầy đủ của đơn vị trả lời.', en: 'Ref or full name of the unit that answers.' }, aliases: ['Mã đơn vị', 'Đơn vị trả lời', 'Đảng bộ', 'Chi bộ', 'Tổ chức đảng'] },
    { name: 'document', type: 'text', required: true, title: { vi: 'Văn bản', en: 'Document' }, example: '04-NQ/TU', meaning: { vi: 'Số, ký hiệu của văn bản đã triển khai đến đơn vị.', en: 'Symbol of the document that was passed down to the unit.' }, aliases: ['Số, ký hiệu', 'Số ký hiệu', 'Văn bản cấp trên'] },
    { name: 'document_unit', type: 'text', required: true, title: { vi: 'Đơn vị có văn bản', en: 'Unit of the document' }, example: 'Đảng bộ tỉnh Phú Thọ', meaning: { vi: 'Mã, tên đầy đủ hoặc `id:` của đơn vị có sổ ghi văn bản ấy.', en: 'Ref, full name or `id:` of the unit in whose register that document stands.' }, aliases: ['Đơn vị ban hành', 'Nơi ban hành'] },
    issuedOn,
    { name: 'clause', type: 'text', mostLetters: 20, required: true, title: { vi: 'Số mục', en: 'Clause' }, example: 'II.3', meaning: { vi: 'Số mục của nội dung, như trong bảng Nội dung văn bản hoặc trên màn hình.', en: 'The label of the clause, as in the sheet Clauses or on screen.' }, aliases: ['Mục', 'Nội dung'] },
    { name: 'answer', type: 'oneOf', values: answerValues, required: true, title: { vi: 'Trả lời', en: 'Answer' }, example: 'takenUp', meaning: { vi: 'Đơn vị cụ thể hóa nội dung này, hay nội dung không áp dụng.', en: 'Whether the unit takes the clause up, or it is not applicable there.' } },
    { name: 'reason', type: 'text', mostLetters: 1000, title: { vi: 'Lý do', en: 'Reason' }, example: 'Xã không có rừng', meaning: { vi: 'Vì sao không áp dụng. Khi cụ thể hóa: vì sao chỉ tiêu của đơn vị nhẹ hơn mức cấp trên giao, hoặc thực hiện thế nào nếu không ban hành văn bản; ngoài ra để trống.', en: 'Why it is not applicable. Where it is taken up: why the own target asks for less, or how it is carried out without a document; else empty.' }, aliases: ['Lý do không áp dụng'] },
    { name: 'own_document', type: 'text', title: { vi: 'Văn bản cụ thể hóa', en: 'Own document' }, example: '05-NQ/ĐU', meaning: { vi: 'Số, ký hiệu văn bản do chính đơn vị ban hành, bắt buộc khi cụ thể hóa mà không ghi lý do; nhiều văn bản thì cách nhau bằng dấu chấm phẩy. Có nhiều văn bản cùng số, ký hiệu thì lấy văn bản ban hành gần nhất.', en: 'Symbol of a document that the unit itself issued, required where the clause is taken up without a reason; several are set apart by semicolons. Of those with the same symbol it is the latest.' }, aliases: ['Văn bản của đơn vị'] },
    { name: 'own_target', type: 'decimal', min: -most, max: most, title: { vi: 'Chỉ tiêu của đơn vị', en: 'Own target' }, example: '3', meaning: { vi: 'Con số đơn vị tự đặt cho một chỉ tiêu; để trống nếu không đặt riêng.', en: 'What the unit sets itself for an indicator; empty where it sets nothing of its own.' }, aliases: ['Chỉ tiêu riêng'] },
    { name: 'due_on', type: 'day', title: { vi: 'Thời hạn của đơn vị', en: 'Due on' }, example: '30/06/2030', meaning: { vi: 'Ngày đơn vị tự đặt để làm xong.', en: 'By when the unit means to have it done.' }, aliases: ['Thời hạn', 'Hạn'] },
    { name: 'answered_on', type: 'day', required: true, title: { vi: 'Ngày trả lời', en: 'Answered on' }, example: '20/04/2026', meaning: { vi: 'Từ ngày văn bản được triển khai đến đơn vị, không sau hôm nay.', en: 'From the day on which the unit was asked, today at the latest.' } },
    { name: 'done_on', type: 'day', title: { vi: 'Ngày hoàn thành', en: 'Done on' }, example: '15/10/2026', meaning: { vi: 'Ngày đơn vị thực hiện xong nội dung; để trống nếu chưa.', en: 'When the unit had carried the clause out; empty where it has not.' }, aliases: ['Ngày thực hiện xong'] },
  ],
} as const satisfies SheetSpec;
