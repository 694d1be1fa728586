/**
 * What about members somebody should look at: absent from regular meetings without leave, an exemption that runs out, on
 * the road for too long after a transfer. The system only shows; the cell decides.
 */
import { sql, type RawBuilder } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { ruleOf, type Alert, type SharedRows } from '../attention/attention.ts';

/** A habit of this list, no rule: time enough for the cell to decide anew. */
const exemptionEndsWithin = 30;

const openRecord = { label: { vi: 'Mở hồ sơ', en: 'Open the record' }, href: '/con-nguoi/{id}' };
const months = { vi: '{amount} tháng trong năm', en: '{amount} months this year' };

/** The member was at another regular meeting of the month; one look into an index for each absence. */
const cameAnyway = sql`(
  select true from attendances a join meetings x on x.home_id = a.home_id and x.id = a.meeting_id and x.kind = 'regular' and x.state in ('closed', 'adopted')
  where a.person_id = b.person_id and a.held_on >= b.month and a.held_on < (b.month + interval '1 month')::date and a.mark in ('present', 'online') limit 1)`;

/**
 * Months of this year in which somebody placed in the cell missed its regular meeting without leave and was present at none,
 * here or elsewhere. Meetings that nobody missed are left aside by their counter before any roll is read.
 */
const absentMonths: SharedRows = {
  name: 'absent_months',
  verb: 'member.read',
  rows: sql`
    with absences as materialized (
      select u.unit_id, a.person_id, date_trunc('month', a.held_on)::date as month, max(a.held_on) as latest, max(u.today) as today, max(${ruleOf('removal.monthsAbsentOrUnpaid')}) as months_at_limit,
        jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'on', x.held_on) order by x.held_on, x.id) as meetings
      from scope u
      join meetings x on x.unit_id = u.unit_id and x.kind = 'regular' and x.state in ('closed', 'adopted') and x.absent > 0 and x.held_on between date_trunc('year', u.today)::date and u.today
      join attendances a on a.home_id = x.home_id and a.held_on = x.held_on and a.meeting_id = x.id and a.mark = 'absent' and a.basis = 'expected'
      group by u.unit_id, a.person_id, date_trunc('month', a.held_on)
    ),
    missed as materialized (
      select b.unit_id, b.person_id, count(*)::int as months, max(b.latest) as latest, max(b.today) as today, max(b.months_at_limit) as months_at_limit,
        jsonb_path_query_array(jsonb_agg(b.meetings order by b.month), '$[*][*]') as meetings
      from absences b where ${cameAnyway} is not true group by b.unit_id, b.person_id
    )
    select m.unit_id, m.person_id as subject_id, p.full_name as name, m.latest as since, null::date as due, m.months as amount, m.months_at_limit, m.meetings
    from missed m
    join placements pl on pl.cell_id = m.unit_id and pl.person_id = m.person_id and ${heldOn('pl.valid', 'm.today')}
    join people p on p.home_id = pl.home_id and p.id = pl.person_id`,
};

function absent(condition: RawBuilder<unknown>): Pick<Alert, 'rows' | 'from' | 'listsMeetings'> {
  return { from: absentMonths, listsMeetings: true, rows: sql`select m.* from absent_months m where ${condition}` };
}

/** The last of so many working days after the day, as `addWorkingDays` counts them; weekends and days off leave room enough for three times as many. */
export function lastWorkingDay(since: RawBuilder<unknown>, count: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select ${since} + w.n from generate_series(1, (${count})::int * 3 + 60) w (n) left join holidays h on h.day = ${since} + w.n
    where coalesce(not h.is_off, extract(isodow from ${since} + w.n) < 6) order by w.n offset (${count})::int - 1 limit 1)`;
}

const left = sql`upper(pl.valid)`;
const presentWithin = ruleOf('transfer.presentWorkingDays');

export const memberAlerts: readonly Alert[] = [
  {
    id: 'member.absentAtLimit',
    subject: 'person',
    verb: 'member.read',
    title: { vi: 'Bỏ sinh hoạt đến mức phải xem xét xóa tên', en: 'Absent as often as the rule looks at' },
    explanation: {
      vi: 'Số tháng vắng sinh hoạt thường kỳ không lý do trong năm đã đến mức mà quy định nêu. Gặp đảng viên, nghe giải thích; chi bộ xem xét và quyết định.',
      en: 'The months of this year missed without leave have reached what the rule names. Meet the member and listen; the cell considers and decides.',
    },
    act: openRecord,
    rules: ['removal.monthsAbsentOrUnpaid'],
    amount: months,
    ...absent(sql`m.amount >= m.months_at_limit`),
  },
  {
    id: 'member.absentOften',
    subject: 'person',
    verb: 'member.read',
    title: { vi: 'Vắng không lý do từ hai tháng', en: 'Absent without leave for two months or more' },
    explanation: {
      vi: 'Từ hai tháng trong năm vắng sinh hoạt thường kỳ không lý do và chưa đến mức mà quy định nêu. Bí thư, chi ủy gặp đảng viên trước buổi tới.',
      en: 'Two months or more of this year missed without leave, still short of what the rule names. The secretary or the committee meets the member before the next meeting.',
    },
    act: openRecord,
    rules: ['removal.monthsAbsentOrUnpaid'],
    amount: months,
    ...absent(sql`m.amount >= 2 and m.amount < m.months_at_limit`),
  },
  {
    id: 'member.absentOnce',
    subject: 'person',
    verb: 'member.read',
    title: { vi: 'Vắng không lý do một tháng', en: 'Absent without leave for one month' },
    explanation: {
      vi: 'Một tháng trong năm vắng sinh hoạt thường kỳ không lý do. Hỏi thăm, nhắc đảng viên dự buổi tới hoặc xin phép.',
      en: 'One month of this year missed without leave. Ask after the member; remind them to come or to ask for leave.',
    },
    act: openRecord,
    rules: ['removal.monthsAbsentOrUnpaid'],
    amount: { vi: '{amount} tháng trong năm', en: '{amount} month this year' },
    ...absent(sql`m.amount = 1 and m.amount < m.months_at_limit`),
  },
  {
    id: 'member.exemptionEnding',
    subject: 'person',
    verb: 'member.read',
    title: { vi: 'Sắp hết hạn miễn sinh hoạt', en: 'Exemption about to end' },
    explanation: {
      vi: 'Thời gian miễn công tác và sinh hoạt kết thúc trong 30 ngày tới. Chi bộ xem xét miễn tiếp hoặc đảng viên sinh hoạt trở lại.',
      en: 'The exemption ends within the next 30 days. The cell decides whether it goes on, or the member takes part again.',
    },
    act: openRecord,
    rules: [],
    rows: sql`
      select u.unit_id, e.person_id as subject_id, p.full_name as name, lower(e.valid) as since, upper(e.valid) - 1 as due, null as amount
      from scope u
      join placements pl on pl.cell_id = u.unit_id and pl.kind = 'official' and ${heldOn('pl.valid', 'u.today')}
      join exemptions e on e.home_id = pl.home_id and e.person_id = pl.person_id and ${heldOn('e.valid', 'u.today')} and upper(e.valid) - 1 <= u.today + ${sql.lit(exemptionEndsWithin)}
      join people p on p.home_id = pl.home_id and p.id = pl.person_id`,
  },
  {
    id: 'member.contactDue',
    subject: 'person',
    verb: 'member.read',
    title: { vi: 'Đến hẹn liên hệ đảng viên đi xa', en: 'Member away to be called' },
    explanation: {
      vi: 'Đảng viên đi làm ăn, công tác xa đã đến ngày hẹn liên hệ lại. Gọi hỏi thăm rồi ghi ngày liên hệ và ngày hẹn tới.',
      en: 'The day has come on which a member working away was to be called again. Call, then record the day and the next one.',
    },
    act: openRecord,
    rules: [],
    rows: sql`
      select u.unit_id, a.person_id as subject_id, p.full_name as name, lower(a.valid) as since, a.contact_due_on as due, null as amount
      from scope u
      join placements pl on pl.cell_id = u.unit_id and pl.kind = 'official' and ${heldOn('pl.valid', 'u.today')}
      join away_spells a on a.home_id = pl.home_id and a.person_id = pl.person_id and ${heldOn('a.valid', 'u.today')} and a.contact_due_on <= u.today
      join people p on p.home_id = pl.home_id and p.id = pl.person_id`,
  },
  {
    id: 'member.notArrived',
    subject: 'person',
    verb: 'member.read',
    title: { vi: 'Chuyển đi quá hạn, chưa đến nơi mới', en: 'Transferred out and not arrived in time' },
    explanation: {
      vi: 'Đảng viên đã chuyển sinh hoạt đi, quá số ngày làm việc quy định mà chưa có nơi nào ghi đã đến. Liên hệ đảng viên và nơi đến.',
      en: 'The member left with the introduction, and after the working days of the rule no cell has recorded the arrival. Contact the member and the new place.',
    },
    act: openRecord,
    rules: ['transfer.presentWorkingDays'],
    // So many working days never pass in fewer days: most of those on the road need no calendar.
    rows: sql`
      select u.unit_id, pl.person_id as subject_id, p.full_name as name, ${left} as since, d.due, null as amount
      from scope u
      join placements pl on pl.cell_id = u.unit_id and pl.kind = 'official' and pl.out_reason = 'transfer_out' and u.today - ${left} > ${presentWithin}
      join people p on p.home_id = pl.home_id and p.id = pl.person_id
      cross join lateral (select ${lastWorkingDay(left, presentWithin)} as due) d
      where d.due < u.today
        and exists (select from memberships m where m.home_id = pl.home_id and m.id = pl.membership_id and ${heldOn('m.valid', 'u.today')})
        and not exists (select from placements l where l.home_id = pl.home_id and l.person_id = pl.person_id and l.kind = 'official' and lower(l.valid) >= ${left} and lower(l.valid) <= u.today)`,
  },
];
