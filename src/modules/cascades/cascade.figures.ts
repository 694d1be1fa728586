/**
 * Figures about documents passed down, counted with the units that are asked: what runs and for how long, programmes by their
 * deadline, clauses answered, targets reached; and how a clause stands in a unit on a day, as SQL, which the radar, a unit's page
 * and alerts ask too.
 */
import { sql, type RawBuilder } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesOnDay, formerName } from '../../figures/heirs.ts';
import type { Day } from '../../platform/day.ts';
import { allDaysAfter, type Column, type Figure, type Partition, type Sql, type Subject } from '../../figures/figure.ts';
import { documentTypeCodes, documentTypes } from '../documents/document.kinds.ts';
import { stillHolds, symbolIn } from '../documents/document.figures.ts';
import { dueOnDay } from '../tasks/task.dues.figures.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';
import { clauseStateNames, clauseStates, type ClauseState } from './cascade.kinds.ts';

/**
 * Rows are `a` of answers (or none). `due`: by when the clause was to be answered, or null; `on`: the day asked about;
 * `isClauseLate`: the deadline of the clause itself has passed, told by rows `c` of clauses unless the caller knows it otherwise;
 * `lateTask`: a task given for it is late, unless the caller looks at these himself.
 */
export function stateIn({ due, on, isClauseLate = sql`c.due_on < ${on}`, lateTask = hasLateTask(on) }: { readonly due: Sql; readonly on: Sql; readonly isClauseLate?: Sql; readonly lateTask?: Sql }): RawBuilder<ClauseState> {
  return sql<ClauseState>`(case
    when a.id is null then case when ${due} < ${on} then 'silentLate' else 'silent' end
    when a.kind = 'notApplicable' then 'notApplicable'
    when a.done_on <= ${on} then 'done'
    when a.due_on < ${on} or (a.due_on is null and ${isClauseLate}) or ${lateTask} then 'late'
    when a.begun_on <= ${on} then 'inWork'
    else 'answered' end)`;
}

/** Rows are `l` of deadlines and `k` of cascades. Who is asked later, or of a clause added later, has the days of the rule from then on; where no rule gives any, a day that was past then binds nobody. */
export function dueSince(since: Sql): RawBuilder<Day | null> {
  return sql<Day | null>`(case when ${since} <= k.opened_on then l.due_on when l.days is null then case when ${since} <= l.due_on then l.due_on end else greatest(l.due_on, ${since} + l.days) end)`;
}

/** The same of a step in one unit. A cell carries out by resolutions of its meetings; action programmes are of committees (rulebook §7.4, R7.6). */
export function dueInUnit({ unit, askedOn }: { readonly unit: Sql; readonly askedOn: Sql }): RawBuilder<Day | null> {
  return sql<Day | null>`(case when l.step <> 'programme' or not exists (select from unit_versions v where v.unit_id = ${unit} and v.kind = 'cell' and ${heldOn('v.valid', askedOn)}) then ${dueSince(askedOn)} end)`;
}

/** Given for the clause by the unit; its home is that of the unit. */
function hasLateTask(on: Sql): Sql {
  return sql`exists (select from tasks t where t.origin_kind = 'clause' and t.origin_id = a.id and ${isTaskLate(on)})`;
}

/** Rows are `t` of tasks. */
export function isTaskLate(on: Sql): Sql {
  return sql`(${dueOnDay(on)} < ${on} and (t.settled_on > ${on} or t.settled_on is null))`;
}

/** Looked for at units that are asked anything, where a day is not kept. What is asked, answered and done since changes how they stand on all days since. */
const laid = { looksAt: { what: 'cascades', daysBack: allDaysAfter }, withHeirs: true, foundAt: sql`select unit_id from cascade_units` } as const;

/** Asked of the unit, or of one it took over whole, by then, and in force. A document of a former time has ended with it. */
const asked = sql`
  from ${bodiesOnDay} s join cascade_units u on u.unit_id = s.body_id and u.asked_on <= s.day
  join documents d on d.home_id = u.home_id and d.id = u.document_id and d.void is null and d.valid_from <= s.day and ${stillHolds('d', sql`s.day`)}`;

const deadline = (step: string, due: Sql) => sql`(select ${due} from cascade_deadlines l join cascades k on k.home_id = l.home_id and k.document_id = l.document_id where l.home_id = u.home_id and l.document_id = u.document_id and l.step = ${sql.lit(step)})`;
const programmeDue = deadline('programme', dueInUnit({ unit: sql`u.unit_id`, askedOn: sql`u.asked_on` }));
const answersDue = deadline('answered', dueSince(sql`greatest(u.asked_on, c.added_on)`));
const doneBy = (step: string, on: Sql) => sql`(select p.done_on from cascade_steps p where p.home_id = u.home_id and p.document_id = u.document_id and p.unit_id = u.unit_id and p.step = ${sql.lit(step)} and p.done_on <= ${on})`;

const documentColumns: readonly Column[] = [
  { id: 'symbol', title: { vi: 'Số, ký hiệu', en: 'Symbol' }, kind: 'text', of: sql`x.symbol`, link: { to: 'document', of: sql`x.document_id` } },
  { id: 'summary', title: { vi: 'Trích yếu', en: 'Summary' }, kind: 'text', of: sql`x.summary` },
];
const former = sql`${formerName(sql`s.unit_id`, sql`s.body_id`)} as former`;
const formerColumn: Column = { id: 'former', title: { vi: 'Đơn vị trước sáp nhập', en: 'Unit before the merger' }, kind: 'text', of: sql`x.former` };
const day = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const number = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'number', of });

const cascadeSubject: Subject = {
  id: 'cascade',
  hierarchy: 'party',
  ...laid,
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, u.document_id || ' ' || u.unit_id as id, u.home_id, u.document_id, ${former}, ${symbolIn('d')} as symbol, d.summary, d.type as document_type, d.issued_on,
      (extract(year from age(s.day, d.issued_on)) * 12 + extract(month from age(s.day, d.issued_on)))::int as months, ${doneBy('interim', sql`s.day`)} as interim_on, ${doneBy('programme', sql`s.day`)} as programme_on, ${programmeDue} as programme_due
    ${asked}`,
  verb: 'document.read',
  sort: { of: sql`x.issued_on::text` },
  columns: [...documentColumns, unitColumn, formerColumn, communeColumn('party'), day('issued', sql`x.issued_on`, { vi: 'Ngày ban hành', en: 'Issued on' }), number('months', sql`x.months`, { vi: 'Số tháng đã triển khai', en: 'Months' }),
    day('programme', sql`x.programme_on`, { vi: 'Chương trình hành động', en: 'Action programme' }), day('interim', sql`x.interim_on`, { vi: 'Sơ kết', en: 'Interim review' })],
};

const typeDimension: Partition = { kind: 'partition', id: 'type', title: { vi: 'Loại văn bản', en: 'Type' }, buckets: documentTypeCodes.map((code) => ({ code, label: documentTypes[code] })), of: sql`x.document_type` };

const runDimension: Partition = {
  kind: 'partition',
  id: 'run',
  title: { vi: 'Thời gian đã triển khai', en: 'How long it has run' },
  buckets: [
    { code: 'underOne', label: { vi: 'Dưới 1 năm', en: 'Under a year' } },
    { code: 'oneToTwo', label: { vi: 'Từ 1 đến dưới 2 năm', en: 'One to two years' } },
    { code: 'twoToThree', label: { vi: 'Từ 2 đến dưới 3 năm', en: 'Two to three years' } },
    { code: 'threeToFive', label: { vi: 'Từ 3 đến dưới 5 năm', en: 'Three to five years' } },
    { code: 'fiveOn', label: { vi: 'Từ 5 năm trở lên', en: 'Five years or more' } },
  ],
  of: sql`case when x.months < 12 then 'underOne' when x.months < 24 then 'oneToTwo' when x.months < 36 then 'twoToThree' when x.months < 60 then 'threeToFive' else 'fiveOn' end`,
};

const reviewDimension: Partition = {
  kind: 'partition',
  id: 'review',
  title: { vi: 'Sơ kết', en: 'Interim review' },
  buckets: [{ code: 'held', label: { vi: 'Đã sơ kết', en: 'Held' } }, { code: 'none', label: { vi: 'Chưa sơ kết', en: 'Not held' } }],
  of: sql`case when x.interim_on is null then 'none' else 'held' end`,
};

const programmeDimension: Partition = {
  kind: 'partition',
  id: 'programme',
  title: { vi: 'Chương trình hành động', en: 'Action programme' },
  buckets: [
    { code: 'inTime', label: { vi: 'Ban hành đúng hạn', en: 'In time' } },
    { code: 'late', label: { vi: 'Ban hành sau hạn', en: 'After the deadline' } },
    { code: 'overdue', label: { vi: 'Chưa ban hành, quá hạn', en: 'None, overdue' } },
    { code: 'ahead', label: { vi: 'Chưa ban hành, còn hạn', en: 'None, not due yet' } },
  ],
  of: sql`case when x.programme_on <= x.programme_due then 'inTime' when x.programme_on is not null then 'late' when x.programme_due < x.day then 'overdue' else 'ahead' end`,
};

const clauseSubject: Subject = {
  id: 'clause',
  hierarchy: 'party',
  ...laid,
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, c.id || ' ' || u.unit_id as id, u.home_id, u.document_id, ${former}, ${symbolIn('d')} as symbol, d.summary, d.type as document_type, c.place, c.label, c.wording, a.answered_on,
      ${stateIn({ due: answersDue, on: sql`s.day` })} as state
    ${asked} and d.secrecy is null join clauses c on c.home_id = u.home_id and c.document_id = u.document_id
    left join answers a on a.home_id = u.home_id and a.document_id = u.document_id and a.unit_id = u.unit_id and a.clause_id = c.id and a.first_answered_on <= s.day`,
  verb: 'document.read',
  sort: { of: sql`x.symbol || lpad(x.place::text, 4, '0')` },
  columns: [documentColumns[0]!, { id: 'label', title: { vi: 'Mục', en: 'Clause' }, kind: 'text', of: sql`x.label` }, { id: 'wording', title: { vi: 'Nội dung', en: 'Wording' }, kind: 'text', of: sql`x.wording` }, unitColumn, formerColumn, communeColumn('party'), day('answered', sql`x.answered_on`, { vi: 'Trả lời ngày', en: 'Answered on' })],
};

/** How many clauses there are in each unit, and how many of them it has answered; on days before the last of them answers are counted. */
const clausesOfUnits = sql`
  with asked as materialized (select s.point, s.day, s.child_id, s.unit_id, u.home_id, u.document_id, u.answered, u.last_answered_on ${asked} and d.secrecy is null),
    counted as materialized (select d.home_id, d.document_id, (select count(*)::int from clauses c where c.home_id = d.home_id and c.document_id = d.document_id) as clauses from (select distinct home_id, document_id from asked) d)
  select u.point, u.day, u.child_id, u.unit_id, u.document_id || ' ' || u.unit_id as id, n.clauses as of_base,
    case when coalesce(u.last_answered_on <= u.day, true) then u.answered
      else (select count(*)::int from answers a where a.home_id = u.home_id and a.document_id = u.document_id and a.unit_id = u.unit_id and a.first_answered_on <= u.day) end as of_count
  from asked u join counted n on n.home_id = u.home_id and n.document_id = u.document_id`;

const stateDimension: Partition = { kind: 'partition', id: 'state', title: { vi: 'Tình trạng', en: 'State' }, buckets: clauseStates.map((code) => ({ code, label: clauseStateNames[code] })), of: sql`x.state` };

/** The superior's target and the unit's own, the furthest of several, are two; the value is the latest that was recorded by then. */
const targetSubject: Subject = {
  id: 'target',
  hierarchy: 'party',
  ...laid,
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, a.id || ' ' || g.whose as id, u.home_id, u.document_id, ${former}, ${symbolIn('d')} as symbol, d.summary, c.label, c.wording, c.measure, c.toward, g.whose, g.target, m.value, m.measured_on
    ${asked} and d.secrecy is null join answers a on a.home_id = u.home_id and a.document_id = u.document_id and a.unit_id = u.unit_id and a.kind = 'takenUp' and a.first_answered_on <= s.day
    join clauses c on c.home_id = a.home_id and c.id = a.clause_id and c.kind = 'indicator'
    cross join lateral (select 'superior' as whose, c.target union all select 'own', o.target from (
      select coalesce((select case c.toward when 'atLeast' then max(n.target) else min(n.target) end from answer_links l join clauses n on n.home_id = home_of(l.other_id) and n.id = l.other_id
        join documents o on o.home_id = n.home_id and o.id = n.document_id and o.void is null and o.secrecy is null where l.home_id = a.home_id and l.answer_id = a.id and l.kind = 'clause' and n.measure = c.measure), a.target) as target) o where o.target is not null) g
    left join lateral (select v.value, v.measured_on from clause_values v where v.home_id = a.home_id and v.answer_id = a.id and v.measured_on <= s.day order by v.measured_on desc limit 1) m on true`,
  verb: 'document.read',
  sort: { of: sql`x.symbol || x.label` },
  columns: [documentColumns[0]!, { id: 'wording', title: { vi: 'Chỉ tiêu', en: 'Indicator' }, kind: 'text', of: sql`x.wording` }, unitColumn, number('value', sql`x.value`, { vi: 'Kết quả', en: 'Value' }), number('target', sql`x.target`, { vi: 'Phải đạt', en: 'Target' }),
    number('share', sql`case when x.toward = 'atLeast' and x.target > 0 then round(100 * x.value / x.target, 1) end`, { vi: '% của mức phải đạt', en: '% of the target' }), { id: 'measure', title: { vi: 'Đơn vị tính', en: 'Measure' }, kind: 'text', of: sql`x.measure` },
    day('on', sql`x.measured_on`, { vi: 'Tính đến', en: 'As of' }), { id: 'label', title: { vi: 'Mục', en: 'Clause' }, kind: 'text', of: sql`x.label` }, formerColumn, communeColumn('party')],
};

const whoseDimension: Partition = {
  kind: 'partition',
  id: 'whose',
  title: { vi: 'Chỉ tiêu của', en: 'Whose target' },
  buckets: [{ code: 'superior', label: { vi: 'Cấp trên giao', en: 'The superior’s' } }, { code: 'own', label: { vi: 'Đơn vị tự đặt', en: 'The unit’s own' } }],
  of: sql`x.whose`,
};

const reachedDimension: Partition = {
  kind: 'partition',
  id: 'reached',
  title: { vi: 'Mức đạt', en: 'How far' },
  buckets: [
    { code: 'beyond', label: { vi: 'Vượt', en: 'Beyond' } }, { code: 'reached', label: { vi: 'Đạt', en: 'Reached' } }, { code: 'short', label: { vi: 'Chưa đạt', en: 'Not reached' } }, { code: 'untold', label: { vi: 'Chưa có kết quả', en: 'No value yet' } },
  ],
  of: sql`case when x.value is null then 'untold' when x.value = x.target then 'reached' when (x.value > x.target) = (x.toward = 'atLeast') then 'beyond' else 'short' end`,
};

export const cascadeFigures: readonly Figure[] = [
  {
    id: 'cascades.running',
    kind: 'state',
    subject: cascadeSubject,
    title: { vi: 'Văn bản cấp trên đang triển khai', en: 'Documents of superiors being carried out' },
    explanation: {
      vi: 'Số văn bản còn hiệu lực vào ngày tính đã được giao cho đơn vị triển khai, mỗi văn bản ở mỗi đơn vị tính một lần. Chia theo thời gian từ ngày ban hành đến ngày tính, và theo việc đơn vị đã sơ kết hay chưa.',
      en: 'Documents in force on the day that the unit is asked to carry out, each once in each unit; divided by the time since their issue, and by whether the unit has held its interim review.',
    },
    words: { vi: 'văn bản đang triển khai', en: 'documents being carried out' },
    dimensions: [typeDimension, runDimension, reviewDimension],
  },
  {
    id: 'cascades.programmes',
    kind: 'state',
    subject: cascadeSubject,
    title: { vi: 'Đơn vị có chương trình hành động đúng hạn', en: 'Units with an action programme by the deadline' },
    explanation: {
      vi: 'Trong số đơn vị được giao triển khai văn bản có thời hạn ban hành chương trình hành động, bao nhiêu đơn vị đã ghi ngày ban hành và ngày ấy không sau thời hạn. Mỗi văn bản ở mỗi đơn vị tính một lần.',
      en: 'Of the units asked to carry out a document with a deadline for the action programme, those that recorded the day of theirs, no later than the deadline. Each document counts once in each unit.',
    },
    words: { vi: 'lượt đơn vị phải có chương trình hành động', en: 'action programmes to be issued' },
    base: { where: sql`x.programme_due is not null` },
    aimsAtAll: true,
    count: { where: sql`coalesce(x.programme_on <= x.programme_due, false)` },
    dimensions: [programmeDimension, typeDimension],
  },
  {
    id: 'clauses.answered',
    kind: 'state',
    subject: clauseSubject,
    title: { vi: 'Nội dung của cấp trên đã được trả lời', en: 'Clauses of superiors answered' },
    explanation: {
      vi: 'Trong số nội dung của các văn bản đang triển khai, mỗi nội dung ở mỗi đơn vị được giao tính một lần, bao nhiêu nội dung đơn vị đã trả lời: đã cụ thể hóa, hoặc không áp dụng kèm lý do. Chia theo tình trạng để thấy nơi chưa trả lời và nơi chậm.',
      en: 'Of the clauses of documents being carried out, each once in each unit asked, those that the unit has answered: taken up, or not applicable with the reason. By state it tells who is silent and who is late.',
    },
    words: { vi: 'lượt nội dung phải trả lời', en: 'clauses to be answered' },
    base: {},
    aimsAtAll: true,
    count: { where: sql`x.state not in ('silent', 'silentLate')` },
    summed: clausesOfUnits,
    dimensions: [stateDimension, typeDimension],
  },
  {
    id: 'targets.reached',
    kind: 'state',
    subject: targetSubject,
    title: { vi: 'Chỉ tiêu đã đạt', en: 'Targets reached' },
    explanation: {
      vi: 'Trong số chỉ tiêu mà đơn vị đã nhận thực hiện, bao nhiêu chỉ tiêu có kết quả mới nhất đạt hoặc vượt mức phải đạt. Mức cấp trên giao và mức đơn vị tự đặt là hai chỉ tiêu, đánh giá riêng. Phần trăm trong danh sách là kết quả so với mức phải đạt, không phải bản thân kết quả; được phép trên 100 %.',
      en: 'Of the targets that units have taken up, those whose latest value reaches or passes them. The superior’s target and the unit’s own are two, judged apart. The percentage in the list is the value compared with the target, never the value itself; it may be over 100 %.',
    },
    words: { vi: 'chỉ tiêu đã nhận', en: 'targets taken up' },
    base: {},
    count: { where: sql`coalesce(case x.toward when 'atLeast' then x.value >= x.target else x.value <= x.target end, false)` },
    dimensions: [reachedDimension, whoseDimension],
  },
];
