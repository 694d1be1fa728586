/** Sentences of what is refused about commands of phones. */
import type { ProblemTexts } from '../platform/problem.ts';

export const syncProblems = {
  'sync.commandReused': { vi: 'Mã việc đã dùng cho việc khác. Ghi lại việc này từ đầu.', en: 'This command id was used for something else. Record this again from the start.' },
  'sync.noCommandId': { vi: 'Mã việc gửi từ thiết bị không đúng dạng.', en: 'The command id sent by the device is not one.' },
} satisfies ProblemTexts;
