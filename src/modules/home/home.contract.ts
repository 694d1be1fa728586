/** What happened lately at the units that one may see: units, posts and cells, newest first. */
import { z } from 'zod';
import { query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';

const unitId = idSchema<'unit'>();
const namedUnit = z.object({ id: unitId, name: z.string() });

export const happeningKinds = ['unit.founded', 'unit.changed', 'unit.moved', 'unit.dissolved', 'tenure.began', 'tenure.ended', 'member.joined', 'member.left'] as const;

export const happening = z.object({
  id: z.string(),
  /** The first day of what began, the last day of what ended. */
  on: daySchema,
  kind: z.enum(happeningKinds),
  unit: namedUnit,
  person: z.object({ id: idSchema<'person'>(), name: z.string() }).nullable(),
  post: z.object({ kind: z.string(), title: z.string().nullable() }).nullable(),
  /** Why a member came or went. */
  reason: z.string().nullable(),
  /** The name before, where a unit was renamed. */
  nameBefore: z.string().nullable(),
  /** Under which unit a moved one now stands, where that may be seen. */
  into: namedUnit.nullable(),
  decision: z.string().nullable(),
});

export type Happening = z.infer<typeof happening>;

export const homeContract = {
  lately: query({
    name: 'home.lately',
    path: '/api/home/lately',
    verb: 'unit.read',
    summary: { vi: 'Thay đổi gần đây ở các đơn vị được xem', en: 'What changed lately at the units that one may see' },
    /** The sixty days up to `asOf`; `under` narrows to a unit and what lies under it. */
    input: z.strictObject({ asOf: daySchema.optional(), under: unitId.optional(), cursor: z.string().max(300).optional(), limit: pageSize }),
    output: z.object({ from: daySchema, to: daySchema, items: z.array(happening), next: z.string().nullable() }),
  }),
};
