/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const meetingsTitles = defineMessages({
  meetingsTitle: { vi: 'Sinh hoạt', en: 'Meetings' },
  meetingTitle: { vi: 'Buổi sinh hoạt', en: 'Meeting' },
  ownTitle: { vi: 'Buổi họp của tôi', en: 'My meetings' },
  ownMeetingTitle: { vi: 'Một buổi họp của tôi', en: 'One of my meetings' },
  frameTitle: { vi: 'Khung chấm điểm buổi sinh hoạt', en: 'Scoring frame of meetings' },
  bookTitle: { vi: 'Sổ nghị quyết', en: 'Resolution book' },
  resolutionTitle: { vi: 'Nghị quyết', en: 'Resolution' },
  recordTitle: { vi: 'Ghi buổi đã họp', en: 'Record a meeting held' },
});
