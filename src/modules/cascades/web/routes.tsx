/** The pages of cascades: what is passed down, the clauses of a document, the radar over the units below, one unit's answers. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { cascadeProblems } from '../cascade.messages.ts';
import { cascadesTitles } from './cascades.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/nghi-quyet', component: lazyPage(() => import('./CascadesPage.tsx'), 'CascadesPage'), title: cascadesTitles.cascades, needs: 'document.read' },
  { path: '/van-ban/$id/noi-dung', component: lazyPage(() => import('./ClausesPage.tsx'), 'ClausesPage'), title: cascadesTitles.clauses, needs: 'document.read' },
  { path: '/van-ban/$id/trien-khai', component: lazyPage(() => import('./RadarPage.tsx'), 'RadarPage'), title: cascadesTitles.radar, needs: 'document.read' },
  { path: '/van-ban/$id/trien-khai/$unit', component: lazyPage(() => import('./AskedPage.tsx'), 'AskedPage'), title: cascadesTitles.asked, needs: 'document.read' },
];

export const problemTexts = cascadeProblems;
