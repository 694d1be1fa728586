/** What about documents is due: the review that a document in force sets for itself. Which day that is stands in the document, not in a rule. */
import { sql } from 'kysely';
import { bodiesIn } from '../../figures/heirs.ts';
import type { Alert } from '../attention/attention.ts';
import { stillHolds, symbolIn } from './document.figures.ts';

/** A habit of this list, no rule: time enough to prepare a review. */
const reviewDueWithin = sql.lit(30);

export const documentAlerts: readonly Alert[] = [
  {
    id: 'document.reviewDue',
    subject: 'document',
    verb: 'document.read',
    title: { vi: 'Văn bản đến hạn rà soát', en: 'Document due for review' },
    explanation: {
      vi: 'Văn bản còn hiệu lực, hạn rà soát ghi trong sổ còn 30 ngày trở lại hoặc đã qua. Rà soát xong thì ghi hạn mới, ghi ngày hết hiệu lực, hoặc ghi văn bản thay thế.',
      en: 'The document is in force, and the day of review that its register sets is 30 days away at most, or past. After the review write down the next day, its last day, or the document that replaces it.',
    },
    act: { label: { vi: 'Mở văn bản', en: 'Open the document' }, href: '/van-ban/{id}' },
    rules: [],
    rows: sql`
      select u.unit_id, d.id as subject_id, ${symbolIn('d')} as name, d.review_due_on - ${reviewDueWithin} as since, d.review_due_on as due, null as amount
      from ${bodiesIn(sql`scope`, 'today')} u
      join documents d on d.unit_id = u.body_id and d.review_due_on <= u.today + ${reviewDueWithin} and d.void is null and d.valid_from <= u.today
      where ${stillHolds('d', sql`u.today`)}`,
  },
];
