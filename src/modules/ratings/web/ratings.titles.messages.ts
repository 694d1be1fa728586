/** Titles of the pages of ratings: the frame of the app shows them before the pages have come. */
import { defineMessages } from '../../../platform/messages.ts';

export const ratingsTitles = defineMessages({
  ratings: { vi: 'Xếp loại', en: 'Ratings' },
  season: { vi: 'Đợt xếp loại', en: 'Rating season' },
  rating: { vi: 'Kết quả xếp loại', en: 'Rating' },
  history: { vi: 'Kết quả qua các năm', en: 'Ratings over the years' },
  own: { vi: 'Xếp loại của tôi', en: 'My ratings' },
  frame: { vi: 'Khung tiêu chí xếp loại', en: 'Frame of ratings' },
});
