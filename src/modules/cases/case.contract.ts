/** The figures of the cases: what was printed beside what the records give. */
import { z } from 'zod';
import { printedAs, valueSchema } from '../../figures/figures.contract.ts';
import { query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';

const text = z.object({ vi: z.string(), en: z.string() });

const problemSchema = z.object({ code: z.string(), kind: z.string(), data: z.record(z.string(), z.unknown()) });

export const caseFigure = z.object({
  /** `A2.residential`: the letter of the case, the number of the figure, the part. */
  id: z.string(),
  case: z.string(),
  title: text,
  figure: z.string(),
  figureTitle: text,
  unit: z.object({ id: idSchema<'unit'>(), name: z.string() }),
  /** First day of the period of a flow; null for a state. */
  from: daySchema.nullable(),
  asOf: daySchema,
  filter: z.array(z.string()),
  source: z.string(),
  printed: z.object({ count: z.number(), base: z.number().nullable(), printedAs: printedAs.nullable(), names: z.array(z.string()) }),
  /** Null where the reader gets no value; `problem` then says why. */
  computed: valueSchema.extend({ names: z.array(z.string()) }).nullable(),
  problem: problemSchema.nullable(),
  agrees: z.boolean(),
});

export type CaseFigure = z.infer<typeof caseFigure>;

export const caseContract = {
  list: query({
    name: 'cases.list',
    path: '/api/cases',
    verb: 'figure.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(caseFigure) }),
    summary: { vi: 'Số liệu của năm trường hợp: số đã công bố và số tính từ dữ liệu', en: 'Figures of the five cases: printed and computed' },
  }),
};
