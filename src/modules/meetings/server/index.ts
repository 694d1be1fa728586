/** What other modules may use of meetings. */
export { meetingRefusals } from './meeting.refusals.ts';
export { meetingRoutes } from './meeting.routes.ts';
export { areNamedInMeetings, deleteMeetings, haveLaterSittings, insertMeetings, lockMeetings, replaceMeetings, type Replacement } from './meeting.bulk.ts';
export { mostOnRoll, namesOf, rollsOf } from './meeting.people.ts';
