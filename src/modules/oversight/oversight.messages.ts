/** What the refusals of oversight say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const oversightProblems = {
  'oversight.periodBackwards': { vi: 'Ngày cuối trước ngày đầu. Xem lại thời gian.', en: 'The last day is before the first. Look at the time again.' },
  'oversight.noTier': { vi: 'Quy chế phải có ít nhất một nhóm cán bộ kèm nghĩa vụ. Thêm nhóm cán bộ.', en: 'A regulation has at least one tier of cadres with its duties. Add one.' },
  'oversight.assignedOutside': { vi: 'Đã có phân công từ {from} nằm ngoài thời gian này. Sửa thời gian của quy chế, hoặc kết thúc phân công trước.', en: 'An assignment from {from} lies outside that time. Correct the time, or end the assignment first.' },
  'oversight.regulationUsed': { vi: 'Quy chế này đã có phân công nên không xóa được. Ghi ngày hết hiệu lực của quy chế.', en: 'Cadres are assigned under this regulation, so it stays. Set the day on which it ends.' },
  'oversight.documentUnknown': { vi: 'Không tìm thấy văn bản của quy chế trong phạm vi của đồng chí. Chọn lại, hoặc chỉ ghi tên quy chế.', en: 'The document of the regulation is not within your reach. Choose again, or write its name alone.' },
  'oversight.outsideRegulation': { vi: 'Quy chế có hiệu lực từ {from}. Chọn thời gian phân công nằm trong thời gian đó.', en: 'The regulation holds from {from} on. Choose a time within its own.' },
  'oversight.tierNotOfRegulation': { vi: 'Quy chế này không có nhóm cán bộ đã chọn. Chọn nhóm khác, hoặc thêm nhóm vào quy chế.', en: 'The regulation has no such tier. Choose another, or add it to the regulation.' },
  'oversight.unitNotCovered': { vi: '“{unit}” không thuộc diện theo dõi của quy chế này vào ngày phân công. Chọn đơn vị trực thuộc đúng loại.', en: 'The regulation does not cover “{unit}” on that day. Choose a unit below of one of its kinds.' },
  'oversight.personUnknown': { vi: 'Không tìm thấy cán bộ trong phạm vi của đồng chí. Chọn lại.', en: 'The cadre is not within your reach. Choose again.' },
  'oversight.postNotHeld': { vi: 'Cán bộ không giữ chức danh này vào ngày bắt đầu phân công. Chọn chức danh đang giữ.', en: 'The cadre does not hold that post on the first day. Choose one that he holds.' },
  'oversight.already': { vi: 'Cán bộ này đã được phân công theo dõi {unit} trong thời gian đó. Xem lại người hoặc thời gian.', en: 'This cadre follows {unit} in that time already. Look at the cadre or the time again.' },
  'oversight.assignedTwice': { vi: 'Cùng một cán bộ được phân công theo dõi cùng một đơn vị hai lần. Bỏ bớt một dòng.', en: 'The same cadre is assigned to the same unit twice. Leave one out.' },
  'oversight.quotaReached': { vi: 'Cán bộ đang theo dõi {units} đơn vị, mức tối đa là {most}. Chọn người khác, hoặc xác nhận phân công vượt mức theo quyết định.', en: 'The cadre follows {units} units already, {most} at most. Choose somebody else, or confirm that the decision goes beyond it.' },
  'oversight.endedAlready': { vi: 'Phân công này đã kết thúc ngày {to}.', en: 'This assignment ended on {to}.' },
  'oversight.endBeforeStart': { vi: 'Phân công bắt đầu từ {from}; ngày cuối không được trước ngày đó.', en: 'The assignment began on {from}; its last day is not before that.' },
  'oversight.endAfterTerm': { vi: 'Quyết định phân công chỉ đến hết {to}. Ngày cuối không được sau ngày đó.', en: 'The decision assigns until {to}. The last day is not after that.' },
  'oversight.notEnded': { vi: 'Phân công này chưa kết thúc.', en: 'This assignment has not ended.' },
  'oversight.notOfToday': { vi: 'Chỉ xóa được phân công ghi nhầm trong ngày. Phân công đã ghi từ {recorded} thì kết thúc, có lý do.', en: 'Only what was entered today is removed. What was entered on {recorded} is ended, with the reason.' },
  'oversight.handedOver': { vi: 'Nội dung bàn giao chỉ sửa được đến hết {until}. Điều cần nói thêm thì ghi vào một lần đi cơ sở hoặc một nhiệm vụ của đơn vị.', en: 'What was handed over could be changed until {until}. What is to be added is written down with a visit or a task of the unit.' },
} satisfies ProblemTexts;
