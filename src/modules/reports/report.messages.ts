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
  'reports.tooLarge': { vi: 'Phạm vi có {count} đơn vị được theo dõi; mỗi báo cáo tối đa {most} đơn vị. Chọn đơn vị cấp dưới để lập báo cáo.', en: 'There are {count} followed units; a report has {most} at most. Choose a unit below.' },
} satisfies ProblemTexts;
