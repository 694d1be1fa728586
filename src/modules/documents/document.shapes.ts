/** Shapes of a document on the wire. */
import { z } from 'zod';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { directions, documentTypeCodes, linkKinds, regulationSubjects, secrecies } from './document.kinds.ts';
import { mostLinks, mostFiles } from './document.ts';
import { mostNumber, termPattern } from './document.symbol.ts';

export const documentId = idSchema<'document'>();
export const unitId = idSchema<'unit'>();
export const fileId = idSchema<'documentFile'>();
export const text = (most: number) => z.string().trim().min(1).max(most);
export const type = z.enum(documentTypeCodes);
export const direction = z.enum(directions);
export const standing = z.enum(['inForce', 'ahead', 'ended', 'replaced', 'void']);
const named = z.object({ id: unitId, name: z.string() });

export const link = z.strictObject({ kind: z.enum(linkKinds), documentId });

/** What is written down of it; `number` null only of a received letter without one. */
export const entryFields = {
  type,
  number: z.int().min(1).max(mostNumber).nullable(),
  issuerCode: text(20).regex(/^[\p{L}\d.-]+$/u, { error: 'letters and digits, as in ĐU or UBKTTW' }),
  issuer: text(200),
  term: z.string().regex(termPattern, { error: 'a term is written 2025-2030' }),
  summary: text(1000),
  issuedOn: daySchema,
  receivedOn: daySchema.nullable().default(null),
  signer: z.strictObject({ name: text(200), post: z.string().trim().max(200).default('') }).nullable().default(null),
  validFrom: daySchema,
  validTo: daySchema.nullable().default(null),
  reviewDueOn: daySchema.nullable().default(null),
  regulates: z.enum(regulationSubjects).nullable().default(null),
  secrecy: z.enum(secrecies).nullable().default(null),
  links: z.array(link).max(mostLinks).default([]),
};

export const documentItem = z.object({
  id: documentId,
  symbol: z.string(),
  type,
  direction,
  summary: z.string(),
  issuer: z.string(),
  issuedOn: daySchema,
  receivedOn: daySchema.nullable(),
  /** Whose register it stands in. */
  unit: named,
  standing,
  hasFiles: z.boolean(),
  isSecret: z.boolean(),
  /** Sent to a unit for which the reader acts, which has not said yet that it has it. */
  isToConfirm: z.boolean(),
});

const linked = z.object({ kind: z.enum(linkKinds), id: documentId, symbol: z.string(), summary: z.string(), unit: named, issuedOn: daySchema });

export const wholeDocument = documentItem.extend({
  number: z.int().nullable(),
  issuerCode: z.string(),
  term: z.string(),
  signer: z.object({ name: z.string(), post: z.string() }).nullable(),
  validFrom: daySchema,
  validTo: daySchema.nullable(),
  reviewDueOn: daySchema.nullable(),
  regulates: z.enum(regulationSubjects).nullable(),
  secrecy: z.enum(secrecies).nullable(),
  void: z.object({ on: daySchema, reason: z.string() }).nullable(),
  /** What it carries out, replaces, amends; of those only what the reader may see. */
  links: z.array(linked),
  /** What carries it out, replaces or amends it, the latest first, so many at most as `moreFrom` says. */
  linkedFrom: z.array(linked),
  files: z.array(z.object({ id: fileId, name: z.string(), mediaType: z.string(), size: z.int(), isRead: z.boolean() })).max(mostFiles),
  /** `toRecall`: that have not confirmed and are not asked to carry it out. */
  recipients: z.object({ sent: z.int(), taken: z.int(), toRecall: z.int(), own: z.array(z.object({ unit: named, sentOn: daySchema, takenOn: daySchema.nullable(), mayTake: z.boolean() })) }),
  version: z.int(),
  may: z.array(z.string()),
});
