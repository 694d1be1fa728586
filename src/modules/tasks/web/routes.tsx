/** The page of tasks. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { taskProblems } from '../task.messages.ts';
import { tasksTitles } from './tasks.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/viec', component: lazyPage(() => import('./TasksPage.tsx'), 'TasksPage'), title: tasksTitles.tasksTitle, needs: 'task.read' },
];
export const problemTexts = taskProblems;
