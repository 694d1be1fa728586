/**
 * From a declaration and a question to SQL: the units asked about (`scope`), the rows of the subject (`x`), and `facts`,
 * in which each row says whether it is in the base and in the count. Every answer selects from `facts`.
 * Days and ids are parameters; the text is the same for every unit and day.
 */
import { sql } from 'kysely';
import { reach } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Condition, Dimension, Figure, Filters, Join, Part, Sql, Weights } from '../figure.ts';
import { heldOn } from '../held.ts';
import type { Asked, AskedPoint } from './question.ts';

export interface FactsOptions {
  /** Which child of the asked unit each row lies under; costs one more join of the closure. */
  readonly byChild?: boolean;
  readonly only?: Only;
  /** Further columns of `facts`. */
  readonly extra?: readonly Extra[];
}

/** Leaves all units out but some, which were in question from a day to a day: what else lies under the roots is known already. */
export interface Only {
  /** Rows (point, unit_id, valid); left out where they are in question for as long as they stood under a root. */
  readonly segments?: Sql;
  /** Rows (unit_id, is_heir): these units and all through which they may come to lie under a root; which of them took over others. */
  readonly units: Sql;
  /** So few that each is looked up by itself, however much lies under the root. */
  readonly areFew: boolean;
}

export interface Extra extends Part {
  readonly as: string;
}

/** `with … facts as (…)`, to be followed by a select. */
export function withFacts(ctx: Ctx, asked: Asked, options: FactsOptions = {}): Sql {
  const { figure, filters } = asked;
  const extra = options.extra ?? [];
  const joins = joinsOf([figure.base, figure.count, ...filteredDimensions(figure, filters), ...extra]);
  // A flow may meet the same event under two roots that were one above the other for a while.
  const once = figure.kind === 'flow' ? sql`distinct on (x.point, x.id)` : sql``;
  return sql`
    ${withScope(ctx, asked, { byChild: options.byChild ?? false, ...(options.only ? { only: options.only } : {}) })},
    x as (${figure.subject.rows}),
    facts as (
      select ${once} x.*, ${baseOf(figure)} as in_base, (${baseOf(figure)}) and (${conditionOf(figure.count)}) as in_count ${weighed(figure.weights)}
        ${sql.join(extra.map(({ of, as }) => sql`, ${of} as ${sql.ref(as)}`), sql``)}
      from x ${joins}
      where ${allOf(filters, figure)} ${figure.subject.isLastAlone ? sql`and (x.superseded_on is null or x.superseded_on > x.asked_to)` : sql``} ${figure.kind === 'flow' ? sql`order by x.point, x.id, x.child_id nulls last` : sql``}
    )`;
}

/** The question asked of sums by unit, where the figure declares them and nothing filters what they sum up. */
export function summedUp(asked: Asked): Asked {
  const { figure, filters } = asked;
  if (!figure.summed || Object.keys(filters).length > 0) return asked;
  return { ...asked, figure: { ...figure, subject: { ...figure.subject, rows: figure.summed }, base: {}, count: { where: sql`true` }, weights: { base: sql`x.of_base`, count: sql`x.of_count` } } };
}

/** How much of `facts` counts and how much is the base: subjects, or what they weigh; of some of them alone by a condition. */
export function tally({ weights }: Figure, only: Sql = sql`true`): Record<'count' | 'base', Sql> {
  const of = (within: Sql, weight: Sql) => (weights ? sql`coalesce(sum(${weight}) filter (where ${within} and ${only}), 0)::int` : sql`count(*) filter (where ${within} and ${only})::int`);
  return { count: of(sql`in_count`, sql`count_weight`), base: of(sql`in_base`, sql`base_weight`) };
}

function weighed(weights: Weights | undefined): Sql {
  return weights ? sql`, ${weights.base} as base_weight, ${weights.count} as count_weight` : sql``;
}

/** `with asked, below, scope`: for reads that need the units but not the subject. */
export function withScope(ctx: Ctx, asked: Asked, { byChild, only = asked.only }: Pick<FactsOptions, 'byChild' | 'only'> = {}): Sql {
  const within = reach(ctx, 'figure.read');
  // Of some units each is asked for by itself: else all that is within reach would be gathered for them.
  const isWithin = only ? within.at('b.unit_id') : within.over('b.unit_id');
  return sql`
    with recursive asked as (${askedRows(asked)}),
    ${only?.segments ? sql`segments as materialized (${only.segments}),` : sql``}
    ${only ? sql`only_units as materialized (${only.units}),` : sql``}
    ${only?.areFew ? aboveOnly : sql``}
    ${byChild ? belowByChild(asked, only) : below(asked, only)},
    reached as materialized (select b.*, ${isWithin} as within from ${source(asked)} b),
    ${only?.segments ? sql`whole_scope as (${scopeRows(asked, only)}), scope as materialized (${segmentsOf})` : sql`scope as materialized (${scopeRows(asked, only)})`}`;
}

const segmentsOf = sql`
  select b.point, b.from_day, b.day, b.boundary_day, b.root_id, b.unit_id, b.child_id, b.valid * g.valid as valid, b.may_be_heir
  from whole_scope b join segments g on g.point = b.point and g.unit_id = b.unit_id and g.valid && b.valid`;

/** Columns of the records and of the partitions, for `FactsOptions.extra`. */
export function columnExtras(columns: readonly Column[]): Extra[] {
  return columns.flatMap(({ id, of, with: joins, link }) => [
    { as: `c_${id}`, of, ...(joins ? { with: joins } : {}) },
    ...(link ? [{ as: `l_${id}`, of: link.of, ...(joins ? { with: joins } : {}) }] : []),
  ]);
}

export function dimensionExtra(dimension: Dimension): Extra[] {
  if (dimension.kind === 'partition') return [{ ...dimension, of: codeOf(dimension), as: `d_${dimension.id}` }];
  return dimension.buckets.map(({ code, where }) => ({ ...dimension, of: where, as: `o_${dimension.id}_${code}` }));
}

export function askedRows({ points }: Asked): Sql {
  const flat = points.flatMap((point, index) => point.roots.map((root) => ({ index, point, root, splits: isOnlyRoot(point, root.hierarchy) })));
  const period = (at: (entry: (typeof flat)[number]) => string) => flat.map(at);
  return sql`select * from unnest(
    ${flat.map(({ index }) => index)}::int[], ${period(({ point }) => point.from)}::date[], ${period(({ point }) => point.to)}::date[],
    ${period(({ point }) => point.boundaryDay)}::date[], ${flat.map(({ root }) => root.hierarchy)}::text[], ${flat.map(({ root }) => root.id)}::uuid[],
    ${flat.map(({ splits }) => splits)}::bool[]) as a (point, from_day, day, boundary_day, hierarchy, root_id, splits)`;
}

/** One root is divided into its children; several (successors, villages of a division) are themselves the division. */
function isOnlyRoot(point: AskedPoint, hierarchy: string): boolean {
  return point.roots.filter((root) => root.hierarchy === hierarchy).length === 1;
}

function below(asked: Asked, only?: Only): Sql {
  return sql`below as (
    select a.point, a.from_day, a.day, a.boundary_day, a.root_id, c.descendant_id as unit_id, null::uuid as child_id, ${validOf(asked, sql`c.valid`)} as valid
    from asked a ${closureBelow(sql`a.root_id`, only)} and ${standsAt(asked, 'c.valid')}
  )`;
}

/** From a unit up it is a few steps, whatever lies under the roots and into however many children they are divided. */
const aboveOnly = sql`above as materialized (
  select c.* from only_units o cross join lateral (
    select * from unit_closure c where c.descendant_id = o.unit_id and c.hierarchy = any(array(select distinct hierarchy from asked)) offset 0) c
),`;

/** Joined to `a`: what lies under the unit, as `c`. */
function closureBelow(unit: Sql, only: Only | undefined): Sql {
  return sql`join ${only?.areFew ? sql`above` : sql`unit_closure`} c on c.hierarchy = a.hierarchy and c.ancestor_id = ${unit} ${only?.areFew ? sql`` : isAmong(only)}`;
}

function isAmong(only: Only | undefined): Sql {
  return only ? sql`and c.descendant_id in (select unit_id from only_units)` : sql``;
}

/** Children are told by their parents: in the closure they stand among all that lies below. */
function belowByChild(asked: Asked, only?: Only): Sql {
  return sql`children as (
    select a.*, k.descendant_id as top_id, k.valid as top_valid, ${asked.figure.subject.hierarchy === 'all' ? placeOfChild : sql`k.descendant_id`} as child_id
    from asked a cross join lateral (
      select p.unit_id as id from unit_parents p where a.splits and p.parent_id = a.root_id and p.hierarchy = a.hierarchy
      union select a.root_id where not a.splits) d
    join unit_closure k on k.hierarchy = a.hierarchy and k.ancestor_id = a.root_id and k.descendant_id = d.id and ${standsAt(asked, 'k.valid')}
      and k.depth = case when a.splits then 1 else 0 end
  ),
  below as (
    select a.point, a.from_day, a.day, a.boundary_day, a.root_id, c.descendant_id as unit_id, a.child_id, ${validOf(asked, sql`a.top_valid * c.valid`)} as valid
    from children a ${closureBelow(sql`a.top_id`, only)} and ${standsAt(asked, 'c.valid')} and c.valid && a.top_valid
    union all
    select a.point, a.from_day, a.day, a.boundary_day, a.root_id, a.root_id, null, ${validOf(asked, sql`c.valid`)}
    from asked a join unit_closure c on c.hierarchy = a.hierarchy and c.ancestor_id = a.root_id and c.descendant_id = a.root_id and ${standsAt(asked, 'c.valid')} ${isAmong(only)}
    where a.splits
  )`;
}

// A figure over all trees is divided by place: the cell that leads a village, its Front board and the village are one.
export const placeOfChild = sql`coalesce((
  select r.other_id from unit_relations r join unit_closure t on t.hierarchy = 'territory' and t.ancestor_id = r.other_id and t.descendant_id = r.other_id and ${heldOn('t.valid', 'a.boundary_day')}
  where r.unit_id = k.descendant_id and ${heldOn('r.valid', 'a.boundary_day')} order by r.other_id limit 1), k.descendant_id)`;

export function standsAt({ figure, boundaries }: Asked, valid: string): Sql {
  if (figure.kind === 'state' || boundaries === 'today') return heldOn(valid, 'a.boundary_day');
  // A membership that ended with the day before the period is an end within it: its last placement is looked for.
  return sql`${sql.ref(valid)} && daterange(a.from_day - 1, a.day, '[]')`;
}

function validOf({ boundaries }: Asked, valid: Sql): Sql {
  return boundaries === 'today' ? sql`'(,)'::daterange` : valid;
}

function source(asked: Asked): Sql {
  const { figure, boundaries } = asked;
  const placed = figure.subject.hierarchy === 'all' ? withRelated(asked) : sql`below`;
  return boundaries === 'day' ? placed : withPredecessors(placed);
}

/**
 * What governs or belongs to a place counts with it, whether or not it stands in a tree of its own kind. Only a btree
 * answers `= any` of two: asked by `=`, the planner takes the exclusion index, in which the other unit stands third
 * (measured: 80 of 150 ms went there).
 */
function withRelated(asked: Asked): Sql {
  // What happened counts with the place to which its unit was related then.
  const isThen = asked.figure.kind === 'flow' && asked.boundaries === 'day';
  return sql`(
    select * from below
    ${mayRepeat(asked) ? sql`union all` : sql`union`}
    select b.point, b.from_day, b.day, b.boundary_day, b.root_id, r.unit_id, b.child_id, ${isThen ? sql`b.valid * r.valid` : sql`b.valid`}
    from below b join unit_relations r on r.other_id = any(array[b.unit_id, null]) and ${isThen ? sql`b.valid && r.valid` : heldOn('r.valid', 'b.boundary_day')})`;
}

/** On today's boundaries a unit that stands no more counts where its successor stands today. */
function withPredecessors(placed: Sql): Sql {
  return sql`(
    with recursive inherited as (
      select * from ${placed} placed
      union
      select h.point, h.from_day, h.day, h.boundary_day, h.root_id, l.predecessor_id, h.child_id, h.valid
      from inherited h join unit_lineage l on l.successor_id = h.unit_id
      where not exists (select from unit_versions v where v.unit_id = l.predecessor_id and ${heldOn('v.valid', 'h.boundary_day')})
    ) select * from inherited)`;
}

/** Most units looked up have taken over none of the others: then nothing is asked of any. */
function mayBeHeir(only: Only | undefined): Sql {
  return only?.areFew && !only.segments ? sql`b.unit_id = any(array(select unit_id from only_units where is_heir))` : sql`true`;
}

function scopeRows(asked: Asked, only: Only | undefined): Sql {
  const root = asked.figure.subject.withoutRoot ? sql`and b.unit_id <> b.root_id` : sql``;
  const once = mayRepeat(asked);
  return sql`select ${once ? sql`distinct on (b.point, b.unit_id)` : sql``} b.*, ${mayBeHeir(only)} as may_be_heir from reached b where b.within ${root}
    ${once ? sql`order by b.point, b.unit_id, b.child_id nulls last` : sql``}`;
}

/** In one tree no unit stands twice under the same root on a day. */
function mayRepeat({ figure, points, boundaries }: Asked): boolean {
  if (figure.kind === 'flow') return false;
  return boundaries === 'today' || figure.subject.hierarchy === 'all' || points.some(({ roots }) => roots.length > 1);
}

export function baseOf(figure: Figure): Sql {
  return figure.base?.where ? sql`coalesce(${figure.base.where}, false)` : sql`true`;
}

export function conditionOf(condition: Condition | undefined): Sql {
  return condition ? sql`coalesce(${condition.where}, false)` : sql`true`;
}

function filteredDimensions(figure: Figure, filters: Filters): Dimension[] {
  return figure.dimensions.filter(({ id }) => id in filters);
}

function allOf(filters: Filters, figure: Figure): Sql {
  const parts = filteredDimensions(figure, filters).map((dimension) => oneOf(dimension, filters[dimension.id] ?? []));
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function oneOf(dimension: Dimension, codes: readonly string[]): Sql {
  if (dimension.kind === 'partition') return sql`${codeOf(dimension)} = any(${[...codes]}::text[])`;
  const marks = dimension.buckets.filter(({ code }) => codes.includes(code)).map(({ where }) => sql`(${where})`);
  return marks.length === 0 ? sql`true` : sql`(${sql.join(marks, sql` or `)})`;
}

/** A value that is not among the buckets is as good as unknown. */
export function codeOf(dimension: Extract<Dimension, { kind: 'partition' }>): Sql {
  const codes = dimension.buckets.map(({ code }) => code);
  return sql`case when ${dimension.of} = any(${codes}::text[]) then ${dimension.of} else 'unknown' end`;
}

export function joinsOf(parts: readonly ({ readonly with?: readonly Join[] } | undefined)[]): Sql {
  const needed = new Set(parts.flatMap((part) => part?.with ?? []));
  return sql.join([...needed].toSorted().map((join) => joinOf[join]), sql` `);
}

const joinOf: Readonly<Record<Join, Sql>> = {
  person: sql`left join people person on person.home_id = x.home_id and person.id = x.person_id`,
  unit: sql`left join unit_versions unit on unit.unit_id = x.unit_id and ${heldOn('unit.valid', 'x.day')}`,
};
