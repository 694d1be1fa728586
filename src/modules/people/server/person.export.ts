/**
 * The list of people as a file, streamed a thousand rows at a time. Only what one may both read and export; contact
 * columns only where one may see them. The export is recorded with its filters before the first row leaves.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { z } from 'zod';
import { holds } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import { postKinds, type PostKind } from '../../posts/post.kinds.ts';
import type { personContract } from '../person.contract.ts';
import { personTexts } from '../person.messages.ts';
import { ageOn, contactFields, noContact, type Birth } from '../person.ts';
import { recordNow } from './person.page.ts';
import { birthOf, countAllPeople, keyOfRow, readPeople, type PersonRow } from './person.reads.ts';
import { contactOf } from './person.seal.ts';

const batch = 1000;
const verbs: readonly Verb[] = ['record.export', 'person.read'];

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function exportPeople(ctx: Ctx, input: z.output<(typeof personContract)['export']['input']>): Promise<FileAnswer> {
  const { format, language, ...filters } = input;
  const { q, ...recorded } = filters;
  const count = await countAllPeople(ctx, filters, verbs);
  // A name that was searched for is personal data: only that there was one is kept.
  await recordNow(ctx, { type: 'people.exported', ...(filters.unitId ? { unitId: filters.unitId } : {}), data: { ...recorded, searched: q !== undefined && q !== '', format, count } });
  const contacts = holds(ctx, 'person.contact');
  const headers = columnsOf(contacts).map((column) => textOf(personTexts[column], language));
  const lines = linesOf(ctx, filters, { contacts, language });
  const stream = format === 'csv'
    ? writeCsvStream(withHead(headers, lines), { headers: false, bom: true, escapeFormulae: true })
    : writeXlsxStream(lines, { name: textOf(personTexts.fileName, language), columns: headers.map((header) => ({ header })), freezePane: { rows: 1 } });
  const name = `${textOf(personTexts.fileName, language)} ${filters.asOf ?? ctx.today}.${format}`;
  return new FileAnswer({ name, type: types[format], body: Readable.fromWeb(stream as ReadableStream) });
}

function columnsOf(contacts: boolean) {
  const columns = ['fullName', 'sex', 'birth', 'age', 'status', 'marks', 'cell', 'posts'] as const;
  return contacts ? ([...columns, ...contactFields] as const) : columns;
}

type Line = (string | number | null)[];
type Filters = Parameters<typeof readPeople>[1];

async function* withHead(headers: string[], lines: AsyncIterable<Line>): AsyncIterable<Line> {
  yield headers;
  yield* lines;
}

async function* linesOf(ctx: Ctx, filters: Filters, { contacts, language }: { contacts: boolean; language: Language }): AsyncIterable<Line> {
  const on = filters.asOf ?? ctx.today;
  let after: (string | number)[] | undefined;
  for (;;) {
    const found = await readPeople(ctx, filters, { verbs, after, limit: batch, contacts });
    for (const row of found) yield lineOf(ctx, row, { on, contacts, language });
    const last = found.at(-1);
    if (!last || found.length < batch) return;
    after = keyOfRow(last);
  }
}

function lineOf(ctx: Ctx, row: PersonRow, { on, contacts, language }: { on: Day; contacts: boolean; language: Language }): Line {
  const birth = birthOf(row);
  const contact = row.open ? contactOf(ctx.keys, row) : noContact;
  return [
    row.full_name,
    row.sex && textOf(personTexts[`sex.${row.sex}`], language),
    birth && birthText(birth),
    birth && ageOn(birth, on),
    textOf(personTexts[`status.${row.status}`], language),
    row.marks.map((mark) => textOf(personTexts[`mark.${mark}`], language)).join('; '),
    row.cell?.name ?? null,
    row.posts.map(({ kind, title, unit }) => `${title ?? kindText(kind, language)} (${unit.name})`).join('; '),
    ...(contacts ? contactFields.map((field) => contact[field]) : []),
  ];
}

function kindText(kind: PostKind, language: Language): string {
  return postKinds.find(({ code }) => code === kind)?.[language] ?? kind;
}

/** 09/03/1975, or 03/1975 or 1975 where no more is known. */
function birthText({ on, precision }: Birth): string {
  const [year, month, date] = on.split('-');
  return { day: `${date}/${month}/${year}`, month: `${month}/${year}`, year: `${year}` }[precision];
}
