/** Every act on a meeting, as its procedures name them. */
export { answer, cancel, change, invite, plan, planMonths, postpone, restore } from './meeting.planning.ts';
export { adopt, append, appoint, arrange, close, mark, open, put, record, remove, reopen, score, unopen, writeMinutes } from './meeting.session.ts';
