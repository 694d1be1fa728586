/** The page of what needs attention. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { attentionProblems } from '../attention.messages.ts';
import { attentionTitles } from './attention.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/can-quan-tam', component: lazyPage(() => import('./AttentionPage.tsx'), 'AttentionPage'), title: attentionTitles.attentionTitle, needs: 'attention.read' },
];
export const problemTexts = attentionProblems;
