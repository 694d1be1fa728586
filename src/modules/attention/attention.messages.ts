/** Sentences of the attention list: problems. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const attentionProblems = {
  'attention.tooMuchAtOnce': { vi: 'Phạm vi có hơn {most} tổ chức đảng nên không xem được cùng lúc. Chọn một đảng bộ xã hoặc đảng bộ cơ sở.', en: 'There are more than {most} Party organisations, too many to look through at once. Choose one commune or grassroots organisation.' },
  'attention.unknown': { vi: 'Không có loại việc “{alert}”. Chọn lại.', en: 'There is no alert “{alert}”. Choose again.' },
  'attention.notThere': { vi: 'Việc này không còn trong danh sách: đã được giải quyết, hoặc không đúng đơn vị. Tải lại danh sách.', en: 'This no longer stands in the list: it was settled, or is another unit’s. Load the list again.' },
  'attention.notAhead': { vi: 'Ngày hoãn phải sau hôm nay. Chọn lại ngày.', en: 'It can only be put off to a day after today. Choose the day again.' },
  'attention.tooFarAhead': { vi: 'Chỉ hoãn được đến ngày {latest}. Chọn ngày gần hơn; đến hạn có thể hoãn tiếp.', en: 'It can be put off until {latest} at most. Choose a nearer day; it can be put off again then.' },
  'attention.another': { vi: 'Sau lần đồng chí đã xem, việc này lại có lần mới từ ngày {since}. Tải lại danh sách rồi quyết định với lần mới.', en: 'Since you looked at it this has happened again, on {since}. Load the list again and decide about that.' },
  'attention.changedMeanwhile': { vi: 'Máy khác đã hoãn việc này đến ngày {until}. Xem hai bản rồi chọn giữ bản nào; ở trang danh sách thì tải lại để thấy bản kia.', en: 'Another device has put this off until {until}. Look at both and choose which to keep; on the page of the list, load it again to see the other.' },
  'attention.notSnoozed': { vi: 'Việc này đang không hoãn.', en: 'This is not put off.' },
} satisfies ProblemTexts;
