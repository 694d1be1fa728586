/** Acts on topics, competences and wordings: of the country by who keeps its rules, of a committee by who keeps those there. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { holdsSystemWide, take } from '../../../access/reach.ts';
import { markPetitions, type CountedPetition } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, lockSubject, rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, nationalHome, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { catalogueContract } from '../catalogue.contract.ts';
import { requireTopic } from './catalogue.reads.ts';
import { isBody } from './petition.bodies.ts';

type Input<K extends keyof typeof catalogueContract> = z.output<(typeof catalogueContract)[K]['input']>;
type Scope = Id<'unit'> | null;

/** Under its old code from that day on: what was raised before keeps counting with it. */
export async function setTopic(ctx: Ctx, { code, parent, vi, en, scopeUnitId, from }: Input<'setTopic'>): Promise<{ id: Id<'petitionTopic'> }> {
  await takeScope(ctx, scopeUnitId);
  await lockSubject(ctx.db, `petition topic ${code}`);
  if (parent !== null) await requireGroup(ctx, parent, from);
  const before = await firstRow(ctx.db, sql<{ id: string; scope_unit_id: Scope; place: number; parent: string | null; valid: string }>`select id, scope_unit_id, place, parent, valid from petition_topics where code = ${code} order by lower(valid) desc limit 1`);
  if (before && (before.scope_unit_id !== scopeUnitId || fromRange(before.valid).from >= from)) throw new Problem({ code: 'petitions.topicTaken', kind: 'conflict' });
  if (before) await shorten(ctx, 'petition_topics', before, addDays(from, -1));
  const id = newId<'petitionTopic'>(homeOfScope(scopeUnitId));
  await ctx.db.insertInto('petition_topics').values({ id, code, parent, scope_unit_id: scopeUnitId, vi, en, place: before?.place ?? lastPlace, valid: toRange({ from, to: null }), recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  if (before && before.parent !== parent) await markTopic(ctx, code);
  record(ctx, { type: 'petition.topicSet', subjectId: id, ...(scopeUnitId && { unitId: scopeUnitId }), data: { code } });
  return { id };
}

/** All that was ever raised on it counts with its new group. */
async function markTopic(ctx: Ctx, code: string): Promise<void> {
  const raised = await rows(ctx.db, sql<CountedPetition>`select distinct p.unit_id as "unitId", p.body_id as "bodyId", p.raised_on as "raisedOn", p.answered_on as "answeredOn" from petitions p where p.topic = ${code}`);
  await markPetitions(ctx.db, raised);
}

/** After those that came with the system. */
const lastPlace = 100;

/** One of the first level, with nothing above it. */
async function requireGroup(ctx: Ctx, code: string, on: Day): Promise<void> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select exists (select from petition_topics t where t.code = ${code} and t.parent is null and t.valid @> ${on}::date) as ok`);
  if (!row?.ok) throw new Problem({ code: 'petitions.parentUnknown', kind: 'invalid' });
}

export async function endTopic(ctx: Ctx, { id, lastDay }: Input<'endTopic'>): Promise<Record<string, never>> {
  await endRow(ctx, 'petition_topics', { id, lastDay });
  record(ctx, { type: 'petition.topicEnded', subjectId: id });
  return {};
}

export async function setCompetence(ctx: Ctx, { from, ...given }: Input<'setCompetence'>): Promise<{ id: Id<'petitionCompetence'> }> {
  const { topic, level, scopeUnitId, bodyKind, bodyId, outside, document } = given;
  await takeScope(ctx, scopeUnitId);
  if ((bodyKind === null) === (bodyId === null)) throw new Problem({ code: 'petitions.bodyMissing', kind: 'invalid' });
  if (bodyId !== null && !(await isBody(ctx, bodyId))) throw new Problem({ code: 'petitions.bodyUnknown', kind: 'invalid' });
  if (topic !== null) await requireTopic(ctx, topic, { unitId: scopeUnitId, on: from });
  await lockSubject(ctx.db, `petition competence ${topic ?? ''} ${level}`);
  const before = await firstRow(ctx.db, sql<{ id: string; valid: string }>`select id, valid from petition_competences where topic is not distinct from ${topic}::text and level = ${level} and scope_unit_id is not distinct from ${scopeUnitId}::uuid order by lower(valid) desc limit 1`);
  if (before && fromRange(before.valid).from >= from) throw new Problem({ code: 'petitions.competenceTaken', kind: 'conflict' });
  if (before) await shorten(ctx, 'petition_competences', before, addDays(from, -1));
  const id = newId<'petitionCompetence'>(homeOfScope(scopeUnitId));
  await ctx.db.insertInto('petition_competences').values({ id, topic, level, scope_unit_id: scopeUnitId, body_kind: bodyKind, body_id: bodyId, outside, document, valid: toRange({ from, to: null }), recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  record(ctx, { type: 'petition.competenceSet', subjectId: id, ...(scopeUnitId && { unitId: scopeUnitId }), data: { topic, level } });
  return { id };
}

export async function endCompetence(ctx: Ctx, { id, lastDay }: Input<'endCompetence'>): Promise<Record<string, never>> {
  await endRow(ctx, 'petition_competences', { id, lastDay });
  record(ctx, { type: 'petition.competenceEnded', subjectId: id });
  return {};
}

export async function saveTemplate(ctx: Ctx, { unitId, outcome, name, text }: Input<'saveTemplate'>): Promise<{ id: Id<'petitionTemplate'> }> {
  await take(ctx, 'petition.handle', unitId);
  const id = newId<'petitionTemplate'>(homeOf(unitId));
  await ctx.db.insertInto('petition_templates').values({ id, scope_unit_id: unitId, outcome, name, text, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  record(ctx, { type: 'petition.templateSaved', subjectId: id, unitId });
  return { id };
}

export async function removeTemplate(ctx: Ctx, { id }: Input<'removeTemplate'>): Promise<Record<string, never>> {
  const row = await firstRow(ctx.db, sql<{ scope_unit_id: Scope }>`select scope_unit_id from petition_templates where id = ${id} for update`);
  ctx.asked.add('petition.handle');
  // Those of the system stay.
  if (!row?.scope_unit_id) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'petition.handle', row.scope_unit_id);
  await ctx.db.deleteFrom('petition_templates').where('id', '=', id).execute();
  record(ctx, { type: 'petition.templateRemoved', subjectId: id, unitId: row.scope_unit_id });
  return {};
}

type Dated = 'petition_topics' | 'petition_competences';

async function endRow(ctx: Ctx, table: Dated, { id, lastDay }: { readonly id: string; readonly lastDay: Day }): Promise<void> {
  const row = await firstRow(ctx.db, sql<{ scope_unit_id: Scope; valid: string }>`select scope_unit_id, valid from ${sql.table(table)} where id = ${id} for update`);
  ctx.asked.add('rule.set');
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await takeScope(ctx, row.scope_unit_id);
  await shorten(ctx, table, { id, valid: row.valid }, lastDay);
}

async function shorten(ctx: Ctx, table: Dated, { id, valid }: { readonly id: string; readonly valid: string }, lastDay: Day): Promise<void> {
  const { from } = fromRange(valid);
  if (lastDay < from) throw new Problem({ code: 'petitions.endsBeforeStart', kind: 'invalid', data: { from } });
  await sql`update ${sql.table(table)} set valid = ${toRange({ from, to: lastDay })}::daterange where id = ${id}`.execute(ctx.db);
}

async function takeScope(ctx: Ctx, scopeUnitId: Scope): Promise<void> {
  if (scopeUnitId !== null) return take(ctx, 'rule.set', scopeUnitId);
  if (!holdsSystemWide(ctx, 'rule.set')) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'rule.set' } });
}

function homeOfScope(scopeUnitId: Scope) {
  return scopeUnitId === null ? nationalHome : homeOf(scopeUnitId);
}
