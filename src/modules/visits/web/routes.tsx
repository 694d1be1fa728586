/** The pages of visits: all of them with the places that one follows, one visit, the brief of a place; reports; evaluations. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { visitProblems } from '../visit.messages.ts';
import { visitsTitles } from './visits.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/bam-co-so/tham', component: lazyPage(() => import('./VisitsPage.tsx'), 'VisitsPage'), title: visitsTitles.visits, needs: 'visit.read' },
  { path: '/bam-co-so/tham/nghia-vu', component: lazyPage(() => import('./ObligationsPage.tsx'), 'ObligationsPage'), title: visitsTitles.obligations, needs: 'visit.read' },
  { path: '/bam-co-so/tham/truoc/$id', component: lazyPage(() => import('./PlaceBriefPage.tsx'), 'PlaceBriefPage'), title: visitsTitles.brief, needs: 'visit.read' },
  { path: '/bam-co-so/tham/$id', component: lazyPage(() => import('./VisitPage.tsx'), 'VisitPage'), title: visitsTitles.visit, needs: 'self.read' },
  { path: '/bam-co-so/bao-cao', component: lazyPage(() => import('./ReportsPage.tsx'), 'ReportsPage'), title: visitsTitles.reports, needs: 'self.read' },
  { path: '/bam-co-so/bao-cao/viet/$id', component: lazyPage(() => import('./WriteReportPage.tsx'), 'WriteReportPage'), title: visitsTitles.report, needs: 'self.read' },
  { path: '/bam-co-so/bao-cao/$id', component: lazyPage(() => import('./ReportPage.tsx'), 'ReportPage'), title: visitsTitles.report, needs: 'self.read' },
  { path: '/bam-co-so/danh-gia', component: lazyPage(() => import('./EvaluationsPage.tsx'), 'EvaluationsPage'), title: visitsTitles.evaluations, needs: 'oversight.evaluate' },
  { path: '/bam-co-so/danh-gia/$id', component: lazyPage(() => import('./EvaluationPage.tsx'), 'EvaluationPage'), title: visitsTitles.evaluation, needs: 'oversight.evaluate' },
  { path: '/danh-gia-cua-toi', component: lazyPage(() => import('./OwnEvaluationsPage.tsx'), 'OwnEvaluationsPage'), title: visitsTitles.ownEvaluations, needs: 'self.read' },
];
export const problemTexts = visitProblems;
