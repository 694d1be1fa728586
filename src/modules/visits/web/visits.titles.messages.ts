/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const visitsTitles = defineMessages({
  visits: { vi: 'Đi cơ sở', en: 'Visits' },
  visit: { vi: 'Một chuyến đi cơ sở', en: 'A visit' },
  brief: { vi: 'Tóm tắt trước khi đến', en: 'Brief before a visit' },
  obligations: { vi: 'Nghĩa vụ và việc đã làm', en: 'Owed and done' },
  reports: { vi: 'Báo cáo theo dõi cơ sở', en: 'Reports of assigned cadres' },
  report: { vi: 'Một báo cáo theo dõi cơ sở', en: 'A report' },
  evaluations: { vi: 'Đánh giá cán bộ theo dõi cơ sở', en: 'Evaluations of assigned cadres' },
  evaluation: { vi: 'Một đánh giá cán bộ', en: 'An evaluation' },
  ownEvaluations: { vi: 'Đánh giá về việc theo dõi cơ sở', en: 'How I was evaluated' },
});
