/** Petitions of a workbook into the database and out of it again. */
import { sql } from 'kysely';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/problem.ts';
import { markPetitions, type CountedPetition } from '../../../figures/server/index.ts';
import { insertPetition, lockPetition, openClocks, savePetition, type Clocks } from '../../petitions/server/index.ts';
import { answer, confirm, raise, reopen, route, type Petition } from '../../petitions/petition.ts';
import { rowsOf, type Complaint } from '../check/context.ts';
import type { PetitionRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import { putSteppedBack, steppedChangedSince, writeStepped, type SteppedStore, type SteppedWriting } from './import.stepped.ts';

const store: SteppedStore<Petition> = { table: 'petitions', lock: lockPetition, insert: (ctx, petition) => insertPetition(ctx, petition, null), save: savePetition };

interface Told {
  readonly id: Id<'petition'>;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: PetitionRow;
  readonly unitId: Id<'unit'>;
  readonly bodyId: Id<'unit'> | undefined;
}

export async function writePetitions(ctx: Ctx, writing: SteppedWriting): Promise<Checked['tables'][number]> {
  const told = toldPetitions(writing);
  const clocks = await openClocks(ctx, told.map(({ row }) => row.raised_on).toSorted()[0] ?? ctx.today);
  return writeStepped(ctx, store, { ...writing, told, make: (one) => petitionOf(ctx, one, clocks), refusalOf: (_, petition) => refusalOf(ctx, petition, writing), complaintOf, workedOn: 'petition.worked_on' });
}

function toldPetitions({ plan, context }: SteppedWriting): Told[] {
  return rowsOf(context, 'petitions').flatMap((row) => {
    const unitId = plan.find('units', row.unit) as Id<'unit'> | undefined;
    if (!unitId) return [];
    const ref = `${unitId}|${row.ref}`;
    const known = plan.find(store.table, ref) as Id<'petition'> | undefined;
    return [{ id: known ?? newId<'petition'>(homeOf(unitId)), ref, isKnown: known !== undefined, row, unitId, bodyId: row.body === null ? undefined : (plan.find('units', row.body) as Id<'unit'> | undefined) }];
  });
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
async function refusalOf(ctx: Ctx, { bodyId, state }: Petition, { isOperator }: Pick<SteppedWriting, 'isOperator'>): Promise<Refusal | undefined> {
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

export function petitionsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  return steppedChangedSince(ctx, store.table, runId);
}

/** Before the units of the run. */
export async function takePetitionsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const fresh = await putSteppedBack(ctx, store, runId);
  const gone = await rows(ctx.db, sql<CountedPetition>`delete from petitions where home_id = any(${[...new Set(fresh.map(homeOf))]}::smallint[]) and id = any(${fresh}::uuid[]) returning unit_id as "unitId", body_id as "bodyId", raised_on as "raisedOn", answered_on as "answeredOn"`);
  await markPetitions(ctx.db, gone);
}
