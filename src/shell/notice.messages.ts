/** Texts of the mark of unread notices. */
import { defineMessages } from '../platform/messages.ts';

export const noticeMessages = defineMessages({
  notices: { vi: 'Thông báo', en: 'Notices' },
  unread: { vi: 'Thông báo: {count} chưa đọc', en: 'Notices: {count} unread' },
  many: { vi: '99+', en: '99+' },
  ways: { vi: 'Cách nhận thông báo', en: 'How I am told' },
});
