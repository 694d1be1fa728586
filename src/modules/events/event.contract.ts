/** The log of what happened: for officers what concerns units within reach, for administrators what concerns the system. */
import { z } from 'zod';
import { query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';

const verb = 'event.read';

export const eventSchema = z.object({
  /** The chain the event stands in, and its number there: together its name. */
  home: z.number().int(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  type: z.string(),
  actor: z.object({ id: idSchema<'account'>(), displayName: z.string() }).nullable(),
  unit: z.object({ id: idSchema<'unit'>(), name: z.string() }).nullable(),
  personId: idSchema<'person'>().nullable(),
  /** Null where there is no person, or none that the caller may read. */
  personName: z.string().nullable(),
  subjectId: idSchema().nullable(),
  data: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
});

const list = query({
  name: 'events.list',
  path: '/api/events',
  input: z.strictObject({
    /** A type such as `unit.renamed`, or the part before the dot for all of them. */
    type: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/).max(80).optional(),
    actorId: idSchema<'account'>().optional(),
    unitId: idSchema<'unit'>().optional(),
    personId: idSchema<'person'>().optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    cursor: z.string().max(400).optional(),
    limit: pageSize,
  }),
  output: z.object({ items: z.array(eventSchema), next: z.string().nullable() }),
  verb,
  summary: { vi: 'Nhật ký', en: 'The event log' },
});

const verify = query({
  name: 'events.verify',
  path: '/api/events/verify',
  input: z.strictObject({}),
  output: z.object({
    whole: z.boolean(),
    events: z.number().int(),
    chains: z.number().int(),
    /** Where each broken chain first breaks. */
    faults: z.array(z.object({ home: z.number().int(), homeName: z.string(), seq: z.number().int() })),
  }),
  verb,
  problems: ['platform.forbidden'],
  summary: { vi: 'Kiểm tra chuỗi nhật ký', en: 'Verify the chain of the log' },
});

export const eventContract = { list, verify } as const;
