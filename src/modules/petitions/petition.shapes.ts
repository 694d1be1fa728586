/** Shapes of petitions as they go in and out. Pure. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { channels, outcomes, sources, states, stepKinds } from './petition.kinds.ts';
import { mostSteps } from './petition.ts';

export const petitionId = idSchema<'petition'>();
export const unitId = idSchema<'unit'>();
export const fileId = idSchema<'petitionFile'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
export const mayBeEmpty = (most: number) => z.string().trim().max(most).default('');
export const topicCode = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/);
export const named = z.object({ id: unitId, name: z.string() });
export const state = z.enum(states);
export const source = z.enum(sources);
export const channel = z.enum(channels);
export const outcome = z.enum(outcomes);

export const mostLettersOfText = 3000;
export const askingFields = { topic: topicCode, text: text(mostLettersOfText), peopleBehind: z.int().min(1).max(1_000_000).nullable().default(null), raisedOn: daySchema };

/** Who asked, only where an answer is wanted. Sealed when it is kept, read by the handler alone. */
export const petitioner = z.strictObject({ name: text(120), contact: mayBeEmpty(200), channel });
export type Petitioner = z.output<typeof petitioner>;

/** A body that is in no tree is named in words beside the one that has sent it there. */
export const standingFields = { bodyId: unitId, outside: text(200).nullable().default(null) };

const shownStanding = z.object({ body: named, outside: z.string().nullable() });

export const petitionItem = z.object({
  id: petitionId,
  unit: named,
  body: named,
  outside: z.string().nullable(),
  source,
  topic: topicCode,
  topicName: z.object({ vi: z.string(), en: z.string() }),
  text: z.string(),
  peopleBehind: z.int().nullable(),
  raisedOn: daySchema,
  state,
  dueOn: daySchema,
  outcome: outcome.nullable(),
  plannedOn: daySchema.nullable(),
  isLate: z.boolean(),
  moves: z.int(),
  reopenings: z.int(),
  /** The same matter raised at the place before. */
  isRecurring: z.boolean(),
  /** How many of the same matter are handled with it. */
  groupSize: z.int(),
  version: z.int(),
});

/** What stood before it was corrected: for the place and the body alone, as a name may have been the reason. */
const shownAsking = z.object({ topic: topicCode, text: z.string(), peopleBehind: z.int().nullable(), raisedOn: daySchema });
const shownAnswer = z.object({ outcome, text: z.string(), plannedOn: daySchema.nullable() });

export const mostRelated = 20;
export const mostFiles = 10;

export const wholePetition = petitionItem.extend({
  channel: channel.nullable(),
  sourceId: idSchema().nullable(),
  sinceOn: daySchema,
  answeredOn: daySchema.nullable(),
  closedOn: daySchema.nullable(),
  firstDays: z.int().nullable(),
  finalDays: z.int().nullable(),
  answer: shownAnswer.extend({ on: daySchema, by: named }).nullable(),
  lead: z.object({ id: petitionId, unit: named, text: z.string() }).nullable(),
  steps: z.array(z.object({ kind: z.enum(stepKinds), on: daySchema, by: z.string().nullable(), unit: named, words: z.string(), to: shownStanding.nullable(), answer: shownAnswer.nullable(), was: shownAsking.nullable() })).max(mostSteps),
  /** The same matter at this place and beside it, or handled with this one. */
  related: z.array(z.object({ id: petitionId, unit: named, raisedOn: daySchema, text: z.string(), state, isGrouped: z.boolean(), isEarlier: z.boolean() })).max(mostRelated),
  /** Of one that bears or bore a name for the handler alone; `hiddenFiles` says how many others do not see. */
  hiddenFiles: z.int(),
  files: z.array(z.object({ id: fileId, name: z.string(), mediaType: z.string(), size: z.int() })).max(mostFiles),
  /** Whether somebody's name is kept with it: told to whoever may read the petition, the name to the handler alone. */
  hasPetitioner: z.boolean(),
  hasCode: z.boolean(),
  /** `place`: corrects, attaches; `confirm`: confirms, reopens; `handle`: takes up, answers; `pass`: routes, refuses; `petitioner`: reads who asked; `code`: gives out a code. */
  may: z.array(z.enum(['place', 'withdraw', 'confirm', 'handle', 'pass', 'petitioner', 'code', 'takeBack'])),
});
