/**
 * The list of people as a file. Only what one may both read and export; contact columns only when asked for, and where one may see them.
 * The export is recorded with its filters before the first row leaves.
 */
import type { z } from 'zod';
import { holds } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { recordNow } from '../../../platform/events.ts';
import type { FileAnswer } from '../../../platform/http/routes.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import { dayCell, inBatches, tableFile, type Line } from '../../../platform/table.file.ts';
import { postKindName } from '../../posts/post.kinds.ts';
import type { personContract } from '../person.contract.ts';
import { personTexts } from '../person.messages.ts';
import { ageOn, contactFields, noContact, type Birth } from '../person.ts';
import { keyOfRow, readPeople, type PersonRow } from './person.pages.ts';
import { birthOf, countAllPeople } from './person.reads.ts';
import { contactOf } from './person.seal.ts';

const verbs: readonly Verb[] = ['record.export', 'person.read'];

export async function exportPeople(ctx: Ctx, input: z.output<(typeof personContract)['export']['input']>): Promise<FileAnswer> {
  const { format, language, contacts: wanted, ...filters } = input;
  const { q, ...recorded } = filters;
  const contacts = wanted && holds(ctx, 'person.contact');
  const count = await countAllPeople(ctx, filters, verbs);
  // A name that was searched for is personal data: only that there was one is kept.
  await recordNow(ctx, { type: 'people.exported', ...(filters.unitId ? { unitId: filters.unitId } : {}), data: { ...recorded, searched: q !== undefined && q !== '', contacts, format, count } });
  return tableFile({
    title: textOf(personTexts.fileName, language),
    on: filters.asOf ?? ctx.today,
    format,
    language,
    headers: columnsOf(contacts).map((column) => (column === 'birth' ? { days: textOf(personTexts[column], language) } : textOf(personTexts[column], language))),
    lines: linesOf(ctx, filters, { contacts, language }),
  });
}

function columnsOf(contacts: boolean) {
  const columns = ['fullName', 'sex', 'birth', 'age', 'status', 'marks', 'cell', 'posts'] as const;
  return contacts ? ([...columns, ...contactFields] as const) : columns;
}

type Filters = Parameters<typeof readPeople>[1];

async function* linesOf(ctx: Ctx, filters: Filters, { contacts, language }: { contacts: boolean; language: Language }): AsyncIterable<Line> {
  const on = filters.asOf ?? ctx.today;
  const people = inBatches<PersonRow>(({ last, limit }) => readPeople(ctx, filters, { verbs, after: last && keyOfRow(last), limit, contacts }));
  for await (const found of people) yield* found.map((row) => lineOf(ctx, row, { on, contacts, language }));
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
    row.posts.map(({ kind, title, unit }) => `${title ?? postKindName(kind, language)} (${unit.name})`).join('; '),
    ...(contacts ? contactFields.map((field) => contact[field]) : []),
  ];
}

/** 09/03/1975, or 03/1975 or 1975 where no more is known. */
function birthText({ on, precision }: Birth): string | null {
  const [year, month] = on.split('-');
  return { day: dayCell(on), month: `${month}/${year}`, year: `${year}` }[precision];
}
