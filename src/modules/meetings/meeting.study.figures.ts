/**
 * Figures about what was studied: a document or topic in one sitting or several, make-up sittings among them. A topic counts on
 * the day of its first sitting and with the unit that held it, whenever the others were held; whoever was expected at any of
 * them is expected once, and has studied it who came to any of them.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Column, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import { byGivenName, personColumn } from '../people/person.figures.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';

const whyLive = 'a sitting held later changes what is said of the day of the first one; few units study, and few documents a year';

const isStudy = (meeting: string) => sql`${sql.ref(`${meeting}.kind`)} = 'study' and ${sql.ref(`${meeting}.state`)} in ('closed', 'adopted')`;
const isSameTopic = sql`t.unit_id = m.unit_id and coalesce(t.series_id, t.id) = coalesce(m.series_id, m.id) and ${isStudy('t')}`;

/** Rows of `scope s` beside the first sittings `m` that its units held in the period: the first that was held at all. */
const fromFirstSittings = sql`
  from scope s
  join meetings m on m.unit_id = s.unit_id and m.held_on between s.from_day and s.day and ${isStudy('m')} and ${heldOn('s.valid', 'm.held_on')}
    and not exists (select from meetings t where ${isSameTopic} and (t.held_on, t.id) < (m.held_on, m.id))`;

/** Each person expected at a sitting on the topic of `m`, with the day on which he studied it. */
const students = sql`
  select a.person_id, min(t.held_on) filter (where a.mark in ('present', 'online')) as studied_on, bool_or(t.id = m.id and a.mark in ('present', 'online')) as came_first
  from meetings t join attendances a on a.home_id = t.home_id and a.meeting_id = t.id and a.held_on = t.held_on
  where ${isSameTopic} group by a.person_id having bool_or(a.basis = 'expected')`;

const topicColumn: Column = { id: 'topic', title: { vi: 'Văn bản, nội dung học tập', en: 'Document or topic' }, kind: 'text', of: sql`x.topic`, link: { to: 'meeting', of: sql`x.meeting_id` } };
const dayColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const countColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'number', of });

const studentSubject: Subject = {
  id: 'student',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  rows: sql`
    select s.point, m.held_on as day, s.child_id, s.unit_id, m.id::text || ' ' || r.person_id::text as id, home_of(r.person_id) as home_id, r.person_id, m.id as meeting_id, m.topic, r.studied_on, r.came_first
    ${fromFirstSittings} cross join lateral (${students}) r`,
  verb: 'member.read',
  sort: byGivenName,
  columns: [personColumn, topicColumn, dayColumn('studied', sql`x.studied_on`, { vi: 'Ngày học', en: 'Studied on' }), unitColumn],
};

const topicSubject: Subject = {
  id: 'studiedTopic',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  rows: sql`
    select s.point, m.held_on as day, s.child_id, s.unit_id, m.id::text as id, m.home_id, m.id as meeting_id, m.topic,
      (select count(*)::int from meetings t where ${isSameTopic}) as sittings, r.expected, r.studied
    ${fromFirstSittings} cross join lateral (select count(*)::int as expected, count(studied_on)::int as studied from (${students}) of_topic) r`,
  verb: 'meeting.read',
  sort: { of: sql`x.day::text` },
  columns: [
    topicColumn, dayColumn('day', sql`x.day`, { vi: 'Buổi đầu', en: 'First sitting' }), unitColumn, communeColumn('party'),
    countColumn('sittingCount', sql`x.sittings`, { vi: 'Số buổi', en: 'Sittings' }),
    countColumn('expected', sql`x.expected`, { vi: 'Phải học', en: 'Expected' }),
    countColumn('studied', sql`x.studied`, { vi: 'Đã học', en: 'Studied it' }),
  ],
};

const sittingDimension: Partition = {
  kind: 'partition',
  id: 'sitting',
  title: { vi: 'Học ở buổi nào', en: 'In which sitting' },
  buckets: [
    { code: 'first', label: { vi: 'Buổi đầu', en: 'The first' } },
    { code: 'further', label: { vi: 'Buổi học tiếp, học bổ sung', en: 'A further or make-up sitting' } },
    { code: 'none', label: { vi: 'Chưa học', en: 'None' } },
  ],
  of: sql`case when x.came_first then 'first' when x.studied_on is not null then 'further' else 'none' end`,
};

const sittingsDimension: Partition = {
  kind: 'partition',
  id: 'sittings',
  title: { vi: 'Số buổi học', en: 'Sittings' },
  buckets: [{ code: 'one', label: { vi: 'Một buổi', en: 'One' } }, { code: 'several', label: { vi: 'Nhiều buổi, có học tiếp hoặc học bổ sung', en: 'Several, further or make-up sittings among them' } }],
  of: sql`case x.sittings when 1 then 'one' else 'several' end`,
};

export const studyFigures: readonly Figure[] = [
  {
    id: 'study.attendance',
    kind: 'flow',
    subject: studentSubject,
    title: { vi: 'Tỷ lệ học tập, quán triệt văn bản, nghị quyết', en: 'Study of documents and resolutions' },
    explanation: {
      vi: 'Trong số đảng viên phải học các văn bản, nghị quyết có buổi học đầu tiên trong kỳ, bao nhiêu người đã dự ít nhất một buổi, kể cả dự trực tuyến và buổi học bổ sung tổ chức sau đó. Mỗi người tính một lần cho mỗi văn bản, dù phải dự mấy buổi; người phải học hai văn bản tính hai lần.',
      en: 'Of those expected to study the documents whose first sitting lies in the period, how many came to at least one sitting, online or at a later make-up sitting included. Each person counts once for each document, at however many sittings they were expected; who is to study two documents counts twice.',
    },
    words: { vi: 'lượt đảng viên phải học văn bản, nghị quyết', en: 'members expected to study a document, once for each' },
    base: {},
    count: { where: sql`x.studied_on is not null` },
    dimensions: [sittingDimension],
  },
  {
    id: 'study.topics',
    kind: 'flow',
    subject: topicSubject,
    title: { vi: 'Văn bản, nghị quyết đã tổ chức học tập', en: 'Documents studied' },
    explanation: {
      vi: 'Số văn bản, nghị quyết, nội dung có buổi học tập, quán triệt đầu tiên trong kỳ (buổi đã kết thúc), mỗi văn bản một lần dù học mấy buổi; danh sách cho biết bao nhiêu người phải học và đã học.',
      en: 'Documents and topics whose first study session lies in the period (and was closed), each once in however many sittings it was studied; the records tell how many were expected and how many studied it.',
    },
    words: { vi: 'văn bản, nội dung đã tổ chức học tập', en: 'documents studied' },
    dimensions: [sittingsDimension],
  },
];
