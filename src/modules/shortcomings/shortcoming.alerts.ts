/** What about shortcomings of units is late or waits for somebody; the deadline stands in the ledger, not in a rule. Of people nothing is told. */
import { sql } from 'kysely';
import { bodiesIn, formerName } from '../../figures/heirs.ts';
import type { Alert } from '../attention/attention.ts';

const bodies = bodiesIn(sql`scope`, 'today');

/** With the name of a former unit before it. */
const name = sql`left(concat(${formerName(sql`u.unit_id`, sql`u.body_id`)} || ': ', d.content ->> 'what'), 120)`;

export const shortcomingAlerts: readonly Alert[] = [
  {
    id: 'shortcoming.late',
    subject: 'shortcoming',
    verb: 'shortcoming.read',
    title: { vi: 'Hạn chế quá hạn khắc phục', en: 'Remedy of a shortcoming overdue' },
    explanation: {
      vi: 'Đã qua thời hạn khắc phục mà đơn vị chưa báo cáo khắc phục xong. Báo cáo kết quả kèm số liệu, hoặc đặt lại biện pháp và thời hạn.',
      en: 'The deadline has passed and the unit has not reported it remedied. Report the result with its figures, or set measure and deadline anew.',
    },
    act: { label: { vi: 'Mở hạn chế', en: 'Open the shortcoming' }, href: '/han-che/{id}' },
    rules: [],
    rows: sql`
      select u.unit_id, d.id as subject_id, ${name} as name, d.due_on + 1 as since, d.due_on as due, null as amount
      from ${bodies} u join shortcomings d on d.unit_id = u.body_id and d.person_id is null and d.state in ('noted', 'measureSet', 'remedying', 'returned') and d.due_on < u.today`,
  },
  {
    id: 'shortcoming.toConfirm',
    subject: 'shortcoming',
    verb: 'shortcoming.read',
    title: { vi: 'Hạn chế chờ xác nhận khắc phục', en: 'Remedy to be confirmed' },
    explanation: {
      vi: 'Đơn vị đã báo cáo khắc phục xong; nơi phát hiện xem số liệu trước và sau, rồi xác nhận hoặc trả lại.',
      en: 'The unit has reported it remedied; the body that raised it looks at the figures before and after, and confirms or returns it.',
    },
    act: { label: { vi: 'Xác nhận', en: 'Confirm' }, href: '/han-che/{id}' },
    rules: [],
    rows: sql`
      select u.unit_id, d.id as subject_id, ${name} as name, d.reported_on as since, null as due, null as amount
      from ${bodies} u join shortcomings d on d.raised_by_id = u.body_id and d.person_id is null and d.state = 'reported'`,
  },
];
