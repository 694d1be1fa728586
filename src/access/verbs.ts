/** Every verb that a procedure may declare: `noun.act`. Roles are sets of these; nothing else is checked anywhere. */
import type { Text } from '../platform/contract.ts';

export const verbs = {
  'unit.find': { vi: 'tìm đơn vị theo tên để phân quyền', en: 'find units by name in order to assign roles' },
  'unit.read': { vi: 'xem đơn vị', en: 'read units' },
  'unit.manage': { vi: 'lập, đổi tên, chuyển, giải thể đơn vị', en: 'found, rename, move and dissolve units' },
  'unit.correct': { vi: 'đính chính thông tin nhập sai của đơn vị', en: 'correct mistaken entries of units' },
  'person.read': { vi: 'xem người', en: 'read people' },
  'person.contact': { vi: 'xem thông tin liên hệ và số định danh', en: 'read contact details and identity numbers' },
  'person.record': { vi: 'ghi thông tin người', en: 'record people' },
  'member.read': { vi: 'xem việc sinh hoạt đảng của đảng viên', en: 'read membership' },
  'member.record': { vi: 'ghi kết nạp, chuyển, miễn, kết thúc sinh hoạt', en: 'record admissions, transfers, exemptions and ends' },
  'post.read': { vi: 'xem chức danh và người giữ chức danh', en: 'read posts and tenures' },
  'post.record': { vi: 'ghi chức danh và người giữ chức danh', en: 'record posts and tenures' },
  'figure.read': { vi: 'xem số liệu', en: 'read figures' },
  'figure.print': { vi: 'ghi số đã công bố để đối chiếu', en: 'record printed values' },
  'record.export': { vi: 'xuất danh sách được xem', en: 'export the lists one may see' },
  'import.run': { vi: 'nhập dữ liệu từ bảng tính', en: 'import spreadsheets' },
  'reorganisation.draft': { vi: 'lập và chạy thử phương án sắp xếp', en: 'draft and dry-run reorganisations' },
  'reorganisation.apply': { vi: 'áp dụng và hoàn tác phương án sắp xếp', en: 'apply and undo reorganisations' },
  'meeting.read': { vi: 'xem các buổi sinh hoạt', en: 'read meetings' },
  'meeting.record': { vi: 'lập lịch, ghi và kết thúc các buổi sinh hoạt', en: 'plan, hold and record meetings' },
  'task.read': { vi: 'xem nhiệm vụ', en: 'read tasks' },
  'task.record': { vi: 'giao và kết thúc nhiệm vụ', en: 'change and settle tasks' },
  'attention.read': { vi: 'xem việc cần quan tâm', en: 'read what needs attention' },
  'attention.snooze': { vi: 'hoãn việc cần quan tâm', en: 'put off what needs attention' },
  'rule.read': { vi: 'xem quy định đang áp dụng', en: 'read rules' },
  'rule.set': { vi: 'đặt giá trị của quy định', en: 'set the values of rules' },
  'event.read': { vi: 'xem nhật ký', en: 'read the event log' },
  'account.manage': { vi: 'quản lý tài khoản', en: 'manage accounts' },
  'assignment.read': { vi: 'xem phân quyền', en: 'read assignments' },
  'assignment.grant': { vi: 'phân quyền trong phạm vi của mình', en: 'assign roles within one’s own reach' },
  'assignment.appoint': { vi: 'phân quyền ban đầu cho người khác', en: 'give others their first role' },
  'self.answer': { vi: 'trả lời giấy mời họp của mình', en: 'answer one’s own invitations to meetings' },
  'self.read': { vi: 'xem hồ sơ của mình và ai đã xem', en: 'read one’s own record and who looked at it' },
} as const satisfies Record<string, Text>;

export type Verb = keyof typeof verbs;
