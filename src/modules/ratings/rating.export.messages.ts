/** The exported list of a season: what it is called, which names its sheet too and is no longer than a sheet's name may be, and its columns. */
import { defineMessages } from '../../platform/messages.ts';

export const ratingExportTexts = defineMessages({
  units: { vi: 'Xếp loại tổ chức đảng', en: 'Ratings of units' },
  members: { vi: 'Xếp loại đảng viên', en: 'Ratings of members' },
  leaders: { vi: 'Xếp loại cán bộ', en: 'Ratings of leaders' },
  subject: { vi: 'Đơn vị, cá nhân', en: 'Who' },
  unit: { vi: 'Nơi sinh hoạt', en: 'Where' },
  group: { vi: 'Nhóm', en: 'Group' },
  self: { vi: 'Tự xếp loại', en: 'Self-rating' },
  selfPoints: { vi: 'Điểm tự chấm', en: 'Own points' },
  appraisal: { vi: 'Mức đề xuất', en: 'Proposed' },
  appraisalPoints: { vi: 'Điểm thẩm định', en: 'Points of the appraisal' },
  gatesFailed: { vi: 'Điều kiện không đạt', en: 'Conditions not met' },
  decision: { vi: 'Mức quyết định', en: 'Decision' },
  points: { vi: 'Điểm', en: 'Points' },
  document: { vi: 'Số, ký hiệu quyết định', en: 'Symbol of the decision' },
  on: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  exclusion: { vi: 'Lý do không xếp loại', en: 'Why not rated' },
});
