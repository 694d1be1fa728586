/**
 * Figures about oversight: cadres assigned and units followed over a time, cadres following on a day, and which of the units that are
 * to be followed have somebody. What a unit that was merged whole was given goes on with its heir.
 */
import { sql } from 'kysely';
import type { Column, Figure, Partition, Sql, Subject } from '../../figures/figure.ts';
import { heldOn } from '../../figures/held.ts';
import { bodiesInPeriod, bodiesOnDay } from '../../figures/heirs.ts';
import { byGivenName, personColumn } from '../people/person.figures.ts';
import { communeColumn, ruleInForce, unitColumn } from '../units/unit.figures.ts';
import { unitKinds } from '../units/unit.kinds.ts';
import { followedKinds, tierNames, tiers } from './oversight.kinds.ts';

const whyLive = 'few are assigned at a time; a decision is entered and ended long after its day';

const day = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const tierColumn: Column = { id: 'tier', title: { vi: 'Nhóm cán bộ', en: 'Tier' }, kind: 'text', of: sql`(case x.tier ${sql.join(tiers.map((code) => sql`when ${sql.lit(code)} then ${sql.lit(tierNames[code].vi)}`), sql` `)} end)` };

/** How many units the cadre of the row follows on its day under its regulation. */
const load = sql`(select count(distinct b.unit_id)::int from oversight_assignments b where b.home_id = x.regulation_home and b.regulation_id = x.regulation_id and b.person_id = x.person_id and ${heldOn('b.valid', 'x.day')})`;
const quota = sql`coalesce((select r.most_units::numeric from oversight_regulations r where r.home_id = x.regulation_home and r.id = x.regulation_id), ${ruleInForce('oversight.mostUnits')})`;
const holdsPost = sql`(x.post_id is null or exists (select from tenures t where t.home_id = x.home_id and t.person_id = x.person_id and t.post_id = x.post_id and ${heldOn('t.valid', 'x.day')}))`;

const ofAssignment = sql`a.person_id, home_of(a.person_id) as home_id, a.home_id as regulation_home, a.regulation_id, a.tier, a.post_id, lower(a.valid) as assigned_on`;
const cadreColumns: readonly Column[] = [personColumn, tierColumn, unitColumn, { id: 'units', title: { vi: 'Số đơn vị theo dõi', en: 'Units followed' }, kind: 'number', of: load }, day('assigned', sql`x.assigned_on`, { vi: 'Phân công từ', en: 'Assigned on' })];

const foundAt = sql`select unit_id from oversight_assignments`;
const shared = { hierarchy: 'all', keepsNoRollup: whyLive, foundAt, verb: 'oversight.read' } as const satisfies Partial<Subject>;

/** Once for each cadre, however many units he followed. */
const assignedSubject: Subject = {
  ...shared,
  id: 'assignedCadre',
  rows: sql`select s.point, greatest(lower(a.valid), s.from_day) as day, s.child_id, s.unit_id, a.person_id::text as id, ${ofAssignment}
    from ${bodiesInPeriod} s join oversight_assignments a on a.unit_id = s.body_id and a.valid && s.body_valid and a.valid && daterange(s.from_day, s.day, '[]')`,
  sort: byGivenName,
  columns: cadreColumns,
};

const followedSubject: Subject = {
  ...shared,
  id: 'unitFollowed',
  rows: sql`select s.point, greatest(lower(a.valid), s.from_day) as day, s.child_id, s.unit_id, s.unit_id::text as id, ${ofAssignment}
    from ${bodiesInPeriod} s join oversight_assignments a on a.unit_id = s.body_id and a.valid && s.body_valid and a.valid && daterange(s.from_day, s.day, '[]')`,
  sort: { of: sql`unit.name`, with: ['unit'] },
  columns: [unitColumn, communeColumn('party'), personColumn, tierColumn, day('assigned', sql`x.assigned_on`, { vi: 'Phân công từ', en: 'Assigned on' })],
};

/** Where he follows several units under the asked one he counts once, at the first of them: parts add up. */
const followingSubject: Subject = {
  ...shared,
  id: 'followingCadre',
  rows: sql`select distinct on (s.point, a.person_id) s.point, s.day, s.child_id, s.unit_id, a.person_id::text as id, ${ofAssignment}
    from ${bodiesOnDay} s join oversight_assignments a on a.unit_id = s.body_id and ${heldOn('a.valid', 's.day')} order by s.point, a.person_id, s.child_id nulls last, lower(a.valid), s.unit_id`,
  sort: byGivenName,
  columns: [...cadreColumns, { id: 'most', title: { vi: 'Số đơn vị tối đa', en: 'Most units' }, kind: 'number', of: quota }],
};

/** Somebody follows the unit, or one that it took over whole, on the day. */
const followedBy = sql`(exists (select from oversight_assignments a where a.unit_id = s.unit_id and ${heldOn('a.valid', 's.day')})
  or exists (select from unit_closure heir join oversight_assignments a on a.unit_id = heir.descendant_id and ${heldOn('a.valid', 's.day')} where heir.hierarchy = 'succession' and heir.ancestor_id = s.unit_id and heir.depth > 0 and ${heldOn('heir.valid', 's.day')}))`;

/** The last day on which somebody did, or since when somebody ought to. */
const uncoveredSince = sql`coalesce((select max(upper(a.valid)) from oversight_assignments a where upper(a.valid) <= x.day and (a.unit_id = x.unit_id
    or a.unit_id in (select heir.descendant_id from unit_closure heir where heir.hierarchy = 'succession' and heir.ancestor_id = x.unit_id and heir.depth > 0 and ${heldOn('heir.valid', 'x.day')}))),
  greatest(x.regulated_on, (select min(lower(v.valid)) from unit_versions v where v.unit_id = x.unit_id)))`;

/** Units that a regulation in force has followed: of its kinds, below its organisation. */
const coveredSubject: Subject = {
  id: 'unitToFollow',
  hierarchy: 'all',
  turnsWith: 'unit',
  rows: sql`select s.point, s.day, s.child_id, s.unit_id, s.unit_id::text as id, v.kind as unit_kind, reg.regulated_on, ${followedBy} as is_followed
    from scope s join unit_versions v on v.unit_id = s.unit_id and ${heldOn('v.valid', 's.day')} and v.kind in (${sql.join(followedKinds.map((kind) => sql.lit(kind)))})
    cross join lateral (select min(lower(r.valid)) as regulated_on from unit_closure k join oversight_regulations r on r.unit_id = k.ancestor_id and ${heldOn('r.valid', 's.day')} and v.kind = any(r.kinds)
      where k.hierarchy = 'reach' and k.descendant_id = s.unit_id and k.ancestor_id <> s.unit_id and ${heldOn('k.valid', 's.day')}) reg
    where reg.regulated_on is not null`,
  verb: 'oversight.read',
  sort: { of: sql`unit.name`, with: ['unit'] },
  columns: [unitColumn, communeColumn('party'), day('since', sql`case when not x.is_followed then ${uncoveredSince} end`, { vi: 'Chưa có người theo dõi từ', en: 'Nobody since' })],
};

const tierDimension: Partition = { kind: 'partition', id: 'tier', title: { vi: 'Nhóm cán bộ', en: 'Tier' }, buckets: tiers.map((code) => ({ code, label: tierNames[code] })), of: sql`x.tier` };

const loadDimension: Partition = {
  kind: 'partition',
  id: 'load',
  title: { vi: 'Số đơn vị theo dõi', en: 'Units followed' },
  buckets: [{ code: 'one', label: { vi: '1 đơn vị', en: 'One' } }, { code: 'two', label: { vi: '2 đơn vị', en: 'Two' } }, { code: 'three', label: { vi: '3 đơn vị', en: 'Three' } }, { code: 'more', label: { vi: 'Từ 4 đơn vị', en: 'Four or more' } }],
  of: sql`case ${load} when 1 then 'one' when 2 then 'two' when 3 then 'three' else 'more' end`,
};

const quotaDimension: Partition = {
  kind: 'partition',
  id: 'quota',
  title: { vi: 'So với mức tối đa', en: 'Against the quota' },
  buckets: [{ code: 'within', label: { vi: 'Trong mức', en: 'Within' } }, { code: 'over', label: { vi: 'Vượt mức', en: 'Above' } }],
  of: sql`case when ${load} > ${quota} then 'over' else 'within' end`,
};

const postDimension: Partition = {
  kind: 'partition',
  id: 'post',
  title: { vi: 'Chức danh làm căn cứ phân công', en: 'The post that made him eligible' },
  buckets: [{ code: 'held', label: { vi: 'Đang giữ', en: 'Held' } }, { code: 'left', label: { vi: 'Đã thôi giữ', en: 'Left' } }],
  of: sql`case when ${holdsPost} then 'held' else 'left' end`,
};

const kindDimension: Partition = {
  kind: 'partition',
  id: 'kind',
  title: { vi: 'Loại đơn vị', en: 'Kind of unit' },
  buckets: unitKinds.flatMap(({ code, vi, en }) => (followedKinds.some((kind) => kind === code) ? [{ code, label: { vi, en } }] : [])),
  of: sql`x.unit_kind`,
};

const toFollow = { vi: 'đơn vị thuộc diện có người theo dõi', en: 'units that are to be followed' };

export const oversightFigures: readonly Figure[] = [
  {
    id: 'oversight.cadres',
    kind: 'flow',
    subject: assignedSubject,
    title: { vi: 'Cán bộ được phân công theo dõi cơ sở', en: 'Cadres assigned to follow units' },
    explanation: {
      vi: 'Số cán bộ có ít nhất một ngày trong kỳ được phân công theo dõi, phụ trách một đơn vị. Mỗi người tính một lần, dù theo dõi nhiều đơn vị.',
      en: 'Cadres who were assigned to some unit on at least one day of the period. Each counts once, however many units he followed.',
    },
    words: { vi: 'cán bộ được phân công trong kỳ', en: 'cadres assigned in the period' },
    dimensions: [tierDimension],
  },
  {
    id: 'oversight.units',
    kind: 'flow',
    subject: followedSubject,
    title: { vi: 'Đơn vị có cán bộ theo dõi trong kỳ', en: 'Units followed in the period' },
    explanation: {
      vi: 'Số đơn vị có ít nhất một ngày trong kỳ được phân công cho một cán bộ theo dõi. Mỗi đơn vị tính một lần.',
      en: 'Units that some cadre was assigned to on at least one day of the period. Each counts once.',
    },
    words: { vi: 'đơn vị có cán bộ theo dõi trong kỳ', en: 'units followed in the period' },
    dimensions: [],
  },
  {
    id: 'oversight.following',
    kind: 'state',
    subject: followingSubject,
    title: { vi: 'Cán bộ đang theo dõi cơ sở', en: 'Cadres following units' },
    explanation: {
      vi: 'Số cán bộ có phân công còn hiệu lực vào ngày tính. Mỗi người tính một lần, dù theo dõi nhiều đơn vị. Chia theo số đơn vị để thấy ai theo dõi quá mức, theo chức danh để thấy ai đã thôi giữ chức danh làm căn cứ phân công.',
      en: 'Cadres with an assignment that runs on the day. Each counts once. Divided by load it shows who follows too many, by post who left the one that made him eligible.',
    },
    words: { vi: 'cán bộ đang theo dõi', en: 'cadres following units' },
    dimensions: [loadDimension, quotaDimension, postDimension, tierDimension],
    rules: ['oversight.mostUnits'],
  },
  {
    id: 'oversight.covered',
    kind: 'state',
    subject: coveredSubject,
    title: { vi: 'Đơn vị có cán bộ theo dõi', en: 'Units that somebody follows' },
    explanation: {
      vi: 'Trong số đơn vị thuộc diện theo dõi của một quy chế còn hiệu lực vào ngày tính, bao nhiêu nơi có ít nhất một cán bộ được phân công. Nơi chưa có nằm trong danh sách còn thiếu.',
      en: 'Of the units that a regulation in force on the day has followed, those to which at least one cadre is assigned. The others stand in the list of what is missing.',
    },
    words: toFollow,
    base: {},
    aimsAtAll: true,
    count: { where: sql`x.is_followed` },
    dimensions: [kindDimension],
  },
  {
    id: 'oversight.uncovered',
    kind: 'state',
    subject: coveredSubject,
    title: { vi: 'Đơn vị chưa có cán bộ theo dõi', en: 'Units that nobody follows' },
    explanation: {
      vi: 'Trong số đơn vị thuộc diện theo dõi của một quy chế còn hiệu lực vào ngày tính, bao nhiêu nơi không có cán bộ nào được phân công, và từ ngày nào.',
      en: 'Of the units that a regulation in force on the day has followed, those to which no cadre is assigned, and since when.',
    },
    words: toFollow,
    base: {},
    count: { where: sql`not x.is_followed` },
    dimensions: [kindDimension],
  },
];
