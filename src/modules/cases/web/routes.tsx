/** The page of the five cases. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { casesWeb } from '../cases.web.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/truong-hop', component: lazyPage(() => import('./CasesPage.tsx'), 'CasesPage'), title: casesWeb.title, needs: 'figure.read' },
];
