/** Shapes of a shortcoming on the wire. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { foundIns, sourceKinds, states, stepKinds, topicCodes } from './shortcoming.kinds.ts';
import { mostProofs } from './shortcoming.proof.ts';
import { mostSteps } from './shortcoming.ts';

export const shortcomingId = idSchema<'shortcoming'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
const mayBeEmpty = (most: number) => z.string().trim().max(most).default('');
export const topic = z.enum(topicCodes);
export const foundIn = z.enum(foundIns);
export const state = z.enum(states);
const named = z.object({ id: unitId, name: z.string() });
const someone = z.object({ id: personId, name: z.string() });

/** A meeting or a document of the system by its id, or a paper in words alone. */
export const source = z.strictObject({ kind: z.enum(sourceKinds), id: idSchema().nullable().default(null), words: z.string().trim().max(300).default('') });
const span = z.strictObject({ from: daySchema, to: daySchema });
const side = z.strictObject({ value: z.number().min(-1e12).max(1e12), when: text(100), source });
const target = z.number().min(-1e12).max(1e12).nullable().default(null);

export const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), figure: text(60), unitId, target, before: span.nullable().default(null), after: span.nullable().default(null) }),
  z.strictObject({ kind: z.literal('entered'), title: text(200), measuredIn: mayBeEmpty(40), target, before: side.nullable().default(null), after: side.nullable().default(null) }),
]);
export const proofs = z.array(proof).max(mostProofs).default([]);

/** What a person writes down of what was found. */
export const findingFields = {
  foundIn,
  foundOn: daySchema,
  source: source.nullable().default(null),
  topic,
  what: text(2000),
  earlierId: shortcomingId.nullable().default(null),
};

export const cause = mayBeEmpty(2000);

/** Without a cause the one that was told stays. */
export const measureFields = { cause: cause.removeDefault().optional(), measure: text(2000), ownerId: personId.nullable().default(null), dueOn: daySchema.nullable().default(null), proofs };

export const shortcomingItem = z.object({
  id: shortcomingId,
  unit: named,
  person: someone.nullable(),
  raisedBy: named,
  foundIn,
  foundOn: daySchema,
  topic,
  what: z.string(),
  state,
  dueOn: daySchema.nullable(),
  closedOn: daySchema.nullable(),
  isLate: z.boolean(),
  /** The same topic was found at this unit, or of this person, before. */
  isRecurring: z.boolean(),
});

/** Without id, symbol and meeting where the reader may not see the record. */
export const shownSource = z.object({
  kind: z.enum(sourceKinds), id: idSchema().nullable(), words: z.string(),
  symbol: z.string().nullable(), meeting: z.object({ kind: z.enum(meetingKinds), on: daySchema }).nullable(),
});
const computed = z.object({ from: daySchema, to: daySchema, count: z.int(), base: z.int().nullable(), share: z.number().nullable() });
const shownProof = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'), figure: z.string(), title: z.object({ vi: z.string(), en: z.string() }), figureKind: z.enum(['state', 'flow']), unit: named, target: z.number().nullable(),
    /** Counted now; null where that side is not set, or the reader may not see the figure. */
    before: computed.nullable(), after: computed.nullable(),
    asked: z.object({ before: span.nullable(), after: span.nullable() }),
  }),
  z.object({
    kind: z.literal('entered'), title: z.string(), measuredIn: z.string(), target: z.number().nullable(),
    before: z.object({ value: z.number(), when: z.string(), source: shownSource }).nullable(), after: z.object({ value: z.number(), when: z.string(), source: shownSource }).nullable(),
  }),
]);
const related = z.object({ id: shortcomingId, unit: named, foundOn: daySchema, foundIn, what: z.string(), state, isLinked: z.boolean() });
export const mostRelated = 20;

export const wholeShortcoming = shortcomingItem.extend({
  cause: z.string(),
  source: shownSource.nullable(),
  measure: z.string(),
  owner: someone.nullable(),
  result: z.string(),
  reportedOn: daySchema.nullable(),
  proofs: z.array(shownProof).max(mostProofs),
  steps: z.array(z.object({
    kind: z.enum(stepKinds), on: daySchema, by: z.string().nullable(), words: z.string(),
    /** What the step wrote over. */
    former: z.object({ what: z.string(), topic, foundIn, foundOn: daySchema, source: shownSource.nullable(), dueOn: daySchema.nullable() }).partial(),
  })).max(mostSteps),
  /** The deadline that was set first. */
  firstDueOn: daySchema.nullable(),
  /** The earlier one that it is linked to. */
  earlierId: shortcomingId.nullable(),
  /** The same topic found before or after: at this unit, at units beside and below it within reach; of a person only of that person. */
  related: z.array(related).max(mostRelated),
  version: z.int(),
  /** `record`: as the unit; `correct`, `confirm`: as the body that raised it. */
  may: z.array(z.enum(['record', 'correct', 'confirm', 'takeBack'])),
});
