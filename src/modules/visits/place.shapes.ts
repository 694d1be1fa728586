/** Shapes of a place that is followed and of its brief, on the wire and on a phone. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { states as petitionStates } from '../petitions/petition.kinds.ts';
import type { PostKind } from '../posts/post.kinds.ts';
import { states } from '../shortcomings/shortcoming.kinds.ts';
import { unitKinds } from '../units/unit.kinds.ts';
import { tiers } from '../oversight/oversight.kinds.ts';
import { meetingId, named, personId, someone, taskId, visitId } from './visit.shapes.ts';

const unitKind = z.enum(unitKinds.map(({ code }) => code));
const words = z.object({ vi: z.string(), en: z.string() });

/** Null where nothing of it is owed. */
export const tally = z.object({ done: z.int(), owed: z.int().nullable() });
export const tallies = z.object({ visits: tally, cellMeetings: tally, committeeMeetings: tally });

export const mostBelow = 120;
export const mostPlaces = 60;
export const mostAhead = 30;

/** What comes next at a place, by its day: a meeting that it has planned, what it was promised, the end of a quarter in which something is still owed. */
const ahead = z.object({ what: z.enum(['meeting', 'promise', 'quarter']), on: daySchema, id: z.string().nullable(), meetingKind: z.enum(meetingKinds).nullable(), at: z.string(), words: z.string(), left: z.int(), isLate: z.boolean() });

export const place = z.object({
  unit: named.extend({ kind: unitKind }),
  /** Who asks. */
  follower: personId,
  tier: z.enum(tiers),
  since: daySchema,
  lastVisit: z.object({ id: visitId, on: daySchema }).nullable(),
  quarter: tallies.extend({ from: daySchema, to: daySchema, daysLeft: z.int() }),
  year: z.object({ cellMeetings: tally, committeeMeetings: tally }),
  promises: z.object({ open: z.int(), late: z.int() }),
  ahead: z.array(ahead).max(mostAhead),
  /** Where in the place a visit can be: itself, its cells and villages. */
  below: z.array(named.extend({ kind: unitKind })).max(mostBelow),
});

export const mostBriefLines = 20;
/** Whom one meets first: of the Party, and of a village where that is the place. */
export const leaderKinds = ['secretary', 'standing_deputy_secretary', 'deputy_secretary', 'village_head', 'residential_group_head', 'deputy_village_head'] as const satisfies readonly PostKind[];
const figureValue = z.object({ count: z.number(), base: z.number().nullable(), share: z.number().nullable() });

export const brief = z.object({
  unit: named,
  on: daySchema,
  /** What changed is told against this day: the last visit of who asks, else a quarter before. */
  since: daySchema,
  lastVisit: z.object({ id: visitId, on: daySchema, advice: z.string() }).nullable(),
  cadres: z.array(someone).max(mostBriefLines),
  /** Who leads the place today and since when; null where the reader may not read posts there. */
  leaders: z.array(z.object({ person: someone, post: z.enum(leaderKinds), title: z.string().nullable(), since: daySchema })).max(mostBriefLines).nullable(),
  figures: z.array(z.object({ id: z.string(), title: words, words, now: figureValue, before: figureValue.nullable() })).max(12),
  promises: z.array(z.object({ id: taskId, title: z.string(), owner: z.string().nullable(), dueOn: daySchema.nullable(), isLate: z.boolean() })).max(mostBriefLines),
  petitions: z.array(z.object({ id: idSchema<'petition'>(), unit: named, text: z.string(), raisedOn: daySchema, state: z.enum(petitionStates), isLate: z.boolean() })).max(mostBriefLines),
  /** Cells that recorded no regular meeting in some months of late; those of most months first. */
  missed: z.array(z.object({ unit: named, months: z.array(z.string()) })).max(mostBriefLines),
  /** How many cells that are. */
  missedCells: z.int(),
  shortcomings: z.array(z.object({ id: idSchema<'shortcoming'>(), what: z.string(), foundOn: daySchema, state: z.enum(states) })).max(mostBriefLines),
  meetings: z.array(z.object({ id: meetingId, unit: named, kind: z.enum(meetingKinds), on: daySchema })).max(mostBriefLines),
});

/** What one assignment owes in a period and what of it was done. */
export const obligation = z.object({
  person: z.object({ id: personId, name: z.string() }),
  unit: named,
  tier: z.enum(tiers),
  followed: z.object({ from: daySchema, to: daySchema.nullable() }),
  tallies,
  promises: z.object({ due: z.int(), kept: z.int() }),
  /** Of those in the period. */
  lastVisit: daySchema.nullable(),
  isMet: z.boolean(),
});

export type Place = z.output<typeof place>;
export type Brief = z.output<typeof brief>;

/** As a phone carries one (record `place`, by the unit's id). */
export interface PlaceRecord {
  readonly place: Place;
  readonly brief: Brief;
}
