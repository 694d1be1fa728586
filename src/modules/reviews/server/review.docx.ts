/** A review as a Word file, laid out like the minutes. */
import type { Paragraph } from 'docx';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { bodyLine, bodyWidth, columns, headOf, signature, titleLines, wordFile, wordFileName } from '../../meetings/server/index.ts';
import { wordType } from '../review.kinds.ts';
import { paperOf, type ReviewPaper } from '../review.layout.ts';
import { wholeReview } from '../review.shapes.ts';
import { readOwnReview, readReview } from './review.reads.ts';

interface Asked {
  readonly id: Id<'review'>;
}

export async function reviewFile(ctx: Ctx, { id }: Asked): Promise<FileAnswer> {
  return fileOf(ctx, await readReview(ctx, { id }));
}

export async function ownReviewFile(ctx: Ctx, { id }: Asked): Promise<FileAnswer> {
  return fileOf(ctx, await readOwnReview(ctx, { id }));
}

async function fileOf(ctx: Ctx, read: z.input<typeof wholeReview>): Promise<FileAnswer> {
  const review = wholeReview.parse(read);
  const paper = paperOf(review, ctx.today);
  return new FileAnswer({ name: wordFileName(['kiem-diem', review.person?.name ?? paper.unit, review.to]), type: wordType, body: await reviewDocument(paper) });
}

export async function reviewDocument({ unit, parent, on, name, title, draft, lines, signatures }: ReviewPaper): Promise<Buffer> {
  return wordFile({ title: name, draft }, [
    headOf({ unit, parent, on, draft }), ...titleLines(name, title), ...lines.map(bodyLine),
    columns(signatures.map((one) => ({ width: bodyWidth / 2, children: signed(one) }))),
  ]);
}

function signed(one: ReviewPaper['signatures'][number]): Paragraph[] {
  return one === null ? [bodyLine({ text: '', isHeading: false })] : signature(one.roles, one.name);
}
