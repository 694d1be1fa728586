/** What other modules may use of meetings. */
export { meetingNotices } from './meeting.notices.ts';
export { meetingConflicts } from './meeting.conflicts.ts';
export { findHosts } from './meeting.hosts.ts';
export { meetingRefusals } from './meeting.refusals.ts';
export { meetingRoutes } from './meeting.routes.ts';
export { areNamedInMeetings, deleteMeetings, haveLaterSittings, insertMeetings, lockMeetings, replaceMeetings, type Replacement } from './meeting.bulk.ts';
export { mostOnRoll, namesOf, rollsOf } from './meeting.people.ts';
export { meetingSource } from './meeting.sync.ts';
export { attendanceOfPeople, attendanceOfUnits, meetingsHeldBy } from './meeting.tally.ts';
export { rosterSource } from './roster.sync.ts';
export { rulesSource } from './rules.sync.ts';
export { parentOf } from './meeting.documents.ts';
export { bodyLine, bodyWidth, columns, grid, headOf, line, run, signature, titleLines, wordFile, wordFileName } from './paper.docx.ts';
