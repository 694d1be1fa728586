/** Shapes that the procedures of tasks share. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { postKinds } from '../posts/post.kinds.ts';
import { originKinds, type OriginKind } from './task.origins.ts';
import { stages, standings, taskStates } from './task.stages.ts';
import { mostPartners, mostSteps, recurrences } from './task.ts';

/** To all units of which a task may be given at once, the highest first. */
export const kindsBelow = ['provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'division_party', 'cell'] as const;

export const taskId = idSchema<'task'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const postId = idSchema<'post'>();
export const stepId = idSchema<'taskStep'>();
export const entryId = idSchema<'taskEntry'>();
export const fileId = idSchema<'taskFile'>();
export const meetingId = idSchema<'meeting'>();
export const originId = idSchema<OriginKind>();
export const state = z.enum(taskStates);
export const standing = z.enum(standings);
export const percent = z.int().min(0).max(100);
export const text = (most: number) => z.string().trim().min(1).max(most);
export const unit = z.object({ id: unitId, name: z.string() });
export const recurrence = z.strictObject({ every: z.enum(recurrences), until: daySchema });
export const aim = z.strictObject({ figure: z.string().min(1).max(100), target: z.number().min(0).max(1e12) });

export const taskItem = z.object({
  id: taskId,
  title: z.string(),
  unit,
  /** Who gave it; the same unit where nobody else did. */
  askedBy: unit,
  /** Null: nobody alone answers for it. With a post, who holds it today. */
  owner: z.object({ id: personId, fullName: z.string() }).nullable(),
  post: z.object({ id: postId, kind: z.enum(postKinds.map(({ code }) => code)), title: z.string().nullable() }).nullable(),
  dueOn: daySchema.nullable(),
  state,
  standing,
  /** Since when it stands so. */
  standingOn: daySchema,
  settledOn: daySchema.nullable(),
  note: z.string().nullable(),
  /** Percent; of a task shared out among units by its parts. */
  progress: percent,
  weight: z.int(),
  /** How many it was shared out to, and how many of them are settled; null where it was not. */
  parts: z.object({ count: z.int(), settled: z.int() }).nullable(),
  isLate: z.boolean(),
  /** For as long as the rule calls very late. */
  isVeryLate: z.boolean(),
  /** Since `on`. Of a meeting its kind, of anything else its name, where it may be read; `symbol`: of a document that may not be, unless it is secret, with who issued it. */
  origin: z.object({ kind: z.enum(originKinds), id: originId, on: daySchema, meetingKind: z.enum(meetingKinds).nullable(), name: z.string().nullable(), symbol: z.string().optional() }),
  version: z.int(),
  /** `task.record`, `task.report` at the unit that does it, or as the owner; `judge`: settles, returns, changes what is wanted. */
  may: z.array(z.string()),
});

const entry = z.object({
  id: entryId,
  act: z.string(),
  on: daySchema,
  /** When it was said, on a phone perhaps; and the day on which it arrived. */
  saidAt: z.string(),
  recordedOn: daySchema,
  progress: percent.nullable(),
  note: z.string().nullable(),
  figure: z.object({ id: z.string(), value: z.number() }).nullable(),
  by: z.string().nullable(),
  files: z.array(z.object({ id: fileId, name: z.string(), mediaType: z.string(), size: z.int(), /** Still on this phone. */ base64: z.string().optional() })),
});

export const wholeTask = taskItem.extend({
  detail: z.string().nullable(),
  /** Days by which it was to be done before they were moved, the earliest first, each with the last day on which it held; nothing on a phone that fetched the task before these were told. */
  formerDues: z.array(z.object({ dueOn: daySchema.nullable(), heldTo: daySchema })).optional(),
  /** From when on the rule calls it very late; null without a day, of a settled one, and where nothing is known of it. */
  veryLateFrom: daySchema.nullable(),
  /** As who does it last said, whatever became of it since. */
  told: z.object({ stage: z.enum(stages), since: daySchema, progress: percent }),
  steps: z.array(z.object({ id: stepId, title: z.string(), isDone: z.boolean() })),
  partners: z.array(unit),
  recurrence: recurrence.nullable(),
  aim: aim.nullable(),
  /** The person named, where somebody else holds the post by now. */
  namedOwner: z.string().nullable(),
  /** The reader answers for it, today. */
  isMine: z.boolean(),
  /** That of which this is a part; its title where that may be read. */
  whole: z.object({ id: taskId, title: z.string().nullable() }).nullable(),
  /** The latest last. */
  entries: z.array(entry),
  /** Without a paper where the value is confirmed by none. */
  rules: z.array(z.object({ key: z.string(), value: z.number(), paper: z.string().nullable() })),
});

/** What is given with a task, and changed of it. */
export const wantedFields = {
  title: text(1000),
  detail: text(4000).nullable().optional(),
  dueOn: daySchema.nullable(),
  ownerId: personId.nullable(),
  ownerPostId: postId.nullable().optional(),
  weight: z.int().min(1).max(100).optional(),
  steps: z.array(z.strictObject({ id: stepId, title: text(300), isDone: z.boolean() })).max(mostSteps).optional(),
  partners: z.array(unitId).max(mostPartners).optional(),
  recurrence: recurrence.nullable().optional(),
  aim: aim.nullable().optional(),
};
