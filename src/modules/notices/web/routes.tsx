/** The inbox, and how one is told outside the app. Open to everybody signed in: each sees his own. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { noticeProblems } from '../notice.problems.ts';
import { noticesTitles } from './notices.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/thong-bao', component: lazyPage(() => import('./NoticesPage.tsx'), 'NoticesPage'), title: noticesTitles.inbox },
  { path: '/cach-nhan-thong-bao', component: lazyPage(() => import('./WaysPage.tsx'), 'WaysPage'), title: noticesTitles.ways },
];
export const problemTexts = noticeProblems;
