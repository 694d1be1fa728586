/** Files uploaded on screen, between upload and apply: the cells fixed so far, how far the work is. Their bytes: `import.parts.ts`. */
import './import.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { nationalHome, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { tableTypes } from '../../../platform/table.formats.ts';
import { mostBytes, type Checked, type importsContract } from '../imports.contract.ts';
import { templateWorkbook } from '../format/templates.ts';
import type { Fix } from '../read/tables.ts';
import { uploadedFiles } from './import.parts.ts';
import { findUpload, requireImporter } from './import.reads.ts';
import { applyImport, checkImport, undoImport, type Applied, type ImportProgress, type ImportRequest } from './import.commands.ts';

type Input<K extends keyof typeof importsContract> = z.output<(typeof importsContract)[K]['input']>;
type ProgressAnswer = z.input<(typeof importsContract)['progress']['output']>;

/** The server stays below its memory with them; other requests are served from the same process. */
const mostRows = 60_000;
const everySecond = 1000;

export async function upload(ctx: Ctx, input: Input<'upload'>): Promise<{ uploadId: Id<'importUpload'> }> {
  requireImporter(ctx);
  if (input.files.reduce((sum, { size }) => sum + size, 0) > mostBytes) throw new Problem({ code: 'imports.tooLarge', kind: 'invalid' });
  const id = newId<'importUpload'>(nationalHome);
  const progress = JSON.stringify({ phase: 'waiting', part: null, rows: 0 });
  await ctx.db.insertInto('import_uploads').values({ id, account_id: ctx.actor!.accountId, source: input.source, fixes: '[]', progress, files: JSON.stringify(input.files), created_at: ctx.now }).execute();
  return { uploadId: id };
}

/** Files that nobody applied within two days. */
export async function forgetUploads({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  await sql`delete from import_uploads where created_at < ${now}::timestamptz - interval '2 days'`.execute(db);
}

export async function check(ctx: Ctx, { uploadId, fixes }: Input<'check'>): Promise<Checked> {
  requireImporter(ctx);
  // Outside the act: its lock on the row would keep the progress from being written while the check goes on.
  await ctx.aside.updateTable('import_uploads').set({ fixes: JSON.stringify(fixes) }).where('id', '=', uploadId).where('account_id', '=', ctx.actor!.accountId).execute();
  return checkImport(ctx, await requestOf(ctx, uploadId));
}

export async function apply(ctx: Ctx, { uploadId }: Input<'apply'>): Promise<Applied> {
  requireImporter(ctx);
  const applied = await applyImport(ctx, await requestOf(ctx, uploadId));
  await ctx.db.deleteFrom('import_uploads').where('id', '=', uploadId).execute();
  return applied;
}

export async function undo(ctx: Ctx, { runId }: Input<'undo'>): Promise<{ runId: Id<'importRun'> }> {
  requireImporter(ctx);
  await undoImport(ctx, runId);
  return { runId };
}

export async function getProgress(ctx: Ctx, { uploadId }: Input<'progress'>): Promise<ProgressAnswer> {
  requireImporter(ctx);
  const { progress } = await findUpload(ctx, uploadId);
  return progress as ProgressAnswer;
}

export async function getTemplate(ctx: Ctx, { lang }: Input<'template'>): Promise<FileAnswer> {
  requireImporter(ctx);
  const name = lang === 'vi' ? 'mau-nhap-du-lieu.xlsx' : 'import-template.xlsx';
  return new FileAnswer({ name, type: tableTypes.xlsx, body: Buffer.from(await templateWorkbook(lang)) });
}

async function requestOf(ctx: Ctx, id: Id<'importUpload'>): Promise<ImportRequest> {
  const found = await findUpload(ctx, id);
  return {
    source: found.source,
    from: { files: await uploadedFiles(ctx, id, found.files) },
    fileName: found.files.map(({ name }) => name).join(', '),
    fixes: found.fixes as Fix[],
    mostRows,
    onProgress: progressWriter(ctx, id),
  };
}

/** Seen by others while the act is under way, therefore written outside its transaction; at most once a second. */
function progressWriter(ctx: Ctx, id: Id<'importUpload'>): (progress: ImportProgress) => void {
  let last = 0;
  return (progress) => {
    if (Date.now() - last < everySecond && progress.phase !== 'done') return;
    last = Date.now();
    ctx.aside
      .updateTable('import_uploads')
      .set({ progress: JSON.stringify(progress) })
      .where('id', '=', id)
      .execute()
      .catch((error: unknown) => ctx.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'import progress not written'));
  };
}
