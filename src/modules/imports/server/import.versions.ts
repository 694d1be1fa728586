/**
 * What a run keeps of records that are written as a whole and have a version: as it stood before, and of what the run left only
 * which version. Whether one was changed since is told by that.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';

interface Versioned {
  readonly id: Id;
  readonly unitId: Id<'unit'>;
  readonly version: number;
}

/** By these names runs and refs know them. */
export type VersionedTable = 'meetings' | 'documents' | 'clauses' | 'answers' | 'shortcomings' | 'reviews' | 'review_cycles' | 'tasks' | 'ratings' | 'oversight_regulations' | 'oversight' | 'visits' | 'reports' | 'petitions';

export interface Change {
  readonly before: Versioned | null;
  readonly after: Versioned;
}

export async function noteChanges(ctx: Ctx, { runId, table }: { runId: Id<'importRun'>; table: VersionedTable }, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const list = changes.map(({ before, after: { id, unitId, version } }) => ({ before, after: { id, unit_id: unitId, version } }));
  await sql`insert into import_changes (run_id, seq, table_name, before, after)
    select ${runId}, (select coalesce(max(seq), 0) from import_changes where run_id = ${runId}) + n.at, ${table}, nullif(n.row -> 'before', 'null'), n.row -> 'after'
    from jsonb_array_elements(${JSON.stringify(list)}::jsonb) with ordinality n (row, at)`.execute(ctx.db);
}

/** Of records that other rows of the same run may have written already: these go on from what that left. */
export async function noteFurther(ctx: Ctx, { runId, table }: { runId: Id<'importRun'>; table: VersionedTable }, changes: readonly Change[]): Promise<void> {
  const whole = [...Map.groupBy(changes, ({ after }) => after.id).values()].map((ofOne): Change => ({ before: ofOne[0]!.before, after: ofOne.at(-1)!.after }));
  const noted = await rows(ctx.db, sql<{ id: string }>`update import_changes c set after = jsonb_set(c.after, '{version}', to_jsonb(n.version))
    from unnest(${whole.map(({ after }) => after.id)}::text[], ${whole.map(({ after }) => after.version)}::int[]) n (id, version)
    where c.run_id = ${runId} and c.table_name = ${table} and c.after ->> 'id' = n.id returning n.id`);
  const known = new Set(noted.map(({ id }) => id));
  await noteChanges(ctx, { runId, table }, whole.filter(({ after }) => !known.has(after.id)));
}

export async function keepRefs(ctx: Ctx, { sourceId, table }: { sourceId: Id<'importSource'>; table: VersionedTable }, refs: readonly { readonly ref: string; readonly id: Id }[]): Promise<void> {
  await sql`insert into import_refs (source_id, sheet, ref, entity_id) select ${sourceId}, ${table}, n.ref, n.id from unnest(${refs.map(({ ref }) => ref)}::text[], ${refs.map(({ id }) => id)}::uuid[]) n (ref, id)
    on conflict (source_id, sheet, ref) do update set entity_id = excluded.entity_id`.execute(ctx.db);
}

/** In which the source last left each of them. */
export async function lastVersions(ctx: Ctx, { sourceId, table }: { sourceId: Id<'importSource'>; table: VersionedTable }, ids: readonly Id[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const written = await rows(ctx.db, sql<{ id: string; version: number }>`select c.after ->> 'id' as id, max((c.after ->> 'version')::int) as version from import_changes c join import_runs r on r.id = c.run_id
    where r.source_id = ${sourceId} and r.state = 'applied' and c.table_name = ${table} and c.after ->> 'id' = any(${ids}::text[]) group by 1`);
  return new Map(written.map(({ id, version }) => [id, version]));
}

export interface Restored {
  readonly id: Id;
  readonly version: number;
  readonly was: number;
}

/** For the run before, the record is what that run left, under a new version: it is no change made on screen. */
export async function knowAgain(ctx: Ctx, { runId, table }: { runId: Id<'importRun'>; table: VersionedTable }, restored: readonly Restored[]): Promise<void> {
  await sql`update import_changes c set after = jsonb_set(c.after, '{version}', to_jsonb(n.version))
    from unnest(${restored.map(({ id }) => id)}::text[], ${restored.map(({ was }) => was)}::int[], ${restored.map(({ version }) => version)}::int[]) n (id, was, version)
    where c.run_id in (select e.id from import_runs r join import_runs e on e.source_id = r.source_id and e.state = 'applied' and e.id <> r.id where r.id = ${runId})
      and c.table_name = ${table} and c.after ->> 'id' = n.id and (c.after ->> 'version')::int = n.was`.execute(ctx.db);
}
