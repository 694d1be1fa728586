/** The acts on seasons: opened with who is rated, changed, closed. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { sql } from 'kysely';
import { unitKinds } from '../../units/unit.kinds.ts';
import { homeOfUnit, unitOn } from '../../units/server/index.ts';
import type { ratingContract } from '../rating.contract.ts';
import { kindsOf, ratedUnitKinds, subjectNames, type SubjectKind } from '../rating.kinds.ts';
import type { Frame } from '../rating.frame.ts';
import type { Rating } from '../rating.ts';
import { changeSeason as changed, closeSeason as closed, lastDayOf, refusalOfClosed, refusalOfDeadlines, reopenSeason as reopened, type Season, type SeasonGroup } from '../rating.season.ts';
import { countGroups, requireCaps } from './rating.caps.ts';
import { keep as keepRating } from './rating.commands.ts';
import { drawSubjects, type Drawn } from './rating.drawing.ts';
import { findFrame } from './rating.frame.reads.ts';
import { requireAt, takeSeasonAct } from './rating.reach.ts';
import { deleteSeason, insertSeason, lockSeason, saveSeason } from './rating.season.store.ts';
import { insertRatings, lockRatings } from './rating.store.ts';

type Input<K extends keyof typeof ratingContract> = z.output<(typeof ratingContract)[K]['input']>;
type SeasonId = Id<'ratingSeason'>;
interface Done {
  readonly id: SeasonId;
  readonly version: number;
}

/** The members of a large commune; those of a province are rated by its communes. */
const mostSubjects = 6000;

export async function openSeason(ctx: Ctx, { unitId, year, about, ...deadlines }: Input<'openSeason'>): Promise<Done & { subjects: number; excluded: number }> {
  await requireAt(ctx, 'decide', { about, unitId });
  await requireSound(ctx, { unitId, year, about, deadlines });
  const lastDay = lastDayOf(year);
  const drawnOn = lastDay < ctx.today ? lastDay : ctx.today;
  const drawn = await draw(ctx, { id: null, unitId, year, about, drawnOn });
  if (drawn.length === 0) throw new Problem({ code: 'ratings.nobodyToRate', kind: 'conflict' });
  const frames = await framesOf(ctx, { unitId, year, about });
  if (drawn.some(({ kind }) => !frames[kind])) throw new Problem({ code: 'ratings.noFrame', kind: 'conflict', data: { year } });
  const id = newId<'ratingSeason'>(await homeOfUnit(ctx, unitId));
  const season: Season = { id, unitId, year, about, ...deadlines, groups: groupsOf(drawn, []), frames, drawnOn, closedOn: null, version: 1 };
  await insertSeason(ctx, season);
  await enrol(ctx, drawn, season);
  record(ctx, { type: 'rating.seasonOpened', subjectId: id, unitId, data: { year, about } });
  return { id, version: 1, subjects: drawn.length, excluded: drawn.filter(({ exclusion }) => exclusion !== null).length };
}

export async function changeSeason(ctx: Ctx, { id, version, ...change }: Input<'changeSeason'>): Promise<Done> {
  const season = await takeSeason(ctx, id);
  if (season.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const after = orThrow(changed(season, change));
  const done = await keep(ctx, 'rating.seasonChanged', after);
  await requireCaps(ctx, after);
  return done;
}

export async function redrawSeason(ctx: Ctx, { id }: Input<'redraw'>): Promise<Done & { added: number }> {
  const season = await takeSeason(ctx, id);
  const refusal = refusalOfClosed(season);
  if (refusal) throw new Problem(refusal);
  const lastDay = lastDayOf(season.year);
  const drawnOn = lastDay < ctx.today ? lastDay : ctx.today;
  const drawn = await draw(ctx, { ...season, drawnOn });
  const after = { ...season, drawnOn, groups: groupsOf(drawn, season.groups) };
  await enrol(ctx, drawn, after);
  return { ...(await keep(ctx, 'rating.seasonRedrawn', after)), added: drawn.length };
}

export async function closeSeason(ctx: Ctx, { id }: Input<'closeSeason'>): Promise<Done> {
  const season = await takeSeason(ctx, id);
  const undecided = [...(await countGroups(ctx, season)).values()].reduce((sum, group) => sum + group.undecided, 0);
  return keep(ctx, 'rating.seasonClosed', closed(season, { on: ctx.today, undecided }));
}

export async function reopenSeason(ctx: Ctx, { id }: Input<'reopenSeason'>): Promise<Done> {
  return keep(ctx, 'rating.seasonReopened', reopened(await takeSeason(ctx, id)));
}

export async function dropSeason(ctx: Ctx, { id }: Input<'dropSeason'>): Promise<Record<string, never>> {
  const season = await takeSeason(ctx, id);
  const begun = await firstRow(ctx.db, sql<{ begun: boolean }>`select exists (select from ratings r join rating_acts a on a.home_id = r.home_id and a.rating_id = r.id where r.season_id = ${id}) as begun`);
  if (begun?.begun) throw new Problem({ code: 'ratings.seasonBegun', kind: 'conflict' });
  await deleteSeason(ctx, season);
  record(ctx, { type: 'rating.seasonDropped', subjectId: id, unitId: season.unitId, data: { year: season.year, about: season.about } });
  return {};
}

/** Held alone until the end of the act. */
export async function takeSeason(ctx: Ctx, id: SeasonId): Promise<Season> {
  return takeSeasonAct(ctx, await lockSeason(ctx, id, 'alone'));
}

async function requireSound(ctx: Ctx, { unitId, year, about, deadlines }: Pick<Season, 'unitId' | 'year' | 'about'> & { readonly deadlines: Parameters<typeof refusalOfDeadlines>[0] }): Promise<void> {
  const kind = (await unitOn(ctx, unitId, ctx.today))?.kind;
  if (!kind || (kind !== 'central' && kind !== 'provincial_party' && !(kind in ratedUnitKinds))) throw new Problem({ code: 'ratings.notACommittee', kind: 'invalid' });
  if (`${year}-01-01` > ctx.today) throw new Problem({ code: 'ratings.yearAhead', kind: 'invalid', data: { year } });
  const refusal = refusalOfDeadlines(deadlines, year);
  if (refusal) throw new Problem(refusal);
  const there = await firstRow(ctx.db, sql`select from rating_seasons where home_id = ${homeOf(unitId)} and unit_id = ${unitId} and year = ${year} and about = ${about}`);
  if (there) throw new Problem({ code: 'ratings.seasonThere', kind: 'conflict' });
}

async function draw(ctx: Ctx, season: Parameters<typeof drawSubjects>[1]): Promise<Drawn[]> {
  const drawn = await drawSubjects(ctx, season, mostSubjects);
  if (drawn.length > mostSubjects) throw new Problem({ code: 'ratings.tooManyToRate', kind: 'invalid', data: { most: mostSubjects } });
  return drawn;
}

/** Whoever has moved brings the self-rating along; what was proposed where he was before stays in the trace. */
async function enrol(ctx: Ctx, drawn: readonly Drawn[], season: Season): Promise<void> {
  await insertRatings(ctx, drawn.filter(({ movedId }) => movedId === null).map((one) => ratingFrom(one, season)));
  const moved = new Map(drawn.flatMap((one) => (one.movedId ? [[one.movedId, one] as const] : [])));
  for (const before of await lockRatings(ctx, [...moved.keys()])) {
    if (before.decision) throw new Problem({ code: 'ratings.there', kind: 'conflict' }); // decided since it was drawn
    const { id: _id, self: _self, version: _version, ...place } = ratingFrom(moved.get(before.id)!, season);
    await keepRating(ctx, { kind: 'moved', before, after: { ...before, ...place }, reason: null });
  }
}

/** As they hold at the end of the year: changed later, they change nothing here. */
async function framesOf(ctx: Ctx, { unitId, year, about }: Pick<Season, 'unitId' | 'year' | 'about'>): Promise<Season['frames']> {
  const found: [SubjectKind, Frame][] = [];
  for (const kind of kindsOf[about]) {
    const frame = await findFrame(ctx, kind, { unitId, on: lastDayOf(year) });
    if (frame) found.push([kind, frame]);
  }
  return Object.fromEntries(found);
}

function groupsOf(drawn: readonly Drawn[], known: readonly SeasonGroup[]): SeasonGroup[] {
  const fresh = [...new Set(drawn.map(({ group }) => group))].filter((code) => !known.some((group) => group.code === code));
  return [...known, ...fresh.toSorted().map((code) => ({ code, name: nameOf(code), override: null }))];
}

function nameOf(code: string): string {
  return unitKinds.find((kind) => kind.code === code)?.vi ?? (code in subjectNames ? subjectNames[code as SubjectKind].vi : code);
}

function ratingFrom({ home, unitId, personId, kind, group, exclusion }: Drawn, season: Season): Rating {
  return {
    id: newId<'rating'>(home), seasonId: season.id, unitId, decidedById: season.unitId, personId, about: season.about, kind, year: season.year, group, exclusion: exclusion && { why: exclusion, reason: null, on: season.drawnOn },
    self: null, appraisal: null, decision: null, version: 1,
  };
}

async function keep(ctx: Ctx, type: string, after: Season | Refusal): Promise<Done> {
  const { id, version, unitId, year, about } = await saveSeason(ctx, orThrow(after));
  record(ctx, { type, subjectId: id, unitId, data: { year, about } });
  return { id, version };
}
