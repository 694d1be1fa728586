/** The pages of ratings: seasons, one of them, one rating, the history of a unit, a person and oneself, the frames. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { factNames } from '../rating.gates.ts';
import { ratingProblems } from '../rating.messages.ts';
import { ratingsTitles } from './ratings.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/xep-loai', component: lazyPage(() => import('./SeasonsPage.tsx'), 'SeasonsPage'), title: ratingsTitles.ratings, needs: 'rating.read' },
  { path: '/xep-loai/khung', component: lazyPage(() => import('./RatingFramePage.tsx'), 'RatingFramePage'), title: ratingsTitles.frame, needs: 'rule.read' },
  { path: '/xep-loai/$id', component: lazyPage(() => import('./SeasonPage.tsx'), 'SeasonPage'), title: ratingsTitles.season, needs: 'rating.read' },
  { path: '/xep-loai/ket-qua/$id', component: lazyPage(() => import('./RatingPage.tsx'), 'RatingPage'), title: ratingsTitles.rating, needs: 'rating.read' },
  { path: '/xep-loai/don-vi/$id', component: lazyPage(() => import('./HistoryPages.tsx'), 'UnitRatingsPage'), title: ratingsTitles.history, needs: 'rating.read' },
  { path: '/xep-loai/nguoi/$id', component: lazyPage(() => import('./HistoryPages.tsx'), 'PersonRatingsPage'), title: ratingsTitles.history, needs: 'personalRating.read' },
  { path: '/xep-loai-cua-toi', component: lazyPage(() => import('./HistoryPages.tsx'), 'OwnRatingsPage'), title: ratingsTitles.own, needs: 'self.read' },
];

export const problemTexts = ratingProblems;

/** A refusal names a condition by its code. */
export const problemWords = factNames;
