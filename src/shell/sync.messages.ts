/** What the frame tells of work without signal. The short words stand within the long ones, which are the mark's name. */
import { defineMessages } from '../platform/messages.ts';

export const syncMessages = defineMessages({
  settled: { vi: 'Đã gửi hết lên máy chủ', en: 'All sent to the server' },
  settledShort: { vi: 'Đã gửi hết', en: 'All sent' },
  waiting: { vi: '{count} việc chờ gửi', en: '{count} waiting to be sent' },
  waitingShort: { vi: '{count} việc chờ gửi', en: '{count} waiting' },
  sending: { vi: 'Đang gửi {count} việc', en: 'Sending {count}' },
  lost: { vi: 'Không có mạng. Không có việc nào chờ gửi.', en: 'No signal. Nothing waits to be sent.' },
  lostShort: { vi: 'Không có mạng', en: 'No signal' },
  lostWaiting: { vi: 'Không có mạng. {count} việc chờ gửi.', en: 'No signal. {count} waiting to be sent.' },
  signedOut: { vi: 'Đăng nhập lại để gửi. {count} việc chờ gửi.', en: 'Sign in again to send. {count} waiting.' },
  signedOutShort: { vi: 'Đăng nhập lại', en: 'Sign in' },
  refused: { vi: '{count} việc cần quyết định', en: '{count} to decide' },
  offlineReady: { vi: 'Không có mạng. Cứ ghi; có mạng máy tự gửi.', en: 'No signal. Go on; it is sent once connected.' },
  offlinePreparing: { vi: 'Không có mạng. Máy chưa tải xong nên chưa ghi được; có mạng máy tự tải tiếp.', en: 'No signal. Preparing is not finished, so nothing can be recorded yet; it goes on once connected.' },
  offlineOverdue: { vi: 'Không có mạng. Quá {days} ngày chưa liên lạc với máy chủ nên chưa ghi thêm được; có mạng thì mở lại.', en: 'No signal. No contact with the server for over {days} days, so nothing more can be recorded; it opens again once connected.' },
  old: { vi: 'Có việc chờ gửi từ {days} ngày trước.', en: 'Something has been waiting for {days} days.' },
  seeWaiting: { vi: 'Xem việc chờ gửi', en: 'See what waits' },
  deliver: { vi: 'Nhận tệp từ máy không có mạng', en: 'Files of devices' },
  prepare: { vi: 'Dùng khi không có mạng', en: 'Working without signal' },
});
