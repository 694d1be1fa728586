/** Problems that any procedure may answer with. */
import type { ProblemTexts } from './problem.ts';

export const platformProblems = {
  'platform.invalid': { vi: 'Dữ liệu gửi lên chưa đúng. Xem các ô được đánh dấu.', en: 'What was sent is not valid. See the marked fields.' },
  'platform.notFound': { vi: 'Không tìm thấy, hoặc đồng chí không có quyền xem.', en: 'Not found, or not yours to see.' },
  'platform.forbidden': { vi: 'Đồng chí chưa được phân quyền làm việc này ({verb}).', en: 'You have not been given the right to do this ({verb}).' },
  'platform.unauthenticated': { vi: 'Cần đăng nhập để tiếp tục.', en: 'Please sign in to go on.' },
  'platform.stale': { vi: 'Người khác vừa sửa mục này. Tải lại để xem bản mới rồi làm lại.', en: 'Somebody else changed this meanwhile. Reload and try again.' },
  'platform.busy': { vi: 'Hệ thống đang xử lý một thay đổi khác ở cùng chỗ. Thử lại sau giây lát.', en: 'Another change is under way at the same place. Try again in a moment.' },
  'platform.tooLarge': { vi: 'Tệp quá lớn.', en: 'The file is too large.' },
  'platform.crossSite': { vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.', en: 'The request came from another site and was refused.' },
  'platform.unexpected': { vi: 'Có lỗi ngoài dự kiến. Báo cho người quản trị mã yêu cầu {requestId}.', en: 'Something went wrong. Tell the administrator the request id {requestId}.' },
} satisfies ProblemTexts;
