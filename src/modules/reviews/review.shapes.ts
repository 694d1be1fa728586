/** Shapes of cycles and reviews on the wire. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { states } from '../shortcomings/shortcoming.kinds.ts';
import { cycleKinds, reviewForms, reviewStates } from './review.kinds.ts';
import { mostFormer, mostOpinions, mostSuggestions } from './review.ts';

export const cycleId = idSchema<'reviewCycle'>();
export const reviewId = idSchema<'review'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const meetingId = idSchema<'meeting'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
export const cycleKind = z.enum(cycleKinds);
export const reviewState = z.enum(reviewStates);
export const form = z.enum(reviewForms);
const named = z.object({ id: unitId, name: z.string() });
const someone = z.object({ id: personId, name: z.string() });
const pair = z.object({ vi: z.string(), en: z.string() });

export const sectionTexts = z.record(z.string().max(40), z.string().max(20_000));
export const answerTexts = z.record(z.string().max(40), z.string().max(5000));
/** The id is of the caller's making, so that an answer stays with its point. */
export const point = z.strictObject({ id: text(40), text: text(2000) });
export const opinion = z.strictObject({ by: z.string().trim().max(200).default(''), text: text(5000) });

export const cycleItem = z.object({
  id: cycleId, unit: named, kind: cycleKind, title: z.string(), from: daySchema, to: daySchema, dueOn: daySchema, closedOn: daySchema.nullable(), paper: z.string(), version: z.int(), may: z.array(z.enum(['record', 'drop'])),
});

/** How many there are of what the reader may see. */
export const progress = z.object({ due: z.int(), held: z.int(), onTime: z.int(), suggested: z.int(), unanswered: z.int() });

export const reviewItem = z.object({
  id: reviewId, cycle: z.object({ id: cycleId, title: z.string() }), unit: named, person: someone.nullable(), form, state: reviewState, dueOn: daySchema, heldOn: daySchema.nullable(), suggested: z.int(), answered: z.int(), isLate: z.boolean(),
});

export const mostFacts = 30;
/** What the records say of the time that is reviewed; null where there is nothing to count. */
const facts = z.object({
  tasks: z.object({ done: z.int(), doneLate: z.int(), open: z.int(), late: z.int() }),
  attendance: z.object({ expected: z.int(), came: z.int() }).nullable(),
  meetings: z.object({ held: z.int() }).nullable(),
  shortcomings: z.array(z.object({ id: idSchema<'shortcoming'>(), what: z.string(), foundOn: daySchema, state: z.enum(states) })).max(mostFacts),
});

export const wholeReview = reviewItem.extend({
  openedBy: named,
  /** Directly above the unit. */
  parent: z.string().nullable(),
  from: daySchema,
  to: daySchema,
  paper: z.string(),
  sections: z.array(z.object({ code: z.string(), title: pair, prompt: pair, isNeeded: z.boolean(), text: z.string() })).max(12),
  suggestions: z.array(z.object({ id: z.string(), text: z.string(), answer: z.string(), by: named })).max(mostSuggestions),
  submittedOn: daySchema.nullable(),
  meeting: z.object({ id: meetingId, kind: z.enum(meetingKinds), on: daySchema }).nullable(),
  opinions: z.array(z.object({ by: z.string(), text: z.string() })).max(mostOpinions),
  conclusion: z.string(),
  /** What was concluded before and then written anew, oldest first. */
  former: z.array(z.object({ heldOn: daySchema.nullable(), opinions: z.array(z.object({ by: z.string(), text: z.string() })).max(mostOpinions), conclusion: z.string(), by: z.string().nullable(), replacedOn: daySchema })).max(mostFormer),
  /** Who wrote it in place of the person. */
  writtenFor: z.string().nullable(),
  reason: z.string(),
  facts,
  version: z.int(),
  /** `write`: for oneself or one's own collective; `hold`: at the unit where it is held; `suggest`: as the committee that opened the cycle. */
  may: z.array(z.enum(['write', 'hold', 'suggest'])),
});
