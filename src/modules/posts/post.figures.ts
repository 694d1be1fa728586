/**
 * Figures about who holds which post: heads of villages and residential groups (case E), secretaries, seats without
 * holder, people with several posts. A head or secretary is a tenure valid on the day of a post that exists on it.
 */
import { sql } from 'kysely';
import { bands, yearsSince } from '../../figures/bands.ts';
import { heldOn } from '../../figures/held.ts';
import type { Column, Condition, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import { ageDimension, byGivenName, personColumn, sexDimension } from '../people/person.figures.ts';
import { communeColumn, unitColumn, villageType } from '../units/unit.figures.ts';
import { unitKinds } from '../units/unit.kinds.ts';
import { postKinds, residentHeadKinds, type PostKind } from './post.kinds.ts';

/** Days in the post without a break: re-election begins a new tenure, not a new stay. */
const inPostSince = sql`(
  select lower(stay) from (
    select unnest(range_agg(t.valid)) as stay from tenures t where t.home_id = x.home_id and t.person_id = x.person_id and t.post_id = x.post_id
  ) stays where stay @> x.day)`;

const sinceColumn: Column = { id: 'since', title: { vi: 'Giữ chức từ', en: 'In post since' }, kind: 'day', of: inPostSince };

const headSubject = tenureSubject({ id: 'head', hierarchy: 'territory', kinds: residentHeadKinds });
const secretarySubject = tenureSubject({ id: 'secretary', hierarchy: 'party', kinds: ['secretary'] });

/**
 * One row for each seat: a post of three seats with one tenure has two that are vacant. A post ends with its unit, so on
 * today's boundaries a unit that stands no more has no seats to fill.
 */
const seatSubject: Subject = {
  id: 'seat',
  hierarchy: 'all',
  turnsWith: 'unit',
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, p.id::text || '-' || seat as id, p.kind as post_kind, seat,
      seat > (select count(t.id) from tenures t where t.post_id = p.id and ${heldOn('t.valid', 's.day')}) as vacant
    from scope s
    join posts p on p.unit_id = s.unit_id and ${heldOn('p.valid', 's.day')}
    join unit_versions stands on stands.unit_id = s.unit_id and ${heldOn('stands.valid', 's.day')}
    cross join lateral generate_series(1, p.seats) as seat`,
  verb: 'post.read',
  sort: { of: sql`unit.name`, with: ['unit'] },
  columns: [unitColumn, { id: 'seat', title: { vi: 'Vị trí thứ', en: 'Seat' }, kind: 'number', of: sql`x.seat` }],
};

/**
 * A person counts once in the whole organisation: where the longest held of the posts stands, with all of them. So parts of
 * units add up, and what is asked of the country is a sum of provinces (decision 0018).
 */
const holderSubject: Subject = {
  id: 'holder',
  hierarchy: 'all',
  turnsWith: 'person',
  rows: sql`
    select s.point, s.day, s.child_id, s.unit_id, t.person_id::text as id, t.home_id, t.person_id, held.posts
    from scope s
    join posts p on p.unit_id = s.unit_id and ${heldOn('p.valid', 's.day')}
    join tenures t on t.post_id = p.id and ${heldOn('t.valid', 's.day')}
    cross join lateral (
      select count(distinct o.post_id)::int as posts, (array_agg(o.id order by o.valid, o.id))[1] as longest_id
      from tenures o join posts op on op.id = o.post_id and ${heldOn('op.valid', 's.day')}
      where o.home_id = t.home_id and o.person_id = t.person_id and ${heldOn('o.valid', 's.day')}
    ) held
    where t.id = held.longest_id`,
  verb: 'post.read',
  sort: byGivenName,
  columns: [personColumn, unitColumn, { id: 'posts', title: { vi: 'Số chức danh', en: 'Posts' }, kind: 'number', of: sql`x.posts` }],
};

const isMember: Condition = { where: sql`exists (select from memberships m where m.home_id = x.home_id and m.person_id = x.person_id and ${heldOn('m.valid', 'x.day')})` };
const isNotMember: Condition = { where: sql`not exists (select from memberships m where m.home_id = x.home_id and m.person_id = x.person_id and ${heldOn('m.valid', 'x.day')})` };
const isCellSecretary: Condition = {
  where: sql`exists (
    select from tenures t join posts p on p.id = t.post_id and p.kind = 'secretary'
    join unit_versions c on c.unit_id = p.unit_id and c.kind = 'cell' and ${heldOn('c.valid', 'x.day')}
    where t.home_id = x.home_id and t.person_id = x.person_id and ${heldOn('t.valid', 'x.day')})`,
};
const isNew: Condition = { where: sql`${yearsSince(inPostSince)} < 1` };

const yearsDimension = bands({
  id: 'yearsInPost',
  title: { vi: 'Số năm giữ chức', en: 'Years in post' },
  since: inPostSince,
  passing: 'post',
  bands: [
    { code: 'under1', under: 1, label: { vi: 'Dưới 1 năm', en: 'Under 1 year' } },
    { code: 'to4', under: 5, label: { vi: '1 đến dưới 5 năm', en: '1 to under 5 years' } },
    { code: 'to9', under: 10, label: { vi: '5 đến dưới 10 năm', en: '5 to under 10 years' } },
    { code: 'from10', label: { vi: 'Từ 10 năm trở lên', en: '10 years and more' } },
  ],
});

const memberDimension: Partition = {
  kind: 'partition',
  id: 'member',
  title: { vi: 'Là đảng viên', en: 'Party member' },
  buckets: [
    { code: 'yes', label: { vi: 'Đảng viên', en: 'Member' } },
    { code: 'no', label: { vi: 'Chưa là đảng viên', en: 'Not yet a member' } },
  ],
  of: sql`case when ${isMember.where} then 'yes' else 'no' end`,
};

const headKind = postKindDimension(residentHeadKinds);
const seatKind = postKindDimension(postKinds.map(({ code }) => code));

const secretaryLevel: Partition = {
  kind: 'partition',
  id: 'level',
  title: { vi: 'Cấp', en: 'Level' },
  buckets: unitKinds.filter(({ hierarchy }) => hierarchy === 'party').map(({ code, vi, en }) => ({ code, label: { vi, en } })),
  of: sql`unit.kind`,
  with: ['unit'],
};

const headDimensions = [headKind, memberDimension, sexDimension, ageDimension, yearsDimension, villageType];
const secretaryDimensions = [secretaryLevel, sexDimension, ageDimension, yearsDimension];

const headWords = { vi: 'trưởng thôn, tổ trưởng tổ dân phố đang giữ chức', en: 'heads of villages and residential groups in post' };
const secretaryWords = { vi: 'bí thư đang giữ chức', en: 'secretaries in post' };

export const postFigures: readonly Figure[] = [
  {
    id: 'heads',
    kind: 'state',
    subject: headSubject,
    title: { vi: 'Trưởng thôn, tổ trưởng tổ dân phố', en: 'Heads of villages and residential groups' },
    explanation: {
      vi: 'Trưởng thôn, ấp, khóm, bản và tổ trưởng tổ dân phố, trưởng khu vực đang giữ chức vào ngày tính.',
      en: 'Heads of villages and of residential groups in post on the day.',
    },
    words: headWords,
    dimensions: headDimensions,
  },
  {
    id: 'heads.members',
    kind: 'state',
    subject: headSubject,
    title: { vi: 'Trưởng thôn, tổ trưởng là đảng viên', en: 'Heads who are Party members' },
    explanation: {
      vi: 'Trong số trưởng thôn, tổ trưởng tổ dân phố đang giữ chức, bao nhiêu người là đảng viên vào ngày tính (kể cả đảng viên dự bị).',
      en: 'Of the heads of villages and residential groups in post, how many are Party members on the day (probationary members included).',
    },
    words: headWords,
    base: {},
    count: isMember,
    dimensions: headDimensions,
  },
  {
    id: 'heads.notMembers',
    kind: 'state',
    subject: headSubject,
    title: { vi: 'Trưởng thôn, tổ trưởng chưa là đảng viên', en: 'Heads who are not yet Party members' },
    explanation: {
      vi: 'Trong số trưởng thôn, tổ trưởng tổ dân phố đang giữ chức, bao nhiêu người chưa là đảng viên vào ngày tính; là nguồn để bồi dưỡng, kết nạp hoặc thay thế.',
      en: 'Of the heads of villages and residential groups in post, how many are not Party members on the day: to be nurtured and admitted, or replaced.',
    },
    words: headWords,
    base: {},
    count: isNotMember,
    dimensions: headDimensions,
  },
  {
    id: 'heads.secretaries',
    kind: 'state',
    subject: headSubject,
    title: { vi: 'Trưởng thôn, tổ trưởng đồng thời là bí thư chi bộ', en: 'Heads who are also cell secretary' },
    explanation: {
      vi: 'Trong số trưởng thôn, tổ trưởng tổ dân phố đang giữ chức, bao nhiêu người đồng thời giữ chức bí thư chi bộ vào ngày tính.',
      en: 'Of the heads of villages and residential groups in post, how many are secretary of a cell on the same day.',
    },
    words: headWords,
    base: {},
    count: isCellSecretary,
    dimensions: headDimensions,
  },
  {
    id: 'heads.new',
    kind: 'state',
    subject: headSubject,
    title: { vi: 'Trưởng thôn, tổ trưởng mới giữ chức dưới 1 năm', en: 'Heads in post for less than a year' },
    explanation: {
      vi: 'Trong số trưởng thôn, tổ trưởng tổ dân phố đang giữ chức, bao nhiêu người mới giữ chức liên tục dưới 1 năm.',
      en: 'Of the heads in post, how many have been in it without a break for less than a year.',
    },
    words: headWords,
    base: {},
    count: isNew,
    dimensions: headDimensions,
  },
  {
    id: 'secretaries',
    kind: 'state',
    subject: secretarySubject,
    title: { vi: 'Bí thư cấp ủy, chi bộ', en: 'Secretaries' },
    explanation: {
      vi: 'Bí thư chi bộ và bí thư cấp ủy các cấp đang giữ chức vào ngày tính; chọn cấp để chỉ xem bí thư chi bộ.',
      en: 'Secretaries of cells and of committees in post on the day; choose the level for those of cells only.',
    },
    words: secretaryWords,
    dimensions: secretaryDimensions,
  },
  {
    id: 'secretaries.new',
    kind: 'state',
    subject: secretarySubject,
    title: { vi: 'Bí thư mới giữ chức dưới 1 năm', en: 'Secretaries in post for less than a year' },
    explanation: {
      vi: 'Trong số bí thư đang giữ chức, bao nhiêu người mới giữ chức liên tục dưới 1 năm, cần được bồi dưỡng nghiệp vụ.',
      en: 'Of the secretaries in post, how many have been in it without a break for less than a year.',
    },
    words: secretaryWords,
    base: {},
    count: isNew,
    dimensions: secretaryDimensions,
  },
  {
    id: 'posts.vacancies',
    kind: 'state',
    subject: seatSubject,
    title: { vi: 'Vị trí chức danh còn khuyết', en: 'Vacant seats' },
    explanation: {
      vi: 'Số vị trí theo cơ cấu chưa có người giữ vào ngày tính, so với tổng số vị trí, ở tổ chức đảng, thôn, chính quyền và Mặt trận của đơn vị.',
      en: 'Seats of posts without a holder on the day, among all seats, in the Party organisation, villages, government and Front of the unit.',
    },
    words: { vi: 'vị trí chức danh theo cơ cấu', en: 'seats of posts' },
    base: {},
    count: { where: sql`x.vacant` },
    dimensions: [seatKind],
  },
  {
    id: 'holders.several',
    kind: 'state',
    subject: holderSubject,
    title: { vi: 'Người giữ từ hai chức danh trở lên', en: 'People with two posts or more' },
    explanation: {
      vi: 'Trong số người đang giữ chức danh tại đơn vị và các đơn vị trực thuộc, bao nhiêu người giữ đồng thời từ hai chức danh trở lên, ở bất cứ đơn vị nào. Mỗi người chỉ tính một lần, tại nơi giữ chức lâu nhất.',
      en: 'Of the people who hold a post in the unit or under it, how many hold two or more at once, wherever these stand. Each counts only once, where the longest held post stands.',
    },
    words: { vi: 'người đang giữ chức danh', en: 'people who hold a post' },
    base: {},
    count: { where: sql`x.posts >= 2` },
    dimensions: [sexDimension, ageDimension],
  },
];

function tenureSubject(of: { id: string; hierarchy: 'party' | 'territory'; kinds: readonly PostKind[] }): Subject {
  return {
    id: of.id,
    hierarchy: of.hierarchy,
    turnsWith: 'person',
    rows: sql`
      select s.point, s.day, s.child_id, s.unit_id, t.id::text as id, t.home_id, t.person_id, p.id as post_id, p.kind as post_kind
      from scope s
      join posts p on p.unit_id = s.unit_id and p.kind = any(${[...of.kinds]}::text[]) and ${heldOn('p.valid', 's.day')}
      join tenures t on t.post_id = p.id and ${heldOn('t.valid', 's.day')}`,
    verb: 'post.read',
    sort: byGivenName,
    columns: [personColumn, unitColumn, communeColumn(of.hierarchy), sinceColumn],
  };
}

function postKindDimension(kinds: readonly PostKind[]): Partition {
  const buckets = postKinds.filter(({ code }) => kinds.includes(code)).map(({ code, vi, en }) => ({ code, label: { vi, en } }));
  return { kind: 'partition', id: 'post', title: { vi: 'Chức danh', en: 'Post' }, buckets, of: sql`x.post_kind` as Sql };
}
