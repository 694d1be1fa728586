/** Tasks: what the sheet alone can tell; and how a row is known again. */
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { readSymbol } from '../../documents/document.symbol.ts';
import type { TaskRow } from '../format/sheets.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from './context.ts';

export function checkTasks(context: CheckContext): void {
  const first = new Map<string, number>();
  for (const task of rowsOf(context, 'tasks')) {
    checkDays(context, task);
    checkState(context, task);
    checkOnce(context, task, first);
    if (task.document !== null && !readSymbol(task.document)) report(context, task, { column: 'document', code: 'document.symbol_form', value: task.document });
  }
}

/** What tells a task from all others of its unit. */
export function keyOfTask({ given_on: on, title }: Pick<TaskRow, 'given_on' | 'title'>): string {
  return `${on}|${foldVietnamese(title)}`;
}

function checkDays(context: CheckContext, task: TaskRow): void {
  const { given_on: from, due_on: due, settled_on: settled } = task;
  if (due !== null && due < from) report(context, task, { column: 'due_on', code: 'period.reversed', value: due, data: { from } });
  if (settled !== null && settled < from) report(context, task, { column: 'settled_on', code: 'period.reversed', value: settled, data: { from } });
}

function checkState(context: CheckContext, task: TaskRow): void {
  const isOpen = task.state === null || task.state === 'open';
  if (!isOpen && task.settled_on === null) report(context, task, { column: 'settled_on', code: 'task.settled_missing' });
  if (isOpen && task.settled_on !== null) report(context, task, { column: 'settled_on', code: 'task.settled_of_open', value: task.settled_on });
  if (task.state === 'dropped' && task.note === null) report(context, task, { column: 'note', code: 'task.reason_missing' });
}

function checkOnce(context: CheckContext, task: TaskRow, first: Map<string, number>): void {
  const key = `${task.unit}\0${keyOfTask(task)}`;
  const other = first.get(key);
  if (other === undefined) first.set(key, task.row);
  else report(context, task, { column: 'title', code: 'task.twice', value: task.title, data: { other } });
}

function report(context: CheckContext, { row }: TaskRow, complaint: Omit<Complaint, 'sheet' | 'row'>): void {
  complain(context, { sheet: 'tasks', row, ...complaint });
}
