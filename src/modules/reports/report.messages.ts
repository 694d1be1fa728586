/** What the refusals of reports say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const reportProblems = {
  'reports.periodBackwards': { vi: 'Ngày cuối của kỳ báo cáo phải từ ngày đầu trở đi.', en: 'The time of the report must not end before it begins.' },
  'reports.inFuture': { vi: 'Kỳ báo cáo chỉ đến hôm nay {today}.', en: 'The time of the report ends today, {today}, at the latest.' },
  'reports.issued': { vi: 'Báo cáo đã ban hành ngày {on}, không sửa được. Có sai sót thì lập báo cáo thay thế.', en: 'The report was issued on {on} and stands. Where it is wrong, draft one that replaces it.' },
  'reports.notIssued': { vi: 'Báo cáo còn là dự thảo: sửa trực tiếp.', en: 'The report is a draft still: change it as it is.' },
  'reports.replacedAlready': { vi: 'Báo cáo này đã có báo cáo thay thế. Mở báo cáo thay thế để làm tiếp.', en: 'Another report replaces this one already. Go on with that.' },
  'reports.already': { vi: 'Dự thảo này đã được lập. Tải lại danh sách báo cáo.', en: 'This draft is there already. Load the list again.' },
  'reports.nobodyAssigned': { vi: 'Trong kỳ này chưa có cán bộ nào được phân công theo dõi đơn vị trong phạm vi báo cáo. Phân công cán bộ, hoặc chọn kỳ khác.', en: 'In that time nobody was assigned to follow a unit within the report. Assign cadres, or choose another time.' },
  'reports.tooLarge': { vi: 'Phạm vi có {count} đơn vị được theo dõi; mỗi báo cáo tối đa {most} đơn vị. Lập báo cáo riêng cho từng đơn vị cấp dưới.', en: 'There are {count} followed units; a report has {most} at most. Draft one for each unit below.' },
  'reports.tooManyRecords': { vi: 'Kỳ này có {count} hồ sơ của một chỉ tiêu; mỗi báo cáo tối đa {most} hồ sơ. Lập báo cáo cho kỳ ngắn hơn, hoặc riêng cho từng đơn vị cấp dưới.', en: 'A line of this time has {count} records; a report has {most} at most. Draft one for a shorter time, or one for each unit below.' },
  'reports.changed': { vi: 'Số liệu đã thay đổi từ khi mở dự thảo nên chưa ban hành. Đóng ô này, xem lại số liệu mới rồi ban hành.', en: 'The numbers have changed since the draft was opened, so it is not issued. Close this, look at the new numbers, then issue it.' },
  'reports.nothingWritten': { vi: 'Chưa viết mục nào của phần đánh giá. Viết trước rồi ban hành.', en: 'Nothing of it is written yet. Write it, then issue it.' },
  'reports.numberMissing': { vi: 'Báo cáo được thay thế đã vào sổ, số {symbol}. Ghi số, ký hiệu của báo cáo này để sổ ghi nhận việc thay thế.', en: 'The report that this one replaces stands in the register as {symbol}. Give this one a number too, so that the register says it is replaced.' },
  'reports.partsEmpty': { vi: 'Phần đánh giá còn {count} mục chưa viết. Viết nốt, hoặc chọn ban hành khi các mục đó để trống.', en: 'Parts that are not written: {count}. Write them, or choose to issue it with those left empty.' },
} satisfies ProblemTexts;
