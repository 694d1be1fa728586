/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../platform/messages.ts';

export const homeTitles = defineMessages({
  title: { vi: 'Trang chủ', en: 'Home' },
});
