/** What the figures are told of documents that are changed, as they stand at that moment: called before and after. */
import './document.tables.ts';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { markRecords } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Document } from '../document.ts';

/** Whether figures count both alike. */
export function isCountedAlike(one: Document, other: Document): boolean {
  return isDeepStrictEqual(countedOf(one), countedOf(other));
}

function countedOf({ unitId, direction, type, term, issuedOn, validFrom, validTo, reviewDueOn, regulates, secrecy, links, void: gone }: Document): unknown[] {
  const linked = links.map(({ kind, documentId }) => `${kind} ${documentId}`).toSorted();
  return [unitId, direction, type, term, issuedOn, validFrom, validTo, reviewDueOn, regulates, secrecy, gone !== null, linked];
}

/**
 * A document counts in the month of its issue, and so does one that carries it out; as regulations it counts since it is in force, and
 * those it replaces count otherwise then; where it, or one that it replaces, was passed down, and where its clauses are a unit's own
 * targets, what is asked counts otherwise.
 */
export async function markDocuments(ctx: Ctx, ids: readonly Id<'document'>[]): Promise<void> {
  if (ids.length === 0) return;
  const those = sql`(select d.* from documents d where d.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and d.id = any(${[...ids]}::uuid[]))`;
  const replaced = sql`document_links l join documents o on o.home_id = home_of(l.other_id) and o.id = l.other_id where l.kind = 'replaces' and l.home_id = d.home_id and l.document_id = d.id`;
  await markRecords(ctx.db, 'documents', sql`
    select d.unit_id, d.issued_on as day from ${those} d
    union all select c.unit_id, c.issued_on from ${those} d join document_links l on l.other_id = d.id and l.kind = 'carriesOut' join documents c on c.home_id = l.home_id and c.id = l.document_id`);
  await markRecords(ctx.db, 'regulations', sql`
    select r.unit_id, r.valid_from as day from ${those} d cross join lateral (select d.unit_id, d.valid_from, d.regulates union all select o.unit_id, o.valid_from, o.regulates from ${replaced}) r where r.regulates is not null`);
  await markRecords(ctx.db, 'cascades', sql`
    select u.unit_id, u.asked_on as day from ${those} d cross join lateral (select d.home_id, d.id union all select o.home_id, o.id from ${replaced}) r
    join cascade_units u on u.home_id = r.home_id and u.document_id = r.id
    union all select a.unit_id, a.first_answered_on from ${those} d join clauses c on c.home_id = d.home_id and c.document_id = d.id
    join answer_links l on l.other_id = c.id and l.kind = 'clause' join answers a on a.home_id = l.home_id and a.id = l.answer_id`);
}
