/** Shapes of a meeting on the wire, shared by its procedures and by what is kept on the phone. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { bases, guestRoles, leaveReasons, marks, meetingKinds, meetingStates, modes, scoreLevels } from './meeting.kinds.ts';

export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const meetingId = idSchema<'meeting'>();
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time is written HH:MM' });
export const text = (most: number) => z.string().trim().min(1).max(most);
export const kind = z.enum(meetingKinds);
export const state = z.enum(meetingStates);
export const mark = z.enum(marks);
export const leaveReason = z.enum(leaveReasons);
export const named = z.object({ id: unitId, name: z.string() });

/** What is settled before a meeting; the day apart. */
export const planFields = {
  kind,
  isExtended: z.boolean().default(false),
  starts: clock.nullable().default(null),
  place: text(200).nullable().default(null),
  mode: z.enum(modes).default('in_person'),
  topic: text(300).nullable().default(null),
  /** The first sitting, where this one goes on with its topic. */
  seriesId: meetingId.nullable().default(null),
};

export const guest = z.strictObject({ id: idSchema<'guest'>(), name: text(200), role: z.enum(guestRoles), personId: personId.nullable().default(null), isPresent: z.boolean() });
export const agendaItem = z.strictObject({ id: idSchema<'agendaItem'>(), title: text(300), isDone: z.boolean() });
export const opinion = z.strictObject({ id: idSchema<'opinion'>(), itemId: idSchema<'agendaItem'>().nullable().default(null), personId: personId.nullable().default(null), text: text(2000) });
const votes = z.int().min(0).max(10_000);
export const vote = z.strictObject({ id: idSchema<'vote'>(), question: text(300), inFavour: votes, against: votes, abstained: votes });
export const conclusion = z.strictObject({ id: idSchema<'task'>(), text: text(1000), ownerId: personId.nullable().default(null), dueOn: daySchema.nullable().default(null) });

export const official = z.strictObject({ personId: personId.nullable().default(null), name: text(200) });

export const part = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('agenda'), item: agendaItem }),
  z.strictObject({ part: z.literal('guests'), item: guest }),
  z.strictObject({ part: z.literal('opinions'), item: opinion }),
  z.strictObject({ part: z.literal('votes'), item: vote }),
  z.strictObject({ part: z.literal('conclusions'), item: conclusion }),
]);
export const partName = z.enum(['agenda', 'guests', 'opinions', 'votes', 'conclusions']);

export const marking = z.strictObject({ personId, mark: mark.nullable(), reason: leaveReason.nullable().default(null) });
/** `seen`: the mark that stood there when this one was made, where that is to be compared. */
export const seenMarking = marking.extend({ seen: z.strictObject({ mark: mark.nullable(), reason: leaveReason.nullable() }).optional() });
export const points = z.record(z.string().max(40), z.number().min(0).max(100)).refine((given) => Object.keys(given).length <= 40, { error: 'at most 40 criteria' });

export const counts = z.object({
  expected: z.int(), present: z.int(), online: z.int(), excused: z.int(), absent: z.int(), fullExpected: z.int(), fullPresent: z.int(), guests: z.int(), heads: z.int(),
});

export const meetingItem = z.object({
  id: meetingId, unit: named, kind, isExtended: z.boolean(), state, on: daySchema, starts: clock.nullable(), place: z.string().nullable(), topic: z.string().nullable(),
  postponedFrom: daySchema.nullable(), isLate: z.boolean(), minutes: z.int().nullable(), counts, level: z.enum(scoreLevels).nullable(), adoptedOn: daySchema.nullable(),
});

/** `bornIn`: only of those whose name another of the roll bears too. `isAway`: on the day in the register of those who work far from home, whatever the basis. */
export const rollEntry = z.object({
  person: z.object({ id: personId, fullName: z.string(), bornIn: z.int().nullable() }), isAway: z.boolean(), basis: z.enum(bases), standing: z.enum(['full', 'probationary']).nullable(), mark: mark.nullable(), reason: leaveReason.nullable(),
  answer: z.enum(['coming', 'leave']).nullable(), leave: z.object({ reason: leaveReason.nullable(), decision: z.enum(['granted', 'refused']).nullable() }).nullable(),
});

/** A rule that the screen applies, with its paper. */
export const citation = z.object({ key: z.string(), value: z.number(), paper: z.string() });

export const criterion = z.object({ code: z.string(), most: z.number(), vi: z.string(), en: z.string() });

/** `base64` on a phone alone: what is still to be sent is opened from there. */
export const meetingFile = z.object({ id: idSchema<'meetingFile'>(), kind: z.enum(['paper', 'sign_in_sheet']), name: z.string(), mediaType: z.string(), size: z.int(), base64: z.base64().optional() });

export const wholeMeeting = meetingItem.extend({
  /** The Party organisation directly above, by its name of the day: papers begin with it. */
  parent: z.string().nullable(),
  mode: z.enum(modes), ends: clock.nullable(), seriesId: meetingId.nullable(), reason: z.string().nullable(), version: z.int(),
  roll: z.array(rollEntry), guests: z.array(guest), agenda: z.array(agendaItem), opinions: z.array(opinion), votes: z.array(vote),
  conclusions: z.array(conclusion.extend({ owner: z.string().nullable(), state: z.enum(['open', 'done', 'dropped']).nullable() })),
  score: z.object({ points: z.record(z.string(), z.number()), total: z.number(), level: z.enum(scoreLevels) }).nullable(),
  chair: z.object({ personId: personId.nullable(), name: z.string() }).nullable(), writer: z.object({ personId: personId.nullable(), name: z.string() }).nullable(),
  frame: z.object({ criteria: z.array(criterion), document: z.string() }),
  text: z.string().nullable(), isTextStale: z.boolean(), additions: z.array(z.object({ on: daySchema, text: z.string(), by: z.string().nullable() })),
  files: z.array(meetingFile),
  quorum: z.object({ isMet: z.boolean().nullable(), rule: citation }),
  rules: z.array(citation),
  may: z.array(z.string()),
});

/** What every act answers. */
export const done = z.object({ id: meetingId, version: z.int() });
export const common = ['platform.notFound', 'platform.forbidden'] as const;
/** Refused because the meeting has got further, or not so far. */
export const states = meetingStates.map((is) => `meetings.is_${is}`);
export const planProblems = [...common, 'meetings.notExtended', 'meetings.topicMissing', 'meetings.dayOutside', 'meetings.kindNotHere', 'meetings.unitGone', 'meetings.noSeries'];
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
