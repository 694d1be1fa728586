/** The pages of tasks: all within reach, one of them. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { taskProblems } from '../task.messages.ts';
import { tasksTitles } from './tasks.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/viec', component: lazyPage(() => import('./TasksPage.tsx'), 'TasksPage'), title: tasksTitles.tasksTitle, needs: 'task.read' },
  { path: '/viec/$id', component: lazyPage(() => import('./TaskPage.tsx'), 'TaskPage'), title: tasksTitles.task, needs: 'task.report' },
];
export const problemTexts = taskProblems;
