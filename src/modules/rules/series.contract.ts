/** What the procedures about series tell alike: the scope, and the acts recorded. */
import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';

/** Null: the whole country. */
export const scope = z.object({ id: idSchema<'unit'>(), name: z.string() }).nullable();

/** A page of the log of acts, whose ids are of the kind given. */
export function actsPage<ActId extends z.ZodType>(actId: ActId) {
  return z.object({
    next: z.string().nullable(),
    items: z.array(z.object({
      id: actId, kind: z.enum(['set', 'ended']), scope, reason: z.string().nullable(), recordedAt: z.iso.datetime(), recordedBy: z.string().nullable(), undoneAt: z.iso.datetime().nullable(), mayUndo: z.boolean(),
    })),
  });
}
