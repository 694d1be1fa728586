/**
 * Figures about visits: how many and of which kinds, meetings attended by cadres from outside (events and people apart), whether both
 * records agree, what was owed at a place and what was done. A visit counts with the place where it was.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesInPeriod, formerName } from '../../figures/heirs.ts';
import type { Column, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';
import { reportsOwed } from './report.owed.figures.ts';
import { agreementOf, isMeetingVisit } from './visit.agrees.figures.ts';
import { doneIn, isMet, owedColumns, owesSomething } from './visit.duties.figures.ts';
import { visitKindNames, visitKinds } from './visit.kinds.ts';

const whyLive = 'a place has few visits; they are corrected and withdrawn, and the meetings that they attend recorded, long after their day';
const nameOf = (person: Sql) => sql`(select p.full_name from people p where p.home_id = home_of(${person}) and p.id = ${person})`;
const dayColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const cadreColumn: Column = { id: 'cadre', title: { vi: 'Cán bộ', en: 'Cadre' }, kind: 'text', of: sql`x.person_name`, link: { to: 'person', of: sql`x.cadre_id` } };
const kindOf = sql`case x.kind ${sql.join(visitKinds.map((kind) => sql`when ${sql.lit(kind)} then ${sql.lit(visitKindNames[kind].vi)}`), sql` `)} end`;

const shared = { hierarchy: 'all', keepsNoRollup: whyLive, verb: 'visit.read' } as const satisfies Partial<Subject>;

/** `id`: by visit, or by who made it. */
const visitRows = (id: Sql, where: Sql) => sql`
  select s.point, v.visited_on as day, s.child_id, s.unit_id, ${id} as id, v.home_id, v.id as visit_id, v.person_id as cadre_id, concat(${formerName(sql`s.unit_id`, sql`s.body_id`)} || ': ', ${nameOf(sql`v.person_id`)}) as person_name, v.kind, ${agreementOf('v')} as agreement
  from ${bodiesInPeriod} s join visits v on v.unit_id = s.body_id and v.visited_on between s.from_day and s.day and v.state = 'kept' and ${heldOn('s.body_valid', 'v.visited_on')} and ${where}`;

const visitColumns: readonly Column[] = [
  { id: 'visit', title: { vi: 'Chuyến đi', en: 'Visit' }, kind: 'text', of: kindOf, link: { to: 'visit', of: sql`x.visit_id` } }, dayColumn('on', sql`x.day`, { vi: 'Ngày', en: 'Day' }), cadreColumn, unitColumn, communeColumn('party'),
];

const foundAt = sql`select unit_id from visits`;

const visitSubject: Subject = { ...shared, id: 'visit', foundAt, sort: { of: sql`(date '9999-12-31' - x.day)::text` }, columns: visitColumns, rows: visitRows(sql`v.id::text`, sql`true`) };
const meetingVisitSubject: Subject = { ...shared, id: 'meetingVisit', foundAt, sort: { of: sql`(date '9999-12-31' - x.day)::text` }, columns: visitColumns, rows: visitRows(sql`v.id::text`, isMeetingVisit('v')) };
const visitorSubject: Subject = { ...shared, id: 'visitor', foundAt, sort: { of: sql`x.person_name` }, columns: [cadreColumn, unitColumn, communeColumn('party')], rows: visitRows(sql`v.person_id::text`, isMeetingVisit('v')) };

const span = { from: sql`s.from_day`, to: sql`s.day` };

const dutySubject: Subject = {
  ...shared,
  id: 'oversightDuty',
  foundAt: sql`select unit_id from oversight_assignments`,
  sort: { of: sql`x.person_name` },
  columns: [cadreColumn, unitColumn, communeColumn('party'), dayColumn('last', sql`x.last_on`, { vi: 'Lần đi gần nhất', en: 'Last visit' })],
  rows: sql`
    select o.*, ${isMet} as is_met from (
      select s.point, s.day, s.child_id, s.unit_id, a.id::text as id, a.home_id, a.person_id as cadre_id, ${nameOf(sql`a.person_id`)} as person_name, ${owedColumns(span)}, done.visits, done.meetings, done.cell, done.committee, done.last_on
      from ${bodiesInPeriod} s join oversight_assignments a on a.unit_id = s.body_id and a.valid && s.body_valid and a.valid && daterange(s.from_day, s.day, '[]')
      left join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier
      cross join lateral ${doneIn(span)} done) o`,
};

const promiseSubject: Subject = {
  ...shared,
  id: 'promise',
  foundAt: sql`select unit_id from tasks where origin_kind = 'visit'`,
  verb: 'task.read',
  sort: { of: sql`(date '9999-12-31' - x.due_on)::text` },
  columns: [{ id: 'task', title: { vi: 'Việc đã hứa', en: 'Promise' }, kind: 'text', of: sql`x.title`, link: { to: 'task', of: sql`x.task_id` } }, dayColumn('due', sql`x.due_on`, { vi: 'Thời hạn', en: 'Due' }), cadreColumn, unitColumn, communeColumn('party')],
  rows: sql`
    select s.point, t.due_on as day, s.child_id, s.unit_id, t.id::text as id, t.home_id, t.id as task_id, t.title, t.due_on, t.owner_id as cadre_id, ${nameOf(sql`t.owner_id`)} as person_name,
      least(t.settled_on, case when t.stage = 'reported' then t.stage_on end) as done_on
    from ${bodiesInPeriod} s join tasks t on t.unit_id = s.body_id and t.origin_kind = 'visit' and t.state <> 'dropped' and t.due_on between s.from_day and s.day and ${heldOn('s.body_valid', 't.due_on')}`,
};

const owedReports = reportsOwed({ ...span, where: sql`g.unit_id = s.body_id` });

const reportSubject: Subject = {
  ...shared,
  id: 'cadreReport',
  foundAt: sql`select unit_id from oversight_regulations`,
  sort: { of: sql`(date '9999-12-31' - x.to_day)::text || x.person_name` },
  columns: [cadreColumn, dayColumn('to', sql`x.to_day`, { vi: 'Hết kỳ', en: 'End of the period' }), dayColumn('handed', sql`x.handed_on`, { vi: 'Nộp ngày', en: 'Handed in on' }), unitColumn],
  rows: sql`
    select s.point, w.to_day as day, s.child_id, s.unit_id, concat(w.body_id, w.person_id, w.to_day) as id, w.home_id, w.person_id as cadre_id, ${nameOf(sql`w.person_id`)} as person_name, w.to_day, s.day as asked_on, w.due_on, w.handed_on
    from ${bodiesInPeriod} s join (select distinct unit_id from oversight_regulations) own on own.unit_id = s.body_id cross join lateral ${owedReports} w`,
};

const kindDimension: Partition = { kind: 'partition', id: 'kind', title: { vi: 'Loại chuyến đi', en: 'Kind of visit' }, buckets: visitKinds.map((code) => ({ code, label: visitKindNames[code] })), of: sql`x.kind` };

const agreementDimension: Partition = {
  kind: 'partition',
  id: 'agreement',
  title: { vi: 'Đối chiếu với buổi họp', en: 'Beside the meeting' },
  buckets: [
    { code: 'agrees', label: { vi: 'Hai bên ghi khớp', en: 'Both records agree' } }, { code: 'differs', label: { vi: 'Buổi họp không ghi có cán bộ', en: 'The meeting does not name the cadre' } },
    { code: 'waiting', label: { vi: 'Buổi họp chưa kết thúc', en: 'The meeting is not closed' } }, { code: 'noRecord', label: { vi: 'Nơi họp chưa ghi buổi họp', en: 'The place has not recorded it' } },
  ],
  of: sql`x.agreement`,
};

const attendedWords = { vi: 'lượt cán bộ dự sinh hoạt chi bộ, họp cấp ủy trong kỳ', en: 'attendances of cadres at meetings in the period' };
const dutyWords = { vi: 'phân công theo dõi trong kỳ', en: 'places followed in the period, each counted with its cadre' };

export const visitFigures: readonly Figure[] = [
  {
    id: 'visits.made',
    kind: 'flow',
    subject: visitSubject,
    title: { vi: 'Chuyến đi cơ sở', en: 'Visits' },
    explanation: { vi: 'Số chuyến đi cơ sở cán bộ đã ghi trong kỳ, tính cho nơi đến. Không kể chuyến đi đã rút.', en: 'Visits that cadres recorded in the period, counted with the place. Withdrawn ones are left out.' },
    words: { vi: 'chuyến đi cơ sở trong kỳ', en: 'visits in the period' },
    dimensions: [kindDimension],
  },
  {
    id: 'visits.meetings',
    kind: 'flow',
    subject: meetingVisitSubject,
    title: { vi: 'Lượt cán bộ dự sinh hoạt, họp cấp ủy', en: 'Meetings attended by cadres' },
    explanation: { vi: 'Số lượt cán bộ từ nơi khác dự sinh hoạt chi bộ, họp cấp ủy trong kỳ. Một người dự nhiều lần tính nhiều lượt.', en: 'How often cadres from elsewhere attended meetings of cells and committees in the period. Who came twice counts twice.' },
    words: attendedWords,
    dimensions: [kindDimension, agreementDimension],
  },
  {
    id: 'visits.cadresAtMeetings',
    kind: 'flow',
    subject: visitorSubject,
    title: { vi: 'Cán bộ đã dự sinh hoạt, họp cấp ủy', en: 'Cadres who attended meetings' },
    explanation: { vi: 'Số cán bộ từ nơi khác đã dự ít nhất một buổi sinh hoạt chi bộ hoặc họp cấp ủy trong kỳ. Một người dự nhiều lần tính một.', en: 'Cadres from elsewhere who attended at least one meeting in the period. Who came twice counts once.' },
    words: { vi: 'cán bộ đã dự họp trong kỳ', en: 'cadres who attended in the period' },
    dimensions: [],
  },
  {
    id: 'visits.agreed',
    kind: 'flow',
    subject: meetingVisitSubject,
    title: { vi: 'Lượt dự họp được buổi họp ghi nhận', en: 'Attendances that the meeting’s record confirms' },
    explanation: { vi: 'Trong số lượt cán bộ ghi đã dự những buổi họp mà nơi họp đã ghi và kết thúc, bao nhiêu lượt có tên trong khách mời hoặc danh sách điểm danh của buổi họp.', en: 'Of the attendances at meetings that the place has recorded and closed, those that its guests or roll name.' },
    words: { vi: 'lượt dự những buổi họp đã được nơi họp ghi', en: 'attendances at meetings recorded by the place' },
    base: { where: sql`x.agreement in ('agrees', 'differs')` },
    aimsAtAll: true,
    count: { where: sql`x.agreement = 'agrees'` },
    dimensions: [kindDimension],
  },
  {
    id: 'visits.obligationsMet',
    kind: 'flow',
    subject: dutySubject,
    title: { vi: 'Phân công đã làm đủ nghĩa vụ', en: 'Places at which obligations were met' },
    explanation: { vi: 'Trong số phân công theo dõi mà quy chế có yêu cầu trong kỳ, bao nhiêu phân công cán bộ đã đi cơ sở, dự sinh hoạt chi bộ, dự họp cấp ủy đủ số lần quy chế yêu cầu, tính theo số ngày theo dõi. Số buổi quy chế giao theo năm tính dồn từ đầu năm đến cuối kỳ.', en: 'Of the places followed at which the regulation asks for something in the period, each counted with its cadre, those where the cadre visited and attended as often as it asks, pro rata of the days followed. What it asks for a year is counted from the beginning of the year to the end of the period.' },
    words: { vi: 'phân công có nghĩa vụ trong kỳ', en: 'places followed at which something is owed in the period' },
    base: { where: owesSomething },
    aimsAtAll: true,
    count: { where: sql`x.is_met` },
    dimensions: [],
  },
  {
    id: 'visits.unvisited',
    kind: 'flow',
    subject: dutySubject,
    title: { vi: 'Phân công chưa đi cơ sở lần nào', en: 'Places followed and not visited' },
    explanation: { vi: 'Trong số phân công theo dõi còn hiệu lực trong kỳ, bao nhiêu phân công mà cán bộ chưa đến nơi theo dõi lần nào trong kỳ.', en: 'Of the places followed in the period, each counted with its cadre, those to which the cadre did not go in it.' },
    words: dutyWords,
    base: {},
    count: { where: sql`x.visits = 0` },
    dimensions: [],
  },
  {
    id: 'visits.withoutMeetings',
    kind: 'flow',
    subject: dutySubject,
    title: { vi: 'Phân công chưa dự buổi họp nào', en: 'Places at which no meeting was attended' },
    explanation: { vi: 'Trong số phân công theo dõi còn hiệu lực trong kỳ, bao nhiêu phân công mà cán bộ chưa dự buổi sinh hoạt chi bộ hoặc họp cấp ủy nào của nơi theo dõi trong kỳ.', en: 'Of the places followed in the period, each counted with its cadre, those where the cadre attended no meeting of a cell or committee in it.' },
    words: dutyWords,
    base: {},
    count: { where: sql`x.meetings = 0` },
    dimensions: [],
  },
  {
    id: 'visits.promisesKept',
    kind: 'flow',
    subject: promiseSubject,
    title: { vi: 'Việc đã hứa làm đúng hạn', en: 'Promises kept' },
    explanation: { vi: 'Trong số việc cán bộ đã hứa với cơ sở đến hạn trong kỳ, bao nhiêu việc đã báo cáo hoặc được xác nhận hoàn thành chậm nhất vào ngày hết hạn.', en: 'Of what cadres promised to places and was due in the period, what was reported or confirmed as done by its day.' },
    words: { vi: 'việc đã hứa đến hạn trong kỳ', en: 'promises due in the period' },
    base: {},
    aimsAtAll: true,
    count: { where: sql`coalesce(x.done_on <= x.due_on, false)` },
    dimensions: [],
  },
  {
    id: 'visits.reportsInTime',
    kind: 'flow',
    subject: reportSubject,
    title: { vi: 'Báo cáo theo dõi cơ sở nộp đúng hạn', en: 'Reports handed in on time' },
    explanation: { vi: 'Trong số báo cáo định kỳ mà cán bộ phải nộp của những kỳ kết thúc trong thời gian tính, bao nhiêu báo cáo đã nộp chậm nhất vào ngày hết hạn. Báo cáo chưa đến hạn và chưa nộp không tính.', en: 'Of the periodic reports owed for periods that ended in the time asked about, those handed in by their day. One neither due nor handed in is left out.' },
    words: { vi: 'báo cáo định kỳ phải nộp', en: 'periodic reports owed' },
    base: { where: sql`(x.handed_on is not null or x.due_on < x.asked_on)` },
    aimsAtAll: true,
    count: { where: sql`coalesce(x.handed_on <= x.due_on, false)` },
    rules: ['cadreReport.handInDays'],
    dimensions: [],
  },
];
