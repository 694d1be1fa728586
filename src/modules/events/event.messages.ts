/** Words of the screen of the log. What each type of event is called stands with the module that records it. */
import { defineMessages } from '../../platform/messages.ts';

export const eventMessages = defineMessages({
  title: { vi: 'Nhật ký', en: 'Event log' },
  whole: { vi: 'Chuỗi nhật ký nguyên vẹn: {events} mục.', en: 'The log is whole: {events} entries.' },
  broken: { vi: 'Nhật ký của {home} bị sửa hoặc thiếu từ mục {seq}. Báo ngay cho cấp có thẩm quyền và giữ nguyên hiện trạng máy chủ.', en: 'The log of {home} was altered or is incomplete from entry {seq}. Report it at once and leave the server as it is.' },
  empty: { vi: 'Chưa có mục nào trong phạm vi và điều kiện đã chọn.', en: 'Nothing here for this reach and these filters.' },
});
