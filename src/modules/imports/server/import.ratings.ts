/**
 * Ratings of former years out of a workbook into the database and out of it again, as on screen by whoever decides there, each with its
 * trace. They come after the units and people of the same workbook. What a season decides, what was entered on screen or by another
 * source, and what was corrected since, is never written over.
 */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { boundOf, type Frame } from '../../ratings/rating.frame.ts';
import { ratedUnitKinds, type SubjectKind } from '../../ratings/rating.kinds.ts';
import { lastDayOf } from '../../ratings/rating.season.ts';
import type { Rating } from '../../ratings/rating.ts';
import { deciderOf, findFrame, hasSeasonAbove, insertAct, insertRatings, lockRatings, mayAt, saveRating } from '../../ratings/server/index.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import { keyOfRating } from '../check/ratings.check.ts';
import type { RatingRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

const table = 'ratings';
const part = 100;
type RatingId = Id<'rating'>;

export interface RatingsToWrite {
  readonly context: CheckContext;
  readonly find: ImportPlan['find'];
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  readonly onProgress?: ((rows: number) => void) | undefined;
  /** Of the whole installation: may enter for every body. */
  readonly isOperator: boolean;
}

interface Told {
  readonly id: RatingId;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly row: RatingRow;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeRatings(ctx: Ctx, writing: RatingsToWrite): Promise<Checked['tables'][number]> {
  const { context, runId, sourceId, isOperator } = writing;
  const told = rowsOf(context, 'ratings').flatMap((row) => toldOf(row, writing));
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const frames = framesBy(ctx);
  const changes: Change[] = [];
  let same = 0;
  for (const [at, one] of told.entries()) {
    const change = await writeOne(ctx, one, { context, last, frames, isOperator });
    if (change === 'same') same += 1;
    else if (change) changes.push(change);
    if ((at + 1) % part > 0) continue;
    writing.onProgress?.(at + 1);
    await setImmediate(); // others are served between two parts
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

/** Rows whose unit or person is not known have their finding already, and are left out. */
function toldOf(row: RatingRow, { find }: RatingsToWrite): Told[] {
  const unitId = find('units', row.unit) as Id<'unit'> | undefined;
  const personId = row.person === null ? null : (find('people', row.person) as Id<'person'> | undefined);
  if (!unitId || personId === undefined) return [];
  const ref = keyOfRating({ unit: unitId, person: personId, year: row.year });
  const known = find('ratings', ref) as RatingId | undefined;
  return [{ id: known ?? newId<'rating'>(homeOf(personId ?? unitId)), ref, isKnown: known !== undefined, unitId, personId, row }];
}

interface Writing {
  readonly isOperator: boolean;
  readonly context: CheckContext;
  readonly last: ReadonlyMap<string, number>;
  readonly frames: (kind: SubjectKind, year: number) => Promise<Frame | undefined>;
}

async function writeOne(ctx: Ctx, told: Told, { context, last, frames, isOperator }: Writing): Promise<Change | 'same' | undefined> {
  const say = (code: Parameters<typeof complain>[1]['code'], column: string | null) => complain(context, { sheet: 'ratings', row: told.row.row, column, code, value: told.row.unit, data: { year: told.row.year } });
  const [before] = told.isKnown ? await lockRatings(ctx, [told.id]) : [];
  const decidedById = before?.decidedById ?? (await deciderOf(ctx, { unitId: told.unitId, year: told.row.year }));
  if (!isOperator && !(await mayDecide(ctx, told, decidedById))) return void say('rating.may_not_record', 'unit');
  if (!before && (await isTaken(ctx, told))) return void say('rating.there', 'year');
  if (told.row.decided_on > ctx.today) return void say('rating.in_future', 'decided_on');
  if (lastDayOf(told.row.year) >= ctx.today) return void say('rating.year_not_over', 'year');
  if (!before && (await hasSeasonAbove(ctx, { unitId: told.unitId, year: told.row.year, about: aboutOf(told) }))) return void say('rating.season_there', 'year');
  const kind = told.personId === null ? await kindOf(ctx, told) : 'member';
  if (!kind) return void say('rating.not_rated', 'unit');
  const frame = await frames(kind, told.row.year);
  if (!frame || !boundOf(frame, told.row.level)) return void say('rating.level_unknown', 'level');
  if (told.personId !== null && !(await isPlaced(ctx, told))) return void say('rating.not_placed', 'unit');
  const after = ratingFrom(told, { kind, before, decidedById });
  if (before && canonicalJson(before) === canonicalJson(after)) return 'same';
  if (before && (last.get(told.id) ?? 0) < before.version) return void say('rating.corrected_since', null);
  return { before: before ?? null, after: await keep(ctx, { before: before ?? null, after }) };
}

/** With its trace, as an act on screen leaves it. */
async function keep(ctx: Ctx, { before, after }: { readonly before: Rating | null; readonly after: Rating }): Promise<Rating> {
  if (!before) await insertRatings(ctx, [after]);
  const saved = before ? await saveRating(ctx, after) : after;
  await insertAct(ctx, { kind: before ? 'corrected' : 'entered', before, after: saved, reason: null });
  return saved;
}

/** As on screen: nobody decides on himself. */
async function mayDecide(ctx: Ctx, told: Told, decidedById: Id<'unit'>): Promise<boolean> {
  return (told.personId === null || told.personId !== ctx.actor?.personId) && mayAt(ctx, 'decide', { about: aboutOf(told), unitId: decidedById });
}

function aboutOf({ personId }: Pick<Told, 'personId'>): Rating['about'] {
  return personId === null ? 'units' : 'members';
}

/** Who decided is not told by the sheet; of a known one that stays which was told on screen. */
function ratingFrom({ id, unitId, personId, row }: Told, { kind, before, decidedById }: { readonly kind: SubjectKind; readonly before: Rating | undefined; readonly decidedById: Id<'unit'> }): Rating {
  const { level, points, document, decided_on: on, year } = row;
  const decision = { level, points, document, on, reason: before?.decision?.reason ?? null, found: before?.decision?.found ?? [], by: before?.decision?.by ?? null };
  return { id, seasonId: null, unitId, decidedById, personId, about: aboutOf({ personId }), kind, year, group: null, exclusion: null, self: null, appraisal: null, decision, version: before?.version ?? 1 };
}

async function isTaken(ctx: Ctx, { unitId, personId, row: { year } }: Told): Promise<boolean> {
  const whom = personId === null ? sql`home_id = ${homeOf(unitId)} and unit_id = ${unitId} and person_id is null` : sql`home_id = ${homeOf(personId)} and person_id = ${personId} and about = 'members'`;
  return (await firstRow(ctx.db, sql`select from ratings where year = ${year} and ${whom}`)) !== undefined;
}

/** What the unit was at the end of the year, or when it was last known. */
async function kindOf(ctx: Ctx, { unitId, row: { year } }: Told): Promise<SubjectKind | undefined> {
  const row = await firstRow(ctx.db, sql<{ kind: string }>`select kind from unit_versions where unit_id = ${unitId} order by valid @> ${lastDayOf(year)}::date desc, lower(valid) desc limit 1`);
  return row && ratedUnitKinds[row.kind];
}

async function isPlaced(ctx: Ctx, { unitId, personId, row: { year } }: Told): Promise<boolean> {
  const found = await firstRow(ctx.db, sql`select from placements where home_id = ${homeOf(personId!)} and person_id = ${personId} and cell_id = ${unitId} and valid && daterange(make_date(${year}, 1, 1), make_date(${year}, 12, 31), '[]')`);
  return found !== undefined;
}

/** One look for each kind and year. */
function framesBy(ctx: Ctx): Writing['frames'] {
  const found = new Map<string, Promise<Frame | undefined>>();
  return (kind, year) => {
    const key = `${kind} ${year}`;
    if (!found.has(key)) found.set(key, findFrame(ctx, kind, { unitId: null, on: lastDayOf(year) }));
    return found.get(key)!;
  };
}

/** How many ratings of the run are no longer what it left. */
export async function ratingsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join ratings r on r.home_id = home_of((c.after ->> 'id')::uuid) and r.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and r.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before the units and people of the run: ratings stand on them. One that was corrected since keeps its trace, and stays. */
export async function takeRatingsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ id: RatingId; before: Rating | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    const [now] = await lockRatings(ctx, [id]);
    const { version } = await keep(ctx, { before: now!, after: { ...before, version: now!.version } });
    restored.push({ id, version, was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  const added = changes.filter(({ before }) => before === null).map(({ id }) => id);
  const homes = [...new Set(added.map(homeOf))];
  const traced = await firstRow(ctx.db, sql`select from rating_acts where home_id = any(${homes}::smallint[]) and rating_id = any(${added}::uuid[]) and kind <> 'entered' limit 1`);
  if (traced) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
  await sql`delete from rating_acts where home_id = any(${homes}::smallint[]) and rating_id = any(${added}::uuid[])`.execute(ctx.db);
  await sql`delete from ratings where home_id = any(${homes}::smallint[]) and id = any(${added}::uuid[])`.execute(ctx.db);
}
