/**
 * Figures about Party members. A member counts in a unit on a day by the official placement valid on that day of a
 * membership valid on that day; a full member is one recognised by then.
 */
import { sql } from 'kysely';
import { bands } from '../../figures/bands.ts';
import { heldOn } from '../../figures/held.ts';
import type { Column, Figure, Overlap, Partition, Subject } from '../../figures/figure.ts';
import { ageDimension, byGivenName, personColumn, sexDimension } from '../people/person.figures.ts';
import { cellTypeOfMember, unitColumn } from '../units/unit.figures.ts';

const cellColumn: Column = { ...unitColumn, id: 'cell', title: { vi: 'Chi bộ', en: 'Cell' } };
const admittedColumn: Column = { id: 'admitted', title: { vi: 'Ngày kết nạp', en: 'Admitted' }, kind: 'day', of: sql`x.admitted_on` };
const recognisedColumn: Column = { id: 'recognised', title: { vi: 'Ngày công nhận chính thức', en: 'Recognised as full member' }, kind: 'day', of: sql`x.recognised_on` };

export const memberSubject: Subject = {
  id: 'member',
  hierarchy: 'party',
  turnsWith: 'person',
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, m.person_id::text as id, m.home_id, m.person_id, lower(m.valid) as admitted_on, m.recognised_on
    from scope s
    join placements pl on pl.cell_id = s.unit_id and pl.kind = 'official' and ${heldOn('pl.valid', 's.day')}
    join memberships m on m.home_id = pl.home_id and m.id = pl.membership_id and ${heldOn('m.valid', 's.day')}`,
  verb: 'member.read',
  sort: byGivenName,
  columns: [personColumn, cellColumn, admittedColumn, recognisedColumn],
};

/** One row for each membership that began in the period, where its person was placed on that day. */
const admissionSubject: Subject = {
  id: 'admission',
  hierarchy: 'party',
  rows: sql`
    select s.point, lower(m.valid) as day, s.child_id, s.unit_id, m.id::text as id, m.home_id, m.person_id, lower(m.valid) as admitted_on
    from scope s
    join placements pl on pl.cell_id = s.unit_id and pl.kind = 'official'
    join memberships m on m.home_id = pl.home_id and m.id = pl.membership_id and ${heldOn('pl.valid', sql`lower(m.valid)`)}
    where lower(m.valid) between s.from_day and s.day and ${heldOn('s.valid', sql`lower(m.valid)`)}`,
  verb: 'member.read',
  sort: byGivenName,
  columns: [personColumn, cellColumn, admittedColumn],
};

/** The day of an end is the first on which the person is no longer a member; the cell is that of the day before. */
const endSubject: Subject = {
  id: 'end',
  hierarchy: 'party',
  placedDaysBefore: 1,
  rows: sql`
    select s.point, upper(m.valid) as day, s.child_id, s.unit_id, m.id::text as id, m.home_id, m.person_id, lower(m.valid) as admitted_on,
      upper(m.valid) - 1 as last_day, m.end_reason
    from scope s
    join placements pl on pl.cell_id = s.unit_id and pl.kind = 'official'
    join memberships m on m.home_id = pl.home_id and m.id = pl.membership_id and ${heldOn('pl.valid', sql`upper(m.valid) - 1`)}
    where upper(m.valid) between s.from_day and s.day and ${heldOn('s.valid', sql`upper(m.valid) - 1`)}`,
  verb: 'member.read',
  sort: byGivenName,
  columns: [personColumn, cellColumn, { id: 'lastDay', title: { vi: 'Ngày cuối cùng', en: 'Last day' }, kind: 'day', of: sql`x.last_day` }],
};

export const statusDimension: Partition = {
  kind: 'partition',
  id: 'status',
  title: { vi: 'Chính thức, dự bị', en: 'Full or probationary' },
  buckets: [
    { code: 'full', label: { vi: 'Đảng viên chính thức', en: 'Full members' } },
    { code: 'probationary', label: { vi: 'Đảng viên dự bị', en: 'Probationary members' } },
  ],
  of: sql`case when x.recognised_on <= x.day then 'full' else 'probationary' end`,
};

const marksDimension: Overlap = {
  kind: 'overlap',
  id: 'marks',
  title: { vi: 'Tình trạng sinh hoạt', en: 'Taking part' },
  buckets: [
    {
      code: 'exempt',
      label: { vi: 'Được miễn sinh hoạt', en: 'Exempt' },
      where: sql`exists (select from exemptions e where e.home_id = x.home_id and e.person_id = x.person_id and ${heldOn('e.valid', 'x.day')})`,
    },
    {
      code: 'away',
      label: { vi: 'Đi làm ăn xa', en: 'Working away' },
      where: sql`exists (select from away_spells a where a.home_id = x.home_id and a.person_id = x.person_id and ${heldOn('a.valid', 'x.day')})`,
    },
    {
      code: 'awayWithoutLeave',
      label: { vi: 'Đi làm ăn xa không xin phép', en: 'Working away without leave' },
      where: sql`exists (select from away_spells a where a.home_id = x.home_id and a.person_id = x.person_id and ${heldOn('a.valid', 'x.day')} and a.with_leave = false)`,
    },
    {
      code: 'temporaryElsewhere',
      label: { vi: 'Đang sinh hoạt tạm thời nơi khác', en: 'Taking part elsewhere for a time' },
      where: sql`exists (select from placements t where t.home_id = x.home_id and t.person_id = x.person_id and t.kind = 'temporary' and ${heldOn('t.valid', 'x.day')})`,
    },
  ],
};

const partyAgeDimension = bands({
  id: 'partyAgeBand',
  title: { vi: 'Tuổi đảng', en: 'Party age' },
  since: sql`x.admitted_on`,
  passing: 'admission',
  bands: [
    { code: 'under10', under: 10, label: { vi: 'Dưới 10 năm', en: 'Under 10 years' } },
    { code: 'to19', under: 20, label: { vi: '10–19 năm', en: '10–19 years' } },
    { code: 'to29', under: 30, label: { vi: '20–29 năm', en: '20–29 years' } },
    { code: 'to39', under: 40, label: { vi: '30–39 năm', en: '30–39 years' } },
    { code: 'to49', under: 50, label: { vi: '40–49 năm', en: '40–49 years' } },
    { code: 'from50', label: { vi: 'Từ 50 năm trở lên', en: '50 years and more' } },
  ],
});

const reasonDimension: Partition = {
  kind: 'partition',
  id: 'reason',
  title: { vi: 'Lý do', en: 'Reason' },
  buckets: [
    { code: 'transferred_out', label: { vi: 'Chuyển sinh hoạt đi', en: 'Transferred out' } },
    { code: 'removed', label: { vi: 'Xóa tên', en: 'Removed from the list' } },
    { code: 'let_go', label: { vi: 'Cho ra khỏi Đảng', en: 'Let go' } },
    { code: 'expelled', label: { vi: 'Khai trừ', en: 'Expelled' } },
    { code: 'died', label: { vi: 'Từ trần', en: 'Died' } },
  ],
  of: sql`x.end_reason`,
};

export const memberFigures: readonly Figure[] = [
  {
    id: 'members',
    kind: 'state',
    subject: memberSubject,
    title: { vi: 'Đảng viên', en: 'Party members' },
    explanation: {
      vi: 'Đảng viên sinh hoạt chính thức tại các chi bộ trực thuộc vào ngày tính, gồm cả đảng viên dự bị, đảng viên được miễn sinh hoạt và đi làm ăn xa.',
      en: 'Members placed in the cells under the unit on the day, probationary members, exempt members and those working away included.',
    },
    words: { vi: 'đảng viên', en: 'Party members' },
    dimensions: [statusDimension, sexDimension, ageDimension, partyAgeDimension, cellTypeOfMember, marksDimension],
  },
  {
    id: 'members.admissions',
    kind: 'flow',
    subject: admissionSubject,
    title: { vi: 'Đảng viên mới kết nạp', en: 'Members admitted' },
    explanation: {
      vi: 'Số người được kết nạp vào Đảng trong kỳ, tính cho chi bộ nơi kết nạp.',
      en: 'People admitted in the period, counted at the cell where they were admitted.',
    },
    words: { vi: 'đảng viên mới kết nạp', en: 'members admitted' },
    dimensions: [sexDimension, ageDimension, cellTypeOfMember],
  },
  {
    id: 'members.ends',
    kind: 'flow',
    subject: endSubject,
    title: { vi: 'Đảng viên thôi sinh hoạt', en: 'Memberships ended' },
    explanation: {
      vi: 'Số đảng viên chuyển đi, bị xóa tên, cho ra khỏi Đảng, khai trừ hoặc từ trần trong kỳ; ngày thôi là ngày đầu tiên không còn trong danh sách.',
      en: 'Members transferred out, removed, let go, expelled or deceased in the period; the day of the end is the first day off the list.',
    },
    words: { vi: 'đảng viên thôi sinh hoạt', en: 'memberships ended' },
    dimensions: [reasonDimension, sexDimension, cellTypeOfMember],
  },
];
