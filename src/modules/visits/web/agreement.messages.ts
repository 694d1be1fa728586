/** How a visit stands beside the record of the meeting, in few words. */
import { defineMessages } from '../../../platform/messages.ts';

export const agreementWords = defineMessages({
  agrees: { vi: 'Khớp', en: 'Agrees' },
  differs: { vi: 'Buổi họp không ghi', en: 'Differs' },
  waiting: { vi: 'Chưa họp xong', en: 'Not closed' },
  noRecord: { vi: 'Chưa ghi buổi họp', en: 'Not recorded' },
  noMeeting: { vi: 'Không dự họp', en: 'No meeting' },
});
