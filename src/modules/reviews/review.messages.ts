/** What the refusals of reviews say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const reviewProblems = {
  'reviews.already': { vi: 'Đợt kiểm điểm này đã được mở rồi.', en: 'This cycle is open already.' },
  'reviews.periodBackwards': { vi: 'Kỳ kiểm điểm có ngày cuối trước ngày đầu. Xem lại.', en: 'The period ends before it begins. Look at it again.' },
  'reviews.dueBeforePeriod': { vi: 'Hạn hoàn thành phải từ ngày đầu kỳ {from} trở đi.', en: 'It cannot be due before {from}, when the period begins.' },
  'reviews.noForm': { vi: 'Hệ thống có mẫu kiểm điểm từ {from}. Chọn kỳ kết thúc từ ngày đó trở đi.', en: 'Forms are known from {from} on. Choose a period that ends then or later.' },
  'reviews.nobodyDue': { vi: 'Không có tập thể, cá nhân nào phải kiểm điểm trong phạm vi đã chọn. Chọn lại phạm vi.', en: 'Nobody within what you chose is to be reviewed. Choose again.' },
  'reviews.tooMany': { vi: 'Đợt kiểm điểm có quá {most} bản. Chỉ chọn tập thể, hoặc người lãnh đạo; cấp dưới mở đợt cho đảng viên của mình.', en: 'That would be more than {most} reviews. Choose collectives or leaders alone; units below open cycles for their members.' },
  'reviews.cycleClosed': { vi: 'Đợt kiểm điểm này đã kết thúc. Mở lại đợt trước khi ghi tiếp.', en: 'This cycle is closed. Open it again first.' },
  'reviews.cycleBegun': { vi: 'Đợt này đã có người viết, gợi ý hoặc ghi kết luận nên không hủy được. Kết thúc đợt nếu không dùng nữa.', en: 'Somebody has written, suggested or concluded in it. Close it instead.' },
  'reviews.notWritten': { vi: 'Bản này không còn ở bước viết. Tải lại trang.', en: 'It is no longer being written. Load the page again.' },
  'reviews.unanswered': { vi: 'Còn nội dung gợi ý kiểm điểm chưa trả lời. Trả lời từng nội dung rồi gửi.', en: 'A suggestion is not answered yet. Answer each point, then hand it in.' },
  'reviews.sectionsEmpty': { vi: 'Còn mục bắt buộc để trống. Viết đủ rồi gửi.', en: 'A section that is needed is empty. Fill it in, then hand it in.' },
  'reviews.notSubmitted': { vi: 'Bản tự kiểm điểm chưa được gửi.', en: 'It is not handed in yet.' },
  'reviews.isOver': { vi: 'Bản này đã kiểm điểm xong hoặc không phải kiểm điểm.', en: 'It is held, or excused.' },
  'reviews.isNotOver': { vi: 'Bản này chưa kiểm điểm.', en: 'It is not held yet.' },
  'reviews.tooManySuggestions': { vi: 'Mỗi bản có nhiều nhất {most} nội dung gợi ý kiểm điểm.', en: 'A review has {most} suggestions at most.' },
  'reviews.ownToConclude': { vi: 'Đồng chí không được ghi kết luận kiểm điểm của chính mình, cũng không ghi gợi ý hay lý do không phải kiểm điểm. Để người khác ghi; bản tự kiểm điểm viết ở “Kiểm điểm của tôi”.', en: 'Nobody concludes, suggests for or excuses from the own review. Somebody else does; your own part is written at “My reviews”.' },
  'reviews.writesHimself': { vi: 'Đồng chí này có tài khoản và tự viết bản của mình. Chỉ viết thay người không có tài khoản hoặc tài khoản đã khóa.', en: 'This person has an account and writes it himself. Others write only for who has none, or whose account is disabled.' },
  'reviews.writesItself': { vi: 'Bản kiểm điểm của tập thể do chính đơn vị được kiểm điểm viết và gửi. Cấp trên ghi gợi ý kiểm điểm và kết luận.', en: 'The review of a collective is written and handed in by the unit itself. Those above suggest points and record the conclusion.' },
  'reviews.concludedTooOften': { vi: 'Kết luận đã sửa {most} lần. Ghi vào sổ hạn chế hoặc mở đợt kiểm điểm mới.', en: 'The conclusion was written anew {most} times. Open a new cycle.' },
  'reviews.inFuture': { vi: 'Ngày kiểm điểm không được sau hôm nay {today}.', en: 'It is not held after today, {today}.' },
  'reviews.meetingUnknown': { vi: 'Không tìm thấy buổi họp của đơn vị này. Chọn lại.', en: 'There is no such meeting of this unit. Choose again.' },
} satisfies ProblemTexts;
