/**
 * Petitions of a workbook into the database and out of it again, by the rules of the acts on screen, each on its own day. One that
 * was worked on on screen since is never written over.
 */
import { sql } from 'kysely';
import { mayDo } from '../../../access/reach.ts';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/problem.ts';
import { markPetitions, type CountedPetition } from '../../../figures/server/index.ts';
import { insertPetition, lockPetition, openClocks, savePetition, type Clocks } from '../../petitions/server/index.ts';
import { answer, confirm, raise, reopen, route, type Petition } from '../../petitions/petition.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from '../check/context.ts';
import type { PetitionRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

const table = 'petitions';

interface Writing {
  readonly plan: Pick<ImportPlan, 'find'>;
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  /** Of the whole installation: may answer for every body. */
  readonly isOperator: boolean;
}

interface Told {
  readonly id: Id<'petition'>;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: PetitionRow;
  readonly unitId: Id<'unit'>;
  readonly bodyId: Id<'unit'> | undefined;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writePetitions(ctx: Ctx, writing: Writing): Promise<Checked['tables'][number]> {
  const { context, runId, sourceId, isOperator } = writing;
  const told = toldPetitions(writing);
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const clocks = await openClocks(ctx, told.map(({ row }) => row.raised_on).toSorted()[0] ?? ctx.today);
  const changes: Change[] = [];
  let same = 0;
  for (const one of told) {
    const change = await writeOne(ctx, one, { context, last, isOperator, clocks });
    if (change === 'same') same += 1;
    else if (change) changes.push(change);
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

function toldPetitions({ plan, context }: Writing): Told[] {
  return rowsOf(context, 'petitions').flatMap((row) => {
    const unitId = plan.find('units', row.unit) as Id<'unit'> | undefined;
    if (!unitId) return [];
    const ref = `${unitId}|${row.ref}`;
    const known = plan.find(table, ref) as Id<'petition'> | undefined;
    return [{ id: known ?? newId<'petition'>(homeOf(unitId)), ref, isKnown: known !== undefined, row, unitId, bodyId: row.body === null ? undefined : (plan.find('units', row.body) as Id<'unit'> | undefined) }];
  });
}

interface Against {
  readonly context: CheckContext;
  readonly last: ReadonlyMap<string, number>;
  readonly isOperator: boolean;
  readonly clocks: Clocks;
}

async function writeOne(ctx: Ctx, told: Told, { context, last, isOperator, clocks }: Against): Promise<Change | 'same' | undefined> {
  const before = told.isKnown ? await lockPetition(ctx, told.id) : undefined;
  const after = await petitionOf(ctx, told, clocks);
  const refused = isRefusal(after) ? after : await refusalOf(ctx, after, { isOperator });
  if (isRefusal(after) || refused) return void complain(context, { sheet: table, row: told.row.row, ...complaintOf(refused!) });
  if (before && isSame(before, after)) return 'same';
  if (before && (last.get(told.id) ?? 0) < before.version) return void complain(context, { sheet: table, row: told.row.row, column: null, code: 'petition.worked_on' });
  return { before: before ?? null, after: before ? await savePetition(ctx, { ...after, version: before.version }) : await insertPetition(ctx, after, null) };
}

/** Each step on its own day, as it would have been recorded then. */
async function petitionOf(ctx: Ctx, { id, row, unitId, bodyId }: Told, clocks: Clocks): Promise<Petition | Refusal> {
  const { raised_on: raisedOn, routed_on: routedOn, answered_on: answeredOn, reopened_on: reopenedOn, confirmed_on: confirmedOn, outcome } = row;
  const latest = [raisedOn, routedOn, answeredOn, reopenedOn, confirmedOn].filter((on) => on !== null).toSorted().at(-1)!;
  if (latest > ctx.today) return refuse('petitions.inFuture', 'invalid');
  if (!(await clocks.isTopic(row.topic, unitId, raisedOn))) return refuse('petitions.topicUnknown', 'invalid');
  const receiver = await clocks.receiver(unitId, raisedOn);
  if (!receiver) return refuse('petitions.noOffice', 'invalid');
  const doing = (on: Day, at: Id<'unit'>, words = '') => ({ on, by: ctx.actor?.accountId ?? null, unitId: at, words });
  const asking = { topic: row.topic, text: row.text, peopleBehind: row.people_behind, raisedOn };
  const steps: ((petition: Petition) => Promise<Petition | Refusal> | Petition | Refusal)[] = [];
  if (bodyId && routedOn) steps.push(async (one) => route(one, { bodyId, outside: row.outside, dueOn: await clocks.due('petition.firstAnswerWorkingDays', { bodyId, from: routedOn }) }, doing(routedOn, receiver)));
  if (answeredOn && outcome) steps.push((one) => answer(one, { outcome, text: row.answer ?? '', plannedOn: row.planned_on, days: clocks.between(raisedOn, answeredOn) }, doing(answeredOn, one.bodyId)));
  if (reopenedOn) steps.push(async (one) => reopen(one, { dueOn: await clocks.due('petition.secondAnswerWorkingDays', { bodyId: one.bodyId, from: reopenedOn }) }, doing(reopenedOn, unitId, row.reason ?? '')));
  if (confirmedOn) steps.push((one) => confirm(one, doing(confirmedOn, unitId)));
  const dueOn = await clocks.due('petition.firstAnswerWorkingDays', { bodyId: receiver, from: raisedOn });
  let petition = raise({ id, unitId, source: row.source, sourceId: null, channel: null, bodyId: receiver, dueOn, earlierId: null, asking }, doing(raisedOn, unitId));
  for (const step of steps) petition = isRefusal(petition) ? petition : await step(petition);
  return isRefusal(petition) ? petition : { ...petition, moves: row.moves ?? 0 };
}

/** What the acts on screen would ask of the importer beside recording it. The operator of the installation may do all of it. */
async function refusalOf(ctx: Ctx, { bodyId, state }: Petition, { isOperator }: Pick<Against, 'isOperator'>): Promise<Refusal | undefined> {
  const isHandled = state !== 'received';
  return !isHandled || isOperator || (await mayDo(ctx, 'petition.handle', bodyId)) ? undefined : refuse('platform.forbidden', 'forbidden');
}

function complaintOf({ code }: Refusal): Omit<Complaint, 'sheet' | 'row'> {
  if (code === 'petitions.inFuture') return { column: null, code: 'petition.in_future' };
  if (code === 'petitions.topicUnknown') return { column: 'topic', code: 'petition.topic_unknown' };
  if (code === 'petitions.noOffice') return { column: 'unit', code: 'petition.no_office' };
  if (code === 'platform.forbidden') return { column: 'body', code: 'petition.may_not_handle' };
  return { column: null, code: 'database.refused', data: { problem: code } };
}

/** Who wrote it down is not what it says. */
function isSame(one: Petition, other: Petition): boolean {
  const facts = ({ version: _version, steps, ...rest }: Petition) => canonicalJson({ ...rest, steps: steps.map(({ by: _by, ...step }) => step) });
  return facts(one) === facts(other);
}

/** How many petitions of the run are no longer what it left. */
export async function petitionsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join petitions p on p.home_id = home_of((c.after ->> 'id')::uuid) and p.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and p.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before the units of the run. A version never goes back, also when what stood before is put back. */
export async function takePetitionsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ id: Id<'petition'>; before: Petition | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    const now = (await lockPetition(ctx, id))!;
    const { version } = await savePetition(ctx, { ...before, version: now.version });
    restored.push({ id, version, was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  const fresh = changes.filter(({ before }) => before === null).map(({ id }) => id);
  const gone = await rows(ctx.db, sql<CountedPetition>`delete from petitions where home_id = any(${[...new Set(fresh.map(homeOf))]}::smallint[]) and id = any(${fresh}::uuid[]) returning unit_id as "unitId", body_id as "bodyId", raised_on as "raisedOn", answered_on as "answeredOn"`);
  await markPetitions(ctx.db, gone);
}
