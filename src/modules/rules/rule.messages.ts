/** Sentences of rules: problems, and how sure a value is. */
import { defineMessages } from '../../platform/messages.ts';
import type { ProblemTexts } from '../../platform/problem.ts';

export const ruleProblems = {
  'rules.valueOutside': { vi: 'Giá trị phải từ {least} đến {most}. Kiểm tra lại con số trong văn bản.', en: 'The value must lie between {least} and {most}. Check it in the document.' },
  'rules.endsBeforeStart': { vi: 'Ngày cuối trước ngày bắt đầu áp dụng. Chọn lại ngày.', en: 'The last day comes before the first. Choose the days again.' },
  'rules.setAlready': { vi: 'Từ ngày {from} đã có giá trị khác. Chọn ngày sau đó, hoặc hoàn tác giá trị đã đặt.', en: 'Another value is set from {from} on. Choose a later day, or undo what was set.' },
  'rules.notAScope': { vi: 'Chỉ đặt giá trị riêng cho đảng bộ. Chọn đảng bộ tỉnh, xã hoặc cơ sở.', en: 'Only a Party organisation has values of its own. Choose one of a province, commune or base.' },
  'rules.countryOnly': { vi: 'Quy định này thống nhất trong cả nước, cấp dưới không đặt giá trị riêng. Nếu Trung ương đã thay đổi, đề nghị quản trị hệ thống đặt giá trị mới cho cả nước.', en: 'This rule is the same in the whole country; no level below sets a value of its own. Where it was changed, ask whoever keeps the system to set the new one.' },
  'rules.provinceOnly': { vi: 'Quy định này chỉ đảng bộ tỉnh được đặt giá trị riêng. Chọn đảng bộ tỉnh, hoặc áp dụng giá trị của tỉnh.', en: 'Only a province has a value of its own of this rule. Choose the province, or go by its value.' },
  'rules.belowAbove': { vi: 'Cấp trên quy định {above}; giá trị riêng không được thấp hơn. Kiểm tra lại con số trong văn bản.', en: 'The level above says {above}; an own value must not be lower. Check it in the document.' },
  'rules.overAbove': { vi: 'Cấp trên quy định {above}; giá trị riêng không được cao hơn. Kiểm tra lại con số trong văn bản.', en: 'The level above says {above}; an own value must not be higher. Check it in the document.' },
  'rules.nationalStays': { vi: 'Giá trị toàn quốc không thể bỏ trống. Đặt giá trị mới từ ngày cần thay.', en: 'The country always has a value. Set a new one from the day on.' },
  'rules.endedAlready': { vi: 'Giá trị này đã thôi áp dụng từ sau ngày {on}.', en: 'This value ended on {on} already.' },
  'rules.notLastAct': { vi: 'Sau đó quy định này đã được đặt lại nên không hoàn tác được. Hoàn tác việc sau trước.', en: 'This rule was set again since, so this cannot be undone. Undo the later act first.' },
  'rules.holidayNotNeeded': { vi: 'Thứ Bảy, Chủ nhật vốn là ngày nghỉ và ngày thường vốn là ngày làm việc, không cần ghi.', en: 'Saturdays and Sundays are off and weekdays are worked by themselves; nothing needs to be recorded.' },
} satisfies ProblemTexts;

export const ruleMessages = defineMessages({
  read: { vi: 'Đã đọc trong văn bản', en: 'Read in the document' },
  replaced: { vi: 'Theo văn bản đã được thay thế', en: 'From a document since replaced' },
  replacedBy: { vi: 'Đã được thay thế bằng {paper}; con số chưa đối chiếu', en: 'From a document since replaced by {paper}; not compared with the new one' },
  own: { vi: 'Giá trị riêng do {scope} đặt theo văn bản này', en: 'Own value set by {scope} by this document' },
  ownOn: { vi: 'Giá trị riêng do {scope} đặt ngày {day} theo văn bản này', en: 'Own value set by {scope} on {day} by this document' },
  secondary: { vi: 'Theo nguồn khác, cần đối chiếu văn bản', en: 'From elsewhere; compare with the document' },
  unconfirmed: { vi: 'Chưa xác nhận, cần thay bằng quy định đang áp dụng', en: 'Not confirmed; replace by what is in force' },
});
