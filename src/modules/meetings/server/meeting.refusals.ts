/** What the database refuses about meetings, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const meetingRefusals: ConstraintRefusals = {
  meetings_pkey: { code: 'meetings.already', kind: 'conflict' },
  meeting_guests_pkey: { code: 'meetings.already', kind: 'conflict' },
  score_frames_no_overlap: { code: 'meetings.frameSetAlready', kind: 'conflict' },
  score_frames_valid_bounded: { code: 'meetings.frameEndsBeforeStart', kind: 'invalid' },
  resolutions_number_once: { code: 'meetings.numberTaken', kind: 'conflict' },
};
