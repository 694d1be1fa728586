/** Texts of bringing a device's file to the office. */
import { defineMessages } from '../../platform/messages.ts';

export const deliverTexts = defineMessages({
  about: { vi: 'Tệp do máy mất mạng lưu ra (.satcoso). Việc trong tệp được ghi với quyền của chủ máy, mỗi việc một lần.', en: 'The file that a device without signal saved (.satcoso). What is in it is recorded with the rights of its owner, each act once.' },
  choose: { vi: 'Chọn tệp', en: 'Choose the file' },
  chooseOther: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  tooLarge: { vi: 'Tệp lớn hơn 40 MB. Nhờ chủ máy gửi khi có mạng.', en: 'The file is larger than 40 MB. Its owner has to send it with a connection.' },
  deliver: { vi: 'Gửi tệp', en: 'Send the file' },
  another: { vi: 'Nhận tệp khác', en: 'Another file' },
  outcome: { vi: 'Đã nhận tệp', en: 'The file was taken in' },
  owner: { vi: 'Chủ máy', en: 'Owner' },
  device: { vi: 'Máy', en: 'Device' },
  done: { vi: 'Đã ghi', en: 'Recorded' },
  already: { vi: 'Đã có từ trước', en: 'There already' },
  refused: { vi: 'Không nhận được', en: 'Refused' },
  count: { vi: '{count} việc', en: '{count} acts' },
  refusedTitle: { vi: 'Chủ máy cần xem lại', en: 'For the owner to look at' },
  refusedWhy: { vi: 'Những việc này máy chủ không nhận. Chủ máy mở “Việc chờ gửi” khi có mạng để quyết định.', en: 'The server did not take these. The owner decides on the page “Waiting to be sent” once connected.' },
  nothingRefused: { vi: 'Mọi việc trong tệp đã được ghi.', en: 'Everything in the file was recorded.' },
  what: { vi: 'Việc', en: 'Act' },
  why: { vi: 'Lý do', en: 'Why' },
});
