/** The sheets of shortcomings of units, and of the figures that prove their remedy, as committees keep them in a spreadsheet. Of people nothing is taken from a file. */
import { foundInNames, foundIns, topicCodes, topics, type FoundIn, type Topic } from '../../shortcomings/shortcoming.kinds.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const foundInValues: readonly (AllowedValue & { readonly code: FoundIn })[] = foundIns.map((code) => ({ code, ...foundInNames[code] }));
const topicValues: readonly (AllowedValue & { readonly code: Topic })[] = topicCodes.map((code) => ({ code, ...topics[code] }));

export const shortcomingsSheet = {
  name: 'shortcomings',
  title: { vi: 'Hạn chế, khuyết điểm', en: 'Shortcomings' },
  purpose: {
    vi: 'Mỗi dòng là một hạn chế, khuyết điểm của một tập thể, từ khi phát hiện đến khi nơi phát hiện xác nhận đã khắc phục. Nhận ra bằng đơn vị và mã: nhập lại là ghi lại cả dòng, trừ khi hạn chế đã được xử lý tiếp trên hệ thống. Hạn chế của cá nhân không nhập bằng tệp; ghi trên màn hình, nội dung được niêm phong.',
    en: 'One row is one shortcoming of a unit, from its finding until the body that raised it confirms the remedy. It is known by unit and ref: importing it again writes the whole row anew, unless it was worked on in the system since. Those of people are not imported; they are noted on screen and kept sealed.',
  },
  aliases: ['Hạn chế', 'Khuyết điểm', 'Sổ theo dõi khắc phục hạn chế'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh', meaning: { vi: 'Mã hoặc tên đầy đủ của đơn vị có hạn chế.', en: 'Ref or full name of the unit concerned.' }, aliases: ['Mã đơn vị', 'Tổ chức đảng'] },
    { name: 'ref', type: 'text', mostLetters: 60, required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'HC-01', meaning: { vi: 'Mã của hạn chế trong đơn vị, do người lập tệp đặt.', en: 'A name for it within the unit, as the file chooses.' }, aliases: ['Số thứ tự', 'STT', 'Mã hạn chế'] },
    { name: 'raised_by', type: 'sheetRef', sheet: 'units', title: { vi: 'Nơi phát hiện', en: 'Raised by' }, example: 'phu-tho', meaning: { vi: 'Chính đơn vị hoặc cấp trên đã nêu hạn chế và sẽ xác nhận khắc phục. Để trống là đơn vị tự phát hiện.', en: 'The unit itself, or one above it, that found it and confirms the remedy. Empty means the unit itself.' }, aliases: ['Cấp phát hiện', 'Cơ quan nêu'] },
    { name: 'found_in', type: 'oneOf', values: foundInValues, required: true, title: { vi: 'Phát hiện qua', en: 'Found in' }, example: 'review', meaning: { vi: 'Kiểm điểm, kiểm tra, buổi làm việc hay gợi ý của cấp trên.', en: 'A review, an inspection, a working session or a suggestion of the superior.' } },
    { name: 'found_on', type: 'day', required: true, title: { vi: 'Ngày phát hiện', en: 'Found on' }, example: '15/12/2025', meaning: { vi: 'Ngày nêu ra, không sau hôm nay.', en: 'The day on which it was found, today at the latest.' }, aliases: ['Ngày nêu'] },
    { name: 'source', type: 'text', mostLetters: 300, title: { vi: 'Căn cứ', en: 'Record' }, example: 'Biên bản kiểm điểm năm 2025', meaning: { vi: 'Giấy tờ nêu hạn chế này.', en: 'The paper in which it stands.' }, aliases: ['Nguồn'] },
    { name: 'topic', type: 'oneOf', values: topicValues, required: true, title: { vi: 'Lĩnh vực', en: 'Topic' }, example: 'cellMeeting', meaning: { vi: 'Nhóm lĩnh vực, để nhận ra hạn chế lặp lại qua các năm, các nơi.', en: 'By which it is found again in other years and places.' }, aliases: ['Nhóm'] },
    { name: 'what', type: 'text', mostLetters: 2000, required: true, title: { vi: 'Hạn chế, khuyết điểm', en: 'Shortcoming' }, example: 'Sinh hoạt chuyên đề chưa đủ số lượng', meaning: { vi: 'Điều còn hạn chế; không nêu tên người.', en: 'What was found wanting; without names of people.' }, aliases: ['Tên hạn chế', 'Mô tả'] },
    { name: 'cause', type: 'text', mostLetters: 2000, title: { vi: 'Nguyên nhân', en: 'Cause' }, example: 'Chưa lập kế hoạch chuyên đề từ đầu năm', meaning: { vi: 'Vì sao.', en: 'Why.' } },
    { name: 'measure', type: 'text', mostLetters: 2000, title: { vi: 'Biện pháp khắc phục', en: 'Measure' }, example: 'Lập kế hoạch chuyên đề từng quý', meaning: { vi: 'Cách khắc phục; bắt buộc nếu đã báo cáo khắc phục.', en: 'How it is put right; required where it is reported remedied.' }, aliases: ['Biện pháp', 'Giải pháp'] },
    { name: 'due_on', type: 'day', title: { vi: 'Thời hạn', en: 'Deadline' }, example: '30/06/2026', meaning: { vi: 'Ngày phải khắc phục xong.', en: 'When it is to be remedied.' }, aliases: ['Hạn khắc phục', 'Thời hạn khắc phục'] },
    { name: 'reported_on', type: 'day', title: { vi: 'Ngày báo cáo khắc phục', en: 'Reported on' }, example: '25/06/2026', meaning: { vi: 'Ngày đơn vị báo cáo đã khắc phục; để trống nếu chưa.', en: 'When the unit reported it remedied; empty where it has not.' }, aliases: ['Ngày khắc phục xong'] },
    { name: 'result', type: 'text', mostLetters: 2000, title: { vi: 'Kết quả khắc phục', en: 'Result' }, example: 'Cả 4 quý họp đủ chuyên đề', meaning: { vi: 'Bắt buộc nếu đã báo cáo khắc phục.', en: 'Required where it is reported remedied.' }, aliases: ['Kết quả'] },
    { name: 'confirmed_on', type: 'day', title: { vi: 'Ngày xác nhận', en: 'Confirmed on' }, example: '05/07/2026', meaning: { vi: 'Ngày nơi phát hiện xác nhận đã khắc phục; để trống nếu chưa.', en: 'When the body that raised it confirmed the remedy; empty where it has not.' }, aliases: ['Ngày xác nhận khắc phục'] },
  ],
} as const satisfies SheetSpec;

export const shortcomingProofsSheet = {
  name: 'shortcoming_proofs',
  title: { vi: 'Số liệu chứng minh khắc phục', en: 'Proofs of remedies' },
  purpose: {
    vi: 'Mỗi dòng là một số liệu trước và sau khi khắc phục của một hạn chế trong bảng Hạn chế, khuyết điểm cùng tệp. Có số liệu của hệ thống thì chỉ ghi mã số liệu và hai kỳ, hệ thống tự tính; không có thì ghi con số và giấy tờ nêu con số ấy.',
    en: 'One row is one figure before and after the remedy of a shortcoming in the sheet Shortcomings of the same file. Where the system has the figure, write its id and the two periods, it counts by itself; where not, write the number and the paper in which it stands.',
  },
  aliases: ['Số liệu trước và sau', 'Số liệu chứng minh'],
  columns: [
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh', meaning: { vi: 'Đơn vị có hạn chế, như trong bảng Hạn chế.', en: 'The unit concerned, as in the sheet Shortcomings.' }, aliases: ['Mã đơn vị'] },
    { name: 'shortcoming', type: 'text', mostLetters: 60, required: true, title: { vi: 'Mã hạn chế', en: 'Shortcoming' }, example: 'HC-01', meaning: { vi: 'Mã của hạn chế trong bảng Hạn chế cùng tệp.', en: 'Its ref in the sheet Shortcomings of the same file.' } },
    { name: 'figure', type: 'text', mostLetters: 60, title: { vi: 'Mã số liệu', en: 'Figure' }, example: 'study.attendance', meaning: { vi: 'Mã của số liệu trong hệ thống; để trống nếu ghi con số.', en: 'The id of a figure of the system; empty where a number is written.' } },
    { name: 'title', type: 'text', mostLetters: 200, title: { vi: 'Đo cái gì', en: 'What is measured' }, example: 'Hộ nghèo giảm', meaning: { vi: 'Bắt buộc nếu ghi con số.', en: 'Required where a number is written.' } },
    { name: 'measured_in', type: 'text', mostLetters: 40, title: { vi: 'Đơn vị tính', en: 'Measured in' }, example: 'điểm', meaning: { vi: 'Như điểm, %, cán bộ.', en: 'Such as points, %, cadres.' }, aliases: ['Đơn vị đo'] },
    { name: 'target', type: 'decimal', title: { vi: 'Mục tiêu', en: 'Target' }, example: '2', meaning: { vi: 'Mức cần đạt, nếu có.', en: 'What is to be reached, if anything.' } },
    { name: 'before_from', type: 'day', title: { vi: 'Trước: từ ngày', en: 'Before: from' }, example: '01/01/2025', meaning: { vi: 'Số liệu của hệ thống: ngày đầu kỳ trước.', en: 'Of a figure: the first day of the time before.' } },
    { name: 'before_to', type: 'day', title: { vi: 'Trước: đến ngày', en: 'Before: to' }, example: '31/12/2025', meaning: { vi: 'Ngày cuối kỳ trước.', en: 'Its last day.' } },
    { name: 'after_from', type: 'day', title: { vi: 'Sau: từ ngày', en: 'After: from' }, example: '01/01/2026', meaning: { vi: 'Ngày đầu kỳ sau.', en: 'The first day of the time after.' } },
    { name: 'after_to', type: 'day', title: { vi: 'Sau: đến ngày', en: 'After: to' }, example: '30/06/2026', meaning: { vi: 'Ngày cuối kỳ sau.', en: 'Its last day.' } },
    { name: 'before', type: 'decimal', title: { vi: 'Trước: giá trị', en: 'Before: value' }, example: '1,5', meaning: { vi: 'Con số trước khi khắc phục.', en: 'The number before.' } },
    { name: 'before_when', type: 'text', mostLetters: 100, title: { vi: 'Trước: thời gian', en: 'Before: when' }, example: 'Năm 2012', meaning: { vi: 'Con số của thời gian nào.', en: 'Of which time it speaks.' } },
    { name: 'before_source', type: 'text', mostLetters: 300, title: { vi: 'Trước: giấy tờ', en: 'Before: record' }, example: 'Báo cáo năm 2012', meaning: { vi: 'Giấy tờ nêu con số.', en: 'The paper in which it stands.' } },
    { name: 'after', type: 'decimal', title: { vi: 'Sau: giá trị', en: 'After: value' }, example: '2,27', meaning: { vi: 'Con số sau khi khắc phục.', en: 'The number after.' } },
    { name: 'after_when', type: 'text', mostLetters: 100, title: { vi: 'Sau: thời gian', en: 'After: when' }, example: 'Năm 2013', meaning: { vi: 'Con số của thời gian nào.', en: 'Of which time it speaks.' } },
    { name: 'after_source', type: 'text', mostLetters: 300, title: { vi: 'Sau: giấy tờ', en: 'After: record' }, example: 'Báo cáo năm 2013', meaning: { vi: 'Giấy tờ nêu con số.', en: 'The paper in which it stands.' } },
  ],
} as const satisfies SheetSpec;
