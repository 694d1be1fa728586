/** Shapes of clauses, answers and cascades on the wire. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { answerKinds, clauseKinds, clauseStates, directionsOfTargets, dueSteps, steps } from './cascade.kinds.ts';

export const documentId = idSchema<'document'>();
export const unitId = idSchema<'unit'>();
export const clauseId = idSchema<'clause'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
const number = z.number().min(-1e12).max(1e12);

export const named = z.object({ id: unitId, name: z.string() });
export const dueStep = z.enum(dueSteps);
export const step = z.enum(steps);
export const clauseState = z.enum(clauseStates);

/** What is written down of a clause; a target with its measure belongs to an indicator alone. */
export const wordingFields = {
  kind: z.enum(clauseKinds),
  label: text(20),
  wording: text(2000),
  target: number.nullable().default(null),
  measure: text(60).nullable().default(null),
  toward: z.enum(directionsOfTargets).nullable().default(null),
  dueOn: daySchema.nullable().default(null),
  forWhom: text(200).nullable().default(null),
};

export const clauseItem = z.object({
  id: clauseId, kind: z.enum(clauseKinds), label: z.string(), wording: z.string(), target: z.number().nullable(), measure: z.string().nullable(), toward: z.enum(directionsOfTargets).nullable(),
  dueOn: daySchema.nullable(), forWhom: z.string().nullable(), revision: z.int(), revisedOn: daySchema.nullable(), version: z.int(),
});

export const documentOfCascade = z.object({ id: documentId, symbol: z.string(), type: z.string(), summary: z.string(), unit: named, issuedOn: daySchema, isVoid: z.boolean(), isSecret: z.boolean() });

export const deadline = z.object({ step: dueStep, dueOn: daySchema, byRule: z.boolean() });

/** A clause of another document, as it is named beside this one. */
export const linkedClause = z.object({ id: clauseId, label: z.string(), wording: z.string(), documentId, symbol: z.string(), unit: named });
export const linkedDocument = z.object({ id: documentId, symbol: z.string(), summary: z.string() });

export const replyFields = {
  kind: z.enum(answerKinds),
  reason: text(1000).nullable().default(null),
  documentIds: z.array(documentId).max(10).default([]),
  ownClauseIds: z.array(clauseId).max(20).default([]),
  target: number.nullable().default(null),
  dueOn: daySchema.nullable().default(null),
  answeredOn: daySchema,
};

export const answerItem = z.object({
  kind: z.enum(answerKinds), reason: z.string().nullable(), target: z.number().nullable(), dueOn: daySchema.nullable(), answeredOn: daySchema, doneOn: daySchema.nullable(), version: z.int(),
  /** The clause was changed since it was answered. */
  isOlder: z.boolean(),
  documents: z.array(linkedDocument),
  clauses: z.array(linkedClause.extend({ target: z.number().nullable(), measure: z.string().nullable() })),
  /** What the unit gave to do for it, as far as the reader may see. */
  tasks: z.array(z.object({ id: idSchema<'task'>(), title: z.string(), dueOn: daySchema.nullable(), settledOn: daySchema.nullable() })),
  value: z.object({ value: z.number(), on: daySchema, source: z.string().nullable() }).nullable(),
});

export const measuredValue = z.strictObject({ value: number, on: daySchema, source: text(300).nullable().default(null) });
