/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const peopleTitles = defineMessages({
  title: { vi: 'Đảng viên, cán bộ', en: 'People' },
  personTitle: { vi: 'Hồ sơ', en: 'Person' },
  ownTitle: { vi: 'Hồ sơ của tôi', en: 'My record' },
});
