/** Files of the resolution book. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { unitOn } from '../../units/server/index.ts';
import type { resolutionContract } from '../resolution.contract.ts';
import type { Resolution } from '../resolution.ts';
import { parentOf } from './meeting.documents.ts';
import { bookDocument, bookFileName, resolutionDocument, resolutionFileName } from './resolution.docx.ts';
import { getResolution, listBook, type ResolutionItem } from './resolution.reads.ts';

type Input<K extends keyof typeof resolutionContract> = z.output<(typeof resolutionContract)[K]['input']>;

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const batch = 200;

export async function resolutionFile(ctx: Ctx, { id }: Input<'resolutionFile'>): Promise<FileAnswer> {
  const { parent, signer, ...item } = await getResolution(ctx, { id });
  const paper = { ...resolutionOf(item), parent, signer };
  return new FileAnswer({ name: resolutionFileName(paper), type: word, body: await resolutionDocument(paper) });
}

export async function bookFile(ctx: Ctx, { unitId, year }: Input<'bookFile'>): Promise<FileAnswer> {
  const items = await wholeBook(ctx, { unitId, year });
  const lastDay = `${year}-12-31` as Day;
  const on = ctx.today < lastDay ? ctx.today : lastDay;
  const unit = items.at(-1)?.unit.name ?? (await unitOn(ctx, unitId, on))?.name ?? '';
  const body = await bookDocument({ unit, parent: await parentOf(ctx, { unitId, on }), year, on, resolutions: items.map(resolutionOf) });
  return new FileAnswer({ name: bookFileName({ unit, year }), type: word, body });
}

async function wholeBook(ctx: Ctx, { unitId, year }: Input<'bookFile'>): Promise<ResolutionItem[]> {
  const items: ResolutionItem[] = [];
  for (let cursor: string | undefined, isMore = true; isMore;) {
    const page = await listBook(ctx, { unitId, year, limit: batch, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.next ?? undefined;
    isMore = cursor !== undefined;
  }
  return items;
}

function resolutionOf({ unit, unitKind, kind, isExtended, on, topic, numbering, present, expected, conclusions, votes, score }: ResolutionItem): Resolution {
  return { unit: unit.name, unitKind, meeting: { kind, isExtended, on, topic }, numbering, present, expected, conclusions, votes, score };
}
