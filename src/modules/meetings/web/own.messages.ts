/** Texts of a member's own meetings. */
import { defineMessages } from '../../../platform/messages.ts';

export const ownTexts = defineMessages({
  about: { vi: 'Các buổi họp của đồng chí, tài liệu và việc báo dự, xin vắng.', en: 'Your meetings, their papers, and your answers.' },
  noneAhead: { vi: 'Chưa có buổi họp sắp tới', en: 'No meeting ahead' },
  noneAheadWhy: { vi: 'Khi chi bộ hoặc đảng ủy lập lịch, buổi họp hiện ở đây để đồng chí báo dự hoặc xin vắng.', en: 'Once the cell or committee plans one it stands here for you to answer.' },
  papers: { vi: 'Tài liệu', en: 'Papers' },
  open: { vi: 'Đang họp', en: 'In session' },
  answer: { vi: 'Đồng chí có dự được không?', en: 'Can you come?' },
  coming: { vi: 'Dự', en: 'Coming' },
  leave: { vi: 'Xin vắng', en: 'Ask for leave' },
  reason: { vi: 'Lý do', en: 'Reason' },
  undecided: { vi: 'Chờ bí thư cho ý kiến', en: 'The secretary has not decided yet' },
  granted: { vi: 'Bí thư đồng ý', en: 'Leave granted' },
  refused: { vi: 'Bí thư không đồng ý', en: 'Leave refused' },
  past: { vi: 'Các buổi đã họp', en: 'Meetings of the past' },
  when: { vi: 'Ngày', en: 'Day' },
  what: { vi: 'Buổi họp', en: 'Meeting' },
  mark: { vi: 'Đồng chí', en: 'You' },
  notMarked: { vi: 'Không điểm danh', en: 'Not marked' },
  nonePast: { vi: 'Chưa có buổi họp nào được ghi', en: 'No meeting is recorded yet' },
  nonePastWhy: { vi: 'Sau khi chi bộ ghi buổi họp, đồng chí xem được ở đây mình có mặt hay vắng.', en: 'Once the cell has recorded a meeting you see here whether you were marked present.' },
});
