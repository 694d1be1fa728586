/**
 * What about tasks is due or late: not accepted, due soon, late, very late, reported and not confirmed, owned by somebody who has
 * left the post. Each is told at the unit that must do something about it; what is very late also where it was asked for and one
 * step above that.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesIn, formerName, heirOf } from '../../figures/heirs.ts';
import { ruleOf, type Alert } from '../attention/attention.ts';
import { lastWorkingDay } from '../membership/member.alerts.ts';
import { isAround } from './task.around.alerts.ts';
import { isWhole } from './task.counted.figures.ts';

const open = { label: { vi: 'Mở nhiệm vụ', en: 'Open the task' }, href: '/viec/{id}' };
const days = { vi: 'quá hạn {amount} ngày', en: '{amount} days late' };

/** The last day before it is told as very late. */
const lateUntil = lastWorkingDay(sql`t.due_on`, ruleOf('task.veryLateWorkingDays'));
/** So many working days before its day. */
const soonFrom = sql`(select t.due_on - w.n from generate_series(1, (${ruleOf('task.dueSoonWorkingDays')})::int * 3 + 60) w (n) left join holidays h on h.day = t.due_on - w.n
  where coalesce(not h.is_off, extract(isodow from t.due_on - w.n) < 6) order by w.n offset (${ruleOf('task.dueSoonWorkingDays')})::int - 1 limit 1)`;
const isWaiting = sql`t.state = 'open' and t.stage <> 'reported'`;

const bodies = bodiesIn(sql`scope`, 'today');
/** With the name of a former unit before it. */
const name = sql`concat(${formerName(sql`u.unit_id`, sql`u.body_id`)} || ': ', t.title)`;
/** Who must do it now. */
const doer = heirOf(sql`t.unit_id`, sql`u.today`);

export const taskAlerts: readonly Alert[] = [
  {
    id: 'task.veryLate',
    subject: 'task',
    verb: 'task.read',
    toldAbove: true,
    title: { vi: 'Nhiệm vụ quá hạn kéo dài', en: 'Task very late' },
    explanation: {
      vi: 'Nhiệm vụ quá hạn nhiều ngày làm việc hơn mức quy định mà chưa báo cáo hoàn thành. Việc này hiện ở đơn vị phải làm, ở đơn vị giao việc và cấp trên trực tiếp của đơn vị giao việc; danh sách gồm nhiều đơn vị chỉ nêu một lần.',
      en: 'The task is late by more working days than the rule says and not reported as done. It is told at the unit that must do it, at the one that asked and at the one above that; a list of several of them has it once.',
    },
    act: open,
    rules: ['task.veryLateWorkingDays'],
    amount: days,
    rows: sql`
      select distinct on (u.unit_id, t.id) u.unit_id, t.id as subject_id, concat(${formerName(doer, sql`t.unit_id`)} || ': ', t.title) as name, ${doer} as at_id, ${lateUntil} + 1 as since, t.due_on as due, u.today - t.due_on as amount
      from ${bodies} u
      cross join lateral (
        select * from tasks o where o.unit_id = u.body_id
        union select * from tasks o where o.asked_by = u.body_id
        union select o.* from unit_parents p join tasks o on o.asked_by = p.unit_id and o.unit_id <> p.unit_id where p.parent_id = u.unit_id and p.hierarchy = 'party' and ${heldOn('p.valid', 'u.today')}
      ) t
      where ${isWaiting} and t.due_on < u.today and ${lateUntil} < u.today and not ${isWhole}`,
  },
  {
    id: 'task.late',
    subject: 'task',
    verb: 'task.read',
    title: { vi: 'Nhiệm vụ quá hạn', en: 'Task late' },
    explanation: {
      vi: 'Nhiệm vụ đã qua thời hạn mà chưa báo cáo hoàn thành. Báo cáo kết quả, hoặc đề nghị đơn vị giao việc đổi thời hạn.',
      en: 'The day of the task has passed and it is not reported as done. Report it, or ask who gave it for another day.',
    },
    act: open,
    rules: ['task.veryLateWorkingDays'],
    amount: days,
    rows: sql`
      select u.unit_id, t.id as subject_id, ${name} as name, t.due_on + 1 as since, t.due_on as due, u.today - t.due_on as amount
      from ${bodies} u join tasks t on t.unit_id = u.body_id
      where ${isWaiting} and t.due_on < u.today and ${lateUntil} >= u.today and not ${isWhole}`,
  },
  {
    id: 'task.reportedWaiting',
    subject: 'task',
    verb: 'task.record',
    title: { vi: 'Nhiệm vụ chờ xác nhận', en: 'Task waits to be confirmed' },
    explanation: {
      vi: 'Nhiệm vụ đã báo cáo hoàn thành quá số ngày làm việc quy định mà đơn vị giao việc chưa xác nhận hoặc yêu cầu làm lại.',
      en: 'The task was reported as done more working days ago than the rule allows, and the unit that asked has neither confirmed it nor given it back.',
    },
    act: open,
    rules: ['task.confirmWorkingDays'],
    rows: sql`
      select u.unit_id, t.id as subject_id, ${name} as name, t.stage_on as since, ${lastWorkingDay(sql`t.stage_on`, ruleOf('task.confirmWorkingDays'))} as due, null as amount
      from ${bodies} u join tasks t on t.asked_by = u.body_id
      where t.state = 'open' and t.stage = 'reported' and ${lastWorkingDay(sql`t.stage_on`, ruleOf('task.confirmWorkingDays'))} < u.today`,
  },
  {
    id: 'task.unaccepted',
    subject: 'task',
    verb: 'task.read',
    title: { vi: 'Nhiệm vụ quá hạn nhận việc', en: 'Task not accepted in time' },
    explanation: {
      vi: 'Nhiệm vụ do đơn vị khác giao, quá số ngày làm việc quy định mà đơn vị phải làm chưa nhận.',
      en: 'Another unit gave the task, and after the working days that the rule allows it has not been accepted.',
    },
    act: open,
    rules: ['task.acceptWorkingDays'],
    rows: sql`
      select u.unit_id, t.id as subject_id, ${name} as name, t.given_on as since, ${lastWorkingDay(sql`t.given_on`, ruleOf('task.acceptWorkingDays'))} as due, null as amount
      from ${bodies} u join tasks t on t.unit_id = u.body_id
      where t.state = 'open' and t.stage = 'assigned' and t.asked_by <> t.unit_id and ${lastWorkingDay(sql`t.given_on`, ruleOf('task.acceptWorkingDays'))} < u.today`,
  },
  {
    id: 'task.ownerLeft',
    subject: 'task',
    verb: 'task.read',
    title: { vi: 'Người phụ trách không còn giữ chức danh hoặc không còn ở đơn vị', en: 'The owner has left the post or the unit' },
    explanation: {
      vi: 'Nhiệm vụ giao theo chức danh mà người được nêu tên không còn giữ chức danh đó: người kế nhiệm tiếp tục chịu trách nhiệm; chức danh khuyết thì phân công người khác. Nhiệm vụ giao cho một người mà người đó không còn sinh hoạt, không còn giữ chức danh ở đơn vị thực hiện hoặc đơn vị giao việc: phân công người khác.',
      en: 'A post answers for the task, and the person named holds it no more: whoever holds it now answers for it; where nobody does, name somebody else. Or a person alone was named, who is no longer a member or post-holder where the task is done or was asked for: name somebody else.',
    },
    act: open,
    rules: [],
    rows: sql`
      select u.unit_id, t.id as subject_id, ${name} as name, coalesce(l.left_on, m.left_on, t.given_on) as since, t.due_on as due, null as amount
      from ${bodies} u join tasks t on t.unit_id = u.body_id
      left join lateral (select max(upper(n.valid)) as left_on from tenures n where n.post_id = t.owner_post_id and n.person_id = t.owner_id and upper(n.valid) <= u.today) l on true
      left join lateral (select max(upper(p.valid)) as left_on from placements p where t.owner_post_id is null and p.home_id = home_of(t.owner_id) and p.person_id = t.owner_id and upper(p.valid) <= u.today) m on true
      where t.state = 'open' and t.owner_id is not null
        and case when t.owner_post_id is null then not ${isAround(sql`t.owner_id`, { task: 't', on: sql`u.today` })}
          else not exists (select from tenures n where n.post_id = t.owner_post_id and n.person_id = t.owner_id and ${heldOn('n.valid', 'u.today')}) end`,
  },
  {
    id: 'task.dueSoon',
    subject: 'task',
    verb: 'task.read',
    title: { vi: 'Nhiệm vụ sắp đến hạn', en: 'Task due soon' },
    explanation: {
      vi: 'Nhiệm vụ sẽ đến hạn trong số ngày làm việc quy định mà chưa báo cáo hoàn thành.',
      en: 'The task is due within the working days of the rule and not reported as done.',
    },
    act: open,
    rules: ['task.dueSoonWorkingDays'],
    rows: sql`
      select u.unit_id, t.id as subject_id, ${name} as name, ${soonFrom} as since, t.due_on as due, null as amount
      from ${bodies} u join tasks t on t.unit_id = u.body_id and t.due_on between u.today and u.today + 200
      where ${isWaiting} and ${soonFrom} <= u.today and not ${isWhole}`,
  },
];
