/** Figures about reviews of collectives: held in time, suggestions answered. Those of people are counted nowhere but in their cycle. */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Figure, Partition, Subject } from '../../figures/figure.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';
import { reviewStateNames, reviewStates } from './review.kinds.ts';

const whyLive = 'a collective is reviewed a few times a year; what becomes of a review is written long after the day on which it counts';

const reviewSubject: Subject = {
  id: 'review',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  foundAt: sql`select unit_id from reviews where person_id is null`,
  rows: sql`
    select s.point, r.due_on as day, s.child_id, s.unit_id, r.id::text as id, r.home_id, r.due_on, r.held_on, r.state, r.suggested::int as suggested, r.answered::int as answered
    from scope s join reviews r on r.unit_id = s.unit_id and r.person_id is null and r.state <> 'excused' and r.due_on between s.from_day and s.day and ${heldOn('s.valid', 'r.due_on')}`,
  verb: 'review.read',
  sort: { of: sql`x.due_on::text` },
  columns: [
    unitColumn, communeColumn('party'),
    { id: 'dueOn', title: { vi: 'Hạn hoàn thành', en: 'Due on' }, kind: 'day', of: sql`x.due_on` }, { id: 'heldOn', title: { vi: 'Kiểm điểm ngày', en: 'Held on' }, kind: 'day', of: sql`x.held_on` },
    { id: 'suggested', title: { vi: 'Nội dung gợi ý kiểm điểm', en: 'Suggestions' }, kind: 'number', of: sql`x.suggested` }, { id: 'answered', title: { vi: 'Đã trả lời', en: 'Answered' }, kind: 'number', of: sql`x.answered` },
  ],
};

const stateDimension: Partition = { kind: 'partition', id: 'state', title: { vi: 'Tình trạng', en: 'State' }, buckets: reviewStates.map((code) => ({ code, label: reviewStateNames[code] })), of: sql`x.state` };

export const reviewFigures: readonly Figure[] = [
  {
    id: 'reviews.onTime',
    kind: 'flow',
    subject: reviewSubject,
    title: { vi: 'Tập thể kiểm điểm đúng hạn', en: 'Collectives reviewed in time' },
    explanation: {
      vi: 'Trong số tập thể cấp ủy, ban thường vụ phải kiểm điểm có hạn trong kỳ, bao nhiêu đã kiểm điểm xong không muộn hơn hạn. Không kể tập thể được ghi không phải kiểm điểm, và không kể cá nhân.',
      en: 'Of the collectives whose review is due in the period, those that held it by then. Excused ones are left out, and so are people.',
    },
    words: { vi: 'tập thể phải kiểm điểm', en: 'collectives to be reviewed' },
    base: {},
    aimsAtAll: true,
    count: { where: sql`coalesce(x.held_on <= x.due_on, false)` },
    dimensions: [stateDimension],
  },
  {
    id: 'reviews.suggestionsUnanswered',
    kind: 'flow',
    subject: reviewSubject,
    title: { vi: 'Nội dung gợi ý kiểm điểm chưa trả lời', en: 'Suggestions not answered' },
    explanation: {
      vi: 'Trong số nội dung cấp trên gợi ý cho các tập thể phải kiểm điểm có hạn trong kỳ, bao nhiêu nội dung chưa được trả lời.',
      en: 'Of the points suggested to collectives whose review is due in the period, those not answered.',
    },
    words: { vi: 'nội dung gợi ý kiểm điểm cho tập thể', en: 'points suggested to collectives' },
    base: {},
    count: { where: sql`x.suggested > x.answered` },
    weights: { base: sql`x.suggested`, count: sql`x.suggested - x.answered` },
    dimensions: [stateDimension],
  },
];
