/** What a shortcoming is linked with: an earlier one, records, figures, people. Only what one may read can be linked, and only that is named. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { personWithin, unitsOfPerson } from '../../../access/server/index.ts';
import { findFigure } from '../../../figures/declared.ts';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import { symbolOf } from '../../documents/document.symbol.ts';
import type { DocumentType } from '../../documents/document.kinds.ts';
import type { Proof, Source } from '../shortcoming.proof.ts';
import type { Shortcoming } from '../shortcoming.ts';
import { within } from './shortcoming.reach.ts';

/** By the unit itself, by one above it on that day, or by a board of one of these. */
export async function requireRaiserAbove(ctx: Ctx, { unitId, raisedById, on }: { readonly unitId: Id<'unit'>; readonly raisedById: Id<'unit'>; readonly on: Day }): Promise<void> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`
    with above as (select ${unitId}::uuid as id union select ancestor_id from unit_closure where hierarchy = 'reach' and descendant_id = ${unitId} and (valid @> ${on}::date or valid @> ${ctx.today}::date))
    select exists (select from above where id = ${raisedById}) or exists (
      select from unit_versions v join unit_closure k on k.hierarchy = 'party' and k.descendant_id = v.unit_id and k.depth = 1 join above a on a.id = k.ancestor_id where v.unit_id = ${raisedById} and v.kind = 'party_board') as ok`);
  if (!row?.ok) throw new Problem({ code: 'shortcomings.raiserNotAbove', kind: 'invalid' });
}

/** Whoever takes part at the unit or held a post there; the person must be readable as well. */
export async function requirePersonAt(ctx: Ctx, { personId, unitId, on }: { readonly personId: Id<'person'>; readonly unitId: Id<'unit'>; readonly on: Day }): Promise<void> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select exists (select from ${unitsOfPerson(personId, on)} pu where pu.unit_id = ${unitId}) as ok`);
  if (!row?.ok || !(await personWithin(ctx, 'person.read', personId))) throw new Problem({ code: 'shortcomings.personElsewhere', kind: 'invalid' });
}

export async function requireOwner(ctx: Ctx, ownerId: Id<'person'> | null, before: Id<'person'> | null): Promise<void> {
  if (ownerId !== null && ownerId !== before && !(await personWithin(ctx, 'person.read', ownerId, { when: 'today' }))) throw new Problem({ code: 'shortcomings.ownerUnknown', kind: 'invalid' });
}

/** Of the same person, where it is of one; else of units alone. */
export async function requireEarlier(ctx: Ctx, earlierId: Id<'shortcoming'> | null, { personId }: Pick<Shortcoming, 'personId'>): Promise<void> {
  if (earlierId === null) return;
  const row = await firstRow(ctx.db, sql<{ person_id: string | null }>`select d.person_id from shortcomings d where d.home_id = ${homeOf(earlierId)} and d.id = ${earlierId} and ${within(ctx)}`);
  if (!row || row.person_id !== personId) throw new Problem({ code: 'shortcomings.earlierUnknown', kind: 'invalid' });
}

/** Sources and figures that stood there already may be out of reach by now. */
export async function requireProofs(ctx: Ctx, proofs: readonly Proof[], before: readonly Proof[]): Promise<void> {
  for (const proof of proofs) {
    if (proof.kind === 'figure' && !isFigureKept(proof, before) && (!findFigure(proof.figure) || !(await mayDo(ctx, 'figure.read', proof.unitId)))) throw new Problem({ code: 'shortcomings.figureUnknown', kind: 'invalid' });
  }
  await requireSources(ctx, sourcesIn(proofs), sourcesIn(before));
}

function isFigureKept(proof: Extract<Proof, { kind: 'figure' }>, before: readonly Proof[]): boolean {
  return before.some((other) => other.kind === 'figure' && other.figure === proof.figure && other.unitId === proof.unitId);
}

export function sourcesIn(proofs: readonly Proof[]): Source[] {
  return proofs.flatMap((proof) => (proof.kind === 'entered' ? [proof.before?.source, proof.after?.source] : [])).filter((source) => source !== undefined);
}

export async function requireSources(ctx: Ctx, sources: readonly Source[], before: readonly Source[]): Promise<void> {
  const fresh = sources.filter(({ id, kind }) => !before.some((other) => other.id === id && other.kind === kind));
  const known = await namedSources(ctx, fresh);
  const isWrong = ({ kind, id, words }: Source) => (kind === 'paper' ? id !== null || words === '' : id === null || !known.has(id));
  if (fresh.some(isWrong)) throw new Problem({ code: 'shortcomings.sourceUnknown', kind: 'invalid' });
}

export interface NamedSource {
  readonly symbol: string | null;
  readonly meeting: { readonly kind: MeetingKind; readonly on: Day } | null;
}

/** The meetings and documents among them that may be read, by id. */
export async function namedSources(ctx: Ctx, sources: readonly Source[]): Promise<ReadonlyMap<Id, NamedSource>> {
  const idsOf = (kind: Source['kind']) => [...new Set(sources.filter((source) => source.kind === kind && source.id !== null).map(({ id }) => id!))];
  const named = new Map<Id, NamedSource>();
  const [meetings, documents] = [idsOf('meeting'), idsOf('document')];
  if (meetings.length > 0) {
    const found = await rows(ctx.db, sql<{ id: Id; kind: MeetingKind; on: Day }>`select m.id, m.kind, m.held_on as on from meetings m where m.home_id = any(${meetings.map(homeOf)}::smallint[]) and m.id = any(${meetings}::uuid[]) and ${reach(ctx, 'meeting.read').at('m.unit_id')}`);
    for (const { id, kind, on } of found) named.set(id, { symbol: null, meeting: { kind, on } });
  }
  if (documents.length > 0) {
    const found = await rows(ctx.db, sql<{ id: Id; number: number | null; type: DocumentType; issuerCode: string }>`
      select d.id, d.number, d.type, d.issuer_code as "issuerCode" from documents d where d.home_id = any(${documents.map(homeOf)}::smallint[]) and d.id = any(${documents}::uuid[]) and d.void is null and ${readableDocuments(ctx)}`);
    for (const { id, ...document } of found) named.set(id, { symbol: symbolOf(document), meeting: null });
  }
  return named;
}
