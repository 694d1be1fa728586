/** Binds the contract of tasks to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { taskContract } from '../task.contract.ts';
import { changeTask, reopenTask, settleTask } from './task.commands.ts';
import { listOwnTasks } from './task.own.ts';
import { listTasks } from './task.reads.ts';

export const taskRoutes = [
  bind(taskContract.list, listTasks),
  bind(taskContract.own, listOwnTasks),
  bind(taskContract.settle, settleTask),
  bind(taskContract.reopen, reopenTask),
  bind(taskContract.change, changeTask),
];
