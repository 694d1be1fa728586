/**
 * The radar: how each clause of a document stands in the units below, by child of the unit asked about. Each asked unit within
 * reach is placed under its child once, one that was merged whole under the child with whom it goes on; what was answered is counted
 * there, and who is silent follows from how many are asked.
 */
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import { heirOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import { clauseStates, type ClauseState } from '../cascade.kinds.ts';
import { isTaskLate, stateIn } from '../cascade.figures.ts';
import type { Clause } from '../clause.ts';
import { findHeir } from './asked.bodies.ts';
import { getReadable, shownDocument, type CascadeDocument } from './cascade.documents.ts';
import { answersDue, deadlinesOfCascade, findCascade } from './cascade.store.ts';
import { itemOf, readableClauses } from './clause.reads.ts';
import { marksOn, unanswered } from './unit.marks.ts';

type Output = z.input<(typeof cascadeContract)['radar']['output']>;
type Row = Output['rows'][number];
type UnitId = Id<'unit'>;
type Sql = RawBuilder<unknown>;

/** No unit has so many directly below it. */
const mostRows = 500;

export async function readRadar(ctx: Ctx, { documentId, unitId, on: asked }: z.output<(typeof cascadeContract)['radar']['input']>): Promise<Output> {
  const document = await getReadable(ctx, documentId);
  const cascade = await findCascade(ctx, documentId);
  if (!cascade) throw new Problem({ code: 'cascades.notOpened', kind: 'not_found' });
  if (unitId !== undefined && !(await mayDo(ctx, 'document.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const on = asked ?? lastDayOf(document, ctx.today);
  const top = unitId ?? (await findHeir(ctx, document.unitId, on))?.id ?? document.unitId;
  const clauses = await readableClauses(ctx, document);
  const due = (await deadlinesOfCascade(ctx, documentId)).find(({ step }) => step === 'answered')?.dueOn ?? null;
  const waves = await wavesUnder(ctx, { document, top, isWhole: unitId === undefined, on });
  const told = await answersUnder(ctx, { document, clauses, waves, on });
  const dueOf = await answersDue(ctx, documentId, waves.map(({ askedOn }) => askedOn));
  const isLate = (askedOn: Day, clauseId: Id<'clause'>) => (dueOf(askedOn, clauseId) ?? on) < on;
  const places = [...Map.groupBy(waves.map((wave, at): ToldWave => ({ ...wave, counts: told[at]! })), ({ topId }) => topId).values()];
  return {
    document: shownDocument(document), on, top: await nameOf(ctx, top, on), above: unitId === undefined ? [] : await pathTo(ctx, { top, from: document.unitId, on }), answersDueOn: due, clauses: clauses.map(itemOf),
    rows: places.slice(0, mostRows).map((place) => rowOf(place, { clauses, isLate })), isCut: places.length > mostRows,
  };
}

/** Of a document that has ended it is the last day on which it held that is asked about. */
export function lastDayOf({ validTo }: Pick<CascadeDocument, 'validTo'>, today: Day): Day {
  return validTo !== null && validTo < today ? validTo : today;
}

/** Units of one place that were asked on the same day: their answers are due together. */
interface Wave {
  readonly topId: UnitId;
  readonly name: string;
  readonly askedOn: Day;
  readonly unitIds: readonly UnitId[];
  /** Of these, who were merged whole into the place. */
  readonly former: readonly string[];
}

interface Under {
  readonly document: CascadeDocument;
  readonly top: UnitId;
  /** Units that stand under the top no more are told one by one. */
  readonly isWhole: boolean;
  readonly on: Day;
}

/** Of each unit asked the few above it are looked at, nearest first, never all that stand below the top; who stands has no heir. */
async function wavesUnder(ctx: Ctx, { document: { id }, top, isWhole, on }: Under): Promise<Wave[]> {
  const ways = (unit: Sql) => sql`cross join lateral (select array_agg(k.ancestor_id order by k.depth) as path from unit_closure k where k.hierarchy = 'party' and k.descendant_id = ${unit} and k.valid @> ${on}::date)`;
  const standing = sql`select k.descendant_id from unit_closure k where k.hierarchy = 'party' and k.descendant_id = u.unit_id and k.depth = 0 and k.valid @> ${on}::date`;
  const below = sql`select k.descendant_id from unit_closure k where k.hierarchy = 'party' and k.ancestor_id = ${top} and k.valid @> ${on}::date`;
  return rows(ctx.db, sql<Wave>`
    with asked_units as materialized (
        select u.unit_id, u.asked_on, exists (${standing}) as stands from cascade_units u where u.home_id = ${homeOf(id)} and u.document_id = ${id} and u.asked_on <= ${on}::date),
      placed as materialized (
        select u.unit_id, u.asked_on, u.unit_id as heir_id, w.path from asked_units u ${ways(sql`u.unit_id`)} w where u.stands and (${isWhole} or u.unit_id in (${below}))
        union all select u.unit_id, u.asked_on, h.id, w.path from asked_units u cross join lateral (select ${heirOf(sql`u.unit_id`, sql`${on}::date`)} as id offset 0) h ${ways(sql`h.id`)} w where not u.stands),
      asked as materialized (
        select u.unit_id, u.asked_on, u.heir_id, case when u.heir_id = ${top} then u.unit_id else coalesce(u.path[array_position(u.path, ${top}::uuid) - 1], u.heir_id) end as top_id
        from placed u where (${isWhole} or u.heir_id = ${top} or ${top}::uuid = any(u.path)) and ${reach(ctx, 'document.read').at('u.unit_id')}),
      tops as (select top_id, asked_on, array_agg(unit_id) as unit_ids, bool_or(heir_id = ${top}) as is_own, array_agg(unit_id) filter (where heir_id = top_id and unit_id <> top_id) as bodies from asked group by top_id, asked_on)
    select t.top_id as "topId", coalesce(${unitNameAt('t.top_id', sql`${on}::date`)}, '') as name, t.asked_on as "askedOn", t.unit_ids as "unitIds",
      coalesce((select array_agg(coalesce(${unitNameAt('b.id', sql`${on}::date`)}, '') order by b.id) from unnest(t.bodies) b (id)), '{}') as former
    from tops t order by t.top_id <> ${top}, not t.is_own, 2, 1, 3`);
}

interface Asking extends Pick<Under, 'document' | 'on'> {
  readonly clauses: readonly Clause[];
  readonly waves: readonly Wave[];
}

const stateCount = clauseStates.length;

function placeOf(state: ClauseState): number {
  return clauseStates.indexOf(state);
}

/** Of each wave, clause by clause and in the order of `clauseStates`, how many units stand so; who is silent follows from the others. */
type Told = readonly number[][];

/** From what is kept beside each unit; of those beside whom nothing holds, the answers are counted. */
async function answersUnder(ctx: Ctx, asking: Asking): Promise<Told> {
  const { document: { id: documentId }, clauses, waves, on } = asking;
  const marks = await marksOn(ctx, { documentId, unitIds: waves.flatMap(({ unitIds }) => unitIds), on });
  const lateTasks: LateTasks = marks.size === 0 ? new Map() : await withLateTasks(ctx, asking);
  const told = await countAnswers(ctx, { ...asking, waves: waves.map((wave) => ({ ...wave, unitIds: wave.unitIds.filter((unitId) => !marks.has(unitId)) })) });
  const clauseIds = clauses.map(({ id }) => id);
  for (const [at, { unitIds }] of waves.entries()) {
    for (const unitId of unitIds) addMarks(told[at]!, { marks: marks.get(unitId) ?? '', clauseIds, late: lateTasks.get(unitId) });
  }
  return told;
}

interface Marked {
  readonly marks: string;
  readonly clauseIds: readonly string[];
  readonly late: ReadonlySet<string> | undefined;
}

function addMarks(counts: number[], { marks, clauseIds, late }: Marked): void {
  for (const [at, clauseId] of clauseIds.entries()) {
    const mark = marks[at] ?? unanswered;
    if (mark === unanswered) continue;
    const state = Number(mark);
    const isLate = (state === placeOf('answered') || state === placeOf('inWork')) && late?.has(clauseId);
    counts[at * stateCount + (isLate ? placeOf('late') : state)]! += 1;
  }
}

/** By unit, the clauses for whose answers a late task was given. */
type LateTasks = ReadonlyMap<string, ReadonlySet<string>>;

async function withLateTasks(ctx: Ctx, { document: { id }, waves, on }: Asking): Promise<LateTasks> {
  const found = await rows(ctx.db, sql<{ unit_id: string; clause_ids: string[] }>`
    select a.unit_id, array_agg(a.clause_id) as clause_ids from answers a where a.home_id = ${homeOf(id)} and a.document_id = ${id} and a.unit_id = any(${waves.flatMap(({ unitIds }) => unitIds)}::uuid[])
      and a.id in (select t.origin_id from tasks t where t.origin_kind = 'clause' and ${isTaskLate(sql`${on}::date`)}) group by 1`);
  return new Map(found.map(({ unit_id: unitId, clause_ids: clauseIds }) => [unitId, new Set(clauseIds)]));
}

/** A clause is late for all that have no day of their own: the clauses themselves are not joined. */
async function countAnswers(ctx: Ctx, { document: { id }, clauses, waves, on }: Asking): Promise<number[][]> {
  const told = waves.map(() => Array.from({ length: clauses.length * stateCount }, () => 0));
  const units = waves.flatMap(({ unitIds }, at) => unitIds.map((unitId) => ({ at, unitId })));
  if (units.length === 0) return told;
  const late = clauses.filter(({ dueOn }) => dueOn !== null && dueOn < on).map((clause) => clause.id);
  // Grouped, so that the planner knows each unit to be there once.
  const found = await rows(ctx.db, sql<{ at: number; clause_id: string; state: ClauseState; units: number }>`
    select p.at, a.clause_id, ${stateIn({ due: sql`null::date`, on: sql`${on}::date`, isClauseLate: sql`a.clause_id = any(${late}::uuid[])` })} as state, count(*)::int as units
    from (select unit_id, min(at) as at from unnest(${units.map(({ unitId }) => unitId)}::uuid[], ${units.map(({ at }) => at)}::int[]) u (unit_id, at) group by unit_id) p
    join answers a on a.home_id = ${homeOf(id)} and a.document_id = ${id} and a.unit_id = p.unit_id and a.first_answered_on <= ${on}::date
    group by 1, 2, 3`);
  const places = new Map<string, number>(clauses.map((clause, at) => [clause.id, at]));
  for (const { at, clause_id: clauseId, state, units: count } of found) {
    const place = places.get(clauseId);
    if (place !== undefined) told[at]![place * stateCount + placeOf(state)]! += count;
  }
  return told;
}

interface Telling {
  readonly clauses: readonly Clause[];
  readonly isLate: (askedOn: Day, clauseId: Id<'clause'>) => boolean;
}

interface ToldWave extends Wave {
  readonly counts: readonly number[];
}

function rowOf(waves: readonly ToldWave[], { clauses, isLate }: Telling): Row {
  const { topId, name } = waves[0]!;
  const unitIds = waves.flatMap((wave) => wave.unitIds);
  const cells = clauses.map(({ id }, at) => {
    const counts = clauseStates.map(() => 0);
    for (const wave of waves) {
      const known = wave.counts.slice(at * stateCount, (at + 1) * stateCount);
      for (const [state, count] of known.entries()) counts[state]! += count;
      counts[placeOf(isLate(wave.askedOn, id) ? 'silentLate' : 'silent')]! += wave.unitIds.length - known.reduce((sum, count) => sum + count, 0);
    }
    return counts;
  });
  const isOne = unitIds.length === 1;
  return {
    unit: { id: topId, name }, former: waves.flatMap((wave) => wave.former), asked: unitIds.length, askedId: isOne ? unitIds[0]! : null,
    marks: isOne ? cells.map((counts) => counts.findIndex((count) => count > 0)).join('') : null, counts: isOne ? null : cells.flat(),
  };
}

async function nameOf(ctx: Ctx, id: UnitId, on: Day): Promise<{ id: UnitId; name: string }> {
  const row = await firstRow(ctx.db, sql<{ name: string | null }>`select ${unitNameAt('u.id', sql`${on}::date`)} as name from units u where u.id = ${id}`);
  return { id, name: row?.name ?? '' };
}

/** The way from the unit that passed it down to the one asked about, without these two. */
async function pathTo(ctx: Ctx, { top, from, on }: { readonly top: UnitId; readonly from: UnitId; readonly on: Day }): Promise<Output['above']> {
  const found = await rows(ctx.db, sql<{ id: UnitId; name: string | null }>`
    select k.ancestor_id as id, ${unitNameAt('k.ancestor_id', sql`${on}::date`)} as name from unit_closure k
    where k.hierarchy = 'party' and k.descendant_id = ${top} and k.depth > 0 and k.valid @> ${on}::date and k.ancestor_id <> ${from} and ${reach(ctx, 'document.read').at('k.ancestor_id')}
      and exists (select from unit_closure b where b.hierarchy = 'party' and b.ancestor_id = ${from} and b.descendant_id = k.ancestor_id and b.valid @> ${on}::date) order by k.depth desc limit 32`);
  return found.map(({ id, name }) => ({ id, name: name ?? '' }));
}
