/** The facts that stand beside an evaluation, summed up over the places of its period. */
import type { Ctx } from '../../../platform/context.ts';
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
  const due = (await dueReports(ctx, [personId], { from, to })).filter((one) => one.unitId === unitId && (one.handedOn !== null || one.dueOn < ctx.today));
  return { reportsDue: due.length, reportsInTime: due.filter(({ handedOn, dueOn }) => handedOn !== null && handedOn <= dueOn).length };
}
