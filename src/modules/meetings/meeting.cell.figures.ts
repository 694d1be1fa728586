/**
 * Figures about which cells meet: in the month of the day, in its quarter, in time, at all. Judged as of the day: what was
 * held by then, by the cell itself, and closed. The base is every cell that stands on the day.
 */
import { sql } from 'kysely';
import type { Condition, Figure, Sql, Subject } from '../../figures/figure.ts';
import { cellSubject, cellType, ruleInForce } from '../units/unit.figures.ts';
import { isHeld } from './meeting.figures.ts';
import type { MeetingKind } from './meeting.kinds.ts';

/** How far back a cell is looked at to say that it records its meetings at all. */
const recordingDays = 90;
/** From the first day of a quarter to its last. */
const mostDaysBack = 91;

const lastHeld = (what: Sql) => sql`(select ${what} from meetings m where m.unit_id = x.unit_id and ${isHeld} and m.held_on <= x.day order by m.held_on desc, m.id desc limit 1)`;

const { turnsWith: _, ...ofCell } = cellSubject;

const meetingCellSubject: Subject = {
  ...ofCell,
  id: 'meetingCell',
  looksAt: { what: 'meetings', daysBack: mostDaysBack },
  verb: 'meeting.read',
  columns: [...cellSubject.columns, { id: 'lastHeld', title: { vi: 'Họp gần nhất', en: 'Last met' }, kind: 'day', of: lastHeld(sql`m.held_on`), link: { to: 'meeting', of: lastHeld(sql`m.id`) } }],
};

const dueDay = ruleInForce('meeting.regular.dueDay');
const allCells = { vi: 'chi bộ đang hoạt động', en: 'cells' };

export const meetingCellFigures: readonly Figure[] = [
  {
    id: 'cells.metMonth',
    kind: 'state',
    subject: meetingCellSubject,
    title: { vi: 'Chi bộ đã sinh hoạt thường kỳ trong tháng', en: 'Cells that held the month’s regular meeting' },
    explanation: {
      vi: 'Trong số chi bộ đang hoạt động vào ngày tính, bao nhiêu chi bộ đã sinh hoạt thường kỳ ít nhất một buổi từ ngày đầu tháng đó đến ngày tính (buổi đã kết thúc).',
      en: 'Of the cells that exist on the day, those that held a regular meeting from the first of its month up to the day (and closed it).',
    },
    words: allCells,
    base: {},
    aimsAtAll: true,
    count: hasMet({ kind: 'regular', from: firstOf('month') }),
    dimensions: [cellType],
  },
  {
    id: 'cells.metThematic',
    kind: 'state',
    subject: meetingCellSubject,
    title: { vi: 'Chi bộ đã sinh hoạt chuyên đề trong quý', en: 'Cells that held a thematic meeting in the quarter' },
    explanation: {
      vi: 'Trong số chi bộ đang hoạt động vào ngày tính, bao nhiêu chi bộ đã sinh hoạt chuyên đề ít nhất một buổi từ ngày đầu quý đó đến ngày tính (buổi đã kết thúc).',
      en: 'Of the cells that exist on the day, those that held a thematic meeting from the first of its quarter up to the day (and closed it).',
    },
    words: allCells,
    base: {},
    aimsAtAll: true,
    count: hasMet({ kind: 'thematic', from: firstOf('quarter') }),
    dimensions: [cellType],
  },
  {
    id: 'cells.metOnTime',
    kind: 'state',
    subject: meetingCellSubject,
    title: { vi: 'Chi bộ sinh hoạt thường kỳ đúng hạn trong tháng', en: 'Cells that held the month’s regular meeting in time' },
    explanation: {
      vi: 'Trong số chi bộ đang hoạt động vào ngày tính và có quy định về ngày phải sinh hoạt, bao nhiêu chi bộ đã sinh hoạt thường kỳ của tháng chậm nhất vào ngày đó (quy định gần nhất: của xã, tỉnh, rồi của Trung ương). Khi chưa đến hạn, chi bộ chưa sinh hoạt vẫn nằm trong tổng số so sánh.',
      en: 'Of the cells that exist on the day and have a rule on the day of the month by which to meet, those that held the month’s regular meeting no later than that (the nearest rule counts). Before that day, cells that have not met yet are in the base too.',
    },
    words: { vi: 'chi bộ đang hoạt động, có quy định hạn sinh hoạt trong tháng', en: 'cells with a rule on the day by which to meet' },
    base: { where: sql`${dueDay} is not null` },
    aimsAtAll: true,
    count: hasMet({ kind: 'regular', from: firstOf('month'), until: sql`${firstOf('month')} + ${dueDay}::int - 1` }),
    dimensions: [cellType],
    rules: ['meeting.regular.dueDay'],
  },
  {
    id: 'cells.recording',
    kind: 'state',
    subject: meetingCellSubject,
    title: { vi: 'Chi bộ có ghi sinh hoạt trong 90 ngày', en: 'Cells that recorded a meeting in 90 days' },
    explanation: {
      vi: 'Trong số chi bộ đang hoạt động vào ngày tính, bao nhiêu chi bộ có ít nhất một buổi họp (loại nào cũng tính) được ghi là đã kết thúc, ngày họp trong 90 ngày tính đến ngày đó.',
      en: 'Of the cells that exist on the day, those with a meeting of any kind recorded as closed and held within the 90 days up to the day.',
    },
    words: allCells,
    base: {},
    aimsAtAll: true,
    count: hasMet({ from: sql`x.day - ${sql.lit(recordingDays - 1)}` }),
    dimensions: [cellType],
  },
];

/** Up to the day, and no later than `until`. */
function hasMet({ kind, from, until }: { kind?: MeetingKind; from: Sql; until?: Sql }): Condition {
  return {
    where: sql`exists (select from meetings m where m.unit_id = x.unit_id and ${isHeld} ${kind ? sql`and m.kind = ${kind}` : sql``}
      and m.held_on between ${from} and ${until ? sql`least(x.day, ${until})` : sql`x.day`})`,
  };
}

function firstOf(step: 'month' | 'quarter'): Sql {
  return sql`date_trunc(${sql.lit(step)}, x.day::timestamp)::date`;
}
