/** The pages of reports: the list, and one of them. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { reportProblems } from '../report.messages.ts';
import { reportsTitles } from './reports.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/bao-cao', component: lazyPage(() => import('./ReportsPage.tsx'), 'ReportsPage'), title: reportsTitles.reports, needs: 'report.read' },
  { path: '/bao-cao/$id', component: lazyPage(() => import('./ReportPage.tsx'), 'ReportPage'), title: reportsTitles.report, needs: 'report.read' },
];
export const problemTexts = reportProblems;
