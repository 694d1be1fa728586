/** A report as a Word file, laid out like the minutes, with the table of its facts. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { bodyLine, bodyWidth, columns, grid, headOf, signature, titleLines, wordFile, wordFileName } from '../../meetings/server/index.ts';
import type { reportContract } from '../report.contract.ts';
import { paperOf, type ReportPaper } from '../report.layout.ts';
import { wholeReport } from '../report.shapes.ts';
import { readReport } from './report.reads.ts';

type Input = z.output<(typeof reportContract)['reportFile']['input']>;

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function reportFile(ctx: Ctx, { id }: Input): Promise<FileAnswer> {
  const report = wholeReport.parse(await readReport(ctx, { id }));
  const body = await reportDocument(paperOf(report, ctx.today));
  return new FileAnswer({ name: wordFileName(['bao-cao-theo-doi', report.person.name, report.to]), type: word, body });
}

export function reportDocument({ unit, parent, on, name, title, draft, lines, head, rows, signer, signs }: ReportPaper): Promise<Buffer> {
  return wordFile({ title: name, draft }, [
    headOf({ unit, parent, on, draft }), ...titleLines(name, title), ...lines.map(bodyLine), grid({ widths: [45, 20, 25, 20, 28, 27], head, rows }),
    columns([{ width: bodyWidth / 2, children: [bodyLine({ text: '', isHeading: false })] }, { width: bodyWidth / 2, children: signature([signs], signer) }]),
  ]);
}
