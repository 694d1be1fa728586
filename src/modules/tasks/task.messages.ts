/** What the refusals of tasks say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const taskProblems = {
  'tasks.settledAlready': { vi: 'Nhiệm vụ “{title}” đã kết thúc. Mở lại nhiệm vụ đó trước.', en: 'The task “{title}” is settled already. Open it again first.' },
  'tasks.settledOutside': { vi: 'Ngày kết thúc phải từ ngày giao {from} đến hôm nay {to}. Chọn lại ngày.', en: 'The day must lie between {from}, when it was given, and today, {to}. Choose it again.' },
  'tasks.reasonMissing': { vi: 'Chưa ghi lý do thôi thực hiện. Ghi lý do để người sau hiểu.', en: 'The reason for dropping it is missing. Write it down for those who come after.' },
  'tasks.isOpen': { vi: 'Nhiệm vụ này đang thực hiện, không cần mở lại.', en: 'This task is open; there is nothing to open again.' },
  'tasks.ownerUnknown': { vi: 'Không tìm thấy người phụ trách trong phạm vi của đồng chí. Chọn lại người.', en: 'The person is not within your reach. Choose another.' },
  'tasks.already': { vi: 'Nhiệm vụ này đã được ghi rồi.', en: 'This task is recorded already.' },
} satisfies ProblemTexts;
