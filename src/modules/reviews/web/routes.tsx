/** The pages of reviews: cycles and reviews, one cycle, one review, one's own. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { reviewProblems } from '../review.messages.ts';
import { reviewsTitles } from './reviews.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/kiem-diem', component: lazyPage(() => import('./ReviewsPage.tsx'), 'ReviewsPage'), title: reviewsTitles.reviews, needs: 'review.read' },
  { path: '/kiem-diem/dot/$id', component: lazyPage(() => import('./CyclePage.tsx'), 'CyclePage'), title: reviewsTitles.cycle, needs: 'review.read' },
  { path: '/kiem-diem/$id', component: lazyPage(() => import('./ReviewPage.tsx'), 'ReviewPage'), title: reviewsTitles.review, needs: 'review.read' },
  { path: '/kiem-diem-cua-toi', component: lazyPage(() => import('./OwnReviewsPage.tsx'), 'OwnReviewsPage'), title: reviewsTitles.own, needs: 'self.read' },
  { path: '/kiem-diem-cua-toi/$id', component: lazyPage(() => import('./OwnReviewPage.tsx'), 'OwnReviewPage'), title: reviewsTitles.ownReview, needs: 'self.read' },
];
export const problemTexts = reviewProblems;
