/** What the refusals of tasks say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const taskProblems = {
  'tasks.settledAlready': { vi: 'Nhiệm vụ “{title}” đã kết thúc. Mở lại nhiệm vụ đó trước.', en: 'The task “{title}” is settled already. Open it again first.' },
  'tasks.settledOutside': { vi: 'Ngày kết thúc phải từ ngày giao {from} đến hôm nay {to}. Chọn lại ngày.', en: 'The day must lie between {from}, when it was given, and today, {to}. Choose it again.' },
  'tasks.reasonMissing': { vi: 'Chưa ghi lý do thôi thực hiện. Ghi lý do để người sau hiểu.', en: 'The reason for dropping it is missing. Write it down for those who come after.' },
  'tasks.notAsker': { vi: 'Chỉ đơn vị giao việc mới xác nhận, yêu cầu làm lại, sửa nội dung hoặc thời hạn. Báo cáo kết quả để đơn vị giao việc xác nhận.', en: 'Only the unit that gave the task confirms it, gives it back or changes what is wanted. Report it as done instead.' },
  'tasks.notReported': { vi: 'Nhiệm vụ “{title}” chưa được báo cáo hoàn thành nên chưa thể yêu cầu làm lại.', en: 'The task “{title}” has not been reported as done; there is nothing to give back.' },
  'tasks.isReported': { vi: 'Nhiệm vụ “{title}” đã báo cáo hoàn thành, đang chờ đơn vị giao việc xác nhận.', en: 'The task “{title}” is reported as done and waits to be confirmed.' },
  'tasks.isAccepted': { vi: 'Nhiệm vụ “{title}” đã được nhận rồi.', en: 'The task “{title}” is accepted already.' },
  'tasks.recursWithoutDay': { vi: 'Việc định kỳ phải có thời hạn lần đầu. Ghi thời hạn.', en: 'A task that comes again needs its first day. Write it down.' },
  'tasks.dueInPast': { vi: 'Thời hạn phải từ hôm nay {today} trở đi. Chọn lại thời hạn.', en: 'The deadline must be today, {today}, or later. Choose it again.' },
  'tasks.postUnknown': { vi: 'Không tìm thấy chức danh này, hoặc chức danh không còn. Chọn lại.', en: 'There is no such post within your reach today. Choose another.' },
  'tasks.notBelow': { vi: 'Có đơn vị không thuộc phạm vi giao việc. Chọn lại đơn vị.', en: 'A unit does not stand below the one that gives the task. Choose again.' },
  'tasks.givenTooMany': { vi: 'Mỗi lần giao được nhiều nhất cho {most} đơn vị. Chia thành nhiều lần.', en: 'A task goes to {most} units at once. Give it in several turns.' },
  'tasks.ownerOfMany': { vi: 'Giao cho nhiều đơn vị thì từng đơn vị tự phân công người phụ trách. Bỏ trống người phụ trách.', en: 'Of a task for many units each names who answers for it. Leave the owner empty.' },
  'tasks.figureUnknown': { vi: 'Không có số liệu này. Chọn lại số liệu.', en: 'There is no such figure. Choose another.' },
  'tasks.originUnknown': { vi: 'Không tìm thấy nguồn giao việc này trong phạm vi của đồng chí.', en: 'What the task comes from is not within your reach.' },
  'tasks.conclusionUnknown': { vi: 'Có kết luận không còn trong buổi làm việc này. Mở lại buổi làm việc và ghi thông báo lần nữa.', en: 'A conclusion is no longer in this session. Open the session anew and write the notice again.' },
  'tasks.fileTooLarge': { vi: 'Tệp lớn hơn {most} MB. Chọn tệp nhỏ hơn hoặc chụp lại ảnh.', en: 'The file is larger than {most} MB. Choose a smaller one.' },
  'tasks.fileUnknown': { vi: 'Chỉ nhận ảnh, PDF và Word. Chọn tệp khác.', en: 'Only pictures, PDF and Word are taken. Choose another file.' },
  'tasks.notOwnEntry': { vi: 'Minh chứng chỉ đính kèm được vào báo cáo do chính đồng chí gửi. Gửi một báo cáo tiến độ kèm minh chứng này.', en: 'Evidence is added only to a report of one’s own. Tell progress with this evidence instead.' },
  'tasks.tooManyFiles': { vi: 'Mỗi nhiệm vụ có nhiều nhất {most} tệp minh chứng.', en: 'A task has {most} files of evidence at most.' },
  'tasks.partsOpen': { vi: 'Còn {count} đơn vị chưa báo cáo hoàn thành. Chờ các đơn vị báo cáo, hoặc thôi thực hiện để dừng việc ở các đơn vị đó.', en: '{count} units have not reported their part as done. Wait for them, or cancel the task, which stops it there.' },
  'tasks.isOpen': { vi: 'Nhiệm vụ này đang thực hiện, không cần mở lại.', en: 'This task is open; there is nothing to open again.' },
  'tasks.ownerUnknown': { vi: 'Không tìm thấy người phụ trách trong phạm vi của đồng chí. Chọn lại người.', en: 'The person is not within your reach. Choose another.' },
  'tasks.already': { vi: 'Nhiệm vụ này đã được giao rồi. Mở danh sách nhiệm vụ để xem.', en: 'This task is given already. Open the list of tasks to see it.' },
} satisfies ProblemTexts;
