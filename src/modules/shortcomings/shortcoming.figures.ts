/**
 * Figures about shortcomings of units: open, late, remedied, found again. What was found of people is never counted. One counts
 * with the unit where it is put right; what was withdrawn never does.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesOnDay, formerName } from '../../figures/heirs.ts';
import type { Column, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';
import { foundBefore } from './shortcoming.again.figures.ts';
import { mostSteps } from './shortcoming.ts';
import { foundInNames, foundIns, topicCodes, topics } from './shortcoming.kinds.ts';

const whyLive = 'units have few shortcomings; they are confirmed, withdrawn and taken back long after the day on which they count';

const dayColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });

/** The deadline as it stood on the day asked about: what the first step since has written over, else what stands. */
const dueThen = sql`(select x.due from (
    select (p.step #>> '{former,dueOn}')::date as due, p.nth from jsonb_array_elements(d.content -> 'steps') with ordinality p(step, nth) where p.step -> 'former' ? 'dueOn' and (p.step ->> 'on')::date > s.day
    union all select d.due_on, ${sql.lit(mostSteps + 1)}) x order by x.nth limit 1)`;

const foundAt = sql`select unit_id from shortcomings where person_id is null`;
const own = sql`(select s.*, s.unit_id as body_id from scope s)`;

const rowsWhere = ({ among, day, where }: { readonly among: Sql; readonly day: Sql; readonly where: Sql }) => sql`
  select s.point, ${day} as day, s.child_id, s.unit_id, s.body_id, d.id::text as id, d.home_id, d.id as shortcoming_id, left(concat(${formerName(sql`s.unit_id`, sql`s.body_id`)} || ': ', d.content ->> 'what'), 200) as what, d.topic, d.found_in, d.found_on, ${dueThen} as due_on, d.reported_on,
    case when d.closed_on <= s.day then d.closed_on end as closed_on, s.day as asked_on, d.earlier_id, d.raised_by_id = d.unit_id as is_own
  from ${among} s join shortcomings d on d.unit_id = s.body_id and d.person_id is null and d.state <> 'withdrawn' and ${where}`;

const shared = {
  hierarchy: 'all',
  keepsNoRollup: whyLive,
  foundAt,
  verb: 'shortcoming.read',
  columns: [
    { id: 'what', title: { vi: 'Hạn chế, khuyết điểm', en: 'Shortcoming' }, kind: 'text', of: sql`x.what`, link: { to: 'shortcoming', of: sql`x.shortcoming_id` } },
    dayColumn('foundOn', sql`x.found_on`, { vi: 'Phát hiện ngày', en: 'Found on' }), dayColumn('dueOn', sql`x.due_on`, { vi: 'Thời hạn', en: 'Deadline' }),
    dayColumn('closedOn', sql`x.closed_on`, { vi: 'Xác nhận ngày', en: 'Confirmed on' }), unitColumn, communeColumn('party'),
  ],
} as const satisfies Partial<Subject>;

const openSubject: Subject = {
  ...shared, id: 'openShortcoming', sort: { of: sql`coalesce(x.due_on, date '9999-12-31')::text` },
  rows: rowsWhere({ among: bodiesOnDay, day: sql`s.day`, where: sql`d.found_on <= s.day and (d.closed_on is null or d.closed_on > s.day)` }),
};

const foundSubject: Subject = {
  ...shared, id: 'foundShortcoming', sort: { of: sql`(date '9999-12-31' - x.found_on)::text` },
  rows: rowsWhere({ among: own, day: sql`d.found_on`, where: sql`d.found_on between s.from_day and s.day and ${heldOn('s.valid', 'd.found_on')}` }),
};

/** As `isLate` tells it: what was reported in time is not. */
const isLate = sql`coalesce(x.due_on < x.asked_on and not coalesce(x.reported_on <= x.due_on, false), false)`;

const topicDimension: Partition = { kind: 'partition', id: 'topic', title: { vi: 'Lĩnh vực', en: 'Topic' }, buckets: topicCodes.map((code) => ({ code, label: topics[code] })), of: sql`x.topic` };
const foundInDimension: Partition = { kind: 'partition', id: 'foundIn', title: { vi: 'Phát hiện qua', en: 'Found in' }, buckets: foundIns.map((code) => ({ code, label: foundInNames[code] })), of: sql`x.found_in` };

const deadlineDimension: Partition = {
  kind: 'partition',
  id: 'deadline',
  title: { vi: 'Thời hạn', en: 'Deadline' },
  buckets: [{ code: 'late', label: { vi: 'Quá hạn', en: 'Late' } }, { code: 'ahead', label: { vi: 'Còn hạn', en: 'Not due yet' } }, { code: 'none', label: { vi: 'Chưa đặt thời hạn', en: 'No deadline set' } }],
  of: sql`case when x.due_on is null then 'none' when ${isLate} then 'late' else 'ahead' end`,
};

const standingDimension: Partition = {
  kind: 'partition',
  id: 'standing',
  title: { vi: 'Tình trạng đến ngày cuối kỳ', en: 'How it stood at the end' },
  buckets: [{ code: 'remedied', label: { vi: 'Đã xác nhận khắc phục', en: 'Confirmed remedied' } }, { code: 'late', label: { vi: 'Chưa xong, quá hạn', en: 'Open and late' } }, { code: 'open', label: { vi: 'Chưa xong', en: 'Open' } }],
  of: sql`case when x.closed_on is not null then 'remedied' when ${isLate} then 'late' else 'open' end`,
};

/** What a unit found and confirmed by itself says less than what its superior did. */
const confirmedByDimension: Partition = {
  kind: 'partition',
  id: 'confirmedBy',
  title: { vi: 'Nơi xác nhận', en: 'Who confirmed it' },
  buckets: [{ code: 'superior', label: { vi: 'Cấp trên xác nhận', en: 'A superior' } }, { code: 'self', label: { vi: 'Đơn vị tự phát hiện, tự xác nhận', en: 'The unit itself' } }, { code: 'nobody', label: { vi: 'Chưa xác nhận', en: 'Not confirmed' } }],
  of: sql`case when x.closed_on is null then 'nobody' when x.is_own then 'self' else 'superior' end`,
};

const isFoundAgain = sql`(x.earlier_id is not null or ${foundBefore({ unit: sql`x.body_id`, topic: sql`x.topic`, person: sql`null`, foundOn: sql`x.found_on`, id: sql`x.shortcoming_id` })})`;

const foundWords = { vi: 'hạn chế, khuyết điểm phát hiện trong kỳ', en: 'shortcomings found in the period' };

export const shortcomingFigures: readonly Figure[] = [
  {
    id: 'shortcomings.open',
    kind: 'state',
    subject: openSubject,
    title: { vi: 'Hạn chế, khuyết điểm chưa khắc phục xong', en: 'Open shortcomings' },
    explanation: {
      vi: 'Số hạn chế, khuyết điểm của tập thể đã phát hiện, đến ngày tính chưa được nơi phát hiện xác nhận khắc phục. Không kể hạn chế của cá nhân và nội dung đã hủy.',
      en: 'Shortcomings of units that were found and, on the day, not yet confirmed remedied by the body that raised them. Those of people, and those withdrawn, are left out.',
    },
    words: { vi: 'hạn chế, khuyết điểm chưa khắc phục xong', en: 'open shortcomings' },
    dimensions: [deadlineDimension, topicDimension, foundInDimension],
  },
  {
    id: 'shortcomings.late',
    kind: 'state',
    subject: openSubject,
    title: { vi: 'Hạn chế, khuyết điểm quá hạn khắc phục', en: 'Late shortcomings' },
    explanation: {
      vi: 'Trong số hạn chế, khuyết điểm của tập thể chưa khắc phục xong vào ngày tính, bao nhiêu đã qua thời hạn khắc phục mà đơn vị chưa báo cáo trong hạn.',
      en: 'Of the shortcomings of units that are open on the day, those whose deadline has passed and that were not reported remedied in time.',
    },
    words: { vi: 'hạn chế, khuyết điểm chưa khắc phục xong', en: 'open shortcomings' },
    base: {},
    count: { where: isLate },
    dimensions: [topicDimension, foundInDimension],
  },
  {
    id: 'shortcomings.remedied',
    kind: 'flow',
    subject: foundSubject,
    title: { vi: 'Hạn chế, khuyết điểm đã khắc phục', en: 'Shortcomings remedied' },
    explanation: {
      vi: 'Trong số hạn chế, khuyết điểm của tập thể phát hiện trong kỳ, bao nhiêu đã được nơi phát hiện xác nhận khắc phục đến hết kỳ.',
      en: 'Of the shortcomings of units found in the period, those that the body that raised them has confirmed remedied by its end.',
    },
    words: foundWords,
    base: {},
    aimsAtAll: true,
    count: { where: sql`x.closed_on is not null` },
    dimensions: [standingDimension, confirmedByDimension, topicDimension, foundInDimension],
  },
  {
    id: 'shortcomings.recurring',
    kind: 'flow',
    subject: foundSubject,
    title: { vi: 'Hạn chế, khuyết điểm lặp lại', en: 'Shortcomings found again' },
    explanation: {
      vi: 'Trong số hạn chế, khuyết điểm của tập thể phát hiện trong kỳ, bao nhiêu thuộc lĩnh vực đã từng phát hiện ở chính đơn vị đó hoặc đơn vị đã nhập nguyên vẹn vào đó trước đây, hoặc được ghi là lặp lại một hạn chế trước.',
      en: 'Of the shortcomings of units found in the period, those on a topic that was found before at the same unit or one that was merged into it, or that are linked to an earlier one.',
    },
    words: foundWords,
    base: {},
    count: { where: isFoundAgain },
    dimensions: [topicDimension, foundInDimension],
  },
];
