/** The page where everybody begins. Open to every account: it shows each what that account may see. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { homeTitles } from '../home.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/', component: lazyPage(() => import('./HomePage.tsx'), 'HomePage'), title: homeTitles.title },
];
