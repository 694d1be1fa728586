/** The pages of units, and units in the global search. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import type { SearchProvider } from '../../../shell/search.ts';
import { unitProblems } from '../unit.messages.ts';
import { unitTitles } from '../unit.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/to-chuc', component: lazyPage(() => import('./UnitsPage.tsx'), 'UnitsPage'), title: unitTitles.explorerTitle, needs: 'unit.read' },
  { path: '/don-vi/$id', component: lazyPage(() => import('./UnitPage.tsx'), 'UnitPage'), title: unitTitles.unitTitle, needs: 'unit.read' },
];

export const searchProviders: readonly SearchProvider[] = [
  // The contract's shapes come only when something is searched for.
  { id: 'units', label: unitTitles.units, search: async (text, options) => (await import('./unit.search.ts')).searchUnits(text, options) },
];

export const problemTexts = unitProblems;
