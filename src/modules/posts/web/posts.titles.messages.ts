/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const postsTitles = defineMessages({
  postsTitle: { vi: 'Chức danh', en: 'Posts' },
  unifiedTitle: { vi: 'Bảng nhất thể hóa chức danh', en: 'Board of unified posts' },
  headsTitle: { vi: 'Trưởng thôn, tổ trưởng tổ dân phố', en: 'Heads of villages and residential groups' },
});
