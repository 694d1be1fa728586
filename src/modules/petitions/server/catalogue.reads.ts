/** Topics, competences and wordings in force. Nothing here writes. */
import './petition.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { holdsSystemWide, mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { catalogueContract } from '../catalogue.contract.ts';
import type { BodyKind, Level, Outcome } from '../petition.kinds.ts';

type Input<K extends keyof typeof catalogueContract> = z.output<(typeof catalogueContract)[K]['input']>;
type Answer<K extends keyof typeof catalogueContract> = z.input<(typeof catalogueContract)[K]['output']>;
type UnitId = Id<'unit'>;

const mostShown = 1000;

export async function requireTopic(ctx: Ctx, code: string, at: { readonly unitId: UnitId | null; readonly on: Day }): Promise<void> {
  if (!(await isTopicAt(ctx, code, at))) throw new Problem({ code: 'petitions.topicUnknown', kind: 'invalid' });
}

/** Of the country, or of a committee above the place; a group of topics is one itself. Asks no access. */
export async function isTopicAt(ctx: Ctx, code: string, { unitId, on }: { readonly unitId: UnitId | null; readonly on: Day }): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select exists (select from petition_topics t where t.code = ${code} and (t.valid @> ${on}::date or t.valid @> ${ctx.today}::date) and ${holdsAt('t', unitId, ctx.today)}) as ok`);
  return row?.ok ?? false;
}

export async function listTopics(ctx: Ctx, { unitId, asOf }: Input<'topics'>): Promise<Answer<'topics'>> {
  const maySet = await takeReading(ctx, unitId, 'rule.set');
  const on = asOf ?? ctx.today;
  const found = await rows(ctx.db, sql<ScopedRow & { code: string; parent: string | null; vi: string; en: string; valid: string }>`
    select t.id, t.code, t.parent, t.vi, t.en, t.valid, ${scopeColumns(ctx, 't')} from petition_topics t where t.valid @> ${on}::date and ${holdsAt('t', unitId ?? null, on)} order by t.place, t.vi collate vietnamese, t.id limit ${mostShown}`);
  return { items: found.map((row) => ({ id: row.id as Id<'petitionTopic'>, code: row.code, parent: row.parent, name: { vi: row.vi, en: row.en }, scope: scopeOf(row), period: fromRange(row.valid), maySet: row.may_set })), maySet };
}

interface CompetenceRow extends ScopedRow {
  readonly topic: string | null;
  readonly level: Level;
  readonly body_kind: BodyKind | null;
  readonly body_id: UnitId | null;
  readonly body_name: string | null;
  readonly outside: string | null;
  readonly document: string;
  readonly valid: string;
}

export async function listCompetences(ctx: Ctx, { unitId, asOf }: Input<'competences'>): Promise<Answer<'competences'>> {
  const maySet = await takeReading(ctx, unitId, 'rule.set');
  const on = asOf ?? ctx.today;
  const found = await rows(ctx.db, sql<CompetenceRow>`
    select c.id, c.topic, c.level, c.body_kind, c.body_id, ${unitNameAt('c.body_id', sql`${on}::date`)} as body_name, c.outside, c.document, c.valid, ${scopeColumns(ctx, 'c')} from petition_competences c
    where c.valid @> ${on}::date and ${holdsAt('c', unitId ?? null, on)} order by c.topic nulls first, array_position(array['commune', 'district', 'province', 'central'], c.level), c.id limit ${mostShown}`);
  return {
    items: found.map((row) => ({
      id: row.id as Id<'petitionCompetence'>, topic: row.topic, level: row.level, scope: scopeOf(row), bodyKind: row.body_kind, body: row.body_id && { id: row.body_id, name: row.body_name ?? '' }, outside: row.outside, document: row.document, period: fromRange(row.valid), maySet: row.may_set,
    })),
    maySet,
  };
}

export async function listTemplates(ctx: Ctx, { unitId }: Input<'templates'>): Promise<Answer<'templates'>> {
  const maySet = await takeReading(ctx, unitId, 'petition.handle');
  const found = await rows(ctx.db, sql<ScopedRow & { outcome: Outcome; name: string; text: string }>`
    select t.id, t.outcome, t.name, t.text, ${scopeColumns(ctx, 't', 'petition.handle')} from petition_templates t where ${holdsAt('t', unitId ?? null, ctx.today)} order by t.scope_unit_id nulls last, t.name collate vietnamese, t.id limit ${mostShown}`);
  return { items: found.map((row) => ({ id: row.id as Id<'petitionTemplate'>, scope: scopeOf(row), outcome: row.outcome, name: row.name, text: row.text, maySet: row.may_set })), maySet };
}

/** Whether something may be set there. */
async function takeReading(ctx: Ctx, unitId: UnitId | undefined, verb: 'rule.set' | 'petition.handle'): Promise<boolean> {
  ctx.asked.add('petition.read');
  if (!unitId) return holdsSystemWide(ctx, verb);
  if (!(await mayDo(ctx, 'petition.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return mayDo(ctx, verb, unitId);
}

/** The country's, and those of scopes above the unit or of the unit itself. */
export function holdsAt(alias: string, unitId: UnitId | null, on: Day): RawBuilder<boolean> {
  const scope = sql.ref(`${alias}.scope_unit_id`);
  return sql<boolean>`(${scope} is null or exists (select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = ${scope} and k.descendant_id = ${unitId}::uuid and k.valid @> ${on}::date))`;
}

interface ScopedRow {
  readonly id: string;
  readonly scope_unit_id: UnitId | null;
  readonly scope_name: string | null;
  readonly may_set: boolean;
}

function scopeColumns(ctx: Ctx, alias: string, verb: 'rule.set' | 'petition.handle' = 'rule.set'): RawBuilder<unknown> {
  const column = `${alias}.scope_unit_id`;
  return sql`${sql.ref(column)} as scope_unit_id, ${unitNameAt(column, sql`${ctx.today}::date`)} as scope_name, case when ${sql.ref(column)} is null then ${holdsSystemWide(ctx, verb)} else coalesce(${reach(ctx, verb).at(column)}, false) end as may_set`;
}

function scopeOf(row: ScopedRow): { id: UnitId; name: string } | null {
  return row.scope_unit_id && { id: row.scope_unit_id, name: row.scope_name ?? '' };
}
