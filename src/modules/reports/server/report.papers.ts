/** Both papers of a report out of what was found and written, never from the tables of the database. */
import type { PaperFormat } from '../report.kinds.ts';
import { paperOf } from '../report.layout.ts';
import { tablesOf } from '../report.sheets.ts';
import { reportDocument } from './report.docx.ts';
import { reportWorkbook } from './report.xlsx.ts';

export async function papersOf(printed: Parameters<typeof paperOf>[0]): Promise<readonly { readonly format: PaperFormat; readonly body: Buffer }[]> {
  const paper = paperOf(printed);
  return [{ format: 'docx', body: await reportDocument(paper) }, { format: 'xlsx', body: await reportWorkbook(paper, tablesOf(printed.findings)) }];
}
