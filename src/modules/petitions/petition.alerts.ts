/** What about petitions is due or late: at the body that has it, very late also at the unit above; what the place is to confirm, what it asked again. */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesIn, formerName, heirOf } from '../../figures/heirs.ts';
import { ruleOf, type Alert } from '../attention/attention.ts';
import { lastWorkingDay } from '../membership/member.alerts.ts';
import { deskOf } from './petition.desk.figures.ts';
import { soonDays } from './petition.inbox.ts';

const open = { label: { vi: 'Mở kiến nghị', en: 'Open the petition' }, href: '/kien-nghi/{id}' };
const days = { vi: 'quá hạn {amount} ngày', en: '{amount} days late' };
/** Places with what they took over. */
const places = bodiesIn(sql`scope`, 'today');
/** Committees with whom their offices work for: a government has its alerts where its petitions are handled. */
const bodies = sql`(select s.*, desk.id as body_id from scope s cross join lateral ${deskOf(sql`s.unit_id`, sql`s.today`)} desk)`;
const isWaiting = sql`p.state in ('received', 'routed', 'accepted', 'reopened')`;
const name = sql`left(concat(${formerName(sql`u.unit_id`, sql`u.body_id`)} || ': ', p.content ->> 'text'), 120)`;
/** Who has it now. */
const body = heirOf(sql`p.body_id`, sql`u.today`);
const veryLateAfter = lastWorkingDay(sql`p.due_on`, ruleOf('petition.veryLateWorkingDays'));
const confirmUntil = lastWorkingDay(sql`p.final_on`, ruleOf('petition.confirmWorkingDays'));

const of = { subject: 'petition', verb: 'petition.read', act: open } as const;

export const petitionAlerts: readonly Alert[] = [
  {
    ...of,
    id: 'petition.veryLate',
    toldAbove: true,
    title: { vi: 'Kiến nghị quá hạn kéo dài', en: 'Petition very late' },
    explanation: {
      vi: 'Kiến nghị quá hạn trả lời nhiều ngày làm việc hơn mức quy định. Việc này hiện ở nơi đang xử lý và cấp trên trực tiếp của nơi đó; danh sách gồm cả hai nơi chỉ nêu một lần.',
      en: 'The petition is late by more working days than the rule says. It is told at the body that has it and at the unit above that; a list of both has it once.',
    },
    rules: ['petition.veryLateWorkingDays'],
    amount: days,
    rows: sql`
      select distinct on (u.unit_id, p.id) u.unit_id, p.id as subject_id, left(concat(${formerName(body, sql`p.body_id`)} || ': ', p.content ->> 'text'), 120) as name, ${body} as at_id, ${veryLateAfter} + 1 as since, p.due_on as due, u.today - p.due_on as amount
      from ${bodies} u cross join lateral (
        select * from petitions o where o.body_id = u.body_id
        union select o.* from unit_parents above cross join lateral ${deskOf(sql`above.unit_id`, sql`u.today`)} desk join petitions o on o.body_id = desk.id where u.body_id = u.unit_id and above.parent_id = u.unit_id and above.hierarchy = 'party' and ${heldOn('above.valid', 'u.today')}
      ) p where ${isWaiting} and p.due_on < u.today and ${veryLateAfter} < u.today`,
  },
  {
    ...of,
    id: 'petition.late',
    title: { vi: 'Kiến nghị quá hạn trả lời', en: 'Petition late' },
    explanation: {
      vi: 'Đã qua hạn trả lời mà nơi đang xử lý chưa trả lời. Trả lời, hoặc nêu rõ nơi có thẩm quyền và chuyển đến đó.',
      en: 'The last day of the clock has passed without an answer. Answer it, or name who is competent and pass it there.',
    },
    rules: ['petition.firstAnswerWorkingDays', 'petition.secondAnswerWorkingDays', 'petition.veryLateWorkingDays'],
    amount: days,
    rows: sql`select u.unit_id, p.id as subject_id, ${name} as name, p.due_on + 1 as since, p.due_on as due, u.today - p.due_on as amount
      from ${bodies} u join petitions p on p.body_id = u.body_id and ${isWaiting} and p.due_on < u.today and ${veryLateAfter} >= u.today`,
  },
  {
    ...of,
    id: 'petition.planLate',
    title: { vi: 'Kiến nghị đã hẹn, quá thời hạn hẹn', en: 'Petition past its promised day' },
    explanation: { vi: 'Nơi xử lý đã hẹn giải quyết đến một ngày và ngày ấy đã qua. Báo kết quả, hoặc hẹn lại có lý do.', en: 'The body promised it by a day that has passed. Tell the result, or another day with the reason.' },
    rules: [],
    amount: days,
    rows: sql`select u.unit_id, p.id as subject_id, ${name} as name, p.planned_on + 1 as since, p.planned_on as due, u.today - p.planned_on as amount
      from ${bodies} u join petitions p on p.body_id = u.body_id and p.state = 'answered' and p.outcome = 'planned' and p.planned_on < u.today`,
  },
  {
    ...of,
    id: 'petition.reopened',
    title: { vi: 'Cơ sở đề nghị giải quyết lại kiến nghị', en: 'A place asks again' },
    explanation: { vi: 'Cơ sở cho rằng kết quả trả lời chưa giải quyết được việc. Xem lý do và trả lời lại.', en: 'The place finds that the answer has not settled it. Look at the reason and answer anew.' },
    rules: ['petition.secondAnswerWorkingDays'],
    rows: sql`select u.unit_id, p.id as subject_id, ${name} as name, p.since_on as since, p.due_on as due, null as amount
      from ${bodies} u join petitions p on p.body_id = u.body_id and p.state = 'reopened' and p.due_on >= u.today`,
  },
  {
    ...of,
    id: 'petition.dueSoon',
    title: { vi: 'Kiến nghị sắp đến hạn trả lời', en: 'Petition due soon' },
    explanation: { vi: 'Kiến nghị sắp đến hạn trả lời mà nơi đang xử lý chưa trả lời.', en: 'The petition is about to be due and not answered.' },
    rules: ['petition.firstAnswerWorkingDays'],
    rows: sql`select u.unit_id, p.id as subject_id, ${name} as name, p.since_on as since, p.due_on as due, null as amount
      from ${bodies} u join petitions p on p.body_id = u.body_id and p.state in ('received', 'routed', 'accepted') and p.due_on between u.today and u.today + ${sql.lit(soonDays)}::int`,
  },
  {
    ...of,
    id: 'petition.toConfirm',
    title: { vi: 'Trả lời kiến nghị chờ cơ sở xác nhận', en: 'Answer to be confirmed by the place' },
    explanation: { vi: 'Kiến nghị đã được trả lời. Thông tin lại ở buổi họp tới, rồi xác nhận hoặc đề nghị giải quyết lại.', en: 'The petition is answered. Tell it at the next meeting, then confirm it or ask again.' },
    act: { label: { vi: 'Xác nhận', en: 'Confirm' }, href: '/kien-nghi/{id}' },
    rules: ['petition.confirmWorkingDays'],
    rows: sql`select u.unit_id, p.id as subject_id, ${name} as name, p.final_on as since, ${confirmUntil} as due, null as amount
      from ${places} u join petitions p on p.unit_id = u.body_id and p.state = 'answered' and p.final_on is not null`,
  },
];
