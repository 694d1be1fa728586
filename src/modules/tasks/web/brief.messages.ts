/** Texts of the brief for a working session, and of its notice of conclusions. */
import { defineMessages } from '../../../platform/messages.ts';

export const briefTexts = defineMessages({
  asOf: { vi: 'Số liệu và nhiệm vụ tính đến {day}', en: 'Figures and tasks as of {day}' },
  figures: { vi: 'Số liệu chính', en: 'Main figures' },
  directives: { vi: 'Việc giao theo văn bản, kết luận trước', en: 'Given by documents and earlier conclusions' },
  directivesNone: { vi: 'Chưa có việc nào được giao theo văn bản, kết luận.', en: 'Nothing was given by documents or conclusions.' },
  late: { vi: 'Nhiệm vụ quá hạn, kể cả các đơn vị cấp dưới', en: 'Late tasks, units below included' },
  lateNone: { vi: 'Không có nhiệm vụ quá hạn.', en: 'Nothing is late.' },
  open: { vi: 'Nhiệm vụ khác đang làm', en: 'Other open tasks' },
  openNone: { vi: 'Không có nhiệm vụ khác đang làm.', en: 'Nothing else is open.' },
  shortcomings: { vi: 'Hạn chế, khuyết điểm chưa khắc phục xong', en: 'Shortcomings not put right yet' },
  shortcomingsNone: { vi: 'Không có hạn chế, khuyết điểm nào chưa khắc phục xong.', en: 'None is left to be put right.' },
  foundOn: { vi: 'Phát hiện {found}, chưa định thời hạn', en: 'Found {found}, no deadline yet' },
  foundAndDue: { vi: 'Phát hiện {found}, thời hạn {due}', en: 'Found {found}, due {due}' },
  conclude: { vi: 'Ghi thông báo kết luận', en: 'Write the notice of conclusions' },
  concludeIntro: { vi: 'Thông báo được ghi vào sổ văn bản đi và gửi đến {unit}; mỗi việc trong thông báo thành một nhiệm vụ của đơn vị.', en: 'The notice is entered in the register and sent to {unit}; each directive becomes a task of that unit.' },
  issue: { vi: 'Ghi và giao việc', en: 'Enter and give' },
  issuer: { vi: 'Đơn vị ra thông báo', en: 'Issued by' },
  number: { vi: 'Số thông báo', en: 'Number of the notice' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  summary: { vi: 'Trích yếu', en: 'Summary' },
  summaryOf: { vi: 'Kết luận tại buổi làm việc với {unit} ngày {day}', en: 'Conclusions of the working session with {unit} on {day}' },
  directive: { vi: 'Việc {number}', en: 'Directive {number}' },
  addDirective: { vi: 'Thêm việc', en: 'Add a directive' },
  concluded: { vi: 'Đã ghi thông báo và giao {count} việc.', en: 'The notice is entered, {count} tasks given.' },
});
