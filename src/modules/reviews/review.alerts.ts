/** What about reviews of collectives is due or late; the day stands in the cycle, not in a rule. Of people nothing is told here. */
import { sql } from 'kysely';
import type { Alert } from '../attention/attention.ts';

/** A habit of this list, no rule: time enough to write and to meet. */
const dueWithin = sql.lit(14);

const open = sql`r.person_id is null and r.state in ('due', 'writing', 'submitted')`;

export const reviewAlerts: readonly Alert[] = [
  {
    id: 'review.due',
    subject: 'unit',
    verb: 'review.read',
    title: { vi: 'Kiểm điểm tập thể đến hạn', en: 'Review of the collective due' },
    explanation: {
      vi: 'Tập thể chưa kiểm điểm xong mà hạn của đợt còn 14 ngày trở lại hoặc đã qua. Viết báo cáo, trả lời từng nội dung gợi ý kiểm điểm, họp kiểm điểm và ghi kết luận.',
      en: 'The review is not held, and the cycle is due within 14 days or past. Write the report, answer each suggestion, hold the meeting, record the conclusion.',
    },
    act: { label: { vi: 'Mở kiểm điểm', en: 'Open the reviews' }, href: '/kiem-diem?donVi={unit}' },
    rules: [],
    rows: sql`
      select u.unit_id, u.unit_id as subject_id, null as name, min(r.due_on) - ${dueWithin} as since, min(r.due_on) as due, null as amount
      from scope u join reviews r on r.unit_id = u.unit_id and ${open} and r.due_on <= u.today + ${dueWithin}
        and exists (select from review_cycles c where c.home_id = home_of(r.cycle_id) and c.id = r.cycle_id and c.closed_on is null)
      group by u.unit_id`,
  },
];
