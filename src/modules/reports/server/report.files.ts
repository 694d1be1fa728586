/** A report as a file: of a draft written anew, with “Dự thảo” on every page; of what was issued the very bytes that were kept then. */
import type { Ctx } from '../../../platform/context.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import type { Id } from '../../../platform/ids.ts';
import { wordFileName } from '../../meetings/server/index.ts';
import { paperTypes, type PaperFormat } from '../report.kinds.ts';
import { papersOf } from './report.papers.ts';
import { foundOf, getReadable } from './report.reads.ts';
import { findPaper } from './report.store.ts';

interface Asked {
  readonly id: Id<'report'>;
}

export async function wordPaper(ctx: Ctx, { id }: Asked): Promise<FileAnswer> {
  return fileOf(ctx, id, 'docx');
}

export async function excelFile(ctx: Ctx, { id }: Asked): Promise<FileAnswer> {
  return fileOf(ctx, id, 'xlsx');
}

async function fileOf(ctx: Ctx, id: Id<'report'>, format: PaperFormat): Promise<FileAnswer> {
  const kept = await getReadable(ctx, id);
  const { findings } = await foundOf(ctx, kept);
  const body = (await findPaper(ctx, id, format)) ?? (await papersOf({ report: kept.report, findings, hash: null })).find((paper) => paper.format === format)!.body;
  return new FileAnswer({ name: wordFileName(['bao-cao-so-ket', findings.unit, kept.report.to]).replace(/docx$/, format), type: paperTypes[format], body });
}
