/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../platform/messages.ts';

export const figuresTitles = defineMessages({
  catalogueTitle: { vi: 'Số liệu', en: 'Figures' },
  figureTitle: { vi: 'Một số liệu', en: 'A figure' },
  figures: { vi: 'Số liệu', en: 'Figures' },
});
