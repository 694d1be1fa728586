/** The pages of tasks: all within reach, one of them, the brief for a working session. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { taskProblems } from '../task.messages.ts';
import { tasksTitles } from './tasks.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/viec', component: lazyPage(() => import('./TasksPage.tsx'), 'TasksPage'), title: tasksTitles.tasksTitle, needs: 'task.read' },
  { path: '/viec/$id', component: lazyPage(() => import('./TaskPage.tsx'), 'TaskPage'), title: tasksTitles.task, needs: 'task.report' },
  { path: '/viec/de-cuong/$id', component: lazyPage(() => import('./BriefPage.tsx'), 'BriefPage'), title: tasksTitles.brief, needs: 'task.read' },
];
export const problemTexts = taskProblems;
