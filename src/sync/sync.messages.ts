/** Sentences of what is refused about phones and their commands, and what the log calls what happens to them. */
import { defineMessages } from '../platform/messages.ts';
import type { ProblemTexts } from '../platform/problem.ts';

export const syncProblems = {
  'sync.commandReused': { vi: 'Mã việc đã dùng cho việc khác. Ghi lại việc này từ đầu.', en: 'This command id was used for something else. Record this again from the start.' },
  'sync.noCommandId': { vi: 'Mã việc gửi từ thiết bị không đúng dạng. Tải lại trang rồi ghi lại.', en: 'The command id sent by the device is not one. Load the page again and record anew.' },
  'sync.notACommand': { vi: 'Việc này không gửi kèm mã được. Mở trang khi có mạng rồi ghi lại.', en: 'This act takes no command id. Open the page with a connection and record it there.' },
  'sync.tooManyDevices': { vi: 'Tài khoản đã có {most} máy làm việc không cần mạng. Xóa dữ liệu trên máy không dùng nữa rồi làm lại.', en: 'The account has {most} devices that work without signal. Empty one that is no longer used, then try again.' },
  'sync.deviceUnknown': { vi: 'Máy này không còn được dùng khi không có mạng. Đăng nhập rồi chuẩn bị lại máy.', en: 'This device may no longer work without signal. Sign in and prepare it again.' },
  'sync.conflictUnknown': { vi: 'Việc này đã được quyết định, hoặc đồng chí không còn được ghi ở đó. Tải lại trang.', en: 'This was settled already, or you may no longer record there. Load the page again.' },
  'sync.fileUnknown': { vi: 'Không mở được tệp này. Chọn tệp ghi chép lưu từ máy không có mạng; nếu vẫn không được, lưu lại tệp trên máy đó.', en: 'This file cannot be opened. Choose the one saved on the device without signal; if it still fails, save it there anew.' },
} satisfies ProblemTexts;

/** The screen of events reads them by type. */
export const syncEvents = defineMessages({
  'device.enrolled': { vi: 'Cho phép một máy làm việc không cần mạng', en: 'Let a device work without signal' },
  'device.recovered': { vi: 'Mở lại máy khi quên mã', en: 'Opened a device again without its PIN' },
  'device.forgotten': { vi: 'Yêu cầu xóa dữ liệu trên máy', en: 'Asked for a device to be emptied' },
  'device.wiped': { vi: 'Máy đã xóa dữ liệu', en: 'Emptied a device' },
  'device.fileBrought': { vi: 'Nộp hộ tệp ghi chép của một máy không có mạng', en: 'Brought the file of a device without signal' },
});
