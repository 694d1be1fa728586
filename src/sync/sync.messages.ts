/** Sentences of what is refused about commands of phones. */
import type { ProblemTexts } from '../platform/problem.ts';

export const syncProblems = {
  'sync.commandReused': { vi: 'Mã việc đã dùng cho việc khác. Ghi lại việc này từ đầu.', en: 'This command id was used for something else. Record this again from the start.' },
  'sync.noCommandId': { vi: 'Mã việc gửi từ thiết bị không đúng dạng. Tải lại trang rồi ghi lại.', en: 'The command id sent by the device is not one. Load the page again and record anew.' },
  'sync.notACommand': { vi: 'Việc này không gửi kèm mã được. Mở trang khi có mạng rồi ghi lại.', en: 'This act takes no command id. Open the page with a connection and record it there.' },
} satisfies ProblemTexts;
