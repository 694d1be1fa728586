/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const noticesTitles = defineMessages({
  inbox: { vi: 'Thông báo', en: 'Notices' },
  ways: { vi: 'Cách nhận thông báo', en: 'How I am told' },
});
