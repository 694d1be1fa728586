/** The pages of meetings: the list, one meeting from its plan to its minutes, a meeting of the past, the resolution book, the scoring frame. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { meetingProblems } from '../meeting.messages.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/sinh-hoat', component: lazyPage(() => import('./MeetingsPage.tsx'), 'MeetingsPage'), title: meetingsTitles.meetingsTitle, needs: 'meeting.read' },
  { path: '/sinh-hoat/ghi-lai', component: lazyPage(() => import('./RecordMeetingPage.tsx'), 'RecordMeetingPage'), title: meetingsTitles.recordTitle, needs: 'meeting.record' },
  { path: '/sinh-hoat/$id', component: lazyPage(() => import('./MeetingPage.tsx'), 'MeetingPage'), title: meetingsTitles.meetingTitle, needs: 'meeting.read' },
  { path: '/sinh-hoat/so-nghi-quyet', component: lazyPage(() => import('./ResolutionBookPage.tsx'), 'ResolutionBookPage'), title: meetingsTitles.bookTitle, needs: 'meeting.read' },
  { path: '/sinh-hoat/$id/nghi-quyet', component: lazyPage(() => import('./ResolutionPage.tsx'), 'ResolutionPage'), title: meetingsTitles.resolutionTitle, needs: 'meeting.read' },
  { path: '/quy-dinh/khung-diem', component: lazyPage(() => import('./FramePage.tsx'), 'FramePage'), title: meetingsTitles.frameTitle, needs: 'rule.read' },
  { path: '/buoi-hop-cua-toi', component: lazyPage(() => import('./OwnMeetingsPage.tsx'), 'OwnMeetingsPage'), title: meetingsTitles.ownTitle, needs: 'self.answer' },
  { path: '/buoi-hop-cua-toi/$id', component: lazyPage(() => import('./OwnMeetingPage.tsx'), 'OwnMeetingPage'), title: meetingsTitles.ownMeetingTitle, needs: 'self.answer' },
];
export const problemTexts = meetingProblems;
