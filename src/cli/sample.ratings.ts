/**
 * The seasons under way on the day of loading. A province of many communes: most have rated themselves, many are appraised. The commune
 * of the sample's accounts: its cells, and its members, of whom the cell in which one can sign in has told first. Nothing is decided. And
 * what two members of that cell were rated the year before. Nothing is drawn by chance.
 */
import type { z } from 'zod';
import type { SamplePlaces } from '../modules/cases/server/index.ts';
import { ratingContract } from '../modules/ratings/rating.contract.ts';
import type { Level } from '../modules/ratings/rating.kinds.ts';
import { addDays, day } from '../platform/day.ts';
import type { Ctx } from '../platform/context.ts';
import { perform } from './perform.ts';
import { asRoleAt } from './sample.roles.ts';

/** Those of which nothing has come yet, and those that are not appraised. */
const [silentEvery, unappraisedEvery] = [11, 4];
/** Of the members in the other cells. */
const heardOfEvery = 12;
/** By who is rated: an organisation or a person. */
const papers = {
  unit: { self: 'Báo cáo tự kiểm điểm của cấp ủy', appraisal: 'Báo cáo thẩm định của các cơ quan tham mưu' },
  person: { self: 'Bản tự kiểm điểm cá nhân', appraisal: 'Biên bản họp chi bộ' },
};

export async function rate(ctx: Ctx, places: SamplePlaces): Promise<void> {
  const year = Number(ctx.today.slice(0, 4)) - (Number(ctx.today.slice(5, 7)) >= 7 ? 0 : 1);
  const due = { selfDueOn: addDays(ctx.today, -7), appraisalDueOn: addDays(ctx.today, 5), decisionDueOn: addDays(ctx.today, 14) };
  await begin(ctx, { unitId: places.wideId, year, about: 'units', ...due });
  const office = asRoleAt(ctx, 'office_officer', places.communeId);
  await enterYearBefore(office, places, year - 1);
  const later = { selfDueOn: addDays(ctx.today, 6), appraisalDueOn: addDays(ctx.today, 15), decisionDueOn: addDays(ctx.today, 24) };
  await begin(office, { unitId: places.communeId, year, about: 'units', ...later });
  await begin(office, { unitId: places.communeId, year, about: 'members', ...later }, (row, at) => row.person?.id !== places.memberId && (row.unit.id === places.cellId || at % heardOfEvery === 0));
}

/** Who can sign in rates himself, and nobody does it for him. */
async function begin(ctx: Ctx, opened: z.input<(typeof ratingContract)['openSeason']['input']>, isHeardOf: (row: Listed, at: number) => boolean = () => true): Promise<void> {
  const { id: seasonId } = await perform(ctx, ratingContract.openSeason, opened);
  const { items } = await perform(ctx, ratingContract.list, { seasonId, limit: 500 });
  for (const [at, row] of items.filter(isHeardOf).entries()) if (row.exclusion === null && at % silentEvery !== 5) await assess(ctx, { id: row.id, version: row.version, at });
}

async function enterYearBefore(ctx: Ctx, { cellId, memberId, leavingId }: SamplePlaces, year: number): Promise<void> {
  for (const [at, personId] of [memberId, leavingId].entries()) {
    await perform(ctx, ratingContract.enterEarlier, { unitId: cellId, personId, year, level: at === 0 ? 'good' : 'fulfilled', points: at === 0 ? 84 : 66, document: `${31 + at}-QĐ/ĐU`, on: day(`${year}-12-28`) });
  }
}

type Rated = z.output<(typeof ratingContract)['rating']['output']>;
type Listed = z.output<(typeof ratingContract)['list']['output']>['items'][number];

async function assess(ctx: Ctx, { id, version, at }: Pick<Rated, 'id' | 'version'> & { readonly at: number }): Promise<void> {
  const rating = await perform(ctx, ratingContract.rating, { id });
  const paper = papers[rating.person ? 'person' : 'unit'];
  const own = { ...assessmentOf(rating, { at, source: paper.self }), level: at % 3 === 0 ? 'excellent' as const : 'good' as const };
  const done = await perform(ctx, ratingContract.rateSelf, { id, version, ...own });
  if (at % unappraisedEvery === 3) return;
  await perform(ctx, ratingContract.appraise, { id, version: done.version, ...assessmentOf(rating, { at, source: paper.appraisal }) });
}

/** Criteria of which the records or the person who appraises tell a number. */
const factOf = { tasks: 'tasksOnTime', remedies: 'shortcomingsRemedied' } as const;

/** Every ninth puts forward what a gate bars: one of its shortcomings stands. */
function assessmentOf({ frame, missing }: Rated, { at, source }: { readonly at: number; readonly source: string }) {
  const share = [0.95, 0.82, 0.88, 0.79, 0.91][at % 5]!;
  const points = (frame?.criteria ?? []).map(({ code, most }) => ({ criterion: code, points: Math.round(most * share * 2) / 2, ...(code in factOf ? { fact: factOf[code as keyof typeof factOf] } : { proof: source }) }));
  const has = {
    tasksOnTime: [42, 42], tasksDone: [42, 42], tasksLate: [0, 42], beyond: [share > 0.9 ? 15 : 9, 42], shortcomingsRemedied: [at % 9 === 0 ? 4 : 5, 5], disciplinedBelow: [0, null], ownDiscipline: [0, null], ownUnit: [1, null], disqualified: [0, null],
  } as const;
  const stated = (Object.keys(has) as (keyof typeof has)[]).filter((code) => missing.includes(code)).map((code) => ({ code, count: has[code][0], of: has[code][1], source }));
  const level: Level = share > 0.9 ? 'excellent' : 'good';
  return { level, points, stated, note: null };
}
