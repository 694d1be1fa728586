/** What the figures are told of what is passed down, as it stands at that moment: of a unit since it was asked. Called before and after what hides who was concerned. */
import { sql } from 'kysely';
import { markRecords } from '../../../figures/server/index.ts';
import type { Day } from '../../../platform/day.ts';
import type { Db } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Asked } from './cascade.store.ts';

export async function markAsked(db: Db, asked: readonly Asked[]): Promise<void> {
  if (asked.length > 0) await markRecords(db, 'cascades', sql`
    select u.unit_id, u.asked_on as day from unnest(${asked.map(({ documentId }) => documentId)}::uuid[], ${asked.map(({ unitId }) => unitId)}::uuid[]) n (document_id, unit_id)
    join cascade_units u on u.home_id = home_of(n.document_id) and u.document_id = n.document_id and u.unit_id = n.unit_id`);
}

export interface Released {
  readonly unitId: Id<'unit'>;
  readonly askedOn: Day;
}

/** Asked no more. */
export async function markReleased(db: Db, gone: readonly Released[]): Promise<void> {
  if (gone.length > 0) await markRecords(db, 'cascades', sql`select * from unnest(${gone.map(({ unitId }) => unitId)}::uuid[], ${gone.map(({ askedOn }) => askedOn)}::date[]) g (unit_id, day)`);
}

/** All units that are asked. */
export async function markCascade(db: Db, documentId: Id<'document'>): Promise<void> {
  await markRecords(db, 'cascades', sql`select u.unit_id, u.asked_on as day from cascade_units u where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId}`);
}

/** Units that are asked them, and those that named them as targets of their own. */
export async function markClauses(db: Db, ids: readonly Id<'clause'>[]): Promise<void> {
  if (ids.length > 0) await markRecords(db, 'cascades', sql`
    select u.unit_id, u.asked_on as day from (select distinct c.home_id, c.document_id from clauses c where c.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and c.id = any(${[...ids]}::uuid[])) c
      join cascade_units u on u.home_id = c.home_id and u.document_id = c.document_id
    union all select a.unit_id, a.first_answered_on from answer_links l join answers a on a.home_id = l.home_id and a.id = l.answer_id where l.kind = 'clause' and l.other_id = any(${[...ids]}::uuid[])`);
}
