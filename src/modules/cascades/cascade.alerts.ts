/** What about documents passed down is due or late in a unit: clauses without an answer, and steps past their deadline. */
import { sql } from 'kysely';
import { bodiesIn } from '../../figures/heirs.ts';
import type { Alert } from '../attention/attention.ts';
import { stillHolds, symbolIn } from '../documents/document.figures.ts';
import { dueInUnit, dueSince } from './cascade.figures.ts';

/** A habit of this list, no rule: time enough to write the answers. */
const answersDueWithin = sql.lit(14);

const asked = sql`
  from ${bodiesIn(sql`scope`, 'today')} u join cascade_units a on a.unit_id = u.body_id
  join documents d on d.home_id = a.home_id and d.id = a.document_id and d.void is null and ${stillHolds('d', sql`u.today`)}
  join cascades k on k.home_id = a.home_id and k.document_id = a.document_id join cascade_deadlines l on l.home_id = k.home_id and l.document_id = k.document_id`;

export const cascadeAlerts: readonly Alert[] = [
  {
    id: 'clause.unanswered',
    subject: 'document',
    verb: 'document.read',
    title: { vi: 'Nội dung của cấp trên chưa trả lời', en: 'Clauses of a superior not answered' },
    explanation: {
      vi: 'Văn bản cấp trên giao đơn vị triển khai còn nội dung chưa trả lời, hạn trả lời còn 14 ngày trở lại hoặc đã qua. Trả lời từng nội dung: đã cụ thể hóa bằng văn bản nào, hoặc không áp dụng vì sao.',
      en: 'Clauses of a document that the unit is asked to carry out have no answer, and the deadline is 14 days away at most, or past. Answer each: taken up by which document, or not applicable and why.',
    },
    act: { label: { vi: 'Mở để trả lời', en: 'Open and answer' }, href: '/van-ban/{id}/trien-khai/{unit}' },
    rules: [],
    amount: { vi: '{amount} nội dung', en: '{amount} clauses' },
    rows: sql`
      select u.unit_id, d.id as subject_id, ${symbolIn('d')} as name, min(n.due) - ${answersDueWithin} as since, min(n.due) as due, sum(n.open)::int as amount ${asked} and l.step = 'answered' and l.due_on <= u.today + ${answersDueWithin}
      cross join lateral (select count(*)::int as open, min(x.due) as due from (
        select ${dueSince(sql`greatest(a.asked_on, c.added_on)`)} as due from clauses c where c.home_id = k.home_id and c.document_id = k.document_id and not exists (
          select from answers r where r.home_id = c.home_id and r.document_id = c.document_id and r.unit_id = a.unit_id and r.clause_id = c.id)) x
        where x.due <= u.today + ${answersDueWithin}) n
      where n.open > 0 and d.secrecy is null group by u.unit_id, d.home_id, d.id`,
  },
  {
    id: 'cascade.stepLate',
    subject: 'document',
    verb: 'document.read',
    title: { vi: 'Chậm bước triển khai văn bản', en: 'A step of carrying a document out is late' },
    explanation: {
      vi: 'Đã qua thời hạn của ít nhất một bước (tiếp nhận, quán triệt, chương trình hành động, kế hoạch, kiểm tra, sơ kết, tổng kết) mà đơn vị chưa ghi ngày làm xong. Làm xong thì ghi ngày và văn bản.',
      en: 'At least one step (received, studied, action programme, plan, inspected, reviews) is past its deadline and the unit has recorded no day for it. Record the day, and the document, once it is done.',
    },
    act: { label: { vi: 'Mở các bước', en: 'Open the steps' }, href: '/van-ban/{id}/trien-khai/{unit}' },
    rules: [],
    amount: { vi: '{amount} bước', en: '{amount} steps' },
    rows: sql`
      select u.unit_id, d.id as subject_id, ${symbolIn('d')} as name, min(x.due) + 1 as since, min(x.due) as due, count(*)::int as amount ${asked} and l.step <> 'answered' and l.due_on < u.today
      cross join lateral (select ${dueInUnit({ unit: sql`a.unit_id`, askedOn: sql`a.asked_on` })} as due) x
      where x.due < u.today and not exists (select from cascade_steps p where p.home_id = k.home_id and p.document_id = k.document_id and p.unit_id = a.unit_id and p.step = l.step)
        and not (l.step = 'received' and exists (select from document_recipients r where r.home_id = k.home_id and r.document_id = k.document_id and r.unit_id = a.unit_id and r.taken_on <= u.today))
      group by u.unit_id, d.home_id, d.id`,
  },
];
