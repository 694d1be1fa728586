/**
 * Whether an importer may touch what the workbook names: units and people that stand already must lie within reach,
 * and a new unit must stand under one that does. What is out of reach is only said to be so, never shown.
 */
import { sql, type RawBuilder } from 'kysely';
import { placedAt, reach } from '../../../access/reach.ts';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import type { SheetName } from '../format/sheets.ts';
import { separator } from './import.draft.ts';
import type { ImportPlan, StoredRow } from './import.plan.ts';
import { isOperator } from './import.store.ts';
import type { TargetTable } from './import.tables.ts';

export async function checkReach(ctx: Ctx, { plan, context }: { plan: ImportPlan; context: CheckContext }): Promise<void> {
  await checkUnits(ctx, plan, context);
  checkTopmost(ctx, plan, context);
  await checkPeople(ctx, plan, context);
  await checkPosts(ctx, plan, context);
  await checkTouched(ctx, plan, context);
}

async function checkUnits(ctx: Ctx, plan: ImportPlan, context: CheckContext): Promise<void> {
  const ids = [...new Set(plan.knownUnits.values())];
  const within = await rows(ctx.db, sql<{ id: Id }>`select u.id from units u where u.id = any(${ids}::uuid[]) and ${reach(ctx, 'import.run').over('u.id')}`);
  const refused = refusedRefs(plan.knownUnits, within);
  for (const { ref, ...place } of unitNamings(context)) if (refused.delete(ref)) complain(context, { ...place, code: 'unit.out_of_reach', value: ref });
}

/** New units without anything above them: only at the command line, where the whole installation is one's own. */
function checkTopmost(ctx: Ctx, plan: ImportPlan, context: CheckContext): void {
  if (isOperator(ctx)) return;
  const related = new Set(rowsOf(context, 'unit_relations').map(({ unit }) => unit));
  for (const row of rowsOf(context, 'units')) {
    const parent = row.party_parent ?? row.territory_parent ?? row.government_parent ?? row.front_parent;
    if (parent !== null || plan.knownUnits.has(row.ref) || related.has(row.ref)) continue;
    complain(context, { sheet: 'units', row: row.row, column: 'party_parent', code: 'unit.needs_parent', value: row.ref });
  }
}

async function checkPeople(ctx: Ctx, plan: ImportPlan, context: CheckContext): Promise<void> {
  const ids = [...plan.knownPeople.values()];
  if (ids.length === 0) return;
  const within = await rows(ctx.db, sql<{ id: Id }>`with person_ids as (select i.home_id, i.id from unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) i (home_id, id)) ${inCare(ctx)}`);
  const refused = refusedRefs(plan.knownPeople, within);
  for (const { ref, ...place } of peopleNamings(context)) if (refused.delete(ref)) complain(context, { ...place, code: 'person.out_of_reach', value: ref });
}

/**
 * As for acts on screen: the person is placed or in post today where one may import; somebody who is nowhere today
 * stays in the care of the units of before. Answers who of `person_ids` (home_id, id) that is.
 */
function inCare(ctx: Ctx): RawBuilder<{ id: Id }> {
  const within = reach(ctx, 'import.run');
  return sql<{ id: Id }>`select s.id from (
    select i.id, p.valid @> ${ctx.today}::date as now, ${within.over('p.cell_id')} as mine from person_ids i join placements p on p.home_id = i.home_id and p.person_id = i.id
    union all select i.id, t.valid @> ${ctx.today}::date, ${within.over('o.unit_id')} from person_ids i join tenures t on t.home_id = i.home_id and t.person_id = i.id join posts o on o.id = t.post_id) s
    group by s.id having bool_or(s.mine and s.now) or (bool_or(s.mine) and not bool_or(s.now))`;
}

/** What stood before and is changed or taken out must have stood within reach as well. */
async function checkTouched(ctx: Ctx, plan: ImportPlan, context: CheckContext): Promise<void> {
  for (const { target, changed, removed } of plan.tables) {
    const column = placeColumn[target.name];
    if (!column) continue;
    const touched = [...changed.map(({ draft, before }) => ({ before, key: draft.key })), ...removed];
    const units = touched.map(({ before }) => String(before[column]));
    const allowed = new Set((await rows(ctx.db, column === 'post_id'
      ? sql<{ id: string }>`select o.id from posts o where o.id = any(${units}::uuid[]) and ${reach(ctx, 'import.run').over('o.unit_id')}`
      : sql<{ id: string }>`select u.id from units u where u.id = any(${units}::uuid[]) and ${reach(ctx, 'import.run').over('u.id')}`)).map(({ id }) => id));
    touched.filter(({ before }) => !allowed.has(String(before[column]))).forEach(({ key }) => complainOf(context, key, { sheet: column === 'post_id' ? 'tenures' : target.name === 'posts' ? 'posts' : 'memberships', code: 'row.out_of_reach' }));
  }
}

const placeColumn: Partial<Record<TargetTable, 'cell_id' | 'post_id' | 'unit_id'>> = { placements: 'cell_id', tenures: 'post_id', posts: 'unit_id' };

/** Rows of memberships and tenures name their owner as `person`, those of units and posts as `ref`. */
interface OwnedRow {
  readonly row: number;
  readonly person?: string;
  readonly ref?: string;
}

/** At the first row of the owner whom the key names. */
function complainOf(context: CheckContext, key: string, { sheet, code, severity }: { sheet: SheetName; code: 'row.out_of_reach' | 'row.removed_since'; severity?: 'warning' }): void {
  const owner = key.split(separator, 1)[0]!;
  const row = (rowsOf(context, sheet) as readonly OwnedRow[]).find((candidate) => (candidate.person ?? candidate.ref) === owner);
  complain(context, { sheet, row: row?.row ?? 1, column: null, code, value: owner, ...(severity && { severity }) });
}

/** What was changed on screen since this source last wrote it is said before it is written over. */
export async function warnOfChanges(ctx: Ctx, { plan, context, sourceId }: { plan: ImportPlan; context: CheckContext; sourceId: Id | undefined }): Promise<void> {
  if (!sourceId) return;
  for (const { target, changed, removed } of plan.tables) {
    if (!target.identity.includes('id') || changed.length + removed.length === 0) continue;
    const ids = changed.map(({ draft }) => draft.id);
    const written = await rows(ctx.db, sql<{ id: string; after: StoredRow }>`select distinct on (c.after ->> 'id') c.after ->> 'id' as id, c.after from import_changes c join import_runs r on r.id = c.run_id
      where r.source_id = ${sourceId} and r.state = 'applied' and c.table_name = ${target.name} and c.after ->> 'id' = any(${ids}::text[]) order by c.after ->> 'id', c.run_id desc`);
    const last = new Map(written.map(({ id, after }) => [id, after]));
    for (const { draft, before } of changed) {
      const was = last.get(draft.id);
      if (was && !sameFacts(was, before)) complain(context, { sheet: draft.sheet, row: draft.row, column: null, code: 'row.changed_since', severity: 'warning' });
    }
    for (const { key } of removed) {
      const sheet = sheetOf[target.name];
      if (sheet) complainOf(context, key, { sheet, code: 'row.removed_since', severity: 'warning' });
    }
  }
}

const sheetOf: Partial<Record<TargetTable, SheetName>> = { unit_versions: 'units', memberships: 'memberships', placements: 'memberships', exemptions: 'memberships', away_spells: 'memberships', tenures: 'tenures' };

/** Sealing again changes bytes, not facts. */
function sameFacts(one: StoredRow, other: StoredRow): boolean {
  const facts = (row: StoredRow) => canonicalJson(Object.fromEntries(Object.entries(row).filter(([column]) => !column.endsWith('_sealed'))));
  return facts(one) === facts(other);
}

/** Posts that are now held by more people at a time than they have seats. */
export async function checkSeats(ctx: Ctx, { plan, context }: { plan: ImportPlan; context: CheckContext }): Promise<void> {
  const drafts = plan.drafts.filter(({ table }) => table === 'tenures');
  const posts = [...new Set(drafts.map(({ values }) => String(values['post_id'])))];
  const found = await rows(ctx.db, sql<{ id: string }>`select distinct t.post_id as id from tenures t join posts p on p.id = t.post_id
    where p.id = any(${posts}::uuid[]) and (select count(*) from tenures o where o.post_id = t.post_id and o.valid @> lower(t.valid)) > p.seats`);
  const overfull = new Set(found.map(({ id }) => id));
  for (const { values, row } of drafts) if (overfull.has(String(values['post_id']))) complain(context, { sheet: 'tenures', row, column: 'post', code: 'post.overfull' });
}

/** Placements and posts that now lie outside the life of their unit, whether the file shortened the one or stretched the other. */
export async function checkLives(ctx: Ctx, { plan, context }: { plan: ImportPlan; context: CheckContext }): Promise<void> {
  const units = [...new Set(plan.drafts.flatMap(({ values, id, table }) => [table === 'units' ? id : values['unit_id'], values['cell_id']]).filter((unit) => typeof unit === 'string'))];
  const found = await rows(ctx.db, sql<{ id: string; unit_id: string }>`
    with lives as (select unit_id, range_agg(valid) as life from unit_versions where unit_id = any(${units}::uuid[]) group by unit_id)
    select p.id, l.unit_id from lives l join placements p on p.cell_id = l.unit_id where not l.life @> p.valid
    union all
    select t.id, l.unit_id from lives l join posts o on o.unit_id = l.unit_id join tenures t on t.post_id = o.id where not l.life @> t.valid`);
  const drafts = new Map(plan.drafts.map((draft) => [draft.id as string, draft]));
  for (const { id, unit_id } of found) {
    const draft = drafts.get(id) ?? drafts.get(unit_id);
    if (draft) complain(context, { sheet: draft.sheet, row: draft.row, column: null, code: 'unit.life_exceeded', value: draft.key.split(separator, 1)[0]! });
  }
}

/** Whether everything that a run touched lies within today's reach; undoing asks it. */
export async function isRunWithinReach(ctx: Ctx, runId: Id): Promise<boolean> {
  const [within, recording, entering, noting, giving, assigning, visiting, evaluating, asking] = [reach(ctx, 'import.run'), reach(ctx, 'meeting.record'), reach(ctx, 'document.record'), reach(ctx, 'shortcoming.record'), reach(ctx, 'task.record'), reach(ctx, 'oversight.assign'), reach(ctx, 'visit.record'), reach(ctx, 'oversight.evaluate'), reach(ctx, 'petition.record')];
  const [rating, ratingPeople] = [reach(ctx, 'rating.decide'), placedAt(ctx, 'personalRating.decide')];
  const [reviewing, reviewingPeople] = [reach(ctx, 'review.record'), placedAt(ctx, 'review.record')];
  const [found] = await rows(ctx.db, sql<{ ok: boolean }>`
    with side as (select c.table_name, v.row from import_changes c, lateral (values (c.before), (c.after)) v (row) where c.run_id = ${runId} and v.row is not null),
    unit_ids as (
      select (row ->> 'id')::uuid as id from side where table_name = 'units'
      union select (row ->> 'unit_id')::uuid from side where table_name in ('unit_versions', 'unit_parents', 'unit_relations', 'posts')
      union select (row ->> 'other_id')::uuid from side where table_name = 'unit_relations'
      union select (row ->> 'cell_id')::uuid from side where table_name = 'placements'
      union select o.unit_id from side join posts o on o.id = (row ->> 'post_id')::uuid where table_name = 'tenures'
    ),
    meeting_units as (select distinct coalesce(row ->> 'unit_id', row ->> 'unitId')::uuid as id from side where table_name = 'meetings'),
    shortcoming_units as (select distinct coalesce(row ->> 'unit_id', row ->> 'unitId')::uuid as id from side where table_name = 'shortcomings'),
    document_units as (select distinct coalesce(row ->> 'unit_id', row ->> 'unitId')::uuid as id from side where table_name in ('documents', 'clauses', 'answers')),
    task_units as (select distinct coalesce(row ->> 'unit_id', row ->> 'unitId')::uuid as id from side where table_name = 'tasks'),
    followed_units as (select distinct coalesce(row ->> 'unit_id', row ->> 'unitId')::uuid as id from side where table_name in ('oversight_regulations', 'oversight')),
    visited_units as (select distinct coalesce(row ->> 'unit_id', row ->> 'unitId')::uuid as id, table_name = 'reports' as is_report from side where table_name in ('visits', 'reports')),
    petition_units as (select distinct (row ->> 'unitId')::uuid as id from side where table_name = 'petitions'),
    rated_units as (select distinct (row ->> 'unitId')::uuid as unit_id, (row ->> 'decidedById')::uuid as id, row ->> 'personId' is not null as personal from side where table_name = 'ratings'),
    reviewed_units as (select distinct r.unit_id as id, r.opened_by_id as opener_id, r.person_id is not null as personal from side join reviews r on r.home_id = home_of((row ->> 'id')::uuid) and r.id = (row ->> 'id')::uuid where table_name = 'reviews'),
    person_ids as (select distinct (row ->> 'home_id')::smallint as home_id, (row ->> 'id')::uuid as id from side where table_name = 'people')
    select not exists (select from unit_ids u where not ${within.over('u.id')}) and not exists (select from meeting_units u where not (${within.over('u.id')} and ${recording.over('u.id')})) and not exists (select from document_units u where not (${within.over('u.id')} and ${entering.over('u.id')})) and not exists (select from shortcoming_units u where not (${within.over('u.id')} and ${noting.over('u.id')}))
      and not exists (select from rated_units u where not (${within.over('u.unit_id')} and case when u.personal then ${isOperator(ctx)} or ${ratingPeople('u.id')} else ${rating.over('u.id')} end)) and not exists (select from task_units u where not (${within.over('u.id')} and ${giving.over('u.id')})) and not exists (select from followed_units u where not (${within.over('u.id')} and ${assigning.over('u.id')})) and not exists (select from visited_units u where not (${within.over('u.id')} and case when u.is_report then ${evaluating.over('u.id')} else ${visiting.over('u.id')} end))
      and not exists (select from petition_units u where not (${within.over('u.id')} and ${asking.over('u.id')}))
      and not exists (select from reviewed_units u where not (${within.over('u.id')} and ${reviewing.over('u.opener_id')} and case when u.personal then ${isOperator(ctx)} or ${reviewingPeople('u.id')} else ${reviewing.over('u.id')} end)) and not exists (select id from person_ids except (${inCare(ctx)})) as ok`);
  return found?.ok ?? false;
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
  for (const row of rowsOf(context, 'meetings')) yield { sheet: 'meetings', row: row.row, column: 'unit', ref: row.unit };
  for (const row of rowsOf(context, 'rules')) if (row.unit !== null) yield { sheet: 'rules', row: row.row, column: 'unit', ref: row.unit };
  for (const sheet of ['documents', 'clauses', 'answers', 'shortcomings', 'shortcoming_proofs', 'reviews', 'review_suggestions'] as const) for (const row of rowsOf(context, sheet)) yield { sheet, row: row.row, column: 'unit', ref: row.unit };
  for (const row of rowsOf(context, 'petitions')) for (const column of ['unit', 'body'] as const) if (row[column] !== null) yield { sheet: 'petitions', row: row.row, column, ref: row[column] };
  for (const row of rowsOf(context, 'tasks')) for (const column of ['unit', 'asked_by'] as const) if (row[column] !== null) yield { sheet: 'tasks', row: row.row, column, ref: row[column] };
  for (const row of rowsOf(context, 'reviews')) yield { sheet: 'reviews', row: row.row, column: 'opened_by', ref: row.opened_by };
  for (const row of rowsOf(context, 'ratings')) yield { sheet: 'ratings', row: row.row, column: 'unit', ref: row.unit };
  for (const row of rowsOf(context, 'oversight_regulations')) yield { sheet: 'oversight_regulations', row: row.row, column: 'unit', ref: row.unit };
  for (const row of rowsOf(context, 'oversight')) for (const column of ['unit', 'followed'] as const) yield { sheet: 'oversight', row: row.row, column, ref: row[column] };
  for (const sheet of ['visits', 'reports'] as const) for (const row of rowsOf(context, sheet)) yield { sheet, row: row.row, column: 'unit', ref: row.unit };
}

function* peopleNamings(context: CheckContext): Generator<Naming> {
  for (const row of rowsOf(context, 'people')) yield { sheet: 'people', row: row.row, column: 'ref', ref: row.ref };
  for (const row of rowsOf(context, 'memberships')) yield { sheet: 'memberships', row: row.row, column: 'person', ref: row.person };
  for (const row of rowsOf(context, 'tenures')) yield { sheet: 'tenures', row: row.row, column: 'person', ref: row.person };
  for (const row of rowsOf(context, 'guests')) if (row.person !== null) yield { sheet: 'guests', row: row.row, column: 'person', ref: row.person };
  for (const row of rowsOf(context, 'tasks')) if (row.owner !== null) yield { sheet: 'tasks', row: row.row, column: 'owner', ref: row.owner };
  for (const row of rowsOf(context, 'reviews')) if (row.person !== null) yield { sheet: 'reviews', row: row.row, column: 'person', ref: row.person };
  for (const row of rowsOf(context, 'ratings')) if (row.person !== null) yield { sheet: 'ratings', row: row.row, column: 'person', ref: row.person };
  for (const row of rowsOf(context, 'oversight')) yield { sheet: 'oversight', row: row.row, column: 'person', ref: row.person };
  for (const sheet of ['visits', 'reports'] as const) for (const row of rowsOf(context, sheet)) yield { sheet, row: row.row, column: 'person', ref: row.person };
}

function* postNamings(context: CheckContext): Generator<Naming> {
  for (const row of rowsOf(context, 'posts')) yield { sheet: 'posts', row: row.row, column: 'ref', ref: row.ref };
  for (const row of rowsOf(context, 'tenures')) yield { sheet: 'tenures', row: row.row, column: 'post', ref: row.post };
}
