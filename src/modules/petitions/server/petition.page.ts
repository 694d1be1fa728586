/** One petition with all that belongs to it. Nothing here writes. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem, type Refusal } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { petitionContract } from '../petition.contract.ts';
import { mostRelated } from '../petition.shapes.ts';
import { isOpen, type Petition, type Step } from '../petition.ts';
import { areFilesReadable, filesOf } from './petition.files.ts';
import { itemOf, shownColumns, type ShownRow } from './petition.items.ts';
import { isHandler, within } from './petition.reach.ts';
import { refusalOfPassing, refusalOfTakingBack, refusalOfVoice, refusalOfWithdrawal } from './petition.rights.ts';
import { findAlike } from './petition.similar.ts';
import { petitionOf } from './petition.store.ts';

type Whole = z.input<(typeof petitionContract)['petition']['output']>;

type WholeRow = ShownRow & { readonly has_petitioner: boolean; readonly has_code: boolean };

export async function readPetition(ctx: Ctx, { id }: { readonly id: Id<'petition'> }): Promise<Whole> {
  const row = await firstRow(ctx.db, sql<WholeRow>`select ${shownColumns(ctx)}, p.sealed is not null as has_petitioner, p.tracking is not null as has_code from petitions p where p.home_id = ${homeOf(id)} and p.id = ${id} and ${within(ctx)}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const petition = petitionOf(row);
  const names = await namesOf(ctx, petition);
  const related = await relatedOf(ctx, petition);
  const lead = petition.leadId && related.find((one) => one.id === petition.leadId);
  const last = petition.steps.findLast(({ kind }) => kind === 'answered');
  const may = await mayOf(ctx, petition, row);
  const files = await filesOf(ctx, id);
  const mayReadFiles = await areFilesReadable(ctx, petition);
  const isAnswered = petition.answeredOn !== null && last?.answer;
  return {
    ...itemOf(ctx, row), channel: petition.channel, sourceId: petition.sourceId, sinceOn: petition.sinceOn, answeredOn: petition.answeredOn, closedOn: petition.closedOn, firstDays: petition.firstDays, finalDays: petition.finalDays,
    answer: isAnswered ? { ...last.answer, on: last.on, by: names.unit(last.unitId) } : null,
    lead: lead ? { id: lead.id, unit: lead.unit, text: lead.text } : null,
    steps: petition.steps.map(({ kind, on, by, unitId, words, to, answer, was }) => ({ kind, on, by: by && names.account(by), unit: names.unit(unitId), words, to: to ? { body: names.unit(to.bodyId), outside: to.outside } : null, answer: answer ?? null, was: wasOf(was, may) })),
    related: related.map(({ id: other, unit, raisedOn, text, state, leadId }) => ({ id: other, unit, raisedOn, text, state, isGrouped: leadId === id || other === petition.leadId || (leadId !== null && leadId === petition.leadId), isEarlier: other === petition.earlierId })),
    files: mayReadFiles ? files : [], hiddenFiles: mayReadFiles ? 0 : files.length, hasPetitioner: row.has_petitioner, hasCode: row.has_code, may,
  };
}

function wasOf(was: Step['was'], may: Whole['may']) {
  return was && (may.includes('place') || may.includes('handle')) ? was : null;
}

async function mayOf(ctx: Ctx, petition: Petition, { has_petitioner: hasPetitioner }: WholeRow): Promise<Whole['may']> {
  const atPlace = await mayDo(ctx, 'petition.record', petition.unitId);
  const atBody = await mayDo(ctx, 'petition.handle', petition.bodyId);
  const isLookedAt = petition.state === 'answered' || petition.state === 'confirmed';
  const may = async (refusal: Promise<Refusal | undefined>) => (await refusal) === undefined;
  const isWaiting = isOpen(petition) || petition.state === 'answered';
  return [
    ...(atPlace && petition.state !== 'withdrawn' ? ['place' as const] : []),
    ...(isOpen(petition) && (await may(refusalOfWithdrawal(ctx, petition))) ? ['withdraw' as const] : []),
    ...(isLookedAt && (await may(refusalOfVoice(ctx, petition))) ? ['confirm' as const] : []),
    ...(atBody && isWaiting ? ['handle' as const] : []),
    ...(atBody && isOpen(petition) && (await may(refusalOfPassing(ctx, petition, petition.bodyId))) ? ['pass' as const] : []),
    ...(hasPetitioner && (await isHandler(ctx, petition)) ? ['petitioner' as const] : []),
    ...(petition.source === 'resident' && isWaiting && atPlace ? ['code' as const] : []),
    ...((await may(refusalOfTakingBack(ctx, petition))) ? ['takeBack' as const] : []),
  ];
}

interface RelatedRow {
  readonly id: Id<'petition'>;
  readonly unit: { readonly id: Id<'unit'>; readonly name: string };
  readonly raisedOn: Whole['raisedOn'];
  readonly text: string;
  readonly state: Whole['state'];
  readonly leadId: Id<'petition'> | null;
}

/** Those handled with it and what came before first, then those alike; only what may be read. */
async function relatedOf(ctx: Ctx, { id, unitId, topic, text, leadId, earlierId }: Petition): Promise<RelatedRow[]> {
  const alike = await findAlike(ctx, { unitId, topic, text, except: id, most: mostRelated });
  return rows(ctx.db, sql<RelatedRow>`
    select p.id, jsonb_build_object('id', p.unit_id, 'name', coalesce(${unitNameAt('p.unit_id', sql`${ctx.today}::date`)}, '')) as unit, p.raised_on as "raisedOn", p.content ->> 'text' as text, p.state, p.lead_id as "leadId" from petitions p
    where p.id <> ${id} and (p.id = any(${[...alike, ...(leadId ? [leadId] : []), ...(earlierId ? [earlierId] : [])]}::uuid[]) or p.lead_id = ${leadId ?? id}) and ${within(ctx)}
    order by (p.id = ${leadId}::uuid or p.lead_id = ${leadId ?? id}) desc nulls last, (p.id = ${earlierId}::uuid) desc nulls last, p.raised_on desc, p.id limit ${mostRelated}`);
}

interface Names {
  readonly unit: (id: Id<'unit'>) => { readonly id: Id<'unit'>; readonly name: string };
  readonly account: (id: string) => string | null;
}

async function namesOf(ctx: Ctx, { steps }: Petition): Promise<Names> {
  const units = [...new Set(steps.flatMap(({ unitId, to }) => [unitId, ...(to ? [to.bodyId] : [])]))];
  const accounts = [...new Set(steps.flatMap(({ by }) => by ?? []))];
  const named = await rows(ctx.db, sql<{ id: string; name: string | null }>`
    select u.id, ${unitNameAt('u.id', sql`${ctx.today}::date`)} as name from unnest(${units}::uuid[]) u (id) union all select a.id, a.display_name from accounts a where a.id = any(${accounts}::uuid[])`);
  const byId = new Map(named.map(({ id, name }) => [id, name]));
  return { unit: (id) => ({ id, name: byId.get(id) ?? '' }), account: (id) => byId.get(id) ?? null };
}
