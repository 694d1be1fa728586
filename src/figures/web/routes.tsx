/** The pages of figures, and figures in the global search. */
import { lazyPage, type PageRoute } from '../../shell/page.ts';
import type { SearchProvider } from '../../shell/search.ts';
import { figuresProblems } from '../figures.messages.ts';
import { figuresTitles } from './figures.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/so-lieu', component: lazyPage(() => import('./CataloguePage.tsx'), 'CataloguePage'), title: figuresTitles.catalogueTitle, needs: 'figure.read' },
  { path: '/so-lieu/$figure', component: lazyPage(() => import('./FigurePage.tsx'), 'FigurePage'), title: figuresTitles.figureTitle, needs: 'figure.read' },
];

export const searchProviders: readonly SearchProvider[] = [
  { id: 'figures', label: figuresTitles.figures, search: async (text, options) => (await import('./figure.search.ts')).searchFigures(text, options) },
];

export const problemTexts = figuresProblems;
