/** What the pages of oversight are called. */
import { defineMessages } from '../../../platform/messages.ts';

export const oversightTitles = defineMessages({
  oversight: { vi: 'Bám cơ sở', en: 'Oversight' },
  assignment: { vi: 'Phân công theo dõi', en: 'Assignment' },
  handOver: { vi: 'Hồ sơ bàn giao', en: 'Hand-over file' },
  annex: { vi: 'Phụ lục phân công', en: 'Annex of a decision' },
});
