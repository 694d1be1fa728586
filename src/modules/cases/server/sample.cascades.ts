/** The documents of the sample that were passed down, by the acts of the API: clauses, units asked, their steps, answers and values. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { daySchema } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { cascadeContract } from '../../cascades/cascade.contract.ts';
import { dueStep, step, wordingFields } from '../../cascades/cascade.shapes.ts';
import { answerClauses, measureClause, openCascade, recordUnitStep, settleClause, writeClauses } from '../../cascades/server/index.ts';
import { symbolIn } from '../../documents/document.figures.ts';
import { addRecipients } from '../../documents/server/index.ts';

const answerSchema = z.strictObject({
  clauses: z.array(z.string()), on: daySchema, by: z.array(z.string()).default([]), reason: z.string().optional(), target: z.number().optional(), dueOn: daySchema.optional(), doneOn: daySchema.optional(),
  values: z.array(z.strictObject({ on: daySchema, value: z.number(), source: z.string() })).default([]),
});
const cascadesSchema = z.array(z.strictObject({
  unit: z.string(), symbol: z.string(), openedOn: daySchema, deadlines: z.partialRecord(dueStep, daySchema), clauses: z.array(z.strictObject(wordingFields)),
  asked: z.array(z.strictObject({ unit: z.string(), steps: z.partialRecord(step, z.strictObject({ on: daySchema, by: z.string().optional() })), answers: z.array(answerSchema) })),
}));
type PassedDown = z.output<typeof cascadesSchema>[number];

interface Given {
  readonly folder: string;
  readonly unitOf: (ref: string) => Promise<Id<'unit'>>;
}

export async function passSampleDown(ctx: Ctx, { folder, unitOf }: Given): Promise<void> {
  const all = cascadesSchema.parse(JSON.parse(await readFile(join(folder, 'cascades.json'), 'utf8')));
  for (const one of all) await passDown(ctx, one, unitOf);
}

async function passDown(ctx: Ctx, { unit, symbol, openedOn, deadlines, clauses, asked }: PassedDown, unitOf: Given['unitOf']): Promise<void> {
  const documentId = await documentOf(ctx, await unitOf(unit), symbol);
  const { ids } = await writeClauses(ctx, { documentId, clauses });
  const units = await Promise.all(asked.map((one) => unitOf(one.unit)));
  await addRecipients(ctx, documentId, { units: sql`select unnest(${units}::uuid[])`, most: units.length });
  await openCascade(ctx, cascadeContract.open.input.parse({ documentId, toRecipients: true, on: openedOn, deadlines: Object.entries(deadlines).map(([which, dueOn]) => ({ step: which, dueOn })) }));
  const clauseOf = new Map(clauses.map(({ label }, at) => [label, ids[at]!]));
  for (const [at, { steps, answers }] of asked.entries()) {
    const of = { documentId, unitId: units[at]! };
    for (const [which, { on, by }] of Object.entries(steps)) await recordUnitStep(ctx, cascadeContract.recordStep.input.parse({ ...of, step: which, doneOn: on, byDocumentId: by === undefined ? null : await documentOf(ctx, of.unitId, by) }));
    for (const answer of answers) await answerAs(ctx, of, answer, clauseOf);
  }
}

type Of = { readonly documentId: Id<'document'>; readonly unitId: Id<'unit'> };

async function answerAs(ctx: Ctx, of: Of, { clauses, on, by, reason, target, dueOn, doneOn, values }: z.output<typeof answerSchema>, clauseOf: ReadonlyMap<string, Id<'clause'>>): Promise<void> {
  const ids = clauses.map((label) => clauseOf.get(label)!);
  const documentIds = await Promise.all(by.map((symbol) => documentOf(ctx, of.unitId, symbol)));
  const reply = reason === undefined ? { kind: 'takenUp', documentIds, target: target ?? null, dueOn: dueOn ?? null } : { kind: 'notApplicable', reason };
  await answerClauses(ctx, cascadeContract.answer.input.parse({ ...of, clauses: ids.map((id) => ({ id, clauseVersion: 1, version: 0 })), answeredOn: on, ...reply }));
  for (const clauseId of ids) {
    for (const { on: measuredOn, value, source } of values) await measureClause(ctx, { ...of, clauseId, on: measuredOn, value, source });
    if (doneOn) await settleClause(ctx, { ...of, clauseId, version: 1, doneOn });
  }
}

/** The first of that symbol in the register of the unit: numbers begin anew each term. */
async function documentOf(ctx: Ctx, unitId: Id<'unit'>, symbol: string): Promise<Id<'document'>> {
  const found = await firstRow(ctx.db, sql<{ id: Id<'document'> }>`select d.id from documents d where d.home_id = ${homeOf(unitId)} and d.unit_id = ${unitId} and ${symbolIn('d')} = ${symbol} and d.void is null order by d.issued_on limit 1`);
  if (!found) throw new Error(`the sample has no document ${symbol} of ${unitId}`);
  return found.id;
}
