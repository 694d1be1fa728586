/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const cascadesTitles = defineMessages({
  cascades: { vi: 'Nghị quyết', en: 'Resolutions' },
  clauses: { vi: 'Nội dung của văn bản', en: 'Clauses of a document' },
  radar: { vi: 'Bảng theo dõi triển khai', en: 'Radar of clauses' },
  asked: { vi: 'Đơn vị triển khai', en: 'A unit’s answers' },
});
