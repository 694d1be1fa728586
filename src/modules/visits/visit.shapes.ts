/** Shapes of a visit on the wire and on a phone. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { standings } from '../tasks/task.stages.ts';
import { agreements, heardTopics, metKinds, visitKinds } from './visit.kinds.ts';
import { mostFiles } from './visit.file.ts';
import { mostHeard, mostPromises, mostSteps, stepKinds } from './visit.ts';

export const visitId = idSchema<'visit'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const meetingId = idSchema<'meeting'>();
export const taskId = idSchema<'task'>();
export const fileId = idSchema<'visitFile'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
export const mayBeEmpty = (most: number) => z.string().trim().max(most).default('');
export const kind = z.enum(visitKinds);
export const named = z.object({ id: unitId, name: z.string() });
export const someone = z.object({ id: personId, name: z.string() });

const heard = z.strictObject({ topic: z.enum(heardTopics), text: text(1000) });
export const promise = z.strictObject({ id: taskId, text: text(300), dueOn: daySchema });

export const accountFields = {
  on: daySchema,
  kind,
  /** Only where the place holds several meetings on that day: else the meeting of the day is meant. */
  meetingId: meetingId.nullable().default(null),
  place: mayBeEmpty(120),
  met: z.array(z.enum(metKinds)).max(metKinds.length).default([]),
  heard: z.array(heard).max(mostHeard).default([]),
  advice: mayBeEmpty(2000),
};

const meetingTold = z.object({ id: meetingId, kind: z.enum(meetingKinds) });

export const visitItem = z.object({
  id: visitId,
  unit: named,
  person: someone,
  on: daySchema,
  kind,
  place: z.string(),
  topics: z.array(z.enum(heardTopics)).max(mostHeard),
  promises: z.int(),
  agreement: z.enum(agreements),
  isWithdrawn: z.boolean(),
  version: z.int(),
});

/** `base64` on a phone alone: what is still to be sent is opened from there. */
const visitFile = z.object({ id: fileId, name: z.string(), mediaType: z.string(), size: z.int(), base64: z.base64().optional() });

export const wholeVisit = visitItem.extend({
  met: z.array(z.enum(metKinds)).max(metKinds.length),
  heard: z.array(heard).max(mostHeard),
  advice: z.string(),
  promised: z.array(promise.extend({ standing: z.enum(standings).nullable() })).max(mostPromises),
  meetingId: meetingId.nullable(),
  /** That it is tied to, where the reader may see it. */
  meeting: meetingTold.nullable(),
  files: z.array(visitFile).max(mostFiles),
  steps: z.array(z.object({ kind: z.enum(stepKinds), on: daySchema, by: z.string().nullable(), words: z.string(), former: z.array(z.enum(['on', 'kind', 'meetingId', 'place', 'met', 'heard', 'advice'])) })).max(mostSteps),
  recordedOn: daySchema,
  /** Who wrote it down, where that was somebody else than who went. */
  writer: z.string().nullable(),
  may: z.array(z.enum(['correct', 'attach', 'putBack'])),
});
