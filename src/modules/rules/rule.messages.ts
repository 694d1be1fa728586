/** Sentences of rules: problems, and how sure a value is. */
import { defineMessages } from '../../platform/messages.ts';
import type { ProblemTexts } from '../../platform/problem.ts';

export const ruleProblems = {
  'rules.valueOutside': { vi: 'Giá trị phải từ {least} đến {most}. Kiểm tra lại con số trong văn bản.', en: 'The value must lie between {least} and {most}. Check it in the document.' },
  'rules.endsBeforeStart': { vi: 'Ngày cuối trước ngày bắt đầu áp dụng. Chọn lại ngày.', en: 'The last day comes before the first. Choose the days again.' },
  'rules.setAlready': { vi: 'Từ ngày {from} đã có giá trị khác. Chọn ngày sau đó, hoặc hoàn tác giá trị đã đặt.', en: 'Another value is set from {from} on. Choose a later day, or undo what was set.' },
  'rules.notAScope': { vi: 'Chỉ đặt giá trị riêng cho đảng bộ. Chọn đảng bộ tỉnh, xã hoặc cơ sở.', en: 'Only a Party organisation has values of its own. Choose one of a province, commune or base.' },
  'rules.nationalStays': { vi: 'Giá trị toàn quốc không thể bỏ trống. Đặt giá trị mới từ ngày cần thay.', en: 'The country always has a value. Set a new one from the day on.' },
  'rules.endedAlready': { vi: 'Giá trị này đã thôi áp dụng từ sau ngày {on}.', en: 'This value ended on {on} already.' },
  'rules.notLastAct': { vi: 'Sau đó quy định này đã được đặt lại nên không hoàn tác được. Hoàn tác việc sau trước.', en: 'This rule was set again since, so this cannot be undone. Undo the later act first.' },
  'rules.holidayNotNeeded': { vi: 'Thứ Bảy, Chủ nhật vốn là ngày nghỉ và ngày thường vốn là ngày làm việc, không cần ghi.', en: 'Saturdays and Sundays are off and weekdays are worked by themselves; nothing needs to be recorded.' },
} satisfies ProblemTexts;

export const ruleMessages = defineMessages({
  read: { vi: 'Đã đọc trong văn bản', en: 'Read in the document' },
  replaced: { vi: 'Theo văn bản đã được thay thế', en: 'From a document since replaced' },
  secondary: { vi: 'Theo nguồn khác, cần đối chiếu văn bản', en: 'From elsewhere; compare with the document' },
  unconfirmed: { vi: 'Chưa xác nhận, cần thay bằng quy định đang áp dụng', en: 'Not confirmed; replace by what is in force' },
});
