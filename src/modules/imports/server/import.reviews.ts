/**
 * Reviews of former cycles out of a workbook into the database and out of it again, as on screen by whoever opens the cycle and records
 * where each was held. They come after the units and people of the same workbook. Of each only is kept that it was written: what it
 * says of a person stays sealed, and what was imported is never written over.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { mayDo, mayDoAt } from '../../../access/reach.ts';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { formVersionOn } from '../../reviews/review.forms.ts';
import { ownRefusal, type Cycle, type Review } from '../../reviews/review.ts';
import { deleteCycle, insertCycle, insertReviews, keptSince, lockCycle, lockReview } from '../../reviews/server/index.ts';
import { requireRaiserAbove } from '../../shortcomings/server/index.ts';
import { complain, groupBy, rowsOf, type CheckContext } from '../check/context.ts';
import { keyOfCycle, keyOfReview, suggestionsByReview } from '../check/reviews.check.ts';
import type { ReviewRow, ReviewSuggestionRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { FindingCode } from '../read/findings.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, noteChanges, type Change } from './import.versions.ts';

const [table, cycles] = ['reviews', 'review_cycles'] as const;

export interface ReviewsToWrite {
  readonly context: CheckContext;
  readonly find: ImportPlan['find'];
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  /** Of the whole installation: may enter for every body. */
  readonly isOperator: boolean;
}

interface Told {
  readonly id: Id<'review'>;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: ReviewRow;
  readonly unitId: Id<'unit'>;
  readonly openedById: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly suggestions: readonly ReviewSuggestionRow[];
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeReviews(ctx: Ctx, writing: ReviewsToWrite): Promise<Checked['tables'][number]> {
  const told = toldReviews(writing);
  const fresh: Told[] = [];
  let same = 0;
  for (const [key, ofCycle] of groupBy(told, (one) => cycleRef(one))) {
    const added = [];
    for (const one of ofCycle) {
      const outcome = await judge(ctx, one, writing);
      if (outcome === 'same') same += 1;
      else if (outcome === 'new') added.push(one);
    }
    if (added.length > 0 && (await addToCycle(ctx, added, { ...writing, key }))) fresh.push(...added);
  }
  await noteChanges(ctx, { runId: writing.runId, table }, fresh.map(({ id, unitId }): Change => ({ before: null, after: { id, unitId, version: 1 } })));
  await keepRefs(ctx, { sourceId: writing.sourceId, table }, fresh);
  return { table, added: fresh.length, changed: 0, removed: 0, same };
}

/** Rows whose units or person are not known have their finding already, and are left out. */
function toldReviews({ context, find }: ReviewsToWrite): Told[] {
  const suggestions = suggestionsByReview(context);
  return rowsOf(context, 'reviews').flatMap((row) => {
    const [unitId, openedById] = [find('units', row.unit), find('units', row.opened_by)] as (Id<'unit'> | undefined)[];
    const personId = row.person === null ? null : (find('people', row.person) as Id<'person'> | undefined);
    if (!unitId || !openedById || personId === undefined) return [];
    const ref = `${unitId}|${row.ref}`;
    const known = find(table, ref) as Id<'review'> | undefined;
    return [{ id: known ?? newId<'review'>(homeOf(unitId)), ref, isKnown: known !== undefined, row, unitId, openedById, personId, suggestions: suggestions.get(keyOfReview(row.unit, row.ref)) ?? [] }];
  });
}

function cycleRef({ openedById, row }: Told): string {
  return keyOfCycle({ ...row, opened_by: openedById });
}

async function judge(ctx: Ctx, told: Told, { context, isOperator }: ReviewsToWrite): Promise<'new' | 'same' | undefined> {
  const refused = await refusalOf(ctx, told, { isOperator });
  if (refused) return void say(context, told, refused);
  const before = told.isKnown ? await lockReview(ctx, told.id) : undefined;
  if (!before) return 'new';
  return isSame(before, told) ? 'same' : void say(context, told, { code: 'review.there', column: null });
}

interface Refused {
  readonly code: FindingCode;
  readonly column: keyof ReviewRow | null;
}

function say(context: CheckContext, { row }: Told, { code, column }: Refused): void {
  complain(context, { sheet: table, row: row.row, column, code, value: row.unit });
}

/** What the acts on screen would ask of the importer. The operator of the installation may do all of it, but for the own review. */
async function refusalOf(ctx: Ctx, told: Told, { isOperator }: Pick<ReviewsToWrite, 'isOperator'>): Promise<Refused | undefined> {
  const { row, unitId, openedById, personId } = told;
  if (ownRefusal(told, ctx.actor?.personId)) return { code: 'review.own', column: 'person' };
  if (!isOperator && !(await mayDo(ctx, 'review.record', openedById))) return { code: 'review.may_not_open', column: 'opened_by' };
  if (!isOperator && !(await mayDoAt(ctx, 'review.record', { unitId, personId }))) return { code: 'review.may_not_record', column: 'unit' };
  if (row.held_on > ctx.today) return { code: 'review.in_future', column: 'held_on' };
  if (!formVersionOn(row.to)) return { code: 'review.no_form', column: 'to' };
  if (!(await isAbove(ctx, told))) return { code: 'review.opener_not_above', column: 'opened_by' };
  if (personId === null) return undefined;
  if (!(await wasThere(ctx, { unitId, personId, row }))) return { code: 'review.not_there', column: 'unit' };
  const since = await keptSince(ctx.db, ctx.today);
  return since !== undefined && row.to < since ? { code: 'review.past_keeping', column: 'to' } : undefined;
}

async function isAbove(ctx: Ctx, { unitId, openedById, row: { to } }: Told): Promise<boolean> {
  try {
    await requireRaiserAbove(ctx, { unitId, raisedById: openedById, on: to });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** A member of the cell, or holding a post of the unit, at some time of the period. */
async function wasThere(ctx: Ctx, { unitId, personId, row: { from, to } }: Pick<Told, 'unitId' | 'row'> & { readonly personId: Id<'person'> }): Promise<boolean> {
  const period = sql`daterange(${from}::date, ${to}::date, '[]')`;
  const found = await firstRow(ctx.db, sql`select from placements where home_id = ${homeOf(personId)} and person_id = ${personId} and cell_id = ${unitId} and valid && ${period}
    union all select from tenures t join posts o on o.id = t.post_id and o.unit_id = ${unitId} where t.home_id = ${homeOf(personId)} and t.person_id = ${personId} and t.valid && ${period}`);
  return found !== undefined;
}

function isSame(review: Review, { personId, row, suggestions }: Told): boolean {
  const facts = (one: Pick<Review, 'personId' | 'form' | 'state' | 'heldOn' | 'conclusion'>, points: readonly (readonly string[])[]) => canonicalJson({ of: one.personId, form: one.form, state: one.state, heldOn: one.heldOn, conclusion: one.conclusion, points });
  const told = { personId, form: row.form, state: 'concluded', heldOn: row.held_on, conclusion: row.conclusion } as const;
  return facts(review, review.suggestions.map(({ text, answer }) => [text, answer])) === facts(told, suggestions.map(({ suggestion, answer }) => [suggestion, answer]));
}

/** What was opened on screen, or by another source, is not added to from a file. */
async function addToCycle(ctx: Ctx, added: readonly Told[], { context, find, runId, sourceId, key }: ReviewsToWrite & { readonly key: string }): Promise<boolean> {
  const first = added[0]!;
  const known = find(cycles, key) as Id<'reviewCycle'> | undefined;
  const standing = known && (await lockCycle(ctx, known));
  if (!standing && (await isOpened(ctx, first))) {
    for (const one of added) say(context, one, { code: 'review.cycle_there', column: 'to' });
    return false;
  }
  const cycle = standing ?? cycleOf(added, known);
  if (!standing) {
    await insertCycle(ctx, cycle);
    await noteChanges(ctx, { runId, table: cycles }, [{ before: null, after: { id: cycle.id, unitId: cycle.unitId, version: cycle.version } }]);
    await keepRefs(ctx, { sourceId, table: cycles }, [{ ref: key, id: cycle.id }]);
  }
  await insertReviews(ctx, cycle, added.map((one) => reviewOf(ctx, one, cycle)));
  return true;
}

async function isOpened(ctx: Ctx, { openedById, row: { kind, from, to } }: Told): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from review_cycles where unit_id = ${openedById} and kind = ${kind} and from_day = ${from}::date and to_day = ${to}::date`)) !== undefined;
}

/** Over, since all of it was held: closed on the last day on which it was. */
function cycleOf(added: readonly Told[], known: Id<'reviewCycle'> | undefined): Cycle {
  const { openedById: unitId, row: { kind, title, from, to, due_on: dueOn } } = added[0]!;
  return {
    id: known ?? newId<'reviewCycle'>(homeOf(unitId)), unitId, kind, title, from, to, dueOn, formVersion: formVersionOn(to)!.code,
    collectives: added.some(({ personId }) => personId === null), people: added.some(({ personId }) => personId !== null) ? 'all' : 'none', below: added.some((one) => one.unitId !== unitId),
    closedOn: added.map(({ row }) => row.held_on).toSorted().at(-1) as Day, version: 1,
  };
}

function reviewOf(ctx: Ctx, { id, unitId, openedById, personId, row, suggestions }: Told, { id: cycleId, formVersion }: Cycle): Review {
  return {
    id, cycleId, unitId, openedById, personId, form: row.form, formVersion, state: 'concluded', texts: {}, writtenBy: null, suggestions: suggestions.map(({ suggestion, answer }) => ({ id: randomUUID(), text: suggestion, answer, unitId: openedById })),
    submittedOn: null, meetingId: null, heldOn: row.held_on, opinions: [], conclusion: row.conclusion, concludedBy: ctx.actor?.accountId ?? null, former: [], reason: '', version: 1,
  };
}

/** How many reviews and cycles of the run are no longer what it left. */
export async function reviewsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c
    left join reviews r on c.table_name = ${table} and r.home_id = home_of((c.after ->> 'id')::uuid) and r.id = (c.after ->> 'id')::uuid
    left join review_cycles y on c.table_name = ${cycles} and y.home_id = home_of((c.after ->> 'id')::uuid) and y.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name in (${table}, ${cycles}) and coalesce(r.version, y.version) is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before the units and people of the run: reviews stand on them. */
export async function takeReviewsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ name: string; id: Id<'review'> & Id<'reviewCycle'> }>`select table_name as name, (after ->> 'id')::uuid as id from import_changes where run_id = ${runId} and table_name in (${table}, ${cycles})`);
  const added = changes.filter(({ name }) => name === table).map(({ id }) => id);
  await sql`delete from reviews where home_id = any(${[...new Set(added.map(homeOf))]}::smallint[]) and id = any(${added}::uuid[])`.execute(ctx.db);
  for (const { name, id } of changes) if (name === cycles) await deleteCycle(ctx, id);
}
