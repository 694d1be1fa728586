/** The acts on reports: the cadre writes, hands in, takes back; the superior reads. */
import type { z } from 'zod';
import { mayDo, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { reportContract } from '../report.contract.ts';
import { handIn, markRead, noTexts, takeBackReport, writeReport, type Report } from '../report.ts';
import { ownRefusal } from '../evaluation.ts';
import { dueDayOf } from './report.due.ts';
import { placeFacts } from './report.facts.ts';
import { insertReports, lockReport, lockReportOf, saveReport } from './report.store.ts';

type Input<K extends keyof typeof reportContract> = z.output<(typeof reportContract)[K]['input']>;
interface Done {
  readonly id: Id<'cadreReport'>;
  readonly version: number;
}

export async function writeOwnReport(ctx: Ctx, { unitId, from, to, version, texts, isHanded }: Input<'writeReport'>): Promise<Done> {
  const personId = requireMe(ctx);
  if (to < from) throw new Problem({ code: 'visits.periodBackwards', kind: 'invalid' });
  const known = await lockReportOf(ctx, { unitId, personId, from });
  if (version !== undefined && known && known.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  if (version === undefined && known) throw new Problem({ code: 'visits.reportAlready', kind: 'conflict' });
  const facts = await placeFacts(ctx, { unitId, personId, from, to: known?.to ?? to });
  if (facts.length === 0) throw new Problem({ code: 'visits.noDuty', kind: 'invalid' });
  const written = orThrow(writeReport(known ?? (await begun(ctx, { unitId, personId, from, to })), texts));
  const after = isHanded ? orThrow(handIn(written, { on: ctx.today, facts })) : written;
  if (!known) await insertReports(ctx, [after]);
  return done(ctx, isHanded ? 'report.handedIn' : 'report.written', known ? await saveReport(ctx, after) : after);
}

async function begun(ctx: Ctx, { unitId, personId, from, to }: Pick<Report, 'unitId' | 'personId' | 'from' | 'to'>): Promise<Report> {
  if (from > ctx.today) throw new Problem({ code: 'visits.inFuture', kind: 'invalid', data: { today: ctx.today } });
  return { id: newId<'cadreReport'>(await homeOfUnit(ctx, unitId)), unitId, personId, from, to, dueOn: await dueDayOf(ctx, { unitId, to }), texts: noTexts, facts: null, state: 'writing', handedOn: null, readOn: null, readBy: null, comment: '', version: 1 };
}

export async function takeOwnReportBack(ctx: Ctx, { id, version }: Input<'takeReportBack'>): Promise<Done> {
  const personId = requireMe(ctx);
  const report = await lockReport(ctx, id);
  if (!report || report.personId !== personId) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  requireVersion(report, version);
  return keep(ctx, 'report.takenBack', takeBackReport(report));
}

export async function markReportRead(ctx: Ctx, { id, version, comment }: Input<'markReportRead'>): Promise<Done> {
  const report = await lockReport(ctx, id);
  if (!report || report.state === 'writing' || !(await mayDo(ctx, 'visit.read', report.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (!(await mayDo(ctx, 'oversight.evaluate', report.unitId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'oversight.evaluate' } });
  const own = ownRefusal(report, ctx.actor?.personId);
  if (own) throw new Problem(own);
  requireVersion(report, version);
  return keep(ctx, 'report.read', markRead(report, { on: ctx.today, by: ctx.actor?.accountId ?? null, comment }));
}

function requireMe(ctx: Ctx): Id<'person'> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (!me) throw new Problem({ code: 'visits.noDuty', kind: 'invalid' });
  return me;
}

function requireVersion(report: Report, version: number): void {
  if (version !== report.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
}

async function keep(ctx: Ctx, type: string, after: Report | Refusal): Promise<Done> {
  return done(ctx, type, await saveReport(ctx, orThrow(after)));
}

/** Whose it is stays out of the log. */
function done(ctx: Ctx, type: string, { id, unitId, version, to }: Report): Done {
  record(ctx, { type, subjectId: id, unitId, data: { to } });
  return { id, version };
}
