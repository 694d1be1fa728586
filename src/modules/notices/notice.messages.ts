/** The few words that leave the app: mails and web push. */
import { defineMessages } from '../../platform/messages.ts';

export const noticeMessages = defineMessages({
  subject: { vi: 'Có thông báo mới trong Sát Cơ Sở', en: 'New notices in Sát Cơ Sở' },
  about: { vi: 'Về: {topics}.', en: 'About: {topics}.' },
  open: { vi: 'Mở để xem: {link}', en: 'Open to read: {link}' },
  openApp: { vi: 'Mở Sát Cơ Sở để xem.', en: 'Open Sát Cơ Sở to read.' },
  whyMail: { vi: 'Thư này không chứa nội dung. Đổi cách nhận hoặc thôi nhận trong ứng dụng, mục “Cách nhận thông báo”.', en: 'This mail holds no contents. Change or stop it in the app under “How I am told”.' },
  codeSubject: { vi: 'Mã xác nhận của Sát Cơ Sở', en: 'Your code from Sát Cơ Sở' },
  code: { vi: 'Mã xác nhận địa chỉ thư: {code}\nMã dùng được trong {minutes} phút. Nếu không yêu cầu mã này, xin bỏ qua thư.', en: 'The code for your address: {code}\nIt is good for {minutes} minutes. If you did not ask for it, ignore this mail.' },
});
