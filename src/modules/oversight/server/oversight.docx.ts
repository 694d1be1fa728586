/** The annex of a decision and the hand-over file as Word files. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { bodyLine, bodyWidth, columns, grid, headOf, parentOf, signature, titleLines, wordFile, wordFileName } from '../../meetings/server/index.ts';
import { wordType } from '../../reviews/review.kinds.ts';
import { boardContract } from '../board.contract.ts';
import type { HandOverPart } from '../hand.over.ts';
import { annexRows, annexWidths, handOverLines, oversightWords } from '../oversight.layout.ts';
import { readAnnex } from './annex.reads.ts';
import { readHandOver } from './hand.over.reads.ts';

export async function annexFile(ctx: Ctx, input: z.output<typeof boardContract.annexFile.input>): Promise<FileAnswer> {
  const { regulation, decision, items } = boardContract.annex.output.parse(await readAnnex(ctx, input));
  const parent = await parentOf(ctx, { unitId: regulation.unit.id, on: ctx.today });
  const body = await wordFile({ title: oversightWords.annex }, [
    headOf({ unit: regulation.unit.name, parent, on: ctx.today }), ...titleLines(oversightWords.annex, oversightWords.annexTitle(decision)),
    grid({ widths: annexWidths, head: oversightWords.head, rows: annexRows(items) }),
  ]);
  return new FileAnswer({ name: wordFileName(['phan-cong', decision]), type: wordType, body });
}

export function handOverFile(parts: readonly HandOverPart[]) {
  const read = readHandOver(parts);
  return async (ctx: Ctx, input: z.output<typeof boardContract.handOverFile.input>): Promise<FileAnswer> => {
    const file = boardContract.handOver.output.parse(await read(ctx, input));
    const { regulation, unit, person } = file.assignment;
    const parent = await parentOf(ctx, { unitId: regulation.unit.id, on: ctx.today });
    const body = await wordFile({ title: oversightWords.handOver }, [
      headOf({ unit: regulation.unit.name, parent, on: file.on }), ...titleLines(oversightWords.handOver, oversightWords.handOverTitle(unit.name)), ...handOverLines(file).map(bodyLine),
      columns([{ width: bodyWidth / 2, children: signature([oversightWords.leaver], person.name) }, { width: bodyWidth / 2, children: signature([oversightWords.taker], null) }]),
    ]);
    return new FileAnswer({ name: wordFileName(['ban-giao', unit.name, file.on]), type: wordType, body });
  };
}
