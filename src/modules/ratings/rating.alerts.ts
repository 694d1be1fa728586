/** What about ratings is due: self-ratings and decisions by the days that a season sets for itself. */
import { sql, type RawBuilder } from 'kysely';
import type { Alert } from '../attention/attention.ts';

/** A habit of this list, no rule: time enough to write a self-rating, and to bring decisions before a board. */
const selfDueWithin = sql.lit(10);
const decisionDueWithin = sql.lit(15);

export const ratingAlerts: readonly Alert[] = [
  {
    ...decisionDue(sql`n.about = 'units'`),
    id: 'rating.decisionDue',
    verb: 'rating.read',
    title: { vi: 'Xếp loại tổ chức đảng sắp đến hạn, quá hạn quyết định', en: 'Decisions on organisations due' },
  },
  {
    ...decisionDue(sql`n.about <> 'units'`),
    id: 'rating.personalDecisionDue',
    verb: 'personalRating.read',
    title: { vi: 'Xếp loại cá nhân sắp đến hạn, quá hạn quyết định', en: 'Decisions on people due' },
  },
  {
    id: 'rating.selfMissing',
    subject: 'unit',
    verb: 'rating.read',
    title: { vi: 'Tổ chức đảng chưa tự xếp loại', en: 'Self-rating of an organisation missing' },
    explanation: {
      vi: 'Đơn vị thuộc diện xếp loại chưa ghi tự xếp loại, hạn còn 10 ngày trở lại hoặc đã qua. Ghi tự chấm điểm, tự xếp loại.',
      en: 'The organisation is to be rated and has no self-rating yet; it is due within 10 days, or past. Enter it.',
    },
    act: { label: { vi: 'Mở kết quả xếp loại', en: 'Open its ratings' }, href: '/xep-loai/don-vi/{id}' },
    rules: [],
    rows: sql`
      select u.unit_id, u.unit_id as subject_id, null::text as name, min(n.self_due_on) - ${selfDueWithin} as since, min(n.self_due_on) as due, null::int as amount
      from scope u join ratings r on r.unit_id = u.unit_id and r.about = 'units' and r.self is null and r.appraisal is null and r.decision is null and r.exclusion is null
      join rating_seasons n on n.home_id = home_of(r.season_id) and n.id = r.season_id and n.closed_on is null and n.self_due_on <= u.today + ${selfDueWithin}
      group by u.unit_id`,
  },
];

/** One row for each committee, however many of its seasons are due; the earliest day is told. */
function decisionDue(about: RawBuilder<unknown>): Pick<Alert, 'subject' | 'explanation' | 'act' | 'rules' | 'amount' | 'rows'> {
  return {
    subject: 'unit',
    explanation: {
      vi: 'Đợt xếp loại còn đơn vị, cá nhân chưa có quyết định, hạn quyết định còn 15 ngày trở lại hoặc đã qua. Ghi quyết định, hoặc ghi lý do không xếp loại.',
      en: 'Somebody in the season has no decision yet, and its last day is 15 days away at most, or past. Enter the decisions, or why somebody is not rated.',
    },
    act: { label: { vi: 'Mở đợt xếp loại', en: 'Open the seasons' }, href: '/xep-loai?donVi={unit}' },
    rules: [],
    amount: { vi: '{amount} chưa quyết định', en: '{amount} undecided' },
    rows: sql`
      select u.unit_id, u.unit_id as subject_id, null::text as name, min(n.decision_due_on) - ${decisionDueWithin} as since, min(n.decision_due_on) as due, sum(c.undecided)::int as amount
      from scope u join rating_seasons n on n.unit_id = u.unit_id and n.closed_on is null and n.decision_due_on <= u.today + ${decisionDueWithin} and ${about}
      cross join lateral (select count(*)::int as undecided from ratings r where r.season_id = n.id and r.exclusion is null and r.decision is null) c
      where c.undecided > 0 group by u.unit_id`,
  };
}
