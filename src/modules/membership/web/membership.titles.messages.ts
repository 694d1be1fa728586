/** Titles of the pages of membership, loaded with the first screen. */
import { defineMessages } from '../../../platform/messages.ts';

export const membershipTitles = defineMessages({
  away: { vi: 'Đảng viên đi xa', en: 'Members away' },
});
