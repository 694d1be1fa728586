/** The ratings of a unit, of a person, of oneself over the years, the latest first. Only what was decided. Nothing here writes. */
import './rating.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { personWithin } from '../../../access/server/index.ts';
import { mayDo, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { recordNow } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { ratingContract } from '../rating.contract.ts';
import { boundOf, type Frame } from '../rating.frame.ts';
import { levelNames, type SubjectKind } from '../rating.kinds.ts';
import { lastDayOf } from '../rating.season.ts';
import type { Rating } from '../rating.ts';
import { deciderOf } from './rating.decider.ts';
import { findFrame } from './rating.frame.reads.ts';
import { mayAt, notFound, within } from './rating.reach.ts';
import { namedRatings, ratingColumns, type RatingRow } from './rating.reads.ts';
import { ratingOf } from './rating.store.ts';

type Input<K extends keyof typeof ratingContract> = z.output<(typeof ratingContract)[K]['input']>;
type Answer<K extends keyof typeof ratingContract> = z.input<(typeof ratingContract)[K]['output']>;
type Past = Answer<'own'>['items'][number];
type Paged = Pick<Input<'own'>, 'cursor' | 'limit'>;

export async function ratingsOfUnit(ctx: Ctx, { unitId, ...paged }: Input<'ofUnit'>): Promise<Answer<'ofUnit'>> {
  if (!(await mayDo(ctx, 'rating.read', unitId))) throw notFound();
  return { ...(await history(ctx, sql`r.unit_id in (${withPredecessors(ctx, unitId)}) and r.person_id is null`, paged)), may: (await mayEnterEarlier(ctx, unitId)) ? ['rating.decide'] : [] };
}

/** Its own, and those of what was taken over whole, each under the name of its time: after a merger its history goes on. */
function withPredecessors(ctx: Ctx, unitId: Id<'unit'>): RawBuilder<unknown> {
  return sql`select ${unitId}::uuid union select c.descendant_id from unit_closure c where c.hierarchy = 'succession' and c.ancestor_id = ${unitId} and c.valid @> ${ctx.today}::date`;
}

/** Where it was decided last. */
async function mayEnterEarlier(ctx: Ctx, unitId: Id<'unit'>): Promise<boolean> {
  return mayAt(ctx, 'decide', { about: 'units', unitId: await deciderOf(ctx, { unitId, year: Number(ctx.today.slice(0, 4)) - 1 }) });
}

/** Those that concern the reader: a person whom one may read, rated or decided upon where one is assigned. */
export async function ratingsOfPerson(ctx: Ctx, { personId, ...paged }: Input<'ofPerson'>): Promise<Answer<'ofPerson'>> {
  if (!(await personWithin(ctx, 'personalRating.read', personId))) throw notFound();
  await recordNow(ctx, { type: 'person.opened', subjectId: personId, personId });
  const mine = within(ctx);
  return { ...(await history(ctx, sql`r.home_id = ${homeOf(personId)} and r.person_id = ${personId} and ${mine}`, paged)) };
}

export async function ownRatings(ctx: Ctx, paged: Input<'own'>): Promise<Answer<'own'>> {
  takeAnywhere(ctx, 'self.read');
  const personId = ctx.actor?.personId;
  if (!personId) return { items: [], next: null };
  return history(ctx, sql`r.home_id = ${homeOf(personId)} and r.person_id = ${personId}`, paged);
}

async function history(ctx: Ctx, whose: RawBuilder<unknown>, { cursor, limit }: Paged): Promise<{ items: Past[]; next: string | null }> {
  const after = readCursor(cursor, z.tuple([z.int(), z.guid()]));
  const found = await rows(ctx.db, sql<RatingRow & { corrected: boolean }>`select ${ratingColumns}, exists (select from rating_acts a where a.home_id = r.home_id and a.rating_id = r.id and a.kind = 'corrected') as corrected from ${namedRatings}
    where ${whose} and r.decision is not null ${after ? sql`and (r.year, r.id) < (${after[0]}::smallint, ${after[1]}::uuid)` : sql``} order by r.year desc, r.id desc limit ${limit + 1}`);
  const frames = await framesOf(ctx, found.map((row) => ratingOf(ctx.keys, row)));
  return pageOf(found, { limit, key: (row) => [row.year, row.id], item: (row) => { const rating = ratingOf(ctx.keys, row); return pastOf(row, rating, frames.get(keyOf(rating))); } });
}

/** What its level was called in its year, and of how many. */
function pastOf(row: RatingRow & { corrected: boolean }, { id, year, about, unitId, decision }: Rating, frame: Frame | undefined): Past {
  const { level, points, document, on } = decision!; // asked for in the statement
  const bound = frame && boundOf(frame, level);
  const rank = frame ? frame.levels.findIndex(({ code }) => code === level) + 1 : 0;
  return {
    id, year, about, level, levelName: bound ? { vi: bound.vi, en: bound.en } : levelNames[level], points, document, on, unit: { id: unitId as Id<'unit'>, name: row.unit_name ?? '' },
    ofLevels: frame?.levels.length ?? 0, rank, isCorrected: row.corrected,
  };
}

async function framesOf(ctx: Ctx, ratings: readonly Rating[]): Promise<ReadonlyMap<string, Frame | undefined>> {
  const kinds = new Map<string, { kind: SubjectKind; year: number }>(ratings.map(({ kind, year }) => [keyOf({ kind, year }), { kind, year }]));
  const found = new Map<string, Frame | undefined>();
  for (const [key, { kind, year }] of kinds) found.set(key, await findFrame(ctx, kind, { unitId: null, on: lastDayOf(year) }));
  return found;
}

function keyOf({ kind, year }: Pick<Rating, 'kind' | 'year'>): string {
  return `${kind} ${year}`;
}
