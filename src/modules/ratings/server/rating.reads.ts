/** Reads of ratings: the lines of a season, and one with where each point comes from. Nothing here writes. */
import './rating.tables.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { z } from 'zod';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { recordNow } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { ratingContract } from '../rating.contract.ts';
import type { Frame } from '../rating.frame.ts';
import type { FactCode, GateState, Measure } from '../rating.gates.ts';
import { findingsOf, type Measures } from '../rating.judge.ts';
import { lastDayOf, type Season } from '../rating.season.ts';
import { measuresOf, stateOfRating, totalOf, type Assessment, type Decision, type FoundFact, type Rating } from '../rating.ts';
import { factsOf, foundOf, type Fact } from './rating.facts.ts';
import { findFrame, frameOnWire } from './rating.frame.reads.ts';
import { mayAt, mayRecordOf, notFound, within } from './rating.reach.ts';
import { findSeason } from './rating.season.store.ts';
import { ratingOf } from './rating.store.ts';
import { actWordsOf } from './rating.seal.ts';
import type { RatingActsTable, RatingsTable } from './rating.tables.ts';

type Input<K extends keyof typeof ratingContract> = z.output<(typeof ratingContract)[K]['input']>;
type Answer<K extends keyof typeof ratingContract> = z.input<(typeof ratingContract)[K]['output']>;
type Item = Answer<'list'>['items'][number];

export interface RatingRow extends Selectable<RatingsTable> {
  readonly unit_name: string | null;
  readonly person_name: string | null;
  readonly sort: string;
}

/** Rows `r` with the name of the unit at the end of the year, or as near to it as it is known, and that of the person. */
export const namedRatings: RawBuilder<unknown> = sql`ratings r
  left join people p on p.home_id = r.home_id and p.id = r.person_id
  left join lateral (select n.name, n.name_key from unit_versions n where n.unit_id = any(array[r.unit_id]) order by (lower(n.valid) <= make_date(r.year, 12, 31)) desc,
    case when lower(n.valid) <= make_date(r.year, 12, 31) then lower(n.valid) end desc, lower(n.valid) limit 1) v on true`;
export const ratingColumns: RawBuilder<unknown> = sql`r.*, v.name as unit_name, p.full_name as person_name, coalesce(p.sort_key, v.name_key, '') as sort`;

/** As the reader sees it: that there is an appraisal is told to whoever decides alone. */
function stateSeen(whole: boolean): RawBuilder<string> {
  return sql<string>`case when r.exclusion is not null then 'excluded' when r.decision is not null then 'decided' when ${whole} and r.appraisal is not null then 'waitingDecision' when r.self is not null then 'waitingAppraisal' else 'waitingSelf' end`;
}

export type ListFilters = Omit<Input<'list'>, 'cursor' | 'limit'>;

export async function listRatings(ctx: Ctx, { cursor, limit, ...filters }: Input<'list'>): Promise<Answer<'list'>> {
  const { seasonId } = filters;
  const season = await findSeason(ctx, seasonId);
  if (!season) throw notFound();
  const whole = await mayAt(ctx, 'read', season);
  const after = readCursor(cursor, z.tuple([z.string(), z.guid()]));
  const conditions = [...conditionsOf(ctx, filters, whole), ...(after ? [sql`(coalesce(p.sort_key, v.name_key, ''), r.id) > (${after[0]}, ${after[1]}::uuid)`] : [])];
  const found = await rows(ctx.db, sql<RatingRow>`select ${ratingColumns} from ${namedRatings} where ${sql.join(conditions, sql` and `)} order by coalesce(p.sort_key, v.name_key, ''), r.id limit ${limit + 1}`);
  if (found.length === 0 && !whole && !(await isAnyReadable(ctx, seasonId))) throw notFound();
  const facts = await factsOf(ctx, found.slice(0, limit).map((row) => ratingOf(ctx.keys, row)).filter(({ decision }) => !decision), season.year);
  return pageOf(found, { limit, key: (row) => [row.sort, row.id], item: (row) => itemOf(row, ratingOf(ctx.keys, row), { season, whole, found: foundOf(facts.get(row.id as Id<'rating'>)) }) });
}

/** For whoever reads the whole season. */
export async function countRatings(ctx: Ctx, filters: ListFilters): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from ${namedRatings} where ${sql.join(conditionsOf(ctx, filters, true), sql` and `)}`);
  return row!.count; // counts always answer
}

function conditionsOf(ctx: Ctx, { seasonId, group, state, level, search }: ListFilters, whole: boolean): RawBuilder<unknown>[] {
  return [
    sql`r.season_id = ${seasonId}`,
    within(ctx),
    ...(group ? [sql`r.group_code = ${group}`] : []),
    ...(state ? [sql`${stateSeen(whole)} = any(${[...state]}::text[])`] : []),
    ...(level ? [sql`r.level = any(${[...level]}::text[])`] : []),
    ...(search ? [sql`coalesce(p.name_key, v.name_key) like ${`%${foldVietnamese(search).replaceAll(/[\\%_]/g, '\\$&')}%`}`] : []),
  ];
}

async function isAnyReadable(ctx: Ctx, seasonId: Id<'ratingSeason'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select exists (select from ratings r where r.season_id = ${seasonId} and ${within(ctx)}) as ok`);
  return row?.ok ?? false;
}

function itemOf(row: RatingRow, rating: Rating, { season, whole, found }: { readonly season: Season; readonly whole: boolean; readonly found: readonly FoundFact[] }): Item {
  const shown = shownTo(rating, whole);
  const frame = season.frames[rating.kind];
  const level = shown.decision?.level ?? shown.appraisal?.level ?? shown.self?.level;
  const measures = measuresOf(shown, rating.decision?.found ?? found);
  return {
    id: rating.id, ...subjectOf(row, rating), group: rating.group, state: stateOfRating(shown), exclusion: rating.exclusion, self: shown.self?.level ?? null, selfPoints: totalOf(shown.self),
    appraisal: shown.appraisal?.level ?? null, appraisalPoints: totalOf(shown.appraisal), decision: decisionOf(shown.decision), version: rating.version,
    gates: frame && level && !rating.exclusion ? findingsOf(frame, { level, measures }).map(({ fact, state }) => gateOf(fact, state, measures[fact])) : [],
    measures: frame && whole && !rating.decision && !rating.exclusion ? measuresAsked(frame, measures) : [],
  };
}

function measuresAsked({ gates }: Frame, measures: Measures): Item['measures'] {
  return [...new Set(gates.map(({ fact }) => fact))].flatMap((fact) => (measures[fact] ? [{ fact, ...measures[fact] }] : []));
}

/** What is proposed is the business of whoever appraises and decides, until it is decided. */
function shownTo(rating: Rating, whole: boolean): Rating {
  return whole || rating.decision ? rating : { ...rating, appraisal: null };
}

export async function readRating(ctx: Ctx, { id }: Input<'rating'>): Promise<Answer<'rating'>> {
  const row = await firstRow(ctx.db, sql<RatingRow>`select ${ratingColumns} from ${namedRatings} where r.home_id = ${homeOf(id)} and r.id = ${id} and ${within(ctx)}`);
  if (!row) throw notFound();
  const rating = ratingOf(ctx.keys, row);
  // Who looked at what was said of a person is told to the person, as with his record.
  if (rating.personId) await recordNow(ctx, { type: 'person.opened', subjectId: rating.personId, personId: rating.personId });
  const season = (rating.seasonId && (await findSeason(ctx, rating.seasonId))) || null;
  return wholeOf(ctx, row, { rating, season, whole: season === null || (await mayAt(ctx, 'read', season)), may: await abilitiesOf(ctx, rating, season) });
}

const mostOpen = 10;

/** In a season under way a person rates himself; what is proposed is told once it is decided. */
export async function readOwnOpen(ctx: Ctx): Promise<Answer<'ownOpen'>> {
  takeAnywhere(ctx, 'self.read');
  const personId = ctx.actor?.personId;
  if (!personId) return { items: [] };
  const found = await rows(ctx.db, sql<RatingRow>`select ${ratingColumns} from ${namedRatings} join rating_seasons s on s.home_id = home_of(r.season_id) and s.id = r.season_id and s.closed_on is null
    where r.home_id = ${homeOf(personId)} and r.person_id = ${personId} and r.decision is null and r.exclusion is null order by r.year desc, r.id limit ${sql.lit(mostOpen)}`);
  const items: Answer<'ownOpen'>['items'] = [];
  for (const row of found) {
    const rating = ratingOf(ctx.keys, row);
    items.push(await wholeOf(ctx, row, { rating, season: (await findSeason(ctx, rating.seasonId!)) ?? null, whole: false, may: rating.appraisal ? [] : ['rating.rateOwn'] })); // joined to its season
  }
  return { items };
}

interface Shown {
  readonly rating: Rating;
  readonly season: Season | null;
  /** Also what is proposed. */
  readonly whole: boolean;
  readonly may: string[];
}

async function wholeOf(ctx: Ctx, row: RatingRow, { rating, season, whole, may }: Shown): Promise<Answer<'rating'>> {
  const shown = shownTo(rating, whole);
  const frame = season ? season.frames[rating.kind] : await findFrame(ctx, rating.kind, { unitId: null, on: lastDayOf(rating.year) });
  const facts = (await factsOf(ctx, [rating], rating.year)).get(rating.id) ?? [];
  return {
    id: rating.id, seasonId: rating.seasonId, ...subjectOf(row, rating), group: rating.group, state: stateOfRating(shown), exclusion: rating.exclusion, frame: frame ? frameOnWire(frame) : null,
    facts: [...facts], missing: frame ? missingOf(frame, facts) : [], self: assessmentOf(shown.self), appraisal: assessmentOf(shown.appraisal), decision: decisionOf(shown.decision),
    gates: frame && season ? gatesOf(frame, shown, facts) : [], trace: await traceOf(ctx, rating), version: rating.version, may,
  };
}

/** What a gate asks for and no record tells: a person states it, with the source. */
function missingOf({ gates }: Frame, facts: readonly Fact[]): FactCode[] {
  return [...new Set(gates.map(({ fact }) => fact))].filter((code) => !facts.some((fact) => fact.code === code));
}

function gatesOf(frame: Frame, rating: Rating, facts: readonly Fact[]): Answer<'rating'>['gates'] {
  const measures = measuresOf(rating, rating.decision?.found ?? foundOf(facts));
  return frame.levels.flatMap(({ code: level }) => findingsOf(frame, { level, measures }).map(({ fact, state }) => ({ level, ...gateOf(fact, state, measures[fact]) })));
}

async function abilitiesOf(ctx: Ctx, rating: Rating, season: Season | null): Promise<string[]> {
  const isOther = rating.personId === null || rating.personId !== ctx.actor?.personId;
  const [own, records, decides] = [season !== null && (await mayRecordOf(ctx, rating)), season !== null && isOther && (await mayAt(ctx, 'record', season)), isOther && (await mayAt(ctx, 'decide', { about: rating.about, unitId: rating.decidedById }))];
  return [...(own ? ['rating.rateSelf'] : []), ...(records ? ['rating.appraise'] : []), ...(decides ? ['rating.decide'] : [])];
}

/** Corrections of the decision, the latest first. Few: cut off where they would be many. */
async function traceOf(ctx: Ctx, { id }: Rating): Promise<Answer<'rating'>['trace']> {
  const found = await rows(ctx.db, sql<Pick<Selectable<RatingActsTable>, 'id' | 'kind' | 'before' | 'after' | 'reason' | 'sealed' | 'recorded_at'> & { by: string | null }>`
    select a.id, a.kind, a.before, a.after, a.reason, a.sealed, a.recorded_at, u.display_name as by from rating_acts a left join accounts u on u.id = a.recorded_by
    where a.home_id = ${homeOf(id)} and a.rating_id = ${id} and a.kind in ('decided', 'corrected', 'takenBack', 'entered') order by a.recorded_at desc, a.id desc limit 50`);
  return found.map(({ kind, recorded_at: at, by, ...act }) => {
    const { before, after, reason } = actWordsOf(ctx.keys, act);
    return { kind, before: decisionOf(before.decision ?? null), after: decisionOf(after.decision ?? null), reason, at: at.toISOString(), by };
  });
}

export function subjectOf(row: RatingRow, { unitId, personId, about, kind, year }: Rating): Pick<Item, 'unit' | 'person' | 'about' | 'kind' | 'year'> {
  return { unit: { id: unitId, name: row.unit_name ?? '' }, person: personId && { id: personId, name: row.person_name ?? '' }, about, kind, year };
}

export async function subjectNameOf(ctx: Pick<Ctx, 'db'>, { id }: Pick<Rating, 'id'>): Promise<string> {
  const row = await firstRow(ctx.db, sql<{ name: string | null }>`select coalesce(p.full_name, v.name) as name from ${namedRatings} where r.home_id = ${homeOf(id)} and r.id = ${id}`);
  return row?.name ?? '';
}

function gateOf(fact: FactCode, state: GateState, measure: Measure | undefined): Item['gates'][number] {
  return { fact, state, count: measure?.count ?? null, of: measure?.of ?? null };
}

function assessmentOf(assessment: Assessment | null): Answer<'rating'>['self'] {
  return assessment && { ...assessment, points: [...assessment.points], stated: [...assessment.stated], found: [...assessment.found], total: totalOf(assessment) };
}

export function decisionOf(decision: Decision | null): Item['decision'] {
  return decision && { level: decision.level, points: decision.points, document: decision.document, on: decision.on as Day, reason: decision.reason, by: decision.by };
}
