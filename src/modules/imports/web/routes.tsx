/** The page of imports. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { importsProblems } from '../imports.problems.ts';
import { importTitles } from '../imports.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/nhap-du-lieu', component: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage'), title: importTitles.title, needs: 'import.run' },
];

export const problemTexts = importsProblems;
