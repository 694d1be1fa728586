/** Sentences of the problems of notices. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const noticeProblems = {
  'notices.noMail': { vi: 'Hệ thống này chưa được đặt máy chủ gửi thư. Thông báo vẫn xem được trong ứng dụng.', en: 'This installation has no mail server set. Notices stand in the app all the same.' },
  'notices.noPush': { vi: 'Hệ thống này chưa gửi được thông báo đẩy. Thông báo vẫn xem được trong ứng dụng.', en: 'This installation sends no web push. Notices stand in the app all the same.' },
  'notices.nothingToTell': { vi: 'Tài khoản chưa được phân quyền, hoặc chưa đổi mật khẩu được cấp, nên chưa có gì để thông báo. Liên hệ người quản lý tài khoản.', en: 'The account holds no role yet, or still has the password it was given, so there is nothing to tell. Ask whoever keeps the accounts.' },
  'notices.tooManyCodes': { vi: 'Hôm nay đã gửi {most} mã xác nhận. Thử lại vào ngày mai.', en: '{most} codes were sent today. Try again tomorrow.' },
  'notices.wrongCode': { vi: 'Mã không đúng. Xem lại mã trong thư mới nhất.', en: 'The code is wrong. Look at the latest mail again.' },
  'notices.codeOver': { vi: 'Mã đã hết hiệu lực hoặc đã nhập sai nhiều lần. Ghi lại địa chỉ để nhận mã mới.', en: 'The code has run out or was typed wrong too often. Set the address again for a new one.' },
  'notices.pushUnknown': { vi: 'Trình duyệt này dùng dịch vụ thông báo đẩy mà hệ thống không gọi tới. Dùng trình duyệt khác.', en: 'This browser uses a push service that the system does not call. Use another browser.' },
} satisfies ProblemTexts;
