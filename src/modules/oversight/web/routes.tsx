/** The pages of oversight: the board of a regulation, one assignment, its hand-over file, the annex of a decision. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { oversightProblems } from '../oversight.messages.ts';
import { oversightTitles } from './oversight.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/bam-co-so', component: lazyPage(() => import('./OversightPage.tsx'), 'OversightPage'), title: oversightTitles.oversight, needs: 'oversight.read' },
  { path: '/bam-co-so/phu-luc', component: lazyPage(() => import('./AnnexPage.tsx'), 'AnnexPage'), title: oversightTitles.annex, needs: 'oversight.read' },
  { path: '/bam-co-so/phan-cong/$id', component: lazyPage(() => import('./AssignmentPage.tsx'), 'AssignmentPage'), title: oversightTitles.assignment, needs: 'oversight.read' },
  { path: '/bam-co-so/phan-cong/$id/ban-giao', component: lazyPage(() => import('./HandOverPage.tsx'), 'HandOverPage'), title: oversightTitles.handOver, needs: 'oversight.read' },
];

export const problemTexts = oversightProblems;
