/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const reviewsTitles = defineMessages({
  reviews: { vi: 'Kiểm điểm', en: 'Reviews' },
  cycle: { vi: 'Đợt kiểm điểm', en: 'A cycle of review' },
  review: { vi: 'Một bản kiểm điểm', en: 'A review' },
  own: { vi: 'Kiểm điểm của tôi', en: 'My reviews' },
  ownReview: { vi: 'Tự kiểm điểm', en: 'My review' },
});
