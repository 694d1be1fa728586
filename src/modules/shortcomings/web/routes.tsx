/** The pages of shortcomings: the ledger, one of it, what was found of oneself; and shortcomings in the global search. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import type { SearchProvider } from '../../../shell/search.ts';
import { shortcomingProblems } from '../shortcoming.messages.ts';
import { shortcomingsTitles } from './shortcomings.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/han-che', component: lazyPage(() => import('./ShortcomingsPage.tsx'), 'ShortcomingsPage'), title: shortcomingsTitles.shortcomings, needs: 'shortcoming.read' },
  { path: '/han-che/$id', component: lazyPage(() => import('./ShortcomingPage.tsx'), 'ShortcomingPage'), title: shortcomingsTitles.shortcoming, needs: 'shortcoming.read' },
  { path: '/han-che-cua-toi', component: lazyPage(() => import('./OwnShortcomingsPage.tsx'), 'OwnShortcomingsPage'), title: shortcomingsTitles.own, needs: 'self.read' },
];

export const searchProviders: readonly SearchProvider[] = [
  { id: 'shortcomings', label: shortcomingsTitles.shortcomings, search: async (text, options) => (await import('./shortcoming.search.ts')).findShortcomings(text, options) },
];

export const problemTexts = shortcomingProblems;
