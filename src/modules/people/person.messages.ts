/** Texts of people in Vietnamese and English. */
import { defineMessages } from '../../platform/messages.ts';
import type { ProblemTexts } from '../../platform/problem.ts';

export const personProblems = {
  'people.noOwnRecord': { vi: 'Tài khoản này chưa gắn với hồ sơ của ai. Đề nghị văn phòng đảng ủy gắn tài khoản với hồ sơ của đồng chí.', en: 'This account is not linked to anybody’s record. Ask the Party committee office to link it to yours.' },
  'people.citizenNoTaken': { vi: 'Số căn cước này đã ghi cho một người khác. Tìm theo số để xem có phải cùng một người không; nếu không thấy, báo cấp ủy cấp trên.', en: 'This citizen number is already recorded for somebody else. Look it up to see whether it is the same person; if nothing is found, tell the superior committee.' },
  'people.membershipNoTaken': { vi: 'Số thẻ đảng viên này đã ghi cho một người khác. Tìm theo số để xem có phải cùng một người không; nếu không thấy, báo cấp ủy cấp trên.', en: 'This membership number is already recorded for somebody else. Look it up to see whether it is the same person; if nothing is found, tell the superior committee.' },
  'people.numberTaken': { vi: 'Số căn cước hoặc số thẻ đảng viên này đã ghi cho một người khác. Tìm theo số để xem có phải cùng một người không; nếu không thấy, báo cấp ủy cấp trên.', en: 'This citizen or membership number is already recorded for somebody else. Look it up to see whether it is the same person; if nothing is found, tell the superior committee.' },
  'people.recordedAlready': { vi: 'Trong danh sách đã có người trùng họ tên và ngày sinh. Mở hồ sơ để xem có phải cùng một người không; nếu là người khác, vẫn ghi.', en: 'The list already has somebody of this name and birth. Open the record to see whether it is the same person; if it is somebody else, record anyway.' },
  'people.postElsewhere': { vi: 'Chức danh được chọn không thuộc đơn vị này. Chọn chức danh của đúng đơn vị.', en: 'The chosen post does not belong to this unit. Choose a post of this unit.' },
} satisfies ProblemTexts;

export const personTexts = defineMessages({
  fileName: { vi: 'Danh sách người', en: 'People' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  'sex.male': { vi: 'Nam', en: 'Male' },
  'sex.female': { vi: 'Nữ', en: 'Female' },
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  age: { vi: 'Tuổi', en: 'Age' },
  status: { vi: 'Đảng viên', en: 'Membership' },
  'status.full': { vi: 'Chính thức', en: 'Full member' },
  'status.probationary': { vi: 'Dự bị', en: 'Probationary' },
  'status.none': { vi: 'Chưa là đảng viên', en: 'Not a member' },
  marks: { vi: 'Tình trạng', en: 'Situation' },
  'mark.exempt': { vi: 'Miễn sinh hoạt', en: 'Exempt' },
  'mark.away': { vi: 'Đi làm ăn xa', en: 'Working away' },
  'mark.temporary': { vi: 'Sinh hoạt tạm thời nơi khác', en: 'Temporarily placed elsewhere' },
  'mark.notArrived': { vi: 'Đã chuyển đi, chưa báo đến', en: 'Transferred out, not yet arrived' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  posts: { vi: 'Chức danh', en: 'Posts' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  citizenNo: { vi: 'Số căn cước', en: 'Citizen number' },
  membershipNo: { vi: 'Số thẻ đảng viên', en: 'Membership number' },
});
