/** Titles of the pages of working without signal: all that the first screen loads of their texts. */
import { defineMessages } from '../../platform/messages.ts';

export const syncTitles = defineMessages({
  prepareTitle: { vi: 'Dùng khi không có mạng', en: 'Working without signal' },
  waitingTitle: { vi: 'Việc chờ gửi', en: 'Waiting to be sent' },
  deliverTitle: { vi: 'Nhận tệp từ máy không có mạng', en: 'Take in a file of a device' },
});
