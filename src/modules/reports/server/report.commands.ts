/** The acts on reports: drafted, written, dropped, issued with all that was found, replaced by a new draft. */
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { termOf, symbolOf } from '../../documents/document.symbol.ts';
import { enterDocument } from '../../documents/server/index.ts';
import { issuerOf } from '../../meetings/meeting.layout.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { reportContract } from '../report.contract.ts';
import { correctReport, draftReport, issueReport, standsRefusal, writeReport, type Report } from '../report.ts';
import { findAll } from './findings.reads.ts';
import { papersOf } from './report.papers.ts';
import { deleteReport, findReport, hashOf, insertReport, isReplaced, keepPaper, lockReport, markOf, saveReport, type KeptReport } from './report.store.ts';

type Input<K extends keyof typeof reportContract> = z.output<(typeof reportContract)[K]['input']>;
interface Done {
  readonly id: Id<'report'>;
  readonly version: number;
}

/** What it would find is counted first: of a time in which nobody was assigned there is nothing to report. */
export async function draftNewReport(ctx: Ctx, { id, unitId, ...given }: Input<'draft'>): Promise<Done> {
  await take(ctx, 'report.draft', unitId);
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  const report = orThrow(draftReport({ ...given, id: id ?? newId<'report'>(home), unitId, replacesId: null }, ctx.today));
  await findAll(ctx, report);
  await insertReport(ctx, report);
  note(ctx, 'interimReview.drafted', report);
  return { id: report.id, version: report.version };
}

export async function writeDraft(ctx: Ctx, { id, version, ...writing }: Input<'write'>): Promise<Done> {
  const { report } = await takeReport(ctx, { id, version, verb: 'report.draft' });
  const written = orThrow(writeReport(report, writing, ctx.today));
  // A time that cannot be counted would leave a draft that nobody can open.
  if (written.from !== report.from || written.to !== report.to) await findAll(ctx, written);
  const saved = await saveReport(ctx, written, null);
  note(ctx, 'interimReview.written', report);
  return { id, version: saved };
}

export async function issueDraft(ctx: Ctx, { id, version, findingsMark, withEmpty, numbering, signer }: Input<'issue'>): Promise<Done & { hash: string }> {
  const { report } = await takeReport(ctx, { id, version, verb: 'report.issue' });
  const ready = orThrow(issueReport(report, { today: ctx.today, withEmpty, signer }));
  const replaced = ready.replacesId && (await findReport(ctx, ready.replacesId))?.report.numbering;
  // The register would go on saying that the wrong one holds.
  if (replaced && !numbering) throw new Problem({ code: 'reports.numberMissing', kind: 'invalid', data: { symbol: replaced.symbol } });
  const found = await findAll(ctx, ready);
  // A phone may have sent its visits since the draft was opened: nobody has read these numbers.
  if (markOf(found.findings) !== findingsMark) throw new Problem({ code: 'reports.changed', kind: 'conflict' });
  const issued = { ...ready, numbering: numbering && (await enterIssued(ctx, ready, { ...numbering, unit: found.findings.unit, replaced: replaced?.documentId })) };
  const saved = await saveReport(ctx, issued, found);
  const hash = hashOf(issued, found).toString('hex');
  for (const paper of await papersOf({ report: issued, findings: found.findings, hash })) await keepPaper(ctx, id, paper);
  note(ctx, 'interimReview.issued', issued);
  return { id, version: saved, hash };
}

interface Entering {
  readonly number: number;
  readonly issuerCode: string;
  /** The name of the unit. */
  readonly unit: string;
  /** Where what it replaces stands in the register. */
  readonly replaced: Id<'document'> | undefined;
}

/** Into the register of the unit, in the place of the one that it replaces: a number that is taken issues nothing. */
async function enterIssued(ctx: Ctx, { unitId, title, signer }: Report, { number, issuerCode, unit, replaced }: Entering): Promise<NonNullable<Report['numbering']>> {
  const { id } = await enterDocument(ctx, {
    unitId, direction: 'issued', type: 'BC', number, issuerCode, issuer: issuerOf(unit), term: termOf(ctx.today), summary: title, issuedOn: ctx.today, receivedOn: null, signer,
    validFrom: ctx.today, validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: replaced ? [{ kind: 'replaces', documentId: replaced }] : [],
  });
  return { symbol: symbolOf({ number, type: 'BC', issuerCode }), documentId: id };
}

export async function correctIssued(ctx: Ctx, { id }: Input<'correct'>): Promise<Done> {
  const { report } = await takeReport(ctx, { id, verb: 'report.draft' });
  const draft = orThrow(correctReport(report, { id: newId<'report'>(homeOf(id)), isReplaced: await isReplaced(ctx, id) }));
  await insertReport(ctx, draft);
  note(ctx, 'interimReview.drafted', draft);
  return { id: draft.id, version: draft.version };
}

export async function dropDraft(ctx: Ctx, { id, version }: Input<'drop'>): Promise<Record<string, never>> {
  const { report } = await takeReport(ctx, { id, version, verb: 'report.draft' });
  const refusal = standsRefusal(report);
  if (refusal) throw new Problem(refusal);
  await deleteReport(ctx, id);
  note(ctx, 'interimReview.dropped', report);
  return {};
}

interface Taking {
  readonly id: Id<'report'>;
  /** As it was read; where what is done to it does not follow from that none. */
  readonly version?: number | undefined;
  readonly verb: 'report.draft' | 'report.issue';
}

async function takeReport(ctx: Ctx, { id, version, verb }: Taking): Promise<KeptReport> {
  const kept = await lockReport(ctx, id);
  if (!kept || !(await mayDo(ctx, 'report.read', kept.report.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, verb, kept.report.unitId);
  if (version !== undefined && version !== kept.report.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return kept;
}

function note(ctx: Ctx, type: string, { id, unitId, from, to }: Report): void {
  record(ctx, { type, subjectId: id, unitId, data: { from, to } });
}
