/** Reads of seasons: which there are within reach, and one with its groups and what their caps leave. Nothing here writes. */
import './rating.tables.ts';
import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { ratingContract } from '../rating.contract.ts';
import { subjectKinds } from '../rating.kinds.ts';
import type { Season, SeasonGroup } from '../rating.season.ts';
import { capOf, countGroups, proposedCapOf, type GroupCounts } from './rating.caps.ts';
import { frameOnWire } from './rating.frame.reads.ts';
import { mayAt, notFound, seasonWithin } from './rating.reach.ts';
import { seasonOf } from './rating.season.store.ts';
import type { RatingSeasonsTable } from './rating.tables.ts';

type Input<K extends keyof typeof ratingContract> = z.output<(typeof ratingContract)[K]['input']>;
type Answer<K extends keyof typeof ratingContract> = z.input<(typeof ratingContract)[K]['output']>;
type SeasonRow = Selectable<RatingSeasonsTable> & { readonly unit_name: string | null };

export async function listSeasons(ctx: Ctx, { unitId, year, about, cursor, limit }: Input<'seasons'>): Promise<Answer<'seasons'>> {
  const after = readCursor(cursor, z.tuple([z.int(), z.guid()]));
  const conditions = [
    seasonWithin(ctx),
    ...(unitId ? [sql`(s.unit_id = ${unitId} or exists (select from ratings q where q.season_id = s.id and q.unit_id = ${unitId}))`] : []),
    ...(year ? [sql`s.year = ${year}`] : []),
    ...(about ? [sql`s.about = ${about}`] : []),
    ...(after ? [sql`(s.year, s.id) < (${after[0]}::smallint, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<SeasonRow>`select ${columns(ctx)} from rating_seasons s where ${sql.join(conditions, sql` and `)} order by s.year desc, s.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.year, row.id], item: itemOf });
}

export async function readSeason(ctx: Ctx, { id }: Input<'season'>): Promise<Answer<'season'>> {
  const row = await firstRow(ctx.db, sql<SeasonRow>`select ${columns(ctx)} from rating_seasons s where s.home_id = ${homeOf(id)} and s.id = ${id} and ${seasonWithin(ctx)}`);
  if (!row) throw notFound();
  const season = seasonOf(row);
  return {
    ...itemOf(row), drawnOn: season.drawnOn, version: season.version, frames: framesOf(season), groups: (await mayAt(ctx, 'read', season)) ? await groupsOf(ctx, season) : [], may: await abilitiesOf(ctx, season),
  };
}

/** The list is printed and taken along by who may export and reads all of it. */
async function abilitiesOf(ctx: Ctx, season: Season): Promise<string[]> {
  const [decides, records, exports] = [await mayAt(ctx, 'decide', season), await mayAt(ctx, 'record', season), (await mayAt(ctx, 'read', season)) && (await mayDo(ctx, 'record.export', season.unitId))];
  return [...(decides ? ['rating.decide'] : []), ...(records ? ['rating.record'] : []), ...(exports ? ['record.export'] : [])];
}

async function groupsOf(ctx: Ctx, season: Season): Promise<Answer<'season'>['groups']> {
  const counts = await countGroups(ctx, season);
  return season.groups.map((group) => groupOf(season, group, counts.get(group.code)));
}

function groupOf(season: Season, { code, name, override }: SeasonGroup, counts: GroupCounts | undefined): Answer<'season'>['groups'][number] {
  if (!counts) return { code, name, kind: null, override, cap: null, proposed: null, levels: [], subjects: 0, excluded: 0, undecided: 0 };
  const { subjects, excluded, undecided, decided, proposed, kind } = counts;
  const levels = (season.frames[kind]?.levels ?? []).map(({ code: level }) => ({ level, decided: decided[level], proposed: proposed[level] }));
  return { code, name, kind, override, cap: capOf(season, counts), proposed: proposedCapOf(season, counts), levels, subjects, excluded, undecided };
}

function framesOf({ frames }: Season): Answer<'season'>['frames'] {
  return subjectKinds.flatMap((kind) => {
    const frame = frames[kind];
    return frame ? [{ kind, frame: frameOnWire(frame) }] : [];
  });
}

function columns(ctx: Ctx) {
  return sql`s.*, ${unitNameAt('s.unit_id', sql`${ctx.today}::date`)} as unit_name`;
}

function itemOf(row: SeasonRow): Answer<'seasons'>['items'][number] {
  const { id, unitId, year, about, selfDueOn, appraisalDueOn, decisionDueOn, closedOn } = seasonOf(row);
  return { id, unit: { id: unitId as Id<'unit'>, name: row.unit_name ?? '' }, year, about, selfDueOn, appraisalDueOn, decisionDueOn, closedOn };
}
