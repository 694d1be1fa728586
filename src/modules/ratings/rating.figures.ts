/**
 * Figures about ratings. A rating stands from the day of its decision on; on a day the latest one counts, of the year itself or the
 * year before: older ones say nothing of it. Two bases stand beside each other: all organisations or members, and those that were
 * rated. What a season decided, how much of the cap it used and whether it was in time, counts on its last day of deciding.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Column, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import { byGivenName, personColumn } from '../people/person.figures.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';
import { unitKinds } from '../units/unit.kinds.ts';
import { aboutNames, abouts, levelNames, levels, ratedUnitKinds } from './rating.kinds.ts';

const whyLive = 'decided once a year, entered and corrected long after the day from which on it counts';

const numberColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'number', of });
const yearColumn = numberColumn('year', sql`x.year`, { vi: 'Năm xếp loại', en: 'Year rated' });
const decidedColumn: Column = { id: 'decidedOn', title: { vi: 'Ngày quyết định', en: 'Decided on' }, kind: 'day', of: sql`x.decided_on` };
const documentColumn: Column = { id: 'document', title: { vi: 'Văn bản', en: 'Document' }, kind: 'text', of: sql`x.document` };

/** The one that stands on the day of the point. */
function standing(where: Sql): Sql {
  return sql`left join lateral (select r.unit_id, r.decided_by_id, r.level, r.year, r.decided_on, r.decision ->> 'document' as document from ratings r
    where ${where} and r.decided_on <= s.day and r.year >= extract(year from s.day)::int - 1 order by r.year desc, r.decided_on desc limit 1) r on true`;
}

const ratedKinds = Object.keys(ratedUnitKinds);

const unitSubject: Subject = {
  id: 'ratedUnit',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, s.unit_id::text as id, v.kind as unit_kind, r.level, r.year, r.decided_on, r.document
    from scope s join unit_versions v on v.unit_id = s.unit_id and ${heldOn('v.valid', 's.day')} and v.kind in (${sql.join(ratedKinds.map((kind) => sql.lit(kind)))})
    ${standing(sql`r.unit_id = s.unit_id and r.person_id is null`)}`,
  verb: 'rating.read',
  sort: { of: sql`unit.name`, with: ['unit'] },
  columns: [unitColumn, communeColumn('party'), yearColumn, decidedColumn, documentColumn],
};

const memberSubject: Subject = {
  id: 'ratedMember',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, p.person_id::text as id, p.home_id, p.person_id, r.level, r.year, r.decided_on, r.document,
      coalesce(r.unit_id, s.unit_id) as rated_at, coalesce(r.decided_by_id, above.parent_id) as decided_by
    from scope s left join unit_parents above on above.unit_id = s.unit_id and above.hierarchy = 'party' and ${heldOn('above.valid', 's.day')}
    join placements p on p.cell_id = s.unit_id and p.kind = 'official' and ${heldOn('p.valid', 's.day')}
    ${standing(sql`r.home_id = p.home_id and r.person_id = p.person_id and r.about = 'members'`)}`,
  verb: 'personalRating.read',
  confidential: { heldBy: ['rated_at', 'decided_by'] },
  sort: byGivenName,
  columns: [personColumn, unitColumn, yearColumn, decidedColumn, documentColumn],
};

/** Each group of a season, with how many may be rated at the highest level and how many are. */
const groupSubject: Subject = {
  id: 'ratingGroup',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  rows: sql`
    select s.point, n.decision_due_on as day, s.child_id, s.unit_id, n.id::text || ' ' || (g.value ->> 'code') as id, n.home_id, n.about, n.year, g.value ->> 'name' as group_name, c.used,
      case f.cap ->> 'rounding' when 'up' then ceil(c.exact) when 'nearest' then round(c.exact) else floor(c.exact) end::int as most
    ${fromSeasons()} cross join lateral jsonb_array_elements(n.groups) g
    cross join lateral (select r.kind from ratings r where r.season_id = n.id and r.group_code = g.value ->> 'code' group by r.kind order by count(*) desc, r.kind limit 1) k
    cross join lateral (select n.frames -> k.kind -> 'cap' as cap) f
    cross join lateral (
      select count(*) filter (where r.level in ('exemplary', 'excellent'))::int as used, coalesce((g.value -> 'override' ->> 'rate')::numeric, (f.cap ->> 'rate')::numeric) * count(*) filter (where case f.cap ->> 'base'
        when 'good' then r.level = 'good' when 'goodAndAbove' then r.level in ('exemplary', 'excellent', 'good') else r.level is not null end) as exact
      from ratings r where r.season_id = n.id and r.group_code = g.value ->> 'code') c
    where jsonb_typeof(f.cap) = 'object'`,
  verb: 'personalRating.read', // some of them are about people
  sort: { of: sql`unit.name`, with: ['unit'] },
  columns: [
    unitColumn, { id: 'group', title: { vi: 'Nhóm', en: 'Group' }, kind: 'text', of: sql`x.group_name` }, yearColumn, numberColumn('most', sql`x.most`, { vi: 'Được xếp mức cao nhất', en: 'May be at the highest level' }),
    numberColumn('used', sql`x.used`, { vi: 'Đã xếp', en: 'Are' }),
  ],
};

const seasonSubject: Subject = {
  id: 'ratingSeason',
  hierarchy: 'party',
  keepsNoRollup: whyLive,
  rows: sql`
    select s.point, n.decision_due_on as day, s.child_id, s.unit_id, n.id::text as id, n.home_id, n.about, n.year, c.subjects, c.decided, c.late
    ${fromSeasons()} cross join lateral (
      select count(*)::int as subjects, count(r.decided_on)::int as decided, count(*) filter (where r.decided_on is null or r.decided_on > n.decision_due_on)::int as late
      from ratings r where r.season_id = n.id and r.exclusion is null) c`,
  verb: 'personalRating.read', // some of them are about people
  sort: { of: sql`unit.name`, with: ['unit'] },
  columns: [
    unitColumn, yearColumn, { id: 'dueOn', title: { vi: 'Hạn quyết định', en: 'Decisions due' }, kind: 'day', of: sql`x.day` }, numberColumn('subjects', sql`x.subjects`, { vi: 'Thuộc diện xếp loại', en: 'To be rated' }),
    numberColumn('decided', sql`x.decided`, { vi: 'Đã quyết định', en: 'Decided' }), numberColumn('late', sql`x.late`, { vi: 'Chậm hoặc chưa quyết định', en: 'Late or undecided' }),
  ],
};

/** Rows `s` of the scope beside the seasons `n` whose last day of deciding lies in the period. */
function fromSeasons(): Sql {
  return sql`from scope s join rating_seasons n on n.unit_id = s.unit_id and n.decision_due_on between s.from_day and s.day and ${heldOn('s.valid', 'n.decision_due_on')}`;
}

const levelDimension: Partition = {
  kind: 'partition',
  id: 'level',
  title: { vi: 'Mức xếp loại', en: 'Level' },
  buckets: [...levels.map((code) => ({ code, label: levelNames[code] })), { code: 'none', label: { vi: 'Chưa xếp loại', en: 'Not rated' } }],
  of: sql`coalesce(x.level, 'none')`,
};

const typeDimension: Partition = {
  kind: 'partition',
  id: 'type',
  title: { vi: 'Loại tổ chức đảng', en: 'Kind of organisation' },
  buckets: unitKinds.filter(({ code }) => ratedKinds.includes(code)).map(({ code, vi, en }) => ({ code, label: { vi, en } })),
  of: sql`x.unit_kind`,
};

const aboutDimension: Partition = { kind: 'partition', id: 'about', title: { vi: 'Đối tượng', en: 'Who is rated' }, buckets: abouts.map((code) => ({ code, label: aboutNames[code] })), of: sql`x.about` };

const isRated = sql`x.level is not null`;
const isHighest = sql`x.level in ('exemplary', 'excellent')`;

export const ratingFigures: readonly Figure[] = [
  {
    id: 'ratings.unitsRated',
    kind: 'state',
    subject: unitSubject,
    title: { vi: 'Tổ chức đảng đã được xếp loại', en: 'Organisations rated' },
    explanation: {
      vi: 'Trong số đảng bộ, chi bộ đang hoạt động vào ngày tính, bao nhiêu nơi đã có quyết định xếp loại của năm đó hoặc năm liền trước, ban hành đến ngày tính. Chia theo mức xếp loại.',
      en: 'Of the Party organisations and cells that exist on the day, those with a decision of the year or the year before, made by that day. Divided by level.',
    },
    words: { vi: 'đảng bộ, chi bộ đang hoạt động', en: 'Party organisations and cells' },
    base: {}, aimsAtAll: true, count: { where: isRated },
    dimensions: [levelDimension, typeDimension],
  },
  {
    id: 'ratings.unitsHighest',
    kind: 'state',
    subject: unitSubject,
    title: { vi: 'Tổ chức đảng xếp loại ở mức cao nhất', en: 'Organisations rated at the highest level' },
    explanation: {
      vi: 'Trong số đảng bộ, chi bộ đã được xếp loại cho năm của ngày tính hoặc năm liền trước, bao nhiêu nơi hoàn thành xuất sắc nhiệm vụ (trước năm 2018: trong sạch, vững mạnh).',
      en: 'Of those rated for the year or the year before, the ones that were rated excellent (before 2018: clean and strong).',
    },
    words: { vi: 'đảng bộ, chi bộ đã được xếp loại', en: 'Party organisations and cells that were rated' },
    base: { where: isRated }, count: { where: isHighest },
    dimensions: [levelDimension, typeDimension],
  },
  {
    id: 'ratings.membersRated',
    kind: 'state',
    subject: memberSubject,
    title: { vi: 'Đảng viên đã được xếp loại', en: 'Members rated' },
    explanation: {
      vi: 'Trong số đảng viên sinh hoạt chính thức vào ngày tính, kể cả người được miễn và người không thuộc diện xếp loại, bao nhiêu người đã có quyết định xếp loại của năm đó hoặc năm liền trước. Chia theo mức xếp loại.',
      en: 'Of all members placed in the cells on the day, those exempt or not to be rated included, the ones with a decision of the year or the year before. Divided by level.',
    },
    words: { vi: 'đảng viên', en: 'Party members' },
    base: {}, count: { where: isRated },
    dimensions: [levelDimension],
  },
  {
    id: 'ratings.membersHighest',
    kind: 'state',
    subject: memberSubject,
    title: { vi: 'Đảng viên xếp loại hoàn thành xuất sắc', en: 'Members rated excellent' },
    explanation: {
      vi: 'Trong số đảng viên đã được xếp loại cho năm của ngày tính hoặc năm liền trước, bao nhiêu người hoàn thành xuất sắc nhiệm vụ.',
      en: 'Of the members rated for the year or the year before, those rated excellent.',
    },
    words: { vi: 'đảng viên đã được xếp loại', en: 'members who were rated' },
    base: { where: isRated }, count: { where: isHighest },
    dimensions: [levelDimension],
  },
  {
    id: 'ratings.capUse',
    kind: 'flow',
    subject: groupSubject,
    title: { vi: 'Số lượng Hoàn thành xuất sắc nhiệm vụ đã quyết định, so với số lượng được xếp', en: 'Use of the cap on “excellent”' },
    explanation: {
      vi: 'Trong số lượng được xếp loại Hoàn thành xuất sắc nhiệm vụ của các nhóm, theo tỷ lệ của khung và quyết định riêng, đã quyết định bao nhiêu. Tính theo hạn quyết định của đợt nằm trong kỳ; theo những gì đã quyết định đến nay.',
      en: 'Of the places at the highest level that the groups have, by the rate of the frame or a decision of their own, those taken. Seasons count whose last day of deciding lies in the period, as they are decided by now.',
    },
    words: { vi: 'số lượng được xếp loại Hoàn thành xuất sắc nhiệm vụ', en: 'places at the highest level' },
    base: {}, weights: { base: sql`x.most`, count: sql`x.used` },
    dimensions: [aboutDimension],
  },
  {
    id: 'ratings.seasonsInTime',
    kind: 'flow',
    subject: seasonSubject,
    title: { vi: 'Đợt xếp loại quyết định đúng hạn', en: 'Seasons decided in time' },
    explanation: {
      vi: 'Trong số đợt xếp loại có hạn quyết định nằm trong kỳ, bao nhiêu đợt đã quyết định xong cho mọi đơn vị, cá nhân thuộc diện trong hạn.',
      en: 'Of the seasons whose last day of deciding lies in the period, those in which everybody to be rated was decided upon by then.',
    },
    words: { vi: 'đợt xếp loại đến hạn', en: 'rating seasons due' },
    base: {}, aimsAtAll: true, count: { where: sql`x.late = 0` },
    dimensions: [aboutDimension],
  },
];
