/** The people's pages and their part of the global search. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import type { SearchProvider } from '../../../shell/search.ts';
import { personProblems } from '../person.messages.ts';
import { peopleTitles } from './people.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/con-nguoi', component: lazyPage(() => import('./PeoplePage.tsx'), 'PeoplePage'), title: peopleTitles.title, needs: 'person.read' },
  // One's own page opens without the verb to read others.
  { path: '/con-nguoi/$id', component: lazyPage(() => import('./PersonPage.tsx'), 'PersonPage'), title: peopleTitles.personTitle },
  { path: '/ho-so-cua-toi', component: lazyPage(() => import('./OwnRecordPage.tsx'), 'OwnRecordPage'), title: peopleTitles.ownTitle, needs: 'self.read' },
];

export const searchProviders: readonly SearchProvider[] = [
  { id: 'people', label: peopleTitles.title, search: async (text, options) => (await import('./people.search.ts')).findPeople(text, options) },
];

export const problemTexts = personProblems;
