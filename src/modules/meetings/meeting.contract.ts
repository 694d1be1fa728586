/**
 * The acts and reads of meetings, shared by server and web. Ids of new things come with the act, so that a phone knows them
 * before it has signal and nothing is made twice. Every act answers the version that it left.
 */
import { meetingOwnContract } from './meeting.own.contract.ts';
import { meetingPlanningContract } from './meeting.planning.contract.ts';
import { meetingReadingContract } from './meeting.reading.contract.ts';
import { meetingSessionContract } from './meeting.session.contract.ts';

export const meetingContract = { ...meetingReadingContract, ...meetingPlanningContract, ...meetingSessionContract, ...meetingOwnContract };
