/** Meetings on a phone without signal: what reads answer, what commands make of what is carried. */
import type { OfflineModule } from '../../../sync/phone/phone.ts';
import { shaped } from '../../../sync/phone/pages.ts';
import { standsAlready, type Noted } from '../meeting.conflict.ts';
import { meetingContract } from '../meeting.contract.ts';
import { meetingActs, withMeetingIds } from '../meeting.offline.acts.ts';
import { meetingAnswers } from '../meeting.offline.answers.ts';
import type { MeetingRecord } from '../meeting.record.ts';

const shapes = new Map(Object.values(meetingContract).map(({ name, input }) => [name, input]));

export const meetingOffline: OfflineModule = {
  answers: meetingAnswers,
  acts: meetingActs,
  complete: (procedure, input: Readonly<Record<string, unknown>>) => (procedure in meetingActs ? shaped(shapes.get(procedure), withMeetingIds(procedure, input)) : undefined),
  stands: ({ procedure, input, about }, replica) => {
    const record = about.type === 'meeting' ? replica.get<MeetingRecord>('meeting', about.id) : undefined;
    return record !== undefined && standsAlready(procedure, input as Noted, record.whole); // taken by the contract when it was made
  },
  about: (procedure, input: { readonly id?: string; readonly ids?: readonly string[] }) => (procedure in meetingActs ? { type: 'meeting', id: input.id ?? input.ids?.[0] ?? '' } : undefined),
};
