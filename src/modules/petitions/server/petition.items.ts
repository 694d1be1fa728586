/** Rows of petitions as lists and pages show them. Asks no access: the caller has. */
import './petition.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { petitionContract } from '../petition.contract.ts';
import { isLate } from '../petition.ts';
import { petitionColumns, petitionOf, type PetitionRow } from './petition.store.ts';

export type Item = z.input<(typeof petitionContract)['list']['output']>['items'][number];

export type ShownRow = PetitionRow & { readonly unit_name: string | null; readonly body_name: string | null; readonly topic_vi: string | null; readonly topic_en: string | null; readonly group_size: number };

/** Rows `p`. A topic that is used no more keeps the words that it had last. */
export function shownColumns(ctx: Ctx): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`;
  const topicIn = (language: 'vi' | 'en') => sql`(select ${sql.ref(`t.${language}`)} from petition_topics t where t.code = p.topic order by (t.valid @> ${today}) desc, lower(t.valid) desc limit 1)`;
  return sql`${petitionColumns}, ${unitNameAt('p.unit_id', today)} as unit_name, ${unitNameAt('p.body_id', today)} as body_name, ${topicIn('vi')} as topic_vi, ${topicIn('en')} as topic_en,
    (select count(*)::int from petitions g where g.lead_id = p.id) as group_size`;
}

export function itemOf(ctx: Ctx, row: ShownRow): Item {
  const petition = petitionOf(row);
  const { id, unitId, bodyId, outside, source, topic, text, peopleBehind, raisedOn, state, dueOn, outcome, plannedOn, moves, reopenings, earlierId, version } = petition;
  return {
    id, unit: { id: unitId, name: row.unit_name ?? '' }, body: { id: bodyId, name: row.body_name ?? '' }, outside, source, topic, topicName: { vi: row.topic_vi ?? topic, en: row.topic_en ?? topic }, text, peopleBehind, raisedOn, state, dueOn,
    outcome, plannedOn, isLate: isLate(petition, ctx.today), moves, reopenings, isRecurring: earlierId !== null, groupSize: row.group_size, version,
  };
}
