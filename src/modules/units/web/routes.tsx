/** The pages of units, and units in the global search. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import type { SearchProvider } from '../../../shell/search.ts';
import { unitProblems } from '../unit.messages.ts';
import { unitTexts } from '../unit.web.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/to-chuc', component: lazyPage(() => import('./UnitsPage.tsx'), 'UnitsPage'), title: unitTexts.explorerTitle, needs: 'unit.read' },
  { path: '/don-vi/$id', component: lazyPage(() => import('./UnitPage.tsx'), 'UnitPage'), title: unitTexts.unitTitle, needs: 'unit.read' },
];

export const searchProviders: readonly SearchProvider[] = [
  // The contract's shapes come only when something is searched for.
  { id: 'units', label: unitTexts.units, search: async (text, options) => (await import('./unit.search.ts')).searchUnits(text, options) },
];

export const problemTexts = unitProblems;
