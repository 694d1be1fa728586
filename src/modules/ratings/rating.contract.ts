/** The ratings' part of the API: seasons, their lines, one rating with where each point comes from, the history of a unit or a person. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { integer, pageSize, several } from '../../platform/http/query.schema.ts';
import { tableFiles, tableWish } from '../../platform/table.formats.ts';
import { exclusions, levels } from './rating.kinds.ts';
import { mostGroups } from './rating.season.ts';
import { about, assessed, code, group, level, pastRating, personId, ratingId, ratingItem, seasonFields, seasonId, seasonItem, state, text, unitId, wholeRating, wholeSeason, year } from './rating.shapes.ts';

const common = ['platform.notFound', 'platform.forbidden'] as const;
const others = [...common, 'ratings.ownRating'] as const;
const assessing = [...common, 'platform.stale', 'ratings.isExcluded', 'ratings.isDecided', 'ratings.seasonClosed', 'ratings.levelUnknown', 'ratings.criterionMissing', 'ratings.criterionUnknown', 'ratings.pointsTooMany', 'ratings.proofMissing', 'ratings.factImpossible'] as const;
const levelProblems = ['ratings.levelUnknown', 'ratings.pointsMissing', 'ratings.pointsTooFew', 'ratings.gateFailed', 'ratings.gateUnknown', 'ratings.reasonMissing', 'ratings.overCap', 'ratings.decidedInFuture', 'ratings.decidedBeforeYear'] as const;
const filters = { seasonId, group: code.optional(), state: several(state).optional(), level: several(level).optional(), search: z.string().trim().max(100).optional() };
const cursor = z.string().max(500).optional();
const version = z.int();
const done = z.object({ id: ratingId, version });
const seasonDone = z.object({ id: seasonId, version });
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const ratingContract = {
  seasons: query({
    name: 'ratings.seasons',
    path: '/api/rating-seasons',
    verb: 'rating.read',
    /** Those of committees within reach, and those in which something within reach is rated; the latest year first. */
    input: z.strictObject({ unitId: unitId.optional(), year: integer({ least: 1990, most: 2100 }).optional(), about: about.optional(), cursor, limit: pageSize }),
    output: page(seasonItem),
    summary: { vi: 'Các đợt đánh giá, xếp loại', en: 'Rating seasons' },
  }),
  season: query({
    name: 'ratings.season',
    path: '/api/rating-seasons/:id',
    verb: 'rating.read',
    input: z.strictObject({ id: seasonId }),
    output: wholeSeason,
    problems: ['platform.notFound'],
    summary: { vi: 'Một đợt xếp loại: thời hạn, nhóm, số lượng còn được xếp Hoàn thành xuất sắc nhiệm vụ', en: 'One season: deadlines, groups, what the cap leaves' },
  }),
  list: query({
    name: 'ratings.list',
    path: '/api/rating-seasons/:seasonId/ratings',
    verb: 'rating.read',
    input: z.strictObject({ ...filters, cursor, limit: pageSize }),
    output: page(ratingItem),
    problems: ['platform.notFound'],
    summary: { vi: 'Những đơn vị, cá nhân được xếp loại trong đợt', en: 'Who is rated in a season' },
  }),
  export: query({
    name: 'ratings.export',
    path: '/api/rating-seasons/:seasonId/export',
    verb: 'record.export',
    /** To whoever reads the whole season and may export at the committee that decides. */
    input: z.strictObject({ ...filters, ...tableWish }),
    output: z.unknown(),
    files: tableFiles,
    problems: common,
    summary: { vi: 'Xuất danh sách xếp loại của đợt ra CSV hoặc Excel', en: 'Export the ratings of a season to CSV or Excel' },
  }),
  rating: query({
    name: 'ratings.rating',
    path: '/api/ratings/:id',
    verb: 'rating.read',
    input: z.strictObject({ id: ratingId }),
    output: wholeRating,
    problems: ['platform.notFound'],
    summary: { vi: 'Một kết quả xếp loại: từng điểm từ đâu, điều kiện, lịch sử sửa', en: 'One rating: where each point comes from, gates, what was corrected' },
  }),
  ofUnit: query({
    name: 'ratings.ofUnit',
    path: '/api/ratings/of-unit',
    verb: 'rating.read',
    input: z.strictObject({ unitId, cursor, limit: pageSize }),
    output: page(pastRating).extend({ may: z.array(z.string()) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Kết quả xếp loại của một đơn vị qua các năm', en: 'The ratings of a unit over the years' },
  }),
  ofPerson: query({
    name: 'ratings.ofPerson',
    path: '/api/ratings/of-person',
    verb: 'personalRating.read',
    input: z.strictObject({ personId, cursor, limit: pageSize }),
    output: page(pastRating),
    problems: ['platform.notFound'],
    summary: { vi: 'Kết quả xếp loại của một người qua các năm', en: 'The ratings of a person over the years' },
  }),
  own: query({
    name: 'ratings.own',
    path: '/api/ratings/own',
    verb: 'self.read',
    input: z.strictObject({ cursor, limit: pageSize }),
    output: page(pastRating),
    summary: { vi: 'Kết quả xếp loại của tôi', en: 'My own ratings' },
  }),
  ownOpen: query({
    name: 'ratings.ownOpen',
    path: '/api/ratings/own-open',
    verb: 'self.read',
    /** Of seasons under way, not decided yet. */
    input: z.strictObject({}),
    output: z.object({ items: z.array(wholeRating) }),
    summary: { vi: 'Xếp loại của tôi trong các đợt đang thực hiện', en: 'My own ratings in seasons under way' },
  }),
  openSeason: act({
    name: 'ratings.openSeason',
    path: '/api/rating-seasons/open',
    verb: 'rating.decide',
    /** Draws who is rated: what lies directly below, or the people there. */
    input: z.strictObject({ unitId, year, about, ...seasonFields }),
    output: z.object({ id: seasonId, version, subjects: z.int(), excluded: z.int() }),
    problems: [...common, 'ratings.dueBeforeYear', 'ratings.dueOutOfOrder', 'ratings.seasonThere', 'ratings.nobodyToRate', 'ratings.tooManyToRate', 'ratings.yearAhead', 'ratings.notACommittee', 'ratings.noFrame', 'ratings.there'],
    summary: { vi: 'Mở đợt đánh giá, xếp loại của một năm', en: 'Open the rating season of a year' },
  }),
  changeSeason: act({
    name: 'ratings.changeSeason',
    path: '/api/rating-seasons/:id/change',
    verb: 'rating.decide',
    input: z.strictObject({ id: seasonId, version, ...seasonFields, groups: z.array(group).min(1).max(mostGroups) }),
    output: seasonDone,
    problems: [...common, 'platform.stale', 'ratings.dueBeforeYear', 'ratings.dueOutOfOrder', 'ratings.groupTwice', 'ratings.groupGone', 'ratings.seasonClosed', 'ratings.overCap'],
    summary: { vi: 'Sửa thời hạn, nhóm và tỷ lệ của đợt', en: 'Change deadlines, groups and their rates' },
  }),
  redraw: act({
    name: 'ratings.redraw',
    path: '/api/rating-seasons/:id/redraw',
    verb: 'rating.decide',
    /** Adds whoever came since, from another season too where nothing was decided there; takes nobody out. */
    input: z.strictObject({ id: seasonId }),
    output: z.object({ id: seasonId, version, added: z.int() }),
    problems: [...common, 'ratings.seasonClosed', 'ratings.tooManyToRate', 'ratings.there'],
    summary: { vi: 'Bổ sung đơn vị, cá nhân mới vào đợt', en: 'Add whoever came since the season was opened' },
  }),
  closeSeason: act({
    name: 'ratings.closeSeason',
    path: '/api/rating-seasons/:id/close',
    verb: 'rating.decide',
    input: z.strictObject({ id: seasonId }),
    output: seasonDone,
    problems: [...common, 'ratings.seasonClosed', 'ratings.undecidedLeft'],
    summary: { vi: 'Kết thúc đợt', en: 'Close a season' },
  }),
  reopenSeason: act({
    name: 'ratings.reopenSeason',
    path: '/api/rating-seasons/:id/reopen',
    verb: 'rating.decide',
    input: z.strictObject({ id: seasonId }),
    output: seasonDone,
    problems: [...common, 'ratings.seasonOpen'],
    summary: { vi: 'Mở lại đợt đã kết thúc', en: 'Open a closed season again' },
  }),
  dropSeason: act({
    name: 'ratings.dropSeason',
    path: '/api/rating-seasons/:id/drop',
    verb: 'rating.decide',
    /** One opened by mistake, before anything was entered. */
    input: z.strictObject({ id: seasonId }),
    output: z.object({}),
    problems: [...common, 'ratings.seasonBegun'],
    summary: { vi: 'Hủy đợt mở nhầm', en: 'Drop a season opened by mistake' },
  }),
  rateSelf: act({
    name: 'ratings.rateSelf',
    path: '/api/ratings/:id/self',
    verb: 'rating.record',
    input: z.strictObject({ id: ratingId, version, ...assessed }),
    output: done,
    problems: [...assessing, 'ratings.appraisedAlready', 'ratings.ratesHimself'],
    summary: { vi: 'Ghi tự xếp loại', en: 'Enter the self-rating' },
  }),
  rateOwn: act({
    name: 'ratings.rateOwn',
    path: '/api/ratings/:id/own',
    verb: 'self.review',
    input: z.strictObject({ id: ratingId, version, ...assessed }),
    output: done,
    problems: [...assessing, 'ratings.appraisedAlready'],
    summary: { vi: 'Tự xếp loại', en: 'Rate oneself' },
  }),
  appraise: act({
    name: 'ratings.appraise',
    path: '/api/ratings/:id/appraise',
    verb: 'rating.record',
    input: z.strictObject({ id: ratingId, version, ...assessed }),
    output: done,
    problems: [...assessing, 'ratings.ownRating'],
    summary: { vi: 'Ghi kết quả thẩm định và mức đề xuất', en: 'Enter the appraisal and the level proposed' },
  }),
  decide: act({
    name: 'ratings.decide',
    path: '/api/rating-seasons/:seasonId/decide',
    verb: 'rating.decide',
    /** All or none. `points`: those of the appraisal, or else of the self-rating, where none are given. */
    input: z.strictObject({
      seasonId, document: text(300), on: daySchema, items: z.array(z.strictObject({ id: ratingId, version, level, points: z.number().min(0).max(100).nullable().default(null), reason: text(1000).nullable().default(null) })).min(1).max(500),
    }),
    output: z.object({ decided: z.int() }),
    problems: [...others, 'platform.stale', 'ratings.isExcluded', 'ratings.isDecided', 'ratings.seasonClosed', 'ratings.notOfSeason', 'ratings.pointsDiffer', ...levelProblems],
    summary: { vi: 'Ghi quyết định xếp loại của cấp có thẩm quyền', en: 'Enter what the competent body decided' },
  }),
  correct: act({
    name: 'ratings.correct',
    path: '/api/ratings/:id/correct',
    verb: 'rating.decide',
    /** What stood before stays in the log of the rating, with who changed it and why. */
    input: z.strictObject({ id: ratingId, version, level, points: z.number().min(0).max(100).nullable().default(null), document: text(300), on: daySchema, why: text(1000), reason: text(1000).nullable().default(null) }),
    output: done,
    problems: [...others, 'platform.stale', 'ratings.notDecided', ...levelProblems],
    summary: { vi: 'Sửa quyết định đã ghi, có lý do', en: 'Correct a decision, with the reason' },
  }),
  takeBack: act({
    name: 'ratings.takeBack',
    path: '/api/ratings/:id/take-back',
    verb: 'rating.decide',
    input: z.strictObject({ id: ratingId, version, why: text(1000) }),
    output: done,
    problems: [...others, 'platform.stale', 'ratings.notDecided', 'ratings.isHistory', 'ratings.seasonClosed', 'ratings.overCap'],
    summary: { vi: 'Rút quyết định đã ghi, có lý do', en: 'Take a decision back, with the reason' },
  }),
  exclude: act({
    name: 'ratings.exclude',
    path: '/api/ratings/:id/exclude',
    verb: 'rating.record',
    input: z.strictObject({ id: ratingId, version, why: z.enum(exclusions), reason: text(500).nullable().default(null) }),
    output: done,
    problems: [...others, 'platform.stale', 'ratings.isExcluded', 'ratings.isDecided', 'ratings.seasonClosed', 'ratings.exclusionReasonMissing'],
    summary: { vi: 'Ghi trường hợp không xếp loại', en: 'Say that somebody is not rated' },
  }),
  include: act({
    name: 'ratings.include',
    path: '/api/ratings/:id/include',
    verb: 'rating.record',
    input: z.strictObject({ id: ratingId, version }),
    output: done,
    problems: [...others, 'platform.stale', 'ratings.notExcluded', 'ratings.seasonClosed'],
    summary: { vi: 'Đưa lại vào diện xếp loại', en: 'Rate somebody after all' },
  }),
  regroup: act({
    name: 'ratings.regroup',
    path: '/api/rating-seasons/:seasonId/regroup',
    verb: 'rating.decide',
    input: z.strictObject({ seasonId, group: code, ids: z.array(ratingId).min(1).max(500) }),
    output: z.object({ moved: z.int() }),
    problems: [...others, 'ratings.groupUnknown', 'ratings.isDecided', 'ratings.isExcluded', 'ratings.seasonClosed', 'ratings.notOfSeason'],
    summary: { vi: 'Chuyển nhóm', en: 'Put into another group' },
  }),
  enterEarlier: act({
    name: 'ratings.enterEarlier',
    path: '/api/ratings/enter-earlier',
    verb: 'rating.decide',
    /** From the paper by which it was decided, of a former year that had no season here; by the body that decided. */
    input: z.strictObject({ unitId, personId: personId.nullable().default(null), year, level: z.enum(levels), points: z.number().min(0).max(100).nullable().default(null), document: text(300), on: daySchema }),
    output: done,
    problems: [...others, 'ratings.there', 'ratings.levelUnknown', 'ratings.decidedInFuture', 'ratings.decidedBeforeYear', 'ratings.yearNotOver', 'ratings.seasonOfYear', 'ratings.notPlacedThere'],
    summary: { vi: 'Ghi kết quả xếp loại năm trước theo văn bản', en: 'Enter a former year’s rating from its paper' },
  }),
};
