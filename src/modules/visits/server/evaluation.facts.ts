/** The facts that stand beside an evaluation, summed up over the places of its period. */
import './report.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Day } from '../../../platform/day.ts';
import type { EvaluationFacts } from '../evaluation.ts';
import type { PlaceFacts } from '../report.ts';
import { visitKinds } from '../visit.kinds.ts';
import { dueReports } from './report.due.ts';
import { placeFacts, type FactsOf } from './report.facts.ts';

export async function evaluationFacts(ctx: Ctx, of: FactsOf): Promise<EvaluationFacts> {
  const places = await placeFacts(ctx, of);
  const owing = places.filter(({ owed }) => (owed.visits ?? 0) + (owed.cellMeetings ?? 0) + (owed.committeeMeetings ?? 0) > 0);
  const sum = (told: (place: PlaceFacts) => number) => places.reduce((all, place) => all + told(place), 0);
  return {
    places: owing.length, placesMet: owing.filter(({ isMet }) => isMet).length, visits: sum(({ visits }) => visitKinds.reduce((all, kind) => all + (visits[kind] ?? 0), 0)),
    promisesDue: sum(({ promises }) => promises.due), promisesKept: sum(({ promises }) => promises.kept), petitionsRaised: sum(({ petitions }) => petitions.raised), petitionsAnswered: sum(({ petitions }) => petitions.answered), ...(await reportsIn(ctx, of)),
  };
}

/** Of the periods that ended in the time. */
async function reportsIn(ctx: Ctx, { unitId, personId, from, to }: FactsOf): Promise<Pick<EvaluationFacts, 'reportsDue' | 'reportsInTime'>> {
  const due = (await dueReports(ctx, [personId], { from, to })).filter((one) => one.unitId === unitId && one.dueOn <= ctx.today);
  const handed = await rows(ctx.db, sql<{ from_day: Day; handed_on: Day | null }>`select from_day, handed_on from cadre_reports where unit_id = ${unitId} and person_id = ${personId} and to_day between ${from}::date and ${to}::date`);
  const inTime = due.filter((one) => handed.some((report) => report.from_day === one.from && report.handed_on !== null && report.handed_on <= one.dueOn));
  return { reportsDue: due.length, reportsInTime: inTime.length };
}
