/** The page of the five cases. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { casesTitles } from '../cases.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/truong-hop', component: lazyPage(() => import('./CasesPage.tsx'), 'CasesPage'), title: casesTitles.title, needs: 'figure.read' },
];
