/** Shapes of ratings on the wire. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { confidences } from '../rules/rule.ts';
import { capBases, roundings } from './rating.cap.ts';
import { factCodes } from './rating.gates.ts';
import { abouts, exclusions, levels, subjectKinds } from './rating.kinds.ts';

export const ratingId = idSchema<'rating'>();
export const seasonId = idSchema<'ratingSeason'>();
export const unitId = idSchema<'unit'>();
export const personId = idSchema<'person'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
export const level = z.enum(levels);
export const about = z.enum(abouts);
export const kind = z.enum(subjectKinds);
export const code = z.string().regex(/^[a-z0-9_]{1,40}$/i);
export const year = z.int().min(1990).max(2100);
const named = z.object({ id: unitId, name: z.string() });

export const criterion = z.strictObject({ code, most: z.number().min(0.5).max(100).multipleOf(0.5), vi: text(200), en: text(200) });
export const cap = z.strictObject({ rate: z.number().min(0).max(1), base: z.enum(capBases), rounding: z.enum(roundings) });
export const override = z.strictObject({ rate: z.number().min(0).max(1), document: text(300), on: daySchema, reason: text(500) });
export const group = z.strictObject({ code, name: text(120), override: override.nullable().default(null) });

const bound = z.object({ code: level, least: z.number().nullable(), vi: z.string(), en: z.string() });
export const gate = z.object({ fact: z.enum(factCodes), levels: z.array(level), test: z.enum(['atLeast', 'atMost']), bound: z.number(), onFail: z.enum(['refuse', 'reason']), confidence: z.enum(confidences) });
const paper = z.object({ document: z.string(), confidence: z.enum(confidences) });
export const frame = z.object({
  levels: z.array(bound), gates: z.array(gate), criteria: z.array(z.object({ code: z.string(), most: z.number(), vi: z.string(), en: z.string() })), cap: cap.nullable(), regime: paper, detail: paper,
});

/** `of` null where the fact is a number alone, or yes (1) and no (0). */
const measure = { count: z.int().min(0).max(1_000_000), of: z.int().min(0).max(1_000_000).nullable() };
const points = z.strictObject({ criterion: code, points: z.number().min(0).max(100).multipleOf(0.25), fact: code.nullable().default(null), proof: text(500).nullable().default(null) });
const stated = z.strictObject({ code: z.enum(factCodes), ...measure, source: text(500) });

/** What a person fills in of a self-rating or an appraisal. */
export const assessed = { level, points: z.array(points).max(40).default([]), stated: z.array(stated).max(20).default([]), note: text(2000).nullable().default(null) };

/** What is known of a subject; `link` leads to the records behind it. */
const fact = z.object({ code: z.string(), ...measure, title: z.object({ vi: z.string(), en: z.string() }), link: z.string().nullable() });
const found = z.array(z.object({ code: z.string(), count: z.number(), of: z.number().nullable() }));
const assessment = z.object({
  level, points: z.array(points), total: z.number().nullable(), stated: z.array(stated), found, note: z.string().nullable(), on: daySchema, by: z.string().nullable(),
});
const decision = z.object({ level, points: z.number().nullable(), document: z.string(), on: daySchema, reason: z.string().nullable(), by: z.string().nullable() });
const exclusion = z.object({ why: z.enum(exclusions), reason: z.string().nullable(), on: daySchema });

export const state = z.enum(['excluded', 'waitingSelf', 'waitingAppraisal', 'waitingDecision', 'decided']);
const gateStates = z.array(z.object({ fact: z.enum(factCodes), state: z.enum(['met', 'failed', 'unknown']), count: z.number().nullable(), of: z.number().nullable() }));

export const subject = {
  unit: named, person: z.object({ id: personId, name: z.string() }).nullable(), about, kind, year: z.int(),
};

/** One line of a season. What is proposed is told to whoever appraises, and to the subject once it is decided. */
export const ratingItem = z.object({
  id: ratingId, ...subject, group: z.string().nullable(), state, exclusion: exclusion.nullable(), self: level.nullable(), selfPoints: z.number().nullable(), appraisal: level.nullable(), appraisalPoints: z.number().nullable(),
  decision: decision.nullable(), /** Of the level decided, or else proposed, or else the subject's own. */ gates: gateStates,
  /** What its gates ask for, of those still to be decided, for whoever decides: so the screen tells what bars a level before it is sent. */
  measures: z.array(z.object({ fact: z.enum(factCodes), ...measure })), version: z.int(),
});

export const trace = z.object({ kind: z.string(), before: decision.nullable(), after: decision.nullable(), reason: z.string().nullable(), at: z.iso.datetime(), by: z.string().nullable() });

export const wholeRating = z.object({
  id: ratingId, seasonId: seasonId.nullable(), ...subject, group: z.string().nullable(), state, exclusion: exclusion.nullable(), frame: frame.nullable(), facts: z.array(fact), missing: z.array(z.enum(factCodes)),
  self: assessment.nullable(), appraisal: assessment.nullable(), decision: decision.nullable(), gates: z.array(z.object({ level, ...gateStates.element.shape })), trace: z.array(trace), version: z.int(), may: z.array(z.string()),
});

export const pastRating = z.object({ id: ratingId, year: z.int(), about, level, levelName: z.object({ vi: z.string(), en: z.string() }), points: z.number().nullable(), document: z.string(), on: daySchema, unit: named, ofLevels: z.int(), rank: z.int(), isCorrected: z.boolean() });

const capUse = z.object({ rate: z.number(), base: z.int(), most: z.int(), used: z.int(), left: z.int() });
export const seasonFields = { selfDueOn: daySchema, appraisalDueOn: daySchema, decisionDueOn: daySchema };
export const seasonItem = z.object({ id: seasonId, unit: named, year: z.int(), about, ...seasonFields, closedOn: daySchema.nullable() });
export const wholeSeason = seasonItem.extend({
  drawnOn: daySchema, frames: z.array(z.object({ kind, frame })),
  /** Told to whoever reaches the committee that decides; to others nothing but their own lines is told. */
  groups: z.array(z.object({ code: z.string(), name: z.string(), /** Whose cap counts here; of an empty group none. */ kind: kind.nullable(), override: override.nullable(), cap: capUse.nullable(), proposed: capUse.nullable(), levels: z.array(z.object({ level, decided: z.int(), proposed: z.int() })), subjects: z.int(), excluded: z.int(), undecided: z.int() })),
  version: z.int(), may: z.array(z.string()),
});
