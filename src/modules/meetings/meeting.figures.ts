/**
 * Figures about meetings held: how many, how long, how attended, who stayed away, which guests came. Held is a meeting that
 * was closed, its minutes adopted or not; it counts on its day and with the unit that held it. Whether it was long enough and
 * its minutes in time is judged by the rule in force on that day at the nearest scope.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Column, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import type { Text } from '../../platform/contract.ts';
import { byGivenName, personColumn } from '../people/person.figures.ts';
import { communeColumn, ruleInForce, unitColumn } from '../units/unit.figures.ts';
import { kindNames, levelNames, meetingKinds, scoreLevels } from './meeting.kinds.ts';

/** Meetings `m`. */
export const isHeld = sql`m.state in ('closed', 'adopted')`;

/** Rows of `scope s` beside the meetings `m` that its units held in the period. */
const fromHeld = sql`
  from scope s
  join meetings m on m.unit_id = s.unit_id and m.held_on between s.from_day and s.day and ${isHeld} and ${heldOn('s.valid', 'm.held_on')}`;

/** Most communes meet on most days. */
const keptByMonth = { keptBy: 'month', looksAt: { what: 'meetings', daysBack: 0 } } as const;

/** Opens the meeting. */
const dayColumn: Column = { id: 'day', title: { vi: 'Ngày họp', en: 'Day' }, kind: 'day', of: sql`x.day`, link: { to: 'meeting', of: sql`x.meeting_id` } };
const countColumn = (id: string, of: Sql, title: Text): Column => ({ id, title, kind: 'number', of });

/** The latest first: as many digits for every day of our time, so that their text sorts as they do. */
const daysToCome = sql`(date '9999-12-31' - x.day)`;

const meetingSubject: Subject = {
  id: 'meeting',
  hierarchy: 'party',
  ...keptByMonth,
  rows: sql`
    select s.point, m.held_on as day, s.child_id, s.unit_id, m.id::text as id, m.home_id, m.id as meeting_id, m.kind as meeting_kind, m.is_extended, m.is_late, m.minutes,
      m.expected, m.present + m.online as came, m.excused, m.absent, m.score_level, m.adopted_on
    ${fromHeld}`,
  verb: 'meeting.read',
  sort: { of: sql`${daysToCome}::text` },
  columns: [
    dayColumn, unitColumn, communeColumn('party'),
    countColumn('expected', sql`x.expected`, { vi: 'Phải dự', en: 'Expected' }),
    countColumn('came', sql`x.came`, { vi: 'Có mặt', en: 'Came' }),
    countColumn('absent', sql`x.absent`, { vi: 'Vắng không lý do', en: 'Absent without leave' }),
    countColumn('minutes', sql`x.minutes`, { vi: 'Số phút', en: 'Minutes' }),
    { id: 'adopted', title: { vi: 'Ngày thông qua biên bản', en: 'Minutes adopted' }, kind: 'day', of: sql`x.adopted_on` },
  ],
};

/** Attendances `o` of one who was missing at a meeting that counts. */
const missed = sql`
  from attendances o join meetings w on w.home_id = o.home_id and w.id = o.meeting_id and w.state in ('closed', 'adopted')
  where o.person_id = a.person_id and o.mark = 'absent' and o.basis = 'expected'`;

/** One row for each time that somebody was missing; the last of the period counts, wherever that was. */
const absenteeSubject: Subject = {
  id: 'absentee',
  hierarchy: 'party',
  keptBy: 'month',
  looksAt: { what: 'absences', daysBack: 0 },
  isLastAlone: true,
  rows: sql`
    select s.point, s.day as asked_to, m.held_on as day, s.child_id, s.unit_id, a.person_id::text as id, home_of(a.person_id) as home_id, a.person_id, m.id as meeting_id,
      (select o.held_on ${missed} and o.held_on >= m.held_on and (o.held_on, o.meeting_id) > (m.held_on, m.id) order by o.held_on limit 1) as superseded_on,
      (select count(*) ${missed} and o.unit_id = m.unit_id and o.held_on between date_trunc('year', m.held_on::timestamp)::date and m.held_on)::int as times
    ${fromHeld} and m.absent > 0
    join attendances a on a.home_id = m.home_id and a.held_on = m.held_on and a.meeting_id = m.id and a.mark = 'absent' and a.basis = 'expected'`,
  verb: 'member.read',
  sort: byGivenName,
  columns: [
    personColumn, unitColumn, countColumn('missed', sql`x.times`, { vi: 'Số buổi vắng trong năm', en: 'Meetings missed in the year' }),
    { ...dayColumn, id: 'last', title: { vi: 'Vắng gần nhất', en: 'Last missed' } },
  ],
};

/** One row for each time that a head came; who comes to three meetings is three. */
const headGuestSubject: Subject = {
  id: 'headGuest',
  hierarchy: 'party',
  ...keptByMonth,
  rows: sql`
    select s.point, m.held_on as day, s.child_id, s.unit_id, g.id::text as id, m.home_id, m.id as meeting_id, m.kind as meeting_kind, g.name, g.person_id
    ${fromHeld} and m.is_extended and m.heads > 0
    join meeting_guests g on g.home_id = m.home_id and g.meeting_id = m.id and g.role = 'head' and g.is_present`,
  verb: 'meeting.read',
  sort: { of: sql`x.name` },
  columns: [{ id: 'guest', title: { vi: 'Họ và tên', en: 'Name' }, kind: 'text', of: sql`x.name`, link: { to: 'person', of: sql`x.person_id` } }, dayColumn, unitColumn],
};

const kindDimension: Partition = {
  kind: 'partition',
  id: 'kind',
  title: { vi: 'Loại cuộc họp', en: 'Kind of meeting' },
  buckets: meetingKinds.map((code) => ({ code, label: kindNames[code] })),
  of: sql`x.meeting_kind`,
};

const levelDimension: Partition = {
  kind: 'partition',
  id: 'level',
  title: { vi: 'Xếp loại buổi sinh hoạt', en: 'Score' },
  buckets: [...scoreLevels.map((code) => ({ code, label: levelNames[code] })), { code: 'none', label: { vi: 'Chưa chấm điểm', en: 'Not scored' } }],
  of: sql`coalesce(x.score_level, 'none')`,
};

const extendedDimension = yesNo('extended', sql`x.is_extended`, {
  title: { vi: 'Mở rộng', en: 'Extended' },
  yes: { vi: 'Có mở rộng', en: 'Extended' },
  no: { vi: 'Không mở rộng', en: 'Members only' },
});

const lateDimension = yesNo('late', sql`x.is_late`, {
  title: { vi: 'Ghi sau ngày họp', en: 'Entered late' },
  yes: { vi: 'Ghi sau ngày họp', en: 'On a later day' },
  no: { vi: 'Ghi đúng ngày họp', en: 'On the day' },
});

const leastMinutes = sql`case x.meeting_kind when 'regular' then ${ruleInForce('meeting.minMinutes')} when 'thematic' then ${ruleInForce('meeting.minMinutesWithTheme')} end`;

const lengthDimension: Partition = {
  kind: 'partition',
  id: 'length',
  title: { vi: 'Thời gian họp', en: 'Length' },
  buckets: [
    { code: 'enough', label: { vi: 'Đủ thời gian quy định', en: 'As long as the rule asks' } },
    { code: 'short', label: { vi: 'Ngắn hơn quy định', en: 'Shorter than the rule asks' } },
    { code: 'notNoted', label: { vi: 'Chưa ghi giờ bắt đầu hoặc kết thúc', en: 'Start or end not noted' } },
    { code: 'noRule', label: { vi: 'Không có quy định về thời gian', en: 'No rule on its length' } },
  ],
  of: sql`case when x.minutes is null then 'notNoted' when x.minutes < (${leastMinutes}) then 'short' when x.minutes >= (${leastMinutes}) then 'enough' else 'noRule' end`,
};

const minutesDays = ruleInForce('meeting.minutesDays');

const minutesDimension: Partition = {
  kind: 'partition',
  id: 'minutes',
  title: { vi: 'Biên bản', en: 'Minutes' },
  buckets: [
    { code: 'inTime', label: { vi: 'Thông qua đúng hạn', en: 'Adopted in time' } },
    { code: 'late', label: { vi: 'Thông qua muộn', en: 'Adopted late' } },
    { code: 'notAdopted', label: { vi: 'Chưa thông qua', en: 'Not adopted' } },
  ],
  of: sql`case when x.adopted_on is null then 'notAdopted' when x.adopted_on <= x.day + ${minutesDays}::int then 'inTime' else 'late' end`,
};

const timesDimension: Partition = {
  kind: 'partition',
  id: 'times',
  title: { vi: 'Số lần vắng trong năm', en: 'Times in the year' },
  buckets: [
    { code: 'once', label: { vi: '1 lần', en: 'Once' } },
    { code: 'twice', label: { vi: '2 lần', en: 'Twice' } },
    { code: 'more', label: { vi: '3 lần trở lên', en: 'Three times or more' } },
  ],
  of: sql`case x.times when 1 then 'once' when 2 then 'twice' else 'more' end`,
};

export const meetingFigures: readonly Figure[] = [
  {
    id: 'meetings.held',
    kind: 'flow',
    subject: meetingSubject,
    title: { vi: 'Buổi sinh hoạt, cuộc họp đã tổ chức', en: 'Meetings held' },
    explanation: {
      vi: 'Số buổi sinh hoạt chi bộ, cuộc họp cấp ủy và các cuộc họp khác của tổ chức đảng có ngày họp trong kỳ và đã kết thúc, kể cả buổi chưa thông qua biên bản. Không kể buổi mới lập lịch, đang họp hoặc đã hủy.',
      en: 'Meetings of cells, committees and other Party organisations whose day lies in the period and that were closed, whether or not their minutes are adopted. Planned, open and cancelled ones are left out.',
    },
    words: { vi: 'buổi sinh hoạt, cuộc họp đã tổ chức', en: 'meetings held' },
    dimensions: [kindDimension, extendedDimension, levelDimension, lengthDimension, lateDimension],
    rules: ['meeting.minMinutes', 'meeting.minMinutesWithTheme'],
  },
  {
    id: 'meetings.minutesAdopted',
    kind: 'flow',
    subject: meetingSubject,
    title: { vi: 'Buổi họp thông qua biên bản đúng hạn', en: 'Meetings whose minutes were adopted in time' },
    explanation: {
      vi: 'Trong số buổi đã tổ chức trong kỳ, bao nhiêu buổi có biên bản được thông qua chậm nhất sau ngày họp số ngày theo quy định áp dụng tại đơn vị vào ngày họp. Buổi còn trong hạn mà chưa thông qua vẫn nằm trong tổng số so sánh.',
      en: 'Of the meetings held in the period, those whose minutes were adopted within so many days of the meeting as the rule in force there on its day allows. Meetings whose time is not over yet are in the base too.',
    },
    words: { vi: 'buổi họp đã tổ chức', en: 'meetings held' },
    base: { where: sql`${minutesDays} is not null` },
    aimsAtAll: true,
    count: { where: sql`x.adopted_on <= x.day + ${minutesDays}::int` },
    dimensions: [kindDimension, minutesDimension, lateDimension],
    rules: ['meeting.minutesDays'],
  },
  {
    id: 'meetings.attendance',
    kind: 'flow',
    subject: meetingSubject,
    title: { vi: 'Tỷ lệ dự sinh hoạt, dự họp', en: 'Attendance' },
    explanation: {
      vi: 'Tổng số lượt người có mặt, kể cả dự trực tuyến, so với tổng số lượt người phải dự của các buổi đã tổ chức trong kỳ. Không kể người được miễn, đi xa có báo cáo, đang sinh hoạt tạm thời nơi khác và khách mời. Một người phải dự ba buổi tính ba lượt.',
      en: 'Attendances, those online included, out of all that were expected at the meetings held in the period. Who is exempt, away with leave, elsewhere for a time, or a guest is not counted. One person expected at three meetings counts three times.',
    },
    words: { vi: 'lượt người phải dự các buổi đã tổ chức', en: 'attendances expected at meetings held' },
    base: {},
    weights: { base: sql`x.expected`, count: sql`x.came` },
    dimensions: [kindDimension, extendedDimension],
  },
  {
    id: 'meetings.absentWithoutLeave',
    kind: 'flow',
    subject: meetingSubject,
    title: { vi: 'Lượt vắng không lý do', en: 'Absences without leave' },
    explanation: {
      vi: 'Tổng số lượt người phải dự nhưng vắng không lý do ở các buổi đã tổ chức trong kỳ. Một người vắng ba buổi tính ba lượt; danh sách là những buổi có người vắng.',
      en: 'How often somebody expected was missing without leave at a meeting held in the period. Missing three meetings counts three times; the records are the meetings.',
    },
    words: { vi: 'lượt vắng không lý do', en: 'absences without leave' },
    count: { where: sql`x.absent > 0` },
    weights: { base: sql`x.absent`, count: sql`x.absent` },
    dimensions: [kindDimension],
  },
  {
    id: 'meetings.absentees',
    kind: 'flow',
    subject: absenteeSubject,
    title: { vi: 'Người vắng không lý do', en: 'People absent without leave' },
    explanation: {
      vi: 'Số người phải dự nhưng vắng không lý do ít nhất một buổi đã tổ chức trong kỳ. Mỗi người tính một lần trong toàn Đảng bộ, tại đơn vị tổ chức buổi vắng gần nhất trong kỳ. Số lần vắng là số buổi của đơn vị đó từ đầu năm đến hết ngày vắng gần nhất.',
      en: 'People who were expected and missing without leave at one or more of the meetings held in the period. Each counts once, at the unit that held the last one missed in the period, wherever that is. How often counts the meetings of that unit from the beginning of the year up to that day.',
    },
    words: { vi: 'người vắng không lý do ít nhất một buổi', en: 'people absent without leave at least once' },
    dimensions: [timesDimension],
  },
  {
    id: 'meetings.headsAttending',
    kind: 'flow',
    subject: headGuestSubject,
    title: { vi: 'Lượt trưởng thôn, tổ trưởng chưa là đảng viên dự sinh hoạt mở rộng', en: 'Heads who came to extended meetings as guests' },
    explanation: {
      vi: 'Số lượt trưởng thôn, tổ trưởng tổ dân phố được mời và có mặt với tư cách khách tại các buổi sinh hoạt mở rộng đã tổ chức trong kỳ. Một người dự ba buổi tính ba lượt. Trưởng thôn, tổ trưởng là đảng viên dự với tư cách đảng viên, không tính ở đây.',
      en: 'How often a head of a village or residential group came as a guest to an extended meeting held in the period. Coming three times counts three times. Heads who are members come as members and are not counted here.',
    },
    words: { vi: 'lượt trưởng thôn, tổ trưởng dự sinh hoạt mở rộng', en: 'visits of heads to extended meetings' },
    dimensions: [kindDimension],
  },
];

function yesNo(id: string, of: Sql, { title, yes, no }: Record<'title' | 'yes' | 'no', Text>): Partition {
  return { kind: 'partition', id, title, buckets: [{ code: 'yes', label: yes }, { code: 'no', label: no }], of: sql`case when ${of} then 'yes' else 'no' end` };
}
