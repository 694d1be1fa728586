/**
 * What a workbook tells step by step (petitions, shortcomings) into the database and out of it again, by the rules of the acts on screen,
 * each on its own day. What was worked on on screen since is never written over.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { complain, type CheckContext, type Complaint } from '../check/context.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

type SteppedTable = 'petitions' | 'shortcomings';

interface Stepped {
  readonly id: Id;
  readonly unitId: Id<'unit'>;
  readonly version: number;
  readonly steps: readonly { readonly by: Id<'account'> | null }[];
}

/** The only writer of the table. */
export interface SteppedStore<Thing extends Stepped> {
  readonly table: SteppedTable;
  readonly lock: (ctx: Ctx, id: Thing['id']) => Promise<Thing | undefined>;
  readonly insert: (ctx: Ctx, thing: Thing) => Promise<Thing>;
  readonly save: (ctx: Ctx, thing: Thing) => Promise<Thing>;
}

export interface SteppedWriting {
  readonly plan: Pick<ImportPlan, 'find'>;
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  /** Of the whole installation: may act for every body. */
  readonly isOperator: boolean;
}

interface Told<Thing extends Stepped> {
  readonly id: Thing['id'];
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: { readonly row: number };
}

interface Telling<Thing extends Stepped, One extends Told<Thing>> {
  readonly told: readonly One[];
  /** As the acts on screen make it, or what they refuse. */
  readonly make: (one: One) => Promise<Thing | Refusal>;
  /** What they would ask of the importer. */
  readonly refusalOf: (one: One, thing: Thing) => Promise<Refusal | undefined>;
  readonly complaintOf: (refusal: Refusal) => Omit<Complaint, 'sheet' | 'row'>;
  readonly workedOn: Complaint['code'];
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeStepped<Thing extends Stepped, One extends Told<Thing>>(ctx: Ctx, store: SteppedStore<Thing>, { context, runId, sourceId, ...telling }: Pick<SteppedWriting, 'context' | 'runId' | 'sourceId'> & Telling<Thing, One>): Promise<Checked['tables'][number]> {
  const { table } = store;
  const { told } = telling;
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const changes: Change[] = [];
  let same = 0;
  for (const one of told) {
    const change = await writeOne(ctx, store, { ...telling, one, context, last });
    if (change === 'same') same += 1;
    else if (change) changes.push(change);
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

interface WritingOne<Thing extends Stepped, One extends Told<Thing>> extends Omit<Telling<Thing, One>, 'told'> {
  readonly one: One;
  readonly context: CheckContext;
  readonly last: ReadonlyMap<string, number>;
}

async function writeOne<Thing extends Stepped, One extends Told<Thing>>(ctx: Ctx, { table, lock, insert, save }: SteppedStore<Thing>, { one, make, refusalOf, complaintOf, workedOn, context, last }: WritingOne<Thing, One>): Promise<Change | 'same' | undefined> {
  const before = one.isKnown ? await lock(ctx, one.id) : undefined;
  const after = await make(one);
  const refused = isRefusal(after) ? after : await refusalOf(one, after);
  if (isRefusal(after) || refused) return void complain(context, { sheet: table, row: one.row.row, ...complaintOf(refused!) });
  if (before && isSame(before, after)) return 'same';
  if (before && (last.get(one.id) ?? 0) < before.version) return void complain(context, { sheet: table, row: one.row.row, column: null, code: workedOn });
  return { before: before ?? null, after: before ? await save(ctx, { ...after, version: before.version }) : await insert(ctx, after) };
}

/** Who wrote it down is not what it says. */
function isSame(one: Stepped, other: Stepped): boolean {
  const facts = ({ version: _version, steps, ...rest }: Stepped) => canonicalJson({ ...rest, steps: steps.map(({ by: _by, ...step }) => step) });
  return facts(one) === facts(other);
}

/** How many of the run are no longer what it left. */
export async function steppedChangedSince(ctx: Ctx, table: SteppedTable, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join ${sql.table(table)} t on t.home_id = home_of((c.after ->> 'id')::uuid) and t.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and t.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Answers those that the run had added, for their writer to delete. A version never goes back, also when what stood before is put back. */
export async function putSteppedBack<Thing extends Stepped>(ctx: Ctx, { table, lock, save }: SteppedStore<Thing>, runId: Id<'importRun'>): Promise<Thing['id'][]> {
  const changes = await rows(ctx.db, sql<{ id: Thing['id']; before: Thing | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    const now = (await lock(ctx, id))!;
    const { version } = await save(ctx, { ...before, version: now.version });
    restored.push({ id, version, was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  return changes.filter(({ before }) => before === null).map(({ id }) => id);
}
