/** The sheet of tasks: what a unit gave itself or another to do, until when, and what became of it. */
import type { AllowedValue, SheetSpec } from './format.ts';
import type { TaskState } from '../../tasks/task.stages.ts';

const stateValues: readonly (AllowedValue & { readonly code: TaskState })[] = [
  { code: 'open', vi: 'Đang làm', en: 'Open', aliases: ['Chưa xong', 'Đang thực hiện'] },
  { code: 'done', vi: 'Hoàn thành', en: 'Done', aliases: ['Đã xong', 'Xong'] },
  { code: 'dropped', vi: 'Thôi thực hiện', en: 'Cancelled', aliases: ['Dừng', 'Hủy'] },
];

export const tasksSheet = {
  name: 'tasks',
  title: { vi: 'Nhiệm vụ', en: 'Tasks' },
  purpose: {
    vi: 'Mỗi dòng là một nhiệm vụ mà một đơn vị phải làm. Nhiệm vụ được nhận ra bằng đơn vị, ngày giao và nội dung: nhập lại là cập nhật. Bảng không xóa nhiệm vụ. Nhiệm vụ từ các buổi họp không ghi ở đây: kết luận của buổi họp tự thành nhiệm vụ.',
    en: 'One row is one task that a unit must do. A task is known by its unit, the day on which it was given and what it says: importing it again updates it. The sheet takes no task out. Those of meetings are not written here: the conclusions of a meeting become tasks by themselves.',
  },
  aliases: ['Việc', 'Danh mục nhiệm vụ', 'Theo dõi nhiệm vụ'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị phải làm', en: 'Unit that must do it' }, example: 'dong-thinh', meaning: { vi: 'Mã đơn vị, hoặc tên đầy đủ của đơn vị đã có trên hệ thống.', en: 'Ref of the unit, or the full name of one that is in the system.' }, aliases: ['Đơn vị', 'Đơn vị thực hiện', 'Đơn vị chủ trì'] },
    { name: 'title', type: 'text', mostLetters: 1000, required: true, title: { vi: 'Nhiệm vụ', en: 'Task' }, example: 'Rà soát quy mô tổ dân phố', meaning: { vi: 'Phải làm việc gì.', en: 'What is to be done.' }, aliases: ['Nội dung', 'Tên nhiệm vụ', 'Nội dung nhiệm vụ'] },
    { name: 'given_on', type: 'day', required: true, title: { vi: 'Ngày giao', en: 'Given on' }, example: '27/02/2026', meaning: { vi: 'Ngày giao, không sau hôm nay.', en: 'The day on which it was given, today at the latest.' }, aliases: ['Ngày giao việc', 'Từ ngày'] },
    { name: 'asked_by', type: 'sheetRef', sheet: 'units', title: { vi: 'Đơn vị giao', en: 'Given by' }, example: 'phu-tho', meaning: { vi: 'Đơn vị giao việc và xác nhận kết quả; để trống nếu đơn vị tự đặt ra.', en: 'The unit that gave it and confirms what comes of it; empty where the unit set it itself.' }, aliases: ['Cơ quan giao', 'Đơn vị giao việc'] },
    { name: 'due_on', type: 'day', title: { vi: 'Thời hạn', en: 'Due on' }, example: '30/06/2026', meaning: { vi: 'Ngày cuối cùng phải xong; để trống nếu không có thời hạn.', en: 'The last day for it; empty where there is none.' }, aliases: ['Hạn', 'Hạn hoàn thành'] },
    { name: 'owner', type: 'sheetRef', sheet: 'people', title: { vi: 'Người phụ trách', en: 'Owner' }, example: 'p-00012', meaning: { vi: 'Mã người chịu trách nhiệm; để trống nếu giao chung cho đơn vị.', en: 'Ref of who answers for it; empty where it is the whole unit’s.' }, aliases: ['Người chịu trách nhiệm', 'Phụ trách'] },
    { name: 'detail', type: 'text', mostLetters: 4000, title: { vi: 'Nội dung cụ thể', en: 'In detail' }, example: 'Diện tích, số hộ, tuổi và trình độ của tổ trưởng', meaning: { vi: 'Nói rõ thêm, nếu cần.', en: 'What there is to say beside.' }, aliases: ['Chi tiết', 'Mô tả'] },
    { name: 'progress', type: 'int', min: 0, max: 100, title: { vi: 'Tiến độ (%)', en: 'Progress (%)' }, example: '60', meaning: { vi: 'Đã làm được bao nhiêu phần trăm.', en: 'How many percent are done.' }, aliases: ['Tiến độ', 'Tỷ lệ hoàn thành'] },
    { name: 'state', type: 'oneOf', values: stateValues, title: { vi: 'Tình trạng', en: 'State' }, example: 'done', meaning: { vi: 'Để trống là đang làm.', en: 'Empty means open.' }, aliases: ['Trạng thái', 'Kết quả thực hiện'] },
    { name: 'settled_on', type: 'day', title: { vi: 'Ngày kết thúc', en: 'Settled on' }, example: '20/06/2026', meaning: { vi: 'Ngày xác nhận hoàn thành hoặc thôi thực hiện; bắt buộc khi không còn làm.', en: 'When it was confirmed as done or cancelled; required where it is no longer open.' }, aliases: ['Ngày hoàn thành'] },
    { name: 'note', type: 'text', mostLetters: 500, title: { vi: 'Kết quả, lý do', en: 'Outcome, reason' }, example: 'Đã trình phương án sắp xếp', meaning: { vi: 'Kết quả cụ thể; bắt buộc ghi lý do nếu thôi thực hiện.', en: 'What came of it; the reason is required where it was cancelled.' }, aliases: ['Ghi chú', 'Kết quả', 'Lý do'] },
    { name: 'document', type: 'text', title: { vi: 'Theo văn bản', en: 'By document' }, example: '03-TB/TU', meaning: { vi: 'Số, ký hiệu của văn bản giao việc trong sổ của đơn vị giao: một dòng của bảng Văn bản, hoặc văn bản đã có trên hệ thống mà đồng chí được xem.', en: 'Symbol of the document by which it was given, in the register of the unit that gave it: a row of Documents, or one in the system that you may read.' }, aliases: ['Văn bản giao', 'Căn cứ'] },
  ],
} as const satisfies SheetSpec;
