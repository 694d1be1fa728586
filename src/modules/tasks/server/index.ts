/** What other modules may use of tasks. */
export { taskNotices } from './task.notices.ts';
export { readOrigins, type ReadOrigin } from './origin.reads.ts';
export { giveFrom } from './task.give.ts';
export { createTasks, dropUntouchedTasksOf, openTasksOf, statesOfTasks, tasksOf, type GivenTask, type OpenTask } from './task.origin.ts';
export { taskJobs } from './task.jobs.ts';
export { taskRefusals } from './task.refusals.ts';
export { taskRoutes } from './task.routes.ts';
export { settleTasksOf } from './task.settled.ts';
export { deleteTasks, insertTasks, lockTask, saveTask } from './task.store.ts';
export { taskSource } from './task.sync.ts';
export { tallyTasks } from './task.tally.ts';
