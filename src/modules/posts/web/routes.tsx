/** The posts' pages: who holds which post, the board of unified posts, the board of village heads. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { postProblems } from '../post.messages.ts';
import { postsTitles } from './posts.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/chuc-vu', component: lazyPage(() => import('./PostsPage.tsx'), 'PostsPage'), title: postsTitles.postsTitle, needs: 'post.read' },
  { path: '/chuc-vu/nhat-the', component: lazyPage(() => import('./UnifiedBoardPage.tsx'), 'UnifiedBoardPage'), title: postsTitles.unifiedTitle, needs: 'post.read' },
  { path: '/truong-thon', component: lazyPage(() => import('./HeadsBoardPage.tsx'), 'HeadsBoardPage'), title: postsTitles.headsTitle, needs: 'post.read' },
];
export const problemTexts = postProblems;
