/** What the database refuses about meetings, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const meetingRefusals: ConstraintRefusals = {
  meetings_pkey: { code: 'meetings.already', kind: 'conflict' },
  meeting_guests_pkey: { code: 'meetings.already', kind: 'conflict' },
};
