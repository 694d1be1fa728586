/** How a meeting is spoken of while it is open: one that is held now, and one of a past day that is entered from the paper book. Pure. */
import { defineMessages } from '../../../platform/messages.ts';
import type { MeetingKind } from '../meeting.kinds.ts';
import { openTexts } from './meeting.open.messages.ts';
import { pageTexts } from './meeting.page.messages.ts';

const { close, closed, closeIntro, unopen, unopened, unopenConsequence, unsavedPiece, becomesTask } = openTexts;
const now = { open: pageTexts.open, opened: pageTexts.opened, close, closed, closeIntro, unopen, unopened, unopenConsequence, unsavedPiece, becomesTask };

const past: typeof now = defineMessages({
  open: { vi: 'Ghi buổi đã họp', en: 'Record the meeting' },
  opened: { vi: 'Đã mở danh sách của ngày họp để ghi.', en: 'The roll of its day is open to be recorded.' },
  close: { vi: 'Ghi xong', en: 'Finish recording' },
  closed: { vi: 'Đã ghi xong buổi họp.', en: 'The meeting is recorded.' },
  closeIntro: { vi: 'Sau khi ghi xong, kết luận có người thực hiện hoặc có hạn thành nhiệm vụ. Còn sửa được cho đến khi thông qua biên bản.', en: 'Conclusions with a name or a day then become tasks. Until the minutes are adopted it can be opened again.' },
  unopen: { vi: 'Hủy việc ghi', en: 'Take the recording back' },
  unopened: { vi: 'Đã hủy việc ghi buổi họp.', en: 'The recording is taken back.' },
  unopenConsequence: { vi: 'Buổi họp trở lại như khi chưa ghi. Điểm danh đã ghi bị xóa; nội dung, kết luận đã ghi vẫn còn.', en: 'The meeting is as before it was recorded. Marks are lost; what was noted stays.' },
  unsavedPiece: { vi: 'Còn phần đang ghi dở. Bấm Ghi hoặc Hủy ở phần đó rồi bấm Ghi xong.', en: 'Something is begun and not recorded yet. Save it or cancel it, then finish.' },
  becomesTask: { vi: 'Có người thực hiện hoặc có hạn thì thành nhiệm vụ khi ghi xong.', en: 'With a name or a day it becomes a task when the meeting is recorded.' },
});

/** What a superior concludes is given by the notice of the superior. */
const concludedAbove = defineMessages({
  closeIntro: { vi: 'Kết luận thành nhiệm vụ khi cấp trên ghi thông báo kết luận. Còn sửa được cho đến khi thông qua biên bản.', en: 'Conclusions become tasks when the superior enters the notice of conclusions. Until the minutes are adopted it can be opened again.' },
  becomesTask: { vi: 'Thành nhiệm vụ khi cấp trên ghi thông báo kết luận.', en: 'Becomes a task when the superior enters the notice of conclusions.' },
});

/** Of one that is opened, and of one still to be opened on such a day. */
export function sessionWords({ isLate, kind }: { readonly isLate: boolean; readonly kind?: MeetingKind }): typeof now {
  const words = isLate ? past : now;
  return kind === 'working_session' ? { ...words, ...concludedAbove } : words;
}
