/** The posts' pages: who holds which post, the board of unified posts, the board of village heads. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { postProblems } from '../post.messages.ts';
import { postsWeb } from './posts.web.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/chuc-vu', component: lazyPage(() => import('./PostsPage.tsx'), 'PostsPage'), title: postsWeb.postsTitle, needs: 'post.read' },
  { path: '/chuc-vu/nhat-the', component: lazyPage(() => import('./UnifiedBoardPage.tsx'), 'UnifiedBoardPage'), title: postsWeb.unifiedTitle, needs: 'post.read' },
  { path: '/truong-thon', component: lazyPage(() => import('./HeadsBoardPage.tsx'), 'HeadsBoardPage'), title: postsWeb.headsTitle, needs: 'post.read' },
];
export const problemTexts = postProblems;
