/** The pages of petitions: what waits and what places ask for, one of it, topics and competence; and the page for who holds a code. */
import { lazyPage, type OpenRoute, type PageRoute } from '../../../shell/page.ts';
import type { SearchProvider } from '../../../shell/search.ts';
import { petitionProblems } from '../petition.messages.ts';
import { petitionsTitles } from './petitions.titles.messages.ts';

const track = lazyPage(() => import('./TrackPage.tsx'), 'TrackPage');

export const routes: readonly PageRoute[] = [
  { path: '/kien-nghi', component: lazyPage(() => import('./PetitionsPage.tsx'), 'PetitionsPage'), title: petitionsTitles.petitions, needs: 'petition.read' },
  { path: '/kien-nghi/danh-muc', component: lazyPage(() => import('./CataloguePage.tsx'), 'CataloguePage'), title: petitionsTitles.catalogue, needs: 'petition.read' },
  { path: '/kien-nghi/$id', component: lazyPage(() => import('./PetitionPage.tsx'), 'PetitionPage'), title: petitionsTitles.petition, needs: 'petition.read' },
];

export const openRoutes: readonly OpenRoute[] = [
  { path: '/tra-cuu', component: track },
  { path: '/tra-cuu/$code', component: track },
];

export const searchProviders: readonly SearchProvider[] = [
  { id: 'petitions', label: petitionsTitles.petitions, search: async (text, options) => (await import('./petition.search.ts')).findPetitions(text, options) },
];

export const problemTexts = petitionProblems;
