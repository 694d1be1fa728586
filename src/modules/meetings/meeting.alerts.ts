/**
 * What about meetings is due or late: the regular meeting of the month, the thematic one of the quarter, a meeting that was
 * never closed, minutes that were not adopted. A meeting counts as held once it was opened.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { ruleOf, type Alert } from '../attention/attention.ts';
import { ruleInForce } from '../units/unit.figures.ts';

const held = sql`('open', 'closed', 'adopted')`;

/** Cells that stood from that day on and have members: a cell without anybody holds no meeting. */
function meets(from: string) {
  return sql`u.unit_kind = 'cell'
    and exists (select from unit_versions w where w.unit_id = any(array[u.unit_id]) and w.kind = 'cell' and ${heldOn('w.valid', from)})
    and exists (select from placements pl where pl.cell_id = u.unit_id and pl.kind = 'official' and ${heldOn('pl.valid', 'u.today')})`;
}

/** By the rule in force on the day of the meeting `x`, as on its page; looked up only where the rule has changed since. */
const minutesDays = sql`(case when exists (select from rules l where l.key = 'meeting.minutesDays' and (lower(l.valid) > x.day or (upper(l.valid) > x.day and upper(l.valid) <= u.today)))
  then ${ruleInForce('meeting.minutesDays')} else ${ruleOf('meeting.minutesDays')} end)::int`;

export const meetingAlerts: readonly Alert[] = [
  {
    id: 'meeting.regularMissing',
    subject: 'unit',
    verb: 'meeting.read',
    title: { vi: 'Chưa sinh hoạt thường kỳ trong tháng', en: 'No regular meeting this month' },
    explanation: {
      vi: 'Từ ngày nhắc của tháng, chi bộ chưa họp đủ số buổi sinh hoạt thường kỳ. Chi bộ lập mới trong tháng không tính.',
      en: 'From the month’s day of reminding on, the cell has held fewer regular meetings than the rule asks. Cells founded this month are left out.',
    },
    act: { label: { vi: 'Lập lịch', en: 'Plan' }, href: '/sinh-hoat?donVi={unit}' },
    rules: ['meeting.regular.dueDay', 'meeting.regular.perMonth'],
    // Where a month is shorter than the day of reminding, its last day.
    rows: sql`
      select u.unit_id, u.unit_id as subject_id, null as name, s.since, m.last as due, null as amount
      from scope u
      cross join lateral (select date_trunc('month', u.today)::date as first, (date_trunc('month', u.today) + interval '1 month - 1 day')::date as last) m
      cross join lateral (select m.first - 1 + least(${ruleOf('meeting.regular.dueDay')}, extract(day from m.last))::int as since) s
      where u.today >= s.since and ${meets('m.first')}
        and (select count(*) from meetings x where x.unit_id = u.unit_id and x.kind = 'regular' and x.state in ${held} and x.held_on between m.first and m.last) < ${ruleOf('meeting.regular.perMonth')}`,
  },
  {
    id: 'meeting.thematicMissing',
    subject: 'unit',
    verb: 'meeting.read',
    title: { vi: 'Chưa sinh hoạt chuyên đề trong quý', en: 'No thematic meeting this quarter' },
    explanation: {
      vi: 'Trong tháng cuối quý, chi bộ chưa đủ số chuyên đề đã sinh hoạt. Nhiều buổi về cùng một chuyên đề tính là một.',
      en: 'In the last month of the quarter the cell has held fewer thematic meetings than the rule asks. Sittings on one topic count once.',
    },
    act: { label: { vi: 'Lập lịch', en: 'Plan' }, href: '/sinh-hoat?donVi={unit}' },
    rules: ['meeting.thematic.perQuarter'],
    rows: sql`
      select u.unit_id, u.unit_id as subject_id, null as name, s.since, q.last as due, null as amount
      from scope u
      cross join lateral (select date_trunc('quarter', u.today)::date as first, (date_trunc('quarter', u.today) + interval '3 months - 1 day')::date as last) q
      cross join lateral (select date_trunc('month', q.last)::date as since) s
      where u.today >= s.since and ${meets('q.first')}
        and (select count(distinct coalesce(x.series_id, x.id)) from meetings x where x.unit_id = u.unit_id and x.kind = 'thematic' and x.state in ${held} and x.held_on between q.first and q.last) < ${ruleOf('meeting.thematic.perQuarter')}`,
  },
  {
    id: 'meeting.leftOpen',
    subject: 'meeting',
    verb: 'meeting.read',
    title: { vi: 'Buổi sinh hoạt chưa kết thúc', en: 'Meeting left open' },
    explanation: {
      vi: 'Buổi sinh hoạt đã bắt đầu từ trước hôm nay mà chưa kết thúc; số người dự và kết luận chưa được tính.',
      en: 'The meeting was opened before today and never closed; its attendance and conclusions do not count yet.',
    },
    act: { label: { vi: 'Kết thúc họp', en: 'Close' }, href: '/sinh-hoat/{id}' },
    rules: [],
    rows: sql`
      select u.unit_id, x.id as subject_id, x.kind as name, x.held_on as since, x.held_on as due, null as amount
      from scope u join meetings x on x.unit_id = u.unit_id and x.state = 'open' and x.opened_on < u.today`,
  },
  {
    id: 'meeting.minutesLate',
    subject: 'meeting',
    verb: 'meeting.read',
    title: { vi: 'Biên bản chưa thông qua', en: 'Minutes not adopted' },
    explanation: {
      vi: 'Buổi sinh hoạt đã kết thúc, quá số ngày quy định mà biên bản chưa được thông qua.',
      en: 'The meeting is closed, and after the days that the rule allows its minutes are not adopted.',
    },
    act: { label: { vi: 'Thông qua biên bản', en: 'Adopt the minutes' }, href: '/sinh-hoat/{id}' },
    rules: ['meeting.minutesDays'],
    rows: sql`
      select u.unit_id, x.id as subject_id, x.kind as name, x.day as since, x.day + ${minutesDays} as due, null as amount
      from scope u join (select m.unit_id, m.id, m.kind, m.held_on as day from meetings m where m.state = 'closed') x on x.unit_id = u.unit_id and x.day + ${minutesDays} < u.today`,
  },
];
