/** The figures' part of the API. Every answer says about which unit, days, boundaries and filters it speaks. */
import { z } from 'zod';
import { act, query } from '../platform/contract.ts';
import { daySchema } from '../platform/day.ts';
import { integer, pageSize, several } from '../platform/http/query.schema.ts';
import { idSchema } from '../platform/ids.ts';

const unitId = idSchema<'unit'>();
const text = z.object({ vi: z.string(), en: z.string() });
const figureId = z.string().max(60);
/** A heading of the catalogue is asked for at once. */
export const mostTiles = 24;
const bucket = z.object({ code: z.string(), label: text });
const namedUnit = z.object({ id: unitId, name: z.string() });
const heir = namedUnit.extend({ share: z.enum(['whole', 'part']) });

export const figureItem = z.object({
  id: figureId,
  kind: z.enum(['state', 'flow']),
  isShare: z.boolean(),
  /** A record may count for more than one: there are not as many records as the value says. */
  isWeighted: z.boolean(),
  /** All of the base ought to be counted: those that are not come first. */
  aimsAtAll: z.boolean(),
  /** The figure that counts all, where the base holds only those of which something is recorded. */
  recordedOf: z.string().nullable(),
  /** Keys of the rules by which it is counted. */
  rules: z.array(z.string()),
  subject: z.string(),
  title: text,
  explanation: text,
  words: text,
  dimensions: z.array(z.object({ id: z.string(), title: text, kind: z.enum(['partition', 'overlap']), buckets: z.array(bucket) })),
});

/** What the reader must know beside the number. */
export const noteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dissolved'), unit: namedUnit, on: daySchema, units: z.array(heir) }),
  z.object({ kind: z.literal('notFounded'), unit: namedUnit, on: daySchema, units: z.array(heir) }),
  z.object({ kind: z.literal('counterpart'), units: z.array(namedUnit) }),
  z.object({ kind: z.literal('noCounterpart') }),
  z.object({ kind: z.literal('partial') }),
  /** Parts of fewer people than `least` are left out, and as many more as it takes that the sum does not tell them. */
  z.object({ kind: z.literal('fewPeople'), least: z.number().int() }),
]);

const filters = z.record(z.string(), z.array(z.string()));

export const askedSchema = z.object({
  figure: figureId,
  unit: namedUnit,
  /** First day of the period of a flow; null for a state. */
  from: daySchema.nullable(),
  /** The day of a state, the last day of a flow. */
  on: daySchema,
  boundaries: z.enum(['day', 'today']),
  filters,
});

/** `base` and `share` are null for a plain number; `share` also where the base is 0. Percent, rounded half up to one decimal. */
export const valueSchema = z.object({
  count: z.number().int(),
  base: z.number().int().nullable(),
  share: z.number().nullable(),
});

/** How a share was printed of which only the percent is known: `about` in whole percents. */
export const printedAs = z.enum(['about', 'over']);

export const printedSchema = z.object({
  id: idSchema<'printedValue'>(),
  count: z.number(),
  base: z.number().nullable(),
  printedAs: printedAs.nullable(),
  source: z.string(),
  caseId: z.string().nullable(),
  agrees: z.boolean(),
});

const answer = z.object({ asked: askedSchema, notes: z.array(noteSchema) });

/** `words` is the base in words: "trong 146 trưởng thôn, tổ trưởng tổ dân phố đang giữ chức ngày 09/08/2022". */
export const valueAnswer = answer.extend({ value: valueSchema, words: text, printed: z.array(printedSchema) });

export const breakdownItem = valueSchema.extend({
  /** Unit id, code of a bucket, or `direct` for what lies under no child. */
  code: z.string(),
  label: text,
  unit: namedUnit.nullable(),
});

export const breakdownAnswer = answer.extend({
  by: z.string(),
  title: text,
  /** The parts of an overlap never add up to the total. */
  kind: z.enum(['partition', 'overlap']),
  total: valueSchema,
  items: z.array(breakdownItem),
});

export const seriesPoint = valueSchema.extend({ from: daySchema, to: daySchema });
export const seriesAnswer = answer.extend({ step: z.enum(['month', 'quarter', 'year']), points: z.array(seriesPoint) });

export const recordColumn = z.object({
  id: z.string(),
  title: text,
  kind: z.enum(['text', 'day', 'number', 'bucket']),
  link: z.enum(['person', 'unit', 'meeting', 'document', 'task', 'shortcoming', 'petition', 'visit']).nullable(),
  /** Labels of a `bucket` column, whose values are codes. */
  buckets: z.array(bucket),
});
const cell = z.union([z.string(), z.number(), z.null()]);
export const recordItem = z.object({ id: z.string(), values: z.record(z.string(), cell), links: z.record(z.string(), z.string().nullable()) });
const recordPage = z.object({ columns: z.array(recordColumn), total: z.number().int(), items: z.array(recordItem), next: z.string().nullable() });

export const recordsAnswer = answer.extend(recordPage.shape).extend({ set: z.enum(['count', 'base', 'rest']) });

export const compareAnswer = answer.extend({
  before: valueSchema.extend({ on: daySchema }),
  after: valueSchema.extend({ on: daySchema }),
  /** Null where there are more records than can be compared one by one, or where so few people would be told. */
  added: z.number().int().nullable(),
  removed: z.number().int().nullable(),
  unchanged: z.number().int().nullable(),
  records: recordPage.nullable(),
});

export const severalAnswer = z.object({
  unit: namedUnit,
  on: daySchema,
  items: z.array(z.object({
    figure: figureItem,
    value: valueSchema,
    words: text,
    notes: z.array(noteSchema),
    series: z.array(seriesPoint),
    /** The value on the day compared with. */
    compared: valueSchema.nullable(),
  })),
});

const flowRow = z.object({ reason: z.string(), label: text, count: z.number().int() });
export const flowAnswer = answer.extend({ opening: z.number().int(), ins: z.array(flowRow), outs: z.array(flowRow), closing: z.number().int() });

export type Note = z.infer<typeof noteSchema>;
export type FigureItem = z.infer<typeof figureItem>;
export type Value = z.infer<typeof valueSchema>;
export type ValueAnswer = z.infer<typeof valueAnswer>;
export type BreakdownAnswer = z.infer<typeof breakdownAnswer>;
export type SeriesAnswer = z.infer<typeof seriesAnswer>;
export type RecordsAnswer = z.infer<typeof recordsAnswer>;
export type CompareAnswer = z.infer<typeof compareAnswer>;
export type SeveralAnswer = z.infer<typeof severalAnswer>;
export type FlowAnswer = z.infer<typeof flowAnswer>;
export type RecordPage = z.infer<typeof recordPage>;
export type RecordColumn = z.infer<typeof recordColumn>;

const filterText = z.string().max(120).regex(/^[A-Za-z]+:[A-Za-z0-9_-]+$/, { error: 'a filter is written dimension:code' });

/** Common to all questions: `on` is today where it is absent; `from` matters to flows only (first day of that year where absent). */
const question = {
  figure: figureId,
  unit: unitId,
  on: daySchema.optional(),
  from: daySchema.optional(),
  boundaries: z.enum(['day', 'today']).default('day'),
  filter: several(filterText).default([]),
};
const paging = { cursor: z.string().max(200).optional(), limit: pageSize };
const asked = ['platform.notFound', 'figures.fewPeople', 'figures.unknown', 'figures.unknownDimension', 'figures.unknownBucket', 'figures.periodBackwards'] as const;

export const figuresContract = {
  list: query({
    name: 'figures.list',
    path: '/api/figures',
    open: 'declarations of figures hold no data',
    input: z.strictObject({}),
    output: z.object({ items: z.array(figureItem) }),
    summary: { vi: 'Danh mục số liệu', en: 'The figures that can be asked for' },
  }),
  value: query({
    name: 'figures.value',
    path: '/api/figures/:figure/value',
    verb: 'figure.read',
    input: z.strictObject(question),
    output: valueAnswer,
    problems: asked,
    summary: { vi: 'Giá trị của một số liệu', en: 'The value of a figure' },
  }),
  breakdown: query({
    name: 'figures.breakdown',
    path: '/api/figures/:figure/breakdown',
    verb: 'figure.read',
    /** `by`: `child` or the id of a dimension. */
    input: z.strictObject({ ...question, by: z.string().max(40).default('child') }),
    output: breakdownAnswer,
    problems: asked,
    summary: { vi: 'Số liệu chia theo đơn vị trực thuộc hoặc theo tiêu chí', en: 'A figure by child unit or by dimension' },
  }),
  series: query({
    name: 'figures.series',
    path: '/api/figures/:figure/series',
    verb: 'figure.read',
    input: z.strictObject({ ...question, from: daySchema, step: z.enum(['month', 'quarter', 'year']).default('month') }),
    output: seriesAnswer,
    problems: [...asked, 'figures.tooManyPoints', 'figures.tooMuchAtOnce'],
    summary: { vi: 'Số liệu theo tháng, quý, năm', en: 'A figure by month, quarter or year' },
  }),
  compare: query({
    name: 'figures.compare',
    path: '/api/figures/:figure/compare',
    verb: 'figure.read',
    /** Two days of a state: `before` and `on`. `list` asks for one page of the records of that kind. */
    input: z.strictObject({ ...question, before: daySchema, list: z.enum(['added', 'removed', 'unchanged']).optional(), ...paging }),
    output: compareAnswer,
    problems: [...asked, 'figures.notForFlow', 'figures.listChanged', 'figures.tooManyRecords'],
    summary: { vi: 'So sánh số liệu giữa hai ngày', en: 'A figure on two days' },
  }),
  records: query({
    name: 'figures.records',
    path: '/api/figures/:figure/records',
    verb: 'figure.read',
    /** `rest`: in the base but not in the count. */
    input: z.strictObject({ ...question, set: z.enum(['count', 'base', 'rest']).default('count'), ...paging }),
    output: recordsAnswer,
    problems: [...asked, 'figures.listChanged', 'figures.tooManyRecords'],
    summary: { vi: 'Danh sách phía sau số liệu', en: 'The records behind a figure' },
  }),
  several: query({
    name: 'figures.several',
    path: '/api/figure-tiles',
    verb: 'figure.read',
    /** The last `points` months up to the day are drawn as trend. */
    input: z.strictObject({
      unit: unitId,
      figures: several(figureId).pipe(z.array(figureId).min(1).max(mostTiles)),
      on: daySchema.optional(),
      compareWith: daySchema.optional(),
      boundaries: z.enum(['day', 'today']).default('day'),
      step: z.enum(['month', 'quarter', 'year']).default('month'),
      points: integer({ least: 1, most: 60 }).default(12),
    }),
    output: severalAnswer,
    problems: asked,
    summary: { vi: 'Một số số liệu chính của đơn vị', en: 'Several figures of one unit with their trend' },
  }),
  flow: query({
    name: 'figures.flow',
    path: '/api/figure-flow/members',
    verb: 'figure.read',
    input: z.strictObject({ unit: unitId, from: daySchema, to: daySchema, boundaries: z.enum(['day', 'today']).default('day') }),
    output: flowAnswer,
    problems: ['platform.notFound', 'figures.periodBackwards'],
    summary: { vi: 'Biến động đảng viên trong kỳ', en: 'Members at the beginning, in, out and at the end of a period' },
  }),
  print: act({
    name: 'figures.print',
    path: '/api/figures/:figure/print',
    verb: 'figure.print',
    input: z.strictObject({
      figure: figureId,
      unit: unitId,
      on: daySchema,
      /** First day of the period; needed for a flow. */
      from: daySchema.optional(),
      filter: z.array(filterText).default([]),
      count: z.number().int().min(0),
      base: z.number().int().min(0).optional(),
      source: z.string().trim().min(1).max(300),
    }),
    output: z.object({ id: idSchema<'printedValue'>() }),
    problems: ['platform.notFound', 'figures.unknown', 'figures.unknownDimension', 'figures.unknownBucket', 'figures.printedOverBase', 'figures.periodMissing', 'figures.periodBackwards'],
    summary: { vi: 'Ghi số đã công bố để đối chiếu', en: 'Record a printed value to compare with' },
  }),
};
