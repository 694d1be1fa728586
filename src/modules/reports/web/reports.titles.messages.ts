/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const reportsTitles = defineMessages({
  reports: { vi: 'Báo cáo', en: 'Reports' },
  report: { vi: 'Báo cáo sơ kết', en: 'Interim review' },
});
