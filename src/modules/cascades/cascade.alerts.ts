/** What about documents passed down is due or late in a unit: clauses without an answer, and steps past their deadline. */
import { sql } from 'kysely';
import type { Alert } from '../attention/attention.ts';
import { stillHolds, symbolIn } from '../documents/document.figures.ts';

/** A habit of this list, no rule: time enough to write the answers. */
const answersDueWithin = sql.lit(14);

const asked = sql`
  from scope u join cascade_units k on k.unit_id = u.unit_id
  join documents d on d.home_id = k.home_id and d.id = k.document_id and d.void is null and ${stillHolds('d', sql`u.today`)}
  join cascade_deadlines l on l.home_id = k.home_id and l.document_id = k.document_id`;

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
      select u.unit_id, d.id as subject_id, ${symbolIn('d')} as name, l.due_on - ${answersDueWithin} as since, l.due_on as due, n.open as amount ${asked} and l.step = 'answered' and l.due_on <= u.today + ${answersDueWithin}
      cross join lateral (select count(*)::int as open from clauses c where c.home_id = k.home_id and c.document_id = k.document_id and not exists (
        select from answers a where a.home_id = c.home_id and a.document_id = c.document_id and a.unit_id = k.unit_id and a.clause_id = c.id)) n
      where n.open > 0 and d.secrecy is null`,
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
      select u.unit_id, d.id as subject_id, ${symbolIn('d')} as name, min(l.due_on) + 1 as since, min(l.due_on) as due, count(*)::int as amount ${asked} and l.step <> 'answered' and l.due_on < u.today
      where not exists (select from cascade_steps p where p.home_id = k.home_id and p.document_id = k.document_id and p.unit_id = k.unit_id and p.step = l.step)
        and not (l.step = 'received' and exists (select from document_recipients r where r.home_id = k.home_id and r.document_id = k.document_id and r.unit_id = k.unit_id and r.taken_on <= u.today))
      group by u.unit_id, d.home_id, d.id`,
  },
];
