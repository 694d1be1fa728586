/** The list of posts as a file, one line for each post: those one may both read and export. */
import type { z } from 'zod';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { recordNow } from '../../../platform/events.ts';
import type { FileAnswer } from '../../../platform/http/routes.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import { dayCell, inBatches, tableFile, type Line } from '../../../platform/table.file.ts';
import type { postContract } from '../post.contract.ts';
import { postKindName } from '../post.kinds.ts';
import { postExportTexts as texts } from '../post.messages.ts';
import { countPosts, keyOfPost, readPosts, withHolders, type PostFilters, type PostItem, type PostRow } from './post.reads.ts';

const verbs: readonly Verb[] = ['record.export', 'post.read'];
const columns = ['unit', 'post', 'holders', 'since', 'seats', 'vacant', 'vacantSince'] as const;

export async function exportPosts(ctx: Ctx, input: z.output<(typeof postContract)['export']['input']>): Promise<FileAnswer> {
  const { format, language, ...filters } = input;
  const count = await countPosts(ctx, filters, verbs);
  await recordNow(ctx, { type: 'post.exported', ...(filters.unitId ? { unitId: filters.unitId } : {}), data: { ...filters, format, count } });
  return tableFile({
    title: textOf(texts.fileName, language),
    on: filters.asOf ?? ctx.today,
    format,
    language,
    headers: columns.map((column) => (column === 'since' || column === 'vacantSince' ? { days: textOf(texts[column], language) } : textOf(texts[column], language))),
    lines: linesOf(ctx, filters, language),
  });
}

async function* linesOf(ctx: Ctx, filters: PostFilters, language: Language): AsyncIterable<Line> {
  const on = filters.asOf ?? ctx.today;
  for await (const posts of inBatches<PostRow>(({ last, limit }) => readPosts(ctx, filters, { verbs, after: last && keyOfPost(last), limit }))) {
    for (const post of await withHolders(ctx, posts, on)) yield lineOf(post, language);
  }
}

/** Several holders and their first days stand in the same order. */
function lineOf({ unit, kind, title, holders, seats, vacant, vacantSince }: PostItem, language: Language): Line {
  return [
    unit.name,
    title ?? postKindName(kind, language),
    holders.map(({ person }) => person.fullName).join('; '),
    holders.map(({ period }) => dayCell(period.from)).join('; '),
    seats,
    vacant,
    dayCell(vacantSince),
  ];
}
