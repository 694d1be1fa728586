/** Binds the contract of tasks to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { taskContract } from '../task.contract.ts';
import { changeTask, giveTaskBack, reopenTask, settleTask } from './task.commands.ts';
import { conclude } from './task.conclude.ts';
import { giveTask } from './task.give.ts';
import { listOwnTasks } from './task.own.ts';
import { getTask, listAnswerable } from './task.page.ts';
import { listTasks } from './task.reads.ts';
import { attachEvidence, readEvidence, workOn } from './task.work.ts';

export const taskRoutes = [
  bind(taskContract.list, listTasks),
  bind(taskContract.own, listOwnTasks),
  bind(taskContract.answerable, listAnswerable),
  bind(taskContract.task, getTask),
  bind(taskContract.file, readEvidence),
  bind(taskContract.give, giveTask),
  bind(taskContract.conclude, conclude),
  bind(taskContract.work, workOn),
  bind(taskContract.attach, attachEvidence),
  bind(taskContract.giveBack, giveTaskBack),
  bind(taskContract.settle, settleTask),
  bind(taskContract.reopen, reopenTask),
  bind(taskContract.change, changeTask),
];
