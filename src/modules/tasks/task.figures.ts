/**
 * Figures about tasks: what is open on a day, how much of it is late and very late, what came of what was due. A task counts with
 * the unit that must do it; one that was cancelled never does, and one that was shared out counts by its parts alone.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesInPeriod, bodiesOnDay, formerName } from '../../figures/heirs.ts';
import { allDaysAfter, type Column, type Figure, type Partition, type Sql, type Subject } from '../../figures/figure.ts';
import { lastWorkingDay } from '../membership/member.alerts.ts';
import { communeColumn, ruleInForce, unitColumn } from '../units/unit.figures.ts';
import { isLateOn, isWhole } from './task.counted.figures.ts';
import { dueOnDay } from './task.dues.figures.ts';
import { originKinds, originWords } from './task.origins.ts';

const taskColumn: Column = { id: 'task', title: { vi: 'Nhiệm vụ', en: 'Task' }, kind: 'text', of: sql`x.title`, link: { to: 'task', of: sql`x.task_id` } };
const dayColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const dueColumn = dayColumn('due', sql`x.due_on`, { vi: 'Thời hạn', en: 'Due' });

const columns = sql`s.point, s.child_id, s.unit_id, t.id::text as id, t.home_id, t.id as task_id, concat(${formerName(sql`s.unit_id`, sql`s.body_id`)} || ': ', t.title) as title, t.given_on, t.settled_on, t.state, t.stage, t.stage_on, t.origin_kind`;

/** On a day that is not kept. */
const foundAt = sql`select unit_id from tasks`;

/** What stood to be done on the day: given by then, not settled by then. */
const openSubject: Subject = {
  id: 'task.open',
  hierarchy: 'party',
  looksAt: { what: 'tasks', daysBack: allDaysAfter },
  withHeirs: true,
  foundAt,
  rows: sql`
    select ${columns}, ${dueOnDay(sql`s.day`)} as due_on, s.day
    from ${bodiesOnDay} s
    join tasks t on t.unit_id = s.body_id and t.given_on <= s.day and (t.state = 'open' or (t.state = 'done' and t.settled_on > s.day)) and not ${isWhole}`,
  verb: 'task.read',
  sort: { of: sql`coalesce(x.due_on, date '9999-12-31')::text` },
  columns: [taskColumn, dueColumn, unitColumn, communeColumn('party')],
};

/** What was due in the period. */
const dueSubject: Subject = {
  id: 'task.due',
  hierarchy: 'party',
  looksAt: { what: 'tasks', daysBack: 0 },
  withHeirs: true,
  foundAt,
  rows: sql`
    select ${columns}, t.due_on, t.due_on as day, case when t.state = 'done' then least(t.settled_on, case when t.stage = 'reported' then t.stage_on end) when t.stage = 'reported' then t.stage_on end as done_on
    from ${bodiesInPeriod} s
    join tasks t on t.unit_id = s.body_id and t.due_on between s.from_day and s.day and t.state <> 'dropped' and not ${isWhole} and ${heldOn('s.body_valid', 't.due_on')}`,
  verb: 'task.read',
  sort: { of: sql`(date '9999-12-31' - x.due_on)::text` },
  columns: [taskColumn, dueColumn, dayColumn('done', sql`x.done_on`, { vi: 'Ngày hoàn thành', en: 'Done on' }), unitColumn, communeColumn('party')],
};

const originDimension: Partition = {
  kind: 'partition',
  id: 'origin',
  title: { vi: 'Nguồn giao', en: 'Origin' },
  buckets: originKinds.map((code) => ({ code, label: originWords[code].name })),
  of: sql`x.origin_kind`,
};

const isLate = isLateOn('x', sql`x.day`);
const veryLateFrom = sql`(${lastWorkingDay(sql`x.due_on`, ruleInForce('task.veryLateWorkingDays'))} < x.day)`;

const latenessDimension: Partition = {
  kind: 'partition',
  id: 'lateness',
  title: { vi: 'Tình trạng thời hạn', en: 'Against its day' },
  buckets: [
    { code: 'inTime', label: { vi: 'Còn hạn', en: 'In time' } },
    { code: 'waiting', label: { vi: 'Chờ xác nhận', en: 'Waits to be confirmed' } },
    { code: 'late', label: { vi: 'Quá hạn', en: 'Late' } },
    { code: 'veryLate', label: { vi: 'Quá hạn kéo dài', en: 'Very late' } },
    { code: 'noDay', label: { vi: 'Không có thời hạn', en: 'Without a day' } },
  ],
  of: sql`case when x.due_on is null then 'noDay' when x.due_on >= x.day then 'inTime' when not ${isLate} then 'waiting' when ${veryLateFrom} then 'veryLate' else 'late' end`,
};

const dimensions = [originDimension, latenessDimension];
const openWords = { vi: 'nhiệm vụ chưa xong', en: 'open tasks' };

export const taskFigures: readonly Figure[] = [
  {
    id: 'tasks.open',
    kind: 'state',
    subject: openSubject,
    title: { vi: 'Nhiệm vụ chưa xong', en: 'Open tasks' },
    explanation: {
      vi: 'Nhiệm vụ đã giao đến ngày tính mà chưa được xác nhận hoàn thành vào ngày đó, tính cho đơn vị phải làm. Không kể nhiệm vụ thôi thực hiện; nhiệm vụ giao chung cho nhiều đơn vị tính theo từng đơn vị.',
      en: 'Tasks given by the day and not confirmed as done on it, counted with the unit that must do them. Cancelled ones are left out; one given to many units counts with each of them.',
    },
    words: openWords,
    dimensions,
  },
  {
    id: 'tasks.late',
    kind: 'state',
    subject: openSubject,
    title: { vi: 'Nhiệm vụ quá hạn', en: 'Late tasks' },
    explanation: {
      vi: 'Trong số nhiệm vụ chưa xong vào ngày tính, những nhiệm vụ có thời hạn, như quy định vào ngày đó, đã qua và chưa báo cáo hoàn thành; gia hạn về sau không làm thay đổi số của những ngày trước. Nhiệm vụ đã báo cáo chờ đơn vị giao việc xác nhận, không tính là quá hạn; nhiệm vụ không có thời hạn không quá hạn.',
      en: 'Of the tasks open on the day, those whose day, as it stood then, has passed and that are not reported as done; moving it later changes no earlier day. What is reported waits for who asked and is not late; a task without a day never is.',
    },
    words: openWords,
    base: {},
    count: { where: isLate },
    dimensions: [originDimension],
  },
  {
    id: 'tasks.veryLate',
    kind: 'state',
    subject: openSubject,
    title: { vi: 'Nhiệm vụ quá hạn kéo dài', en: 'Very late tasks' },
    explanation: {
      vi: 'Trong số nhiệm vụ chưa xong vào ngày tính, những nhiệm vụ quá hạn nhiều ngày làm việc hơn mức mà quy định của đơn vị nêu.',
      en: 'Of the tasks open on the day, those late by more working days than the rule at the unit says.',
    },
    words: openWords,
    base: {},
    count: { where: sql`coalesce(${isLate} and ${veryLateFrom}, false)` },
    rules: ['task.veryLateWorkingDays'],
    dimensions: [originDimension],
  },
  {
    id: 'tasks.onTime',
    kind: 'flow',
    subject: dueSubject,
    title: { vi: 'Nhiệm vụ hoàn thành đúng hạn', en: 'Tasks done in time' },
    explanation: {
      vi: 'Trong số nhiệm vụ có thời hạn trong kỳ và không thôi thực hiện, những nhiệm vụ đã báo cáo hoàn thành hoặc đã được xác nhận hoàn thành chậm nhất vào ngày hết hạn. Việc xác nhận muộn không làm nhiệm vụ bị tính là muộn.',
      en: 'Of the tasks due in the period and not cancelled, those reported or confirmed as done by their day. That they were confirmed later makes none late.',
    },
    words: { vi: 'nhiệm vụ đến hạn trong kỳ', en: 'tasks due in the period' },
    base: {},
    aimsAtAll: true,
    count: { where: sql`x.done_on <= x.due_on` },
    dimensions: [originDimension],
  },
];
