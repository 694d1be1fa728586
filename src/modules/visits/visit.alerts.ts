/** What a cadre who follows places still owes: told early, at the place, to who reads visits there. */
import { sql } from 'kysely';
import { bodiesIn } from '../../figures/heirs.ts';
import { ruleOf, type Alert } from '../attention/attention.ts';
import { reportsOwed } from './report.owed.figures.ts';
import { countsFor } from './visit.follows.figures.ts';

const bodies = bodiesIn(sql`scope`, 'today');
const quarter = sql`date_trunc('quarter', u.today)::date`;
const quarterEnd = sql`((date_trunc('quarter', u.today) + interval '3 months')::date - 1)`;
const person = sql`join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id`;

/** What whoever follows a place today owes to the organisation under whose regulation: the report of the last period that has ended. */
const lastReportOwed = sql`(select w.* from ${reportsOwed({ from: sql`(owing.today - interval '1 year')::date`, to: sql`(owing.today - 1)`, where: sql`g.unit_id = owing.body_id and a.person_id = owing.person_id` })} w order by w.to_day desc limit 1)`;

export const visitAlerts: readonly Alert[] = [
  {
    id: 'visit.owed',
    subject: 'person',
    verb: 'visit.read',
    title: { vi: 'Sắp hết quý, cán bộ theo dõi chưa đi cơ sở đủ', en: 'The quarter ends, visits are still owed' },
    explanation: {
      vi: 'Quý sắp hết mà cán bộ được phân công chưa đến nơi này đủ số lần quy chế yêu cầu trong quý. Sắp xếp một chuyến đi; nếu đã đi, ghi chuyến đi.',
      en: 'The quarter ends soon and the assigned cadre has not been to this place as often as the regulation asks. Plan a visit; if one was made, record it.',
    },
    act: { label: { vi: 'Ghi chuyến đi', en: 'Record a visit' }, href: '/bam-co-so/tham?noi={unit}' },
    amount: { vi: 'còn {amount} ngày', en: '{amount} days left' },
    rules: ['visit.remindDays'],
    rows: sql`
      select u.unit_id, a.person_id as subject_id, p.full_name as name, ${quarterEnd} - ${ruleOf('visit.remindDays')}::int as since, ${quarterEnd} as due, ${quarterEnd} - u.today as amount
      from ${bodies} u join oversight_assignments a on a.unit_id = u.body_id and a.valid @> u.today
      join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier and d.visits_per_quarter > 0 ${person}
      where ${quarterEnd} - u.today <= ${ruleOf('visit.remindDays')}
        and (select count(*) from visits v where v.visited_on between ${quarter} and u.today and ${countsFor('v', 'a')}) < round(d.visits_per_quarter * (${quarterEnd} - greatest(${quarter}, lower(a.valid)) + 1) / 91.3125)
      group by u.unit_id, u.today, u.rules, a.person_id, p.full_name`,
  },
  {
    id: 'visit.reportDue',
    subject: 'person',
    verb: 'visit.read',
    title: { vi: 'Báo cáo theo dõi cơ sở chưa nộp', en: 'Report of an assigned cadre not handed in' },
    explanation: {
      vi: 'Đã hết kỳ báo cáo mà cán bộ được phân công theo dõi nơi này chưa nộp báo cáo. Mở báo cáo: phần số liệu đã có sẵn, đọc lại, bổ sung rồi nộp.',
      en: 'The period has ended and the cadre who follows this place has not handed in the report. Open it: the facts stand there already; read it over, add to it, hand it in.',
    },
    act: { label: { vi: 'Viết báo cáo', en: 'Write the report' }, href: '/bam-co-so/bao-cao' },
    rules: ['cadreReport.handInDays'],
    rows: sql`
      with followed as materialized (select u.unit_id, u.today, a.person_id, g.unit_id as body_id, a.valid
        from ${bodies} u join oversight_assignments a on a.unit_id = u.body_id and a.valid @> u.today join oversight_regulations g on g.home_id = a.home_id and g.id = a.regulation_id),
      owing as materialized (select distinct body_id, person_id, today from followed)
      select distinct on (f.unit_id, f.person_id) f.unit_id, f.person_id as subject_id, p.full_name as name, w.to_day + 1 as since, w.due_on as due, null as amount
      from owing cross join lateral ${lastReportOwed} w
      join followed f on f.body_id = owing.body_id and f.person_id = owing.person_id and f.valid && daterange(w.from_day, w.to_day, '[]') join people p on p.home_id = home_of(f.person_id) and p.id = f.person_id
      where w.handed_on is null order by f.unit_id, f.person_id, w.due_on`,
  },
];
