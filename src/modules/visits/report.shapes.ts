/** Shapes of reports and evaluations on the wire. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { evaluationLevels, mostOpinions } from './evaluation.ts';
import { reportStates, type ReportSection, type ReportTexts } from './report.ts';
import { mostPlaces } from './place.shapes.ts';
import { visitKinds } from './visit.kinds.ts';
import { mayBeEmpty, named, someone, text, unitId } from './visit.shapes.ts';

export const reportId = idSchema<'cadreReport'>();
export const evaluationId = idSchema<'cadreEvaluation'>();

const section = mayBeEmpty(8000);
export const reportTexts = z.strictObject({ done: section, situation: section, difficulties: section, proposals: section, plan: section } satisfies Record<ReportSection, typeof section>);

const owed = z.int().nullable();
const placeFacts = z.object({
  unitId, unit: z.string(), visits: z.partialRecord(z.enum(visitKinds), z.int()), owed: z.object({ visits: owed, cellMeetings: owed, committeeMeetings: owed }),
  yearSoFar: z.object({ cellMeetings: z.int(), committeeMeetings: z.int() }).optional(), isMet: z.boolean(),
  promises: z.object({ due: z.int(), kept: z.int(), open: z.int() }), petitions: z.object({ raised: z.int(), answered: z.int() }), heard: z.array(z.string()).max(20),
});

export const reportItem = z.object({
  /** Null of one that is due and that nobody has begun. */
  id: reportId.nullable(), unit: named, person: someone, from: daySchema, to: daySchema, dueOn: daySchema, state: z.enum(['due', ...reportStates]), handedOn: daySchema.nullable(), isLate: z.boolean(), hasComment: z.boolean(),
});

export const owedReportItem = z.object({
  /** Null of one that is not handed in. */
  id: reportId.nullable(), unit: named, person: someone, from: daySchema, to: daySchema, dueOn: daySchema, handedOn: daySchema.nullable(), isLate: z.boolean(), lateSince: daySchema.nullable(),
});

/** Of all that are owed in the time, whatever is shown of them; with the first page alone. */
export const owedReportCounts = z.object({ missing: z.int(), late: z.int(), handed: z.int(), handedLate: z.int() });

export const wholeReport = reportItem.extend({
  parent: z.string().nullable(), texts: z.object({ done: z.string(), situation: z.string(), difficulties: z.string(), proposals: z.string(), plan: z.string() } satisfies Record<keyof ReportTexts, unknown>),
  facts: z.array(placeFacts).max(mostPlaces), readOn: daySchema.nullable(), readBy: z.string().nullable(), comment: z.string(), version: z.int(), may: z.array(z.enum(['write', 'read'])),
});

export const level = z.enum(evaluationLevels);
export const opinions = z.array(z.strictObject({ unitId, text: text(2000) })).max(mostOpinions).default([]);

const facts = z.object({
  places: z.int(), placesMet: z.int(), visits: z.int(), promisesDue: z.int(), promisesKept: z.int(), petitionsRaised: z.int(), petitionsAnswered: z.int(), reportsDue: z.int(), reportsInTime: z.int(),
});

export const evaluationItem = z.object({ id: evaluationId, unit: named, person: someone, from: daySchema, to: daySchema, state: z.enum(['writing', 'decided']), level: level.nullable(), decidedOn: daySchema.nullable() });

export const wholeEvaluation = evaluationItem.extend({
  facts, opinions: z.array(z.object({ unit: named, text: z.string() })).max(mostOpinions), words: z.string(), places: z.array(named).max(mostPlaces), decidedBy: z.string().nullable(),
  former: z.array(z.object({ words: z.string(), level: level.nullable(), on: daySchema.nullable() })).max(20), version: z.int(), may: z.array(z.enum(['write'])),
});
