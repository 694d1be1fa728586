/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const shortcomingsTitles = defineMessages({
  shortcomings: { vi: 'Hạn chế, khuyết điểm', en: 'Shortcomings' },
  shortcoming: { vi: 'Một hạn chế, khuyết điểm', en: 'A shortcoming' },
  own: { vi: 'Hạn chế của tôi', en: 'My shortcomings' },
});
