/** Texts of posts in Vietnamese and English. */
import { defineMessages } from '../../platform/messages.ts';
import type { ProblemTexts } from '../../platform/problem.ts';

export const postProblems = {
  'posts.inFuture': { vi: 'Ngày ghi nằm trong tương lai. Chỉ ghi việc đã diễn ra, đến hết hôm nay.', en: 'The day lies in the future. Record what has happened, up to today.' },
  'posts.notOfUnit': { vi: 'Loại đơn vị này không có chức danh đó. Chọn chức danh khác, hoặc lập ở đơn vị có chức danh đó.', en: 'Units of this kind have no such post. Choose another post, or create it at the unit that has it.' },
  'posts.unitNotThere': { vi: 'Đơn vị không hoạt động vào ngày đó. Chọn ngày khác hoặc đơn vị khác.', en: 'The unit does not stand on that day. Choose another day or unit.' },
  'posts.unitEnds': { vi: 'Đơn vị chỉ hoạt động đến hết ngày {to}, chức danh cũng chỉ đến đó. Chọn ngày cuối không muộn hơn ngày đó, hoặc chọn đơn vị khác.', en: 'The unit stands only until {to}, and its posts with it. Choose a last day no later than that, or another unit.' },
  'posts.outsidePost': { vi: 'Thời gian giữ chức nằm ngoài thời gian có chức danh (từ {from}). Sửa từ ngày, đến ngày.', en: 'The tenure lies outside the time of the post (from {from}). Change its first or last day.' },
  'posts.alreadyHolds': { vi: 'Người này đã giữ chính chức danh đó trong khoảng thời gian này. Xem lại từ ngày, đến ngày.', en: 'This person already holds that very post in that time. Check the first and last day.' },
  'posts.noSeat': { vi: 'Chức danh đã đủ {seats} người trong khoảng thời gian này. Ghi thôi giữ chức của người trước rồi làm lại.', en: 'All {seats} seats are taken in that time. Record the end of the earlier tenure first.' },
  'posts.endsBeforeStart': { vi: 'Ngày cuối sớm hơn ngày đầu ({from}). Chọn ngày cuối từ ngày đó trở đi.', en: 'The last day comes before the first ({from}). Choose that day or a later one.' },
  'posts.alreadyEnded': { vi: 'Đã ghi thôi giữ chức ngày {on}. Nếu ghi sai, hãy đính chính.', en: 'The end is already recorded for {on}. If that is mistaken, correct it.' },
  'posts.alreadyClosed': { vi: 'Chức danh đã thôi bố trí từ ngày {on}.', en: 'The post was already closed on {on}.' },
  'posts.stillHeld': { vi: 'Sau ngày này còn {holders} người giữ chức danh. Ghi thôi giữ chức trước.', en: '{holders} people would still hold the post after that day. End their tenures first.' },
  'posts.nothingCorrected': { vi: 'Chưa nêu điều cần đính chính. Sửa ít nhất một mục, hoặc đánh dấu “Ghi nhầm”.', en: 'Nothing to correct was given. Change at least one item, or tick “Entered by mistake”.' },
  'posts.notLastAct': { vi: 'Chỉ hoàn tác được việc ghi gần nhất, và sau đó chưa có gì thay đổi. Hoàn tác lần lượt từ việc gần nhất, hoặc ghi đính chính.', en: 'Only what was recorded last can be undone, and only if nothing changed since. Undo one by one, or record a correction.' },
} satisfies ProblemTexts;

export const postTexts = defineMessages({
  'how.elected': { vi: 'Được bầu', en: 'Elected' },
  'how.appointed': { vi: 'Bổ nhiệm, chỉ định', en: 'Appointed' },
  'how.acting': { vi: 'Giao phụ trách', en: 'Acting' },
  'end.term_end': { vi: 'Hết nhiệm kỳ', en: 'End of term' },
  'end.resigned': { vi: 'Từ chức', en: 'Resigned' },
  'end.dismissed': { vi: 'Miễn nhiệm, cách chức', en: 'Dismissed' },
  'end.transferred': { vi: 'Chuyển công tác', en: 'Transferred' },
  'end.retired': { vi: 'Nghỉ hưu', en: 'Retired' },
  'end.died': { vi: 'Từ trần', en: 'Died' },
  'end.unit_dissolved': { vi: 'Đơn vị giải thể, sáp nhập', en: 'Unit dissolved' },
  'end.replaced': { vi: 'Được thay thế', en: 'Replaced' },
  'act.created': { vi: 'Lập chức danh', en: 'Post created' },
  'act.closed': { vi: 'Thôi bố trí chức danh', en: 'Post closed' },
  'act.filled': { vi: 'Giữ chức', en: 'Took office' },
  'act.left': { vi: 'Thôi giữ chức', en: 'Left office' },
  'act.corrected': { vi: 'Đính chính', en: 'Corrected' },
  'act.removed': { vi: 'Bỏ mục ghi nhầm', en: 'Mistaken entry taken out' },
});

/** Columns of the exported list. */
export const postExportTexts = defineMessages({
  fileName: { vi: 'Danh sách chức danh', en: 'Posts' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  post: { vi: 'Chức danh', en: 'Post' },
  holders: { vi: 'Người giữ', en: 'Held by' },
  since: { vi: 'Giữ từ ngày', en: 'Held since' },
  seats: { vi: 'Số lượng', en: 'Seats' },
  vacant: { vi: 'Còn khuyết', en: 'Vacant seats' },
  vacantSince: { vi: 'Khuyết từ ngày', en: 'Vacant since' },
});
