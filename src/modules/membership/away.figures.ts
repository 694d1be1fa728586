/** The share of members working away on a day, and whether they asked for leave. */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Figure, Partition, Subject } from '../../figures/figure.ts';
import { ageDimension, sexDimension } from '../people/person.figures.ts';
import { cellTypeOfMember } from '../units/unit.figures.ts';
import { memberSubject, statusDimension } from './member.figures.ts';

/** Away on the day: spells of one person do not overlap. */
const spell = sql`away_spells a where a.home_id = x.home_id and a.person_id = x.person_id and ${heldOn('a.valid', 'x.day')}`;
const isAway = sql`exists (select from ${spell})`;

const memberAwaySubject: Subject = {
  ...memberSubject,
  columns: [
    ...memberSubject.columns.filter(({ id }) => id === 'person' || id === 'cell'),
    { id: 'awaySince', title: { vi: 'Đi từ ngày', en: 'Away since' }, kind: 'day', of: sql`(select lower(a.valid) from ${spell})` },
    { id: 'awayPlace', title: { vi: 'Nơi đến', en: 'Where' }, kind: 'text', of: sql`(select a.place from ${spell})` },
  ],
};

const leaveDimension: Partition = {
  kind: 'partition',
  id: 'leave',
  title: { vi: 'Báo cáo, xin phép', en: 'Leave' },
  buckets: [
    { code: 'with', label: { vi: 'Đi xa, có báo cáo', en: 'Away with leave' } },
    { code: 'without', label: { vi: 'Đi xa, không xin phép', en: 'Away without leave' } },
    { code: 'notRecorded', label: { vi: 'Đi xa, chưa ghi có xin phép hay không', en: 'Away, leave not recorded' } },
    { code: 'here', label: { vi: 'Không đi xa', en: 'Not away' } },
  ],
  of: sql`coalesce((select case a.with_leave when true then 'with' when false then 'without' else 'notRecorded' end from ${spell}), 'here')`,
};

export const awayFigures: readonly Figure[] = [
  {
    id: 'members.away',
    kind: 'state',
    subject: memberAwaySubject,
    title: { vi: 'Đảng viên đi làm ăn xa', en: 'Members working away' },
    explanation: {
      vi: 'Trong số đảng viên sinh hoạt chính thức tại các chi bộ trực thuộc vào ngày tính, bao nhiêu người đang đi làm ăn xa vào ngày đó, có hoặc không xin phép.',
      en: 'Of the members placed in the cells under the unit on the day, how many are working away on it, with or without leave.',
    },
    words: { vi: 'đảng viên', en: 'Party members' },
    base: {},
    count: { where: isAway },
    dimensions: [leaveDimension, statusDimension, sexDimension, ageDimension, cellTypeOfMember],
  },
];
