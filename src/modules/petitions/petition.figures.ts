/**
 * Figures about petitions: what places have raised and what came of it, what waits at bodies and what they answered. Of places one
 * counts where it was raised, of bodies where it is; what was withdrawn never does. Who asked is in none of them.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesInPeriod, bodiesOnDay, formerName } from '../../figures/heirs.ts';
import { allDaysAfter, type Column, type Figure, type Partition, type Sql, type Subject } from '../../figures/figure.ts';
import { communeColumn, ruleInForce, unitColumn } from '../units/unit.figures.ts';
import { lastWorkingDay } from '../membership/member.alerts.ts';
import { outcomeNames, outcomes, sourceNames, sources } from './petition.kinds.ts';
import { topicGroups, topicNames } from './petition.topics.ts';

const day = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const bodyName = sql`concat(${formerName(sql`x.unit_id`, sql`x.body_id`)} || ': ', (select v.name from unit_versions v where v.unit_id = any(array[x.body_id]) order by lower(v.valid) desc limit 1), ' · ' || x.outside)`;

const common = sql`p.id::text as id, p.home_id, p.id as petition_id, p.body_id, p.outside, p.topic, p.source, p.raised_on, p.due_on, p.first_days, p.final_days, p.moves, p.reopenings, p.earlier_id`;
/** What has come of it to this day, whatever days are asked about: so what is kept of a month holds until somebody acts. */
const asItIs = sql`${common}, p.answered_on, p.final_on, p.outcome, p.closed_on`;
/** As it stood on the day asked about, as far as that can still be told: of an answer that was reopened the first day alone is known. */
const asOfDay = sql`${common}, s.day as asked_on, case when p.answered_on <= s.day then p.answered_on end as answered_on, case when p.final_on <= s.day then p.final_on end as final_on, case when p.answered_on <= s.day then p.outcome end as outcome, case when p.closed_on <= s.day then p.closed_on end as closed_on`;
/** Looked up where it is asked for: millions of rows are sorted without their texts. */
const topicGroup = sql`coalesce((select t.parent from petition_topics t where t.code = x.topic and t.parent is not null order by lower(t.valid) desc limit 1), x.topic)`;
const textOf = sql`(select left(p.content ->> 'text', 200) from petitions p where p.home_id = x.home_id and p.id = x.petition_id)`;

const columns: readonly Column[] = [
  { id: 'text', title: { vi: 'Kiến nghị', en: 'Petition' }, kind: 'text', of: textOf, link: { to: 'petition', of: sql`x.petition_id` } },
  day('raisedOn', sql`x.raised_on`, { vi: 'Ngày kiến nghị', en: 'Raised on' }), { id: 'body', title: { vi: 'Nơi xử lý', en: 'Body' }, kind: 'text', of: bodyName },
  day('dueOn', sql`x.due_on`, { vi: 'Hạn trả lời', en: 'Due' }), day('answeredOn', sql`x.answered_on`, { vi: 'Trả lời ngày', en: 'Answered on' }), unitColumn, communeColumn('party'),
];

const shared = { hierarchy: 'all', verb: 'petition.read', columns, sort: { of: sql`(date '9999-12-31' - x.raised_on)::text` } } as const satisfies Partial<Subject>;

const keptByMonth = { keptBy: 'month', looksAt: { what: 'petitions', daysBack: 0 } } as const;
/** What is passed on, asked again or withdrawn stood otherwise on every day since. */
const sinceRaised = { what: 'petitions', daysBack: allDaysAfter } as const;

const raisedSubject: Subject = {
  ...shared, id: 'petition.raised', ...keptByMonth,
  rows: sql`select s.point, p.raised_on as day, s.child_id, s.unit_id, ${asItIs} from scope s join petitions p on p.unit_id = s.unit_id and p.state <> 'withdrawn' and p.raised_on between s.from_day and s.day and ${heldOn('s.valid', 'p.raised_on')}`,
};

const openSubject: Subject = {
  ...shared, id: 'petition.open', looksAt: sinceRaised, withHeirs: true, sort: { of: sql`x.due_on::text` },
  rows: sql`select s.point, s.day, s.child_id, s.unit_id, ${asOfDay} from ${bodiesOnDay} s join petitions p on p.unit_id = s.body_id and p.state <> 'withdrawn' and p.raised_on <= s.day and (p.closed_on is null or p.closed_on > s.day)`,
};

const waitingSubject: Subject = {
  ...shared, id: 'petition.waiting', looksAt: sinceRaised, withHeirs: true, sort: { of: sql`x.due_on::text` },
  rows: sql`select s.point, s.day, s.child_id, s.unit_id, ${asOfDay} from ${bodiesOnDay} s join petitions p on p.body_id = s.body_id and p.state <> 'withdrawn' and p.since_on <= s.day and (p.state in ('received', 'routed', 'accepted', 'reopened') or p.answered_on > s.day)`,
};

const answeredSubject: Subject = {
  ...shared, id: 'petition.answered', ...keptByMonth, withHeirs: true,
  rows: sql`select s.point, p.answered_on as day, s.child_id, s.unit_id, ${asItIs} from ${bodiesInPeriod} s join petitions p on p.body_id = s.body_id and p.state <> 'withdrawn' and p.answered_on between s.from_day and s.day and ${heldOn('s.body_valid', 'p.answered_on')}`,
};

/** Of the year up to the day, as far as it can still be told. */
const timedSubject: Subject = {
  ...shared, id: 'petition.timed', looksAt: { what: 'petitions', daysBack: 366 }, withHeirs: true,
  rows: sql`select s.point, s.day, s.child_id, s.unit_id, ${asOfDay} from ${bodiesOnDay} s join petitions p on p.unit_id = s.body_id and p.state <> 'withdrawn' and p.answered_on <= s.day and p.raised_on > (s.day - interval '1 year')::date`,
};

const groupDimension: Partition = { kind: 'partition', id: 'group', title: { vi: 'Nhóm lĩnh vực', en: 'Group of topics' }, buckets: Object.entries(topicGroups).map(([code, label]) => ({ code, label })), of: topicGroup };
const topicDimension: Partition = { kind: 'partition', id: 'topic', title: { vi: 'Lĩnh vực', en: 'Topic' }, buckets: Object.entries(topicNames).map(([code, label]) => ({ code, label })), of: sql`x.topic` };
const sourceDimension: Partition = { kind: 'partition', id: 'source', title: { vi: 'Nguồn', en: 'Source' }, buckets: sources.map((code) => ({ code, label: sourceNames[code] })), of: sql`x.source` };

const isWaiting = sql`(x.answered_on is null or (x.final_on is null and x.outcome is null))`;
const isLate = sql`coalesce(${isWaiting} and x.due_on < x.asked_on, false)`;

const isOver = [{ code: 'confirmed', label: { vi: 'Cơ sở đã xác nhận', en: 'Confirmed by the place' } }, ...outcomes.map((code) => ({ code, label: outcomeNames[code] }))];

const resultDimension: Partition = {
  kind: 'partition',
  id: 'standing',
  title: { vi: 'Kết quả đến nay', en: 'How it stands now' },
  buckets: [...isOver, { code: 'waiting', label: { vi: 'Chưa trả lời', en: 'Not answered' } }],
  of: sql`case when x.closed_on is not null then 'confirmed' when ${isWaiting} then 'waiting' else x.outcome end`,
};

const standingDimension: Partition = {
  kind: 'partition',
  id: 'standing',
  title: { vi: 'Tình trạng vào ngày tính', en: 'How it stood on the day' },
  buckets: [
    ...isOver,
    { code: 'late', label: { vi: 'Chưa trả lời, quá hạn', en: 'Not answered, late' } }, { code: 'waiting', label: { vi: 'Chưa trả lời, còn hạn', en: 'Not answered yet' } },
  ],
  of: sql`case when x.closed_on is not null then 'confirmed' when ${isLate} then 'late' when ${isWaiting} then 'waiting' else x.outcome end`,
};

const ageDimension: Partition = {
  kind: 'partition',
  id: 'age',
  title: { vi: 'Thời gian từ ngày kiến nghị', en: 'Age' },
  buckets: [
    { code: 'upTo14', label: { vi: 'Đến 14 ngày', en: 'Up to 14 days' } }, { code: 'upTo30', label: { vi: '15–30 ngày', en: '15–30 days' } }, { code: 'upTo90', label: { vi: '31–90 ngày', en: '31–90 days' } },
    { code: 'upTo365', label: { vi: '91–365 ngày', en: '91–365 days' } }, { code: 'over365', label: { vi: 'Trên 1 năm', en: 'More than a year' } },
  ],
  of: sql`case when x.day - x.raised_on <= 14 then 'upTo14' when x.day - x.raised_on <= 30 then 'upTo30' when x.day - x.raised_on <= 90 then 'upTo90' when x.day - x.raised_on <= 365 then 'upTo365' else 'over365' end`,
};

/** In working days since it was raised. */
const waitDimension = (id: string, title: Partition['title'], of: Sql): Partition => ({
  kind: 'partition', id, title,
  buckets: [
    { code: 'upTo5', label: { vi: 'Đến 5 ngày làm việc', en: 'Up to 5 working days' } }, { code: 'upTo10', label: { vi: '6–10 ngày làm việc', en: '6–10 working days' } }, { code: 'upTo20', label: { vi: '11–20 ngày làm việc', en: '11–20 working days' } },
    { code: 'upTo40', label: { vi: '21–40 ngày làm việc', en: '21–40 working days' } }, { code: 'over40', label: { vi: 'Trên 40 ngày làm việc', en: 'More than 40 working days' } }, { code: 'none', label: { vi: 'Chưa trả lời', en: 'Not answered' } },
  ],
  of: sql`case when ${of} is null then 'none' when ${of} <= 5 then 'upTo5' when ${of} <= 10 then 'upTo10' when ${of} <= 20 then 'upTo20' when ${of} <= 40 then 'upTo40' else 'over40' end`,
});
const finalDays = sql`case when x.final_on is not null then x.final_days end`;
const firstDimension = waitDimension('first', { vi: 'Thời gian đến trả lời lần đầu', en: 'Time to the first answer' }, sql`x.first_days`);
const finalDimension = waitDimension('final', { vi: 'Thời gian đến kết quả cuối', en: 'Time to the final answer' }, finalDays);

const veryLate = sql`(${isLate} and ${lastWorkingDay(sql`x.due_on`, ruleInForce('petition.veryLateWorkingDays'))} < x.asked_on)`;
const latenessDimension: Partition = {
  kind: 'partition',
  id: 'lateness',
  title: { vi: 'Tình trạng thời hạn', en: 'Against its day' },
  buckets: [{ code: 'inTime', label: { vi: 'Còn hạn', en: 'In time' } }, { code: 'late', label: { vi: 'Quá hạn', en: 'Late' } }, { code: 'veryLate', label: { vi: 'Quá hạn kéo dài', en: 'Very late' } }],
  of: sql`case when ${veryLate} then 'veryLate' when ${isLate} then 'late' else 'inTime' end`,
};

const raisedWords = { vi: 'kiến nghị trong kỳ', en: 'petitions raised in the period' };
const dimensions = [groupDimension, topicDimension, sourceDimension];
/** Refused by one body and by the next. */
const mostMoves = sql.lit(2);

export const petitionFigures: readonly Figure[] = [
  {
    id: 'petitions.raised', kind: 'flow', subject: raisedSubject, words: raisedWords,
    title: { vi: 'Kiến nghị, đề xuất của cơ sở', en: 'Petitions raised' },
    explanation: { vi: 'Số kiến nghị, đề xuất do cơ sở nêu trong kỳ, tính cho nơi nêu; chia theo lĩnh vực, nguồn và kết quả đến nay. Không kể kiến nghị đã rút.', en: 'Petitions that places raised in the period, counted where they were raised; by topic, source and how they stand now. Those withdrawn are left out.' },
    dimensions: [resultDimension, ...dimensions],
  },
  {
    id: 'petitions.settled', kind: 'flow', subject: raisedSubject, words: raisedWords, base: {}, aimsAtAll: true,
    title: { vi: 'Kiến nghị đã giải quyết', en: 'Petitions settled' },
    explanation: { vi: 'Trong số kiến nghị nêu trong kỳ, bao nhiêu đến nay đã được trả lời là giải quyết xong và cơ sở không đề nghị giải quyết lại. Hẹn thời hạn chưa phải là giải quyết xong.', en: 'Of the petitions raised in the period, those answered as settled to this day and not asked again by the place. A plan is not settled yet.' },
    count: { where: sql`x.final_on is not null and x.outcome = 'settled'` },
    dimensions: [resultDimension, finalDimension, ...dimensions],
  },
  {
    id: 'petitions.firstAnswer', kind: 'flow', subject: raisedSubject, words: raisedWords, base: {}, aimsAtAll: true,
    title: { vi: 'Kiến nghị được trả lời lần đầu đúng hạn', en: 'First answers in time' },
    explanation: { vi: 'Trong số kiến nghị nêu trong kỳ, đến nay bao nhiêu được trả lời lần đầu trong số ngày làm việc quy định kể từ ngày nêu, dù đã chuyển qua nhiều nơi.', en: 'Of the petitions raised in the period, those that by now were first answered within the working days of the rule since they were raised, however many bodies had them.' },
    count: { where: sql`coalesce(x.first_days <= ${ruleInForce('petition.firstAnswerWorkingDays')}, false)` },
    rules: ['petition.firstAnswerWorkingDays'],
    dimensions: [firstDimension, ...dimensions],
  },
  {
    id: 'petitions.reopened', kind: 'flow', subject: raisedSubject, words: { vi: 'kiến nghị đã được trả lời', en: 'petitions answered' }, base: { where: sql`x.answered_on is not null` },
    title: { vi: 'Kiến nghị phải giải quyết lại', en: 'Petitions reopened' },
    explanation: { vi: 'Trong số kiến nghị nêu trong kỳ và đã được trả lời, bao nhiêu bị cơ sở đề nghị giải quyết lại ít nhất một lần.', en: 'Of the petitions raised in the period and answered, those that the place asked again at least once.' },
    count: { where: sql`x.reopenings > 0` },
    dimensions,
  },
  {
    id: 'petitions.pingPong', kind: 'flow', subject: raisedSubject, words: raisedWords, base: {},
    title: { vi: 'Kiến nghị chuyển qua nhiều nơi', en: 'Petitions sent around' },
    explanation: { vi: 'Trong số kiến nghị nêu trong kỳ, bao nhiêu đã bị từ chối vì không thuộc thẩm quyền và chuyển tiếp từ hai lần trở lên.', en: 'Of the petitions raised in the period, those refused as not competent and passed on twice or more.' },
    count: { where: sql`x.moves >= ${mostMoves}` },
    dimensions,
  },
  {
    id: 'petitions.recurring', kind: 'flow', subject: raisedSubject, words: raisedWords, base: {},
    title: { vi: 'Kiến nghị nêu lại', en: 'Petitions that came back' },
    explanation: { vi: 'Trong số kiến nghị nêu trong kỳ, bao nhiêu có nội dung mà chính nơi đó đã nêu trước đây và đã được trả lời.', en: 'Of the petitions raised in the period, those on a matter that the same place had raised before and had answered.' },
    count: { where: sql`x.earlier_id is not null` },
    dimensions,
  },
  {
    id: 'petitions.open', kind: 'state', subject: openSubject, words: { vi: 'kiến nghị chưa kết thúc', en: 'petitions that are not over' },
    title: { vi: 'Kiến nghị chưa kết thúc', en: 'Open petitions' },
    explanation: { vi: 'Số kiến nghị đã nêu đến ngày tính mà nơi nêu chưa xác nhận kết quả, tính cho nơi nêu; gồm cả kiến nghị đã trả lời đang chờ xác nhận.', en: 'Petitions raised by the day that the place has not confirmed, counted where they were raised; those answered and waiting for that are among them.' },
    dimensions: [standingDimension, ageDimension, ...dimensions],
  },
  {
    id: 'petitions.late', kind: 'state', subject: openSubject, words: { vi: 'kiến nghị chưa trả lời', en: 'petitions not answered' }, base: { where: isWaiting },
    title: { vi: 'Kiến nghị quá hạn trả lời', en: 'Late petitions' },
    explanation: { vi: 'Trong số kiến nghị chưa được trả lời vào ngày tính, bao nhiêu đã qua hạn trả lời của nơi đang xử lý.', en: 'Of the petitions not answered on the day, those past the last day of the clock at the body that has them.' },
    count: { where: isLate },
    dimensions: [ageDimension, ...dimensions],
  },
  {
    id: 'petitions.times', kind: 'state', subject: timedSubject, words: { vi: 'kiến nghị nêu trong 12 tháng đã được trả lời', en: 'petitions of twelve months that were answered' },
    title: { vi: 'Thời gian trả lời kiến nghị', en: 'Time to answer petitions' },
    explanation: { vi: 'Số kiến nghị nêu trong 12 tháng đến ngày tính và đã được trả lời, tính cho nơi nêu, chia theo số ngày làm việc từ ngày nêu đến trả lời lần đầu và đến kết quả cuối.', en: 'Petitions raised in the twelve months up to the day and answered by then, counted where they were raised, by working days from then to the first and to the final answer.' },
    dimensions: [firstDimension, finalDimension, ...dimensions],
    histogram: { by: topicGroup, of: { first: sql`x.first_days`, final: finalDays } },
  },
  {
    id: 'petitions.atBody', kind: 'state', subject: waitingSubject, words: { vi: 'kiến nghị đang chờ nơi xử lý', en: 'petitions waiting at the body' },
    title: { vi: 'Kiến nghị đang chờ xử lý, theo nơi xử lý', en: 'Petitions waiting, by body' },
    explanation: { vi: 'Số kiến nghị chưa trả lời vào ngày tính, tính cho nơi đang xử lý; nơi đã nhập nguyên vẹn vào nơi khác thì tính cho nơi kế thừa.', en: 'Petitions not answered on the day, counted with the body that has them; of one that was merged whole with its heir.' },
    rules: ['petition.veryLateWorkingDays'],
    dimensions: [latenessDimension, ageDimension, ...dimensions],
  },
  {
    id: 'petitions.answered', kind: 'flow', subject: answeredSubject, words: { vi: 'kiến nghị trả lời lần đầu trong kỳ', en: 'petitions first answered in the period' }, base: {},
    title: { vi: 'Kiến nghị đã trả lời, theo nơi xử lý', en: 'Petitions answered, by body' },
    explanation: { vi: 'Trong số kiến nghị được trả lời lần đầu trong kỳ, tính cho nơi xử lý, bao nhiêu đến nay đã giải quyết xong.', en: 'Of the petitions first answered in the period, counted with the body, those settled to this day.' },
    count: { where: sql`x.final_on is not null and x.outcome = 'settled'` },
    dimensions: [resultDimension, firstDimension, ...dimensions],
  },
];
