/**
 * Whether an importer may touch what the workbook names: units and people that stand already must lie within reach,
 * and a new unit must stand under one that does. What is out of reach is only said to be so, never shown.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import type { SheetName } from '../format/sheets.ts';
import type { ImportPlan } from './import.plan.ts';

export async function checkReach(ctx: Ctx, { plan, context }: { plan: ImportPlan; context: CheckContext }): Promise<void> {
  await checkUnits(ctx, plan, context);
  checkTopmost(ctx, plan, context);
  await checkPeople(ctx, plan, context);
  await checkPosts(ctx, plan, context);
}

async function checkUnits(ctx: Ctx, plan: ImportPlan, context: CheckContext): Promise<void> {
  const ids = [...new Set(plan.knownUnits.values())];
  const within = await rows(ctx.db, sql<{ id: Id }>`select u.id from units u where u.id = any(${ids}::uuid[]) and ${reach(ctx, 'import.run').over('u.id')}`);
  const refused = refusedRefs(plan.knownUnits, within);
  for (const { ref, ...place } of unitNamings(context)) if (refused.delete(ref)) complain(context, { ...place, code: 'unit.out_of_reach', value: ref });
}

/** New units without anything above them: only at the command line, where the whole installation is one's own. */
function checkTopmost(ctx: Ctx, plan: ImportPlan, context: CheckContext): void {
  if (ctx.actor?.grants.some(({ reach: extent }) => extent === 'everything')) return;
  const related = new Set(rowsOf(context, 'unit_relations').map(({ unit }) => unit));
  for (const row of rowsOf(context, 'units')) {
    const parent = row.party_parent ?? row.territory_parent ?? row.government_parent ?? row.front_parent;
    if (parent !== null || plan.knownUnits.has(row.ref) || related.has(row.ref)) continue;
    complain(context, { sheet: 'units', row: row.row, column: 'party_parent', code: 'unit.needs_parent', value: row.ref });
  }
}

async function checkPeople(ctx: Ctx, plan: ImportPlan, context: CheckContext): Promise<void> {
  const within = await rows(ctx.db, sql<{ id: Id }>`
    select i.id from unnest(${[...plan.knownPeople.values()]}::uuid[]) i (id)
    where exists (select from placements p where p.person_id = i.id and ${reach(ctx, 'import.run').over('p.cell_id')})
      or exists (select from tenures t join posts o on o.id = t.post_id where t.person_id = i.id and ${reach(ctx, 'import.run').over('o.unit_id')})`);
  const refused = refusedRefs(plan.knownPeople, within);
  for (const { ref, ...place } of peopleNamings(context)) if (refused.delete(ref)) complain(context, { ...place, code: 'person.out_of_reach', value: ref });
}

async function checkPosts(ctx: Ctx, plan: ImportPlan, context: CheckContext): Promise<void> {
  const within = await rows(ctx.db, sql<{ id: Id }>`
    select o.id from posts o where o.id = any(${[...plan.knownPosts.values()]}::uuid[]) and ${reach(ctx, 'import.run').over('o.unit_id')}`);
  const refused = refusedRefs(plan.knownPosts, within);
  for (const { ref, ...place } of postNamings(context)) if (refused.delete(ref)) complain(context, { ...place, code: 'post.out_of_reach', value: ref });
}

function refusedRefs(known: ReadonlyMap<string, Id>, within: readonly { readonly id: Id }[]): Set<string> {
  const allowed = new Set(within.map(({ id }) => id));
  return new Set([...known].filter(([, id]) => !allowed.has(id)).map(([ref]) => ref));
}

/** Numbers that another person already has; whose they are is not said. */
export async function checkNumbers(ctx: Ctx, { plan, context }: { plan: ImportPlan; context: CheckContext }): Promise<void> {
  const keys = plan.drafts.filter(({ table }) => table === 'person_keys');
  const wanted = keys.map(({ values }) => ({ kind: values['kind'], hash: values['hash'], person_id: values['person_id'] }));
  const found = await rows(ctx.db, sql<{ kind: string; hash: string }>`
    select n.kind, n.hash::text as hash from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as n (kind text, hash bytea, person_id uuid)
    join person_keys k on k.kind = n.kind and k.hash = n.hash and k.person_id <> n.person_id`);
  const taken = new Set(found.map(({ kind, hash }) => `${kind}${hash}`));
  for (const { values, row } of keys) {
    const column = String(values['kind']);
    if (taken.has(`${column}${String(values['hash'])}`)) complain(context, { sheet: 'people', row, column, code: 'person.number_taken' });
  }
}

interface Naming {
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string;
  readonly ref: string;
}

function* unitNamings(context: CheckContext): Generator<Naming> {
  for (const row of rowsOf(context, 'units')) {
    for (const column of ['ref', 'party_parent', 'territory_parent', 'government_parent', 'front_parent'] as const) if (row[column] !== null) yield { sheet: 'units', row: row.row, column, ref: row[column] };
  }
  for (const row of rowsOf(context, 'unit_relations')) for (const column of ['unit', 'other'] as const) yield { sheet: 'unit_relations', row: row.row, column, ref: row[column] };
  for (const row of rowsOf(context, 'lineage')) for (const column of ['predecessor', 'successor'] as const) yield { sheet: 'lineage', row: row.row, column, ref: row[column] };
  for (const row of rowsOf(context, 'memberships')) if (row.cell !== null) yield { sheet: 'memberships', row: row.row, column: 'cell', ref: row.cell };
  for (const row of rowsOf(context, 'posts')) yield { sheet: 'posts', row: row.row, column: 'unit', ref: row.unit };
}

function* peopleNamings(context: CheckContext): Generator<Naming> {
  for (const row of rowsOf(context, 'people')) yield { sheet: 'people', row: row.row, column: 'ref', ref: row.ref };
  for (const row of rowsOf(context, 'memberships')) yield { sheet: 'memberships', row: row.row, column: 'person', ref: row.person };
  for (const row of rowsOf(context, 'tenures')) yield { sheet: 'tenures', row: row.row, column: 'person', ref: row.person };
}

function* postNamings(context: CheckContext): Generator<Naming> {
  for (const row of rowsOf(context, 'posts')) yield { sheet: 'posts', row: row.row, column: 'ref', ref: row.ref };
  for (const row of rowsOf(context, 'tenures')) yield { sheet: 'tenures', row: row.row, column: 'post', ref: row.post };
}
