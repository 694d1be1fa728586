/** Texts of figures: problems, the base in words, notes, reasons of the members' balance. */
import { defineMessages } from '../platform/messages.ts';
import type { ProblemTexts } from '../platform/problem.ts';

export const figuresProblems = {
  'figures.unknown': { vi: 'Không có số liệu “{figure}”. Xem danh mục số liệu.', en: 'There is no figure “{figure}”. See the list of figures.' },
  'figures.unknownDimension': { vi: 'Số liệu này không chia theo “{dimension}”. Chọn một tiêu chí khác.', en: 'This figure has no dimension “{dimension}”. Choose another.' },
  'figures.unknownBucket': { vi: 'Tiêu chí “{dimension}” không có mục “{bucket}”. Chọn lại bộ lọc.', en: 'The dimension “{dimension}” has no “{bucket}”. Choose the filter again.' },
  'figures.fewPeople': { vi: 'Số liệu này liên quan kết quả của từng người và chỉ tính trên dưới {least} người, nên chỉ nơi được xếp loại và cấp quyết định được xem. Chọn đơn vị rộng hơn, hoặc bỏ bộ lọc.', en: 'This figure tells of single people and counts fewer than {least} of them: only where they were rated and decided upon is it seen. Choose a larger unit, or take the filter off.' },
  'figures.periodBackwards': { vi: 'Ngày đầu sau ngày cuối. Chọn lại khoảng thời gian.', en: 'The first day comes after the last. Choose the period again.' },
  'figures.periodMissing': { vi: 'Số liệu này tính theo kỳ. Chọn thêm ngày đầu của kỳ.', en: 'This figure is counted over a period. Choose its first day too.' },
  'figures.tooManyPoints': { vi: 'Khoảng thời gian quá dài để xem theo bước này. Chọn quý hoặc năm, hoặc rút ngắn khoảng thời gian.', en: 'The period is too long for this step. Choose quarters or years, or a shorter period.' },
  'figures.notForFlow': { vi: 'Số liệu này tính theo kỳ nên không so sánh danh sách giữa hai ngày. Xem theo tháng, quý, năm.', en: 'This figure is counted over a period, so two days cannot be compared. See its series instead.' },
  'figures.listChanged': { vi: 'Danh sách vừa thay đổi. Xem lại từ đầu.', en: 'The list has changed. Please read it from the start.' },
  'figures.tooMuchAtOnce': { vi: 'Số liệu này không được tính sẵn cho phạm vi rộng như vậy nên không xem được {points} mốc cùng lúc. Chọn đơn vị nhỏ hơn, bước dài hơn, hoặc xem từng ngày.', en: 'This figure is not kept for so much, so {points} days cannot be counted at once. Choose a smaller unit, a longer step, or look at single days.' },
  'figures.tooManyRecords': { vi: 'Danh sách có {count} dòng, nhiều hơn {most}. Xem bảng chia theo đơn vị trực thuộc rồi mở danh sách ở từng đơn vị.', en: 'The list has {count} rows, more than {most}. See the breakdown by unit and open the list of one of them.' },
  'figures.printedOverBase': { vi: 'Số công bố lớn hơn tổng để so. Kiểm tra lại hai số.', en: 'The printed value is greater than its base. Check both numbers.' },
} satisfies ProblemTexts;

export const figuresMessages = defineMessages({
  'printed.about': { vi: 'khoảng {percent}', en: 'about {percent}' },
  'printed.over': { vi: 'trên {percent}', en: 'over {percent}' },
  'base.share': { vi: 'trong {base} {words} ngày {day}', en: 'of {base} {words} on {day}' },
  'base.flowShare': { vi: 'trong {base} {words} {period}', en: 'of {base} {words}, {period}' },
  'base.number': { vi: '{words} tính đến ngày {day}', en: '{words} on {day}' },
  'base.flow': { vi: '{words} {period}', en: '{words}, {period}' },
  'by.child': { vi: 'Đơn vị trực thuộc', en: 'Child unit' },
  'by.direct': { vi: 'Trực tiếp', en: 'Directly' },
  'note.dissolved': { vi: '{unit} thôi hoạt động sau ngày {day}; số liệu tính theo đơn vị kế thừa: {units}.', en: '{unit} stood until {day}; counted over its successors: {units}.' },
  'note.dissolvedAlone': { vi: '{unit} thôi hoạt động sau ngày {day} và chưa ghi đơn vị kế thừa.', en: '{unit} stood until {day} and no successor is recorded.' },
  'note.notFounded': { vi: '{unit} được lập ngày {day}; số liệu tính theo đơn vị trước đó: {units}.', en: '{unit} was founded on {day}; counted over its predecessors: {units}.' },
  'note.notFoundedAlone': { vi: '{unit} được lập ngày {day} và chưa ghi đơn vị trước đó.', en: '{unit} was founded on {day} and no predecessor is recorded.' },
  'note.counterpart': { vi: 'Tính trên: {units}.', en: 'Counted over: {units}.' },
  'note.noCounterpart': { vi: 'Đơn vị không gắn với nơi mà số liệu này tính trên đó.', en: 'The unit is related to nothing over which this figure is counted.' },
  'note.partial': { vi: 'Chỉ tính phần đồng chí được phân quyền xem.', en: 'Only the part that you may see is counted.' },
  'note.fewPeople': { vi: 'Những phần dưới {least} người không nêu ở đây, để không lộ kết quả của từng người.', en: 'Parts of fewer than {least} people are not told, so that nobody’s result is.' },
  'part.of': { vi: '{unit} (một phần)', en: '{unit} (a part)' },
  'in.admission': { vi: 'Kết nạp', en: 'Admitted' },
  'in.transfer_in': { vi: 'Chuyển sinh hoạt đến', en: 'Transferred in' },
  'in.internal': { vi: 'Chuyển từ chi bộ khác đến', en: 'From another cell' },
  'in.initial': { vi: 'Ghi danh sách ban đầu', en: 'First entry of the list' },
  'in.boundary': { vi: 'Do thay đổi tổ chức', en: 'By a change of organisation' },
  'in.other': { vi: 'Lý do khác', en: 'Otherwise' },
  'out.transferred_out': { vi: 'Chuyển sinh hoạt đi', en: 'Transferred out' },
  'out.removed': { vi: 'Xóa tên', en: 'Removed from the list' },
  'out.let_go': { vi: 'Cho ra khỏi Đảng', en: 'Let go' },
  'out.expelled': { vi: 'Khai trừ', en: 'Expelled' },
  'out.died': { vi: 'Từ trần', en: 'Died' },
  'out.transfer_out': { vi: 'Chuyển đi, chưa đến nơi mới', en: 'Left, not yet arrived' },
  'out.internal': { vi: 'Chuyển sang chi bộ khác', en: 'To another cell' },
  'out.boundary': { vi: 'Do thay đổi tổ chức', en: 'By a change of organisation' },
  'out.other': { vi: 'Lý do khác', en: 'Otherwise' },
});

export type FlowReason = Extract<keyof typeof figuresMessages, `in.${string}` | `out.${string}`>;
