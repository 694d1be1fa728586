/** Reads of imports: runs of an account, one run, an upload under way; and whether somebody imports at all. */
import './import.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { isOperator } from './import.store.ts';
import type { Checked, importsContract } from '../imports.contract.ts';

type RunsAnswer = z.input<(typeof importsContract)['runs']['output']>;

interface Run {
  readonly id: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  readonly state: 'applied' | 'undone';
  readonly latest: boolean;
}

/** Own runs only; at the command line, all. */
export async function findRun(ctx: Ctx, id: Id<'importRun'>): Promise<Run | undefined> {
  const everything = isOperator(ctx);
  const row = await firstRow(ctx.db, sql<{ source_id: Id<'importSource'>; state: 'applied' | 'undone'; latest: boolean }>`
    select r.source_id, r.state, not exists (select from import_runs l where l.source_id = r.source_id and l.state = 'applied' and l.id > r.id) as latest
    from import_runs r where r.id = ${id} and (${everything} or r.started_by = ${ctx.actor?.accountId ?? null}) for update of r`);
  return row && { id, sourceId: row.source_id, state: row.state, latest: row.latest };
}

/** The units that an import calls by the ref; several where several sources use it. Asks no access: for the command line. */
export async function findUnitsByRef({ db }: Pick<Ctx, 'db'>, ref: string): Promise<Id<'unit'>[]> {
  const found = await rows(db, sql<{ id: Id<'unit'> }>`select distinct entity_id as id from import_refs where sheet = 'units' and ref = ${ref}`);
  return found.map(({ id }) => id);
}

/** That one may import somewhere is checked by the kernel; where, is checked row by row. */
export function requireImporter(ctx: Ctx): void {
  if (reach(ctx, 'import.run').isEmpty) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'import.run' } });
}

export async function findUpload(ctx: Ctx, id: Id<'importUpload'>) {
  const found = await ctx.db.selectFrom('import_uploads').selectAll().where('id', '=', id).where('account_id', '=', ctx.actor!.accountId).executeTakeFirst();
  if (!found) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return found;
}

export async function listRuns(ctx: Ctx, input: z.output<(typeof importsContract)['runs']['input']>): Promise<RunsAnswer> {
  reach(ctx, 'import.run'); // runs are one's own: the account is the predicate
  const after = readCursor(input.cursor, z.tuple([z.guid()]));
  const found = await rows(ctx.db, sql<RunRow>`
    select r.id, s.name, r.file_name, r.state, r.started_at, r.undone_at, r.counts from import_runs r join import_sources s on s.id = r.source_id
    where r.started_by = ${ctx.actor!.accountId} ${after ? sql`and r.id < ${after[0]}::uuid` : sql``} order by r.id desc limit ${input.limit + 1}`);
  return pageOf(found, {
    limit: input.limit,
    key: ({ id }) => [id],
    item: (row) => ({
      id: row.id, source: row.name, fileName: row.file_name, state: row.state,
      startedAt: row.started_at.toISOString(), undoneAt: row.undone_at?.toISOString() ?? null, tables: row.counts,
    }),
  });
}

interface RunRow {
  id: Id<'importRun'>;
  name: string;
  file_name: string;
  state: 'applied' | 'undone';
  started_at: Date;
  undone_at: Date | null;
  counts: Checked['tables'];
}
