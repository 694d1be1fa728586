/** The pages of meetings: the list, one meeting from its plan to its minutes, a meeting of the past. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { meetingProblems } from '../meeting.messages.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/sinh-hoat', component: lazyPage(() => import('./MeetingsPage.tsx'), 'MeetingsPage'), title: meetingsTitles.meetingsTitle, needs: 'meeting.read' },
  { path: '/sinh-hoat/ghi-lai', component: lazyPage(() => import('./RecordMeetingPage.tsx'), 'RecordMeetingPage'), title: meetingsTitles.recordTitle, needs: 'meeting.record' },
  { path: '/sinh-hoat/$id', component: lazyPage(() => import('./MeetingPage.tsx'), 'MeetingPage'), title: meetingsTitles.meetingTitle, needs: 'meeting.read' },
  { path: '/buoi-hop-cua-toi', component: lazyPage(() => import('./OwnMeetingsPage.tsx'), 'OwnMeetingsPage'), title: meetingsTitles.ownTitle, needs: 'self.answer' },
];
export const problemTexts = meetingProblems;
