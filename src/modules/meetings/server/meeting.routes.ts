/** Binds the contract of meetings to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { meetingContract } from '../meeting.contract.ts';
import { frameRoutes } from './frame.routes.ts';
import { adopt, answer, append, appoint, arrange, cancel, change, close, invite, mark, open, plan, planMonths, postpone, put, record, remove, reopen, restore, score, unopen, writeMinutes } from './meeting.commands.ts';
import { meetingAroundRoutes } from './meeting.around.ts';
import { calendarFile, minutesFile } from './meeting.documents.ts';
import { attach, detach, readFile } from './meeting.files.ts';
import { answerOwn, listOwnAhead, listOwnPast, readOwnCalendar, readOwnPaper } from './meeting.own.ts';
import { getOwn } from './meeting.own.page.ts';
import { getDraft } from './meeting.draft.ts';
import { getMeeting } from './meeting.page.ts';
import { listBefore, listMeetings } from './meeting.reads.ts';
import { resolutionRoutes } from './resolution.routes.ts';

export const meetingRoutes = [
  bind(meetingContract.list, listMeetings),
  bind(meetingContract.meeting, getMeeting),
  bind(meetingContract.before, listBefore),
  bind(meetingContract.draft, getDraft),
  bind(meetingContract.plan, plan),
  bind(meetingContract.planMonths, planMonths),
  bind(meetingContract.change, change),
  bind(meetingContract.postpone, postpone),
  bind(meetingContract.cancel, cancel),
  bind(meetingContract.restore, restore),
  bind(meetingContract.invite, invite),
  bind(meetingContract.answer, answer),
  bind(meetingContract.ownAhead, listOwnAhead),
  bind(meetingContract.ownPast, listOwnPast),
  bind(meetingContract.own, getOwn),
  bind(meetingContract.ownPaper, readOwnPaper),
  bind(meetingContract.ownCalendar, readOwnCalendar),
  bind(meetingContract.answerOwn, answerOwn),
  bind(meetingContract.open, open),
  bind(meetingContract.unopen, unopen),
  bind(meetingContract.mark, mark),
  bind(meetingContract.put, put),
  bind(meetingContract.remove, remove),
  bind(meetingContract.arrange, arrange),
  bind(meetingContract.appoint, appoint),
  bind(meetingContract.score, score),
  bind(meetingContract.close, close),
  bind(meetingContract.reopen, reopen),
  bind(meetingContract.writeMinutes, writeMinutes),
  bind(meetingContract.adopt, adopt),
  bind(meetingContract.append, append),
  bind(meetingContract.record, record),
  bind(meetingContract.attach, attach),
  bind(meetingContract.detach, detach),
  bind(meetingContract.file, readFile),
  bind(meetingContract.minutesFile, minutesFile),
  bind(meetingContract.calendarFile, calendarFile),
  ...meetingAroundRoutes,
  ...frameRoutes,
  ...resolutionRoutes,
];
