/** Membership is shown and recorded on the person's page; the register of those who are elsewhere is a page of its own. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { membershipProblems } from '../membership.messages.ts';
import { membershipTitles } from './membership.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/di-xa', component: lazyPage(() => import('./AwayPage.tsx'), 'AwayPage'), title: membershipTitles.away, needs: 'member.read' },
];
export const problemTexts = membershipProblems;
