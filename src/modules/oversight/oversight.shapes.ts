/** Shapes of regulations and assignments of oversight on the wire. */
import { z } from 'zod';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { postKind } from '../posts/post.contract.ts';
import { endReasons, followedKinds, tiers } from './oversight.kinds.ts';

export const regulationId = idSchema<'oversightRegulation'>();
export const assignmentId = idSchema<'oversightAssignment'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const postId = idSchema<'post'>();
export const tier = z.enum(tiers);
export const kind = z.enum(followedKinds);
export const endReason = z.enum(endReasons);
export const text = (most: number) => z.string().trim().min(1).max(most);
export const namedUnit = z.object({ id: unitId, name: z.string() });
export const namedPerson = z.object({ id: personId, name: z.string() });
const times = (most: number) => z.int().min(0).max(most).nullable().default(null);

export const tierDuties = z.strictObject({
  tier, visitsPerQuarter: times(100), cellMeetingsPerYear: times(100), committeeMeetingsPerYear: times(100), reportEveryMonths: z.int().min(1).max(24).nullable().default(null),
});

/** What a person writes down of a regulation. */
export const regulationFields = {
  title: text(200),
  documentId: idSchema<'document'>().nullable().default(null),
  kinds: z.array(kind).min(1).max(followedKinds.length).transform((kinds) => [...new Set(kinds)]),
  mostUnits: z.int().min(1).max(500).nullable().default(null),
  from: daySchema,
  to: daySchema.nullable().default(null),
  duties: z.array(tierDuties).max(tiers.length).refine((duties) => new Set(duties.map((one) => one.tier)).size === duties.length, { error: 'each tier once' }),
};

export const regulationItem = z.object({
  id: regulationId,
  unit: namedUnit,
  title: z.string(),
  kinds: z.array(kind).max(followedKinds.length),
  period: periodSchema,
  /** On the day asked about: units that it covers, those that nobody follows, cadres who follow one. */
  covered: z.int(),
  uncovered: z.int(),
  cadres: z.int(),
});

export const wholeRegulation = regulationItem.extend({
  /** Null also where the reader may not see it. */
  document: z.object({ id: idSchema<'document'>(), symbol: z.string() }).nullable(),
  /** Its own, or by rule; null where neither says any. */
  mostUnits: z.int().nullable(),
  quota: z.int().nullable(),
  duties: z.array(tierDuties).max(tiers.length),
  version: z.int(),
  may: z.array(z.enum(['assign', 'drop'])),
});

export const assignmentItem = z.object({
  id: assignmentId,
  regulation: z.object({ id: regulationId, title: z.string(), unit: namedUnit }),
  unit: namedUnit,
  person: namedPerson,
  tier,
  post: z.object({ id: postId, kind: postKind, title: z.string().nullable(), unit: z.string() }).nullable(),
  /** Since when he holds the post no more that made him eligible, while the assignment goes on. */
  leftPostOn: daySchema.nullable(),
  decision: z.string(),
  period: periodSchema,
  endReason: endReason.nullable(),
});

export const wholeAssignment = assignmentItem.extend({
  endDecision: z.string().nullable(),
  /** Null for whoever neither assigns nor follows the unit: they may speak of the place itself. */
  talkingPoints: z.string().nullable(),
  duties: tierDuties.omit({ tier: true }),
  version: z.int(),
  may: z.array(z.enum(['end', 'reopen', 'remove', 'prepare'])),
});
