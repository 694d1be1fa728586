/** What other modules may use of tasks. */
export { createTasks, dropUntouchedTasksOf, openTasksOf, tasksOf, type GivenTask, type OpenTask } from './task.origin.ts';
export { taskRefusals } from './task.refusals.ts';
export { taskRoutes } from './task.routes.ts';
