/** Shapes of reports on the wire. */
import { z } from 'zod';
import { recordColumn } from '../../figures/figures.contract.ts';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { reportStates, wordParts } from './report.kinds.ts';
import { lineCodes } from './report.lines.ts';

export const reportId = idSchema<'report'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const title = z.string().trim().min(1).max(300);
export const lineCode = z.enum(lineCodes);
const text = z.object({ vi: z.string(), en: z.string() });
const named = z.object({ id: unitId, name: z.string() });

/** Two findings with one mark say the same. */
export const findingsMark = z.string().regex(/^[0-9a-f]{64}$/);

/** No report tells of more committees. */
export const mostCommittees = 1_000;
const mostWords = 20_000;
export const words = z.strictObject(Object.fromEntries(wordParts.map((part) => [part, z.string().max(mostWords)])) as Record<(typeof wordParts)[number], z.ZodString>);

const count = { count: z.int(), base: z.int().nullable() };
const row = <Id extends z.ZodType>(id: Id) => z.object({ id, name: z.string(), beside: z.array(z.string()), cells: z.array(z.object(count)) });
const over = z.object({ units: z.int(), most: z.int() }).nullable().optional();

export const findings = z.object({
  unit: z.string(),
  parent: z.string().nullable(),
  from: daySchema,
  to: daySchema,
  countedOn: daySchema,
  facts: z.array(z.object({ ...count, figure: z.string(), title: text })),
  lines: z.array(z.object({ code: lineCode, title: text, figure: z.string(), total: z.object(count), threshold: z.object({ share: z.number(), paper: z.string().nullable() }).nullable() })),
  committees: z.array(row(unitId)),
  cadres: z.array(row(personId).extend({ over })),
  topics: z.array(z.object({ ...count, code: z.string(), label: text })),
  uncovered: z.array(named.extend({ since: daySchema.nullable().optional() })),
});

export const reportItem = z.object({
  id: reportId, title: z.string(), unit: named, from: daySchema, to: daySchema, state: z.enum(reportStates), issuedOn: daySchema.nullable(),
  /** The one that replaces it. */
  replacedBy: z.object({ id: reportId, isIssued: z.boolean() }).nullable(),
});

export const wholeReport = reportItem.extend({
  replaces: z.object({ id: reportId, title: z.string(), issuedOn: daySchema.nullable() }).nullable(),
  words,
  findings,
  findingsMark,
  numbering: z.object({ symbol: z.string(), documentId: idSchema<'document'>() }).nullable(),
  signer: z.object({ name: z.string(), post: z.string() }).nullable(),
  /** Of what was issued; told by whoever compares two papers. */
  hash: z.string().nullable(),
  version: z.int(),
  may: z.array(z.enum(['draft', 'issue', 'drop', 'correct'])),
});

/** A record behind a number: enough to find it, no words of it. `day` says what the day is of; `cadre` is told of those that name one. */
export const recordItem = z.object({ id: z.string(), unit: named, cadre: z.string().nullable(), on: daySchema.nullable(), day: text.nullable(), isCounted: z.boolean(), marks: z.array(text), link: z.object({ to: recordColumn.shape.link.unwrap(), id: z.string() }).nullable() });
