/**
 * Whether an importer may record meetings, enter documents with their clauses, answer these, note shortcomings, record petitions, give tasks, assign cadres, record their visits and reports, or enter ratings of organisations and of people, where the workbook tells them: beside importing there it takes
 * the verb of the act on screen, at units that stand already and, for new ones, at those under which they are put.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { complain, groupBy, rowsOf, type CheckContext } from '../check/context.ts';
import { isOperator } from './import.store.ts';
import type { ImportPlan } from './import.plan.ts';

const acts = [
  { sheet: 'meetings', verb: 'meeting.record', code: 'meeting.may_not_record', of: toldBy('meetings') },
  { sheet: 'documents', verb: 'document.record', code: 'document.may_not_record', of: toldBy('documents') },
  { sheet: 'clauses', verb: 'document.record', code: 'document.may_not_record', of: toldBy('clauses') },
  { sheet: 'answers', verb: 'document.record', code: 'document.may_not_record', of: toldBy('answers') },
  { sheet: 'tasks', verb: 'task.record', code: 'task.may_not_record', of: toldBy('tasks') },
  { sheet: 'shortcomings', verb: 'shortcoming.record', code: 'shortcoming.may_not_record', of: toldBy('shortcomings') },
  { sheet: 'oversight_regulations', verb: 'oversight.assign', code: 'oversight.may_not_assign', of: toldBy('oversight_regulations') },
  { sheet: 'oversight', verb: 'oversight.assign', code: 'oversight.may_not_assign', of: toldBy('oversight') },
  { sheet: 'visits', verb: 'visit.record', code: 'visit.may_not_record', of: toldBy('visits') },
  { sheet: 'reports', verb: 'oversight.evaluate', code: 'visit.may_not_record', of: toldBy('reports') },
  { sheet: 'petitions', verb: 'petition.record', code: 'petition.may_not_record', of: toldBy('petitions') },
  { sheet: 'ratings', verb: 'rating.record', code: 'rating.may_not_record', of: (context: CheckContext) => rowsOf(context, 'ratings').filter(({ person }) => person === null) },
  { sheet: 'ratings', verb: 'personalRating.record', code: 'rating.may_not_record', of: (context: CheckContext) => rowsOf(context, 'ratings').filter(({ person }) => person !== null) },
] as const;

export async function checkRecordingReach(ctx: Ctx, { plan, context }: { plan: ImportPlan; context: CheckContext }): Promise<void> {
  if (isOperator(ctx)) return;
  const placesOf = standingPlaces(context, plan);
  for (const { sheet, verb, code, of } of acts) {
    const told = of(context);
    if (told.length === 0) continue;
    const allowed = await within(ctx, verb, new Set(told.flatMap(({ unit }) => placesOf(unit))));
    for (const { row, unit } of told) {
      const places = placesOf(unit);
      if (places.length === 0 || places.some((id) => !allowed.has(id))) complain(context, { sheet, row, column: 'unit', code, value: unit });
    }
  }
}

function toldBy(sheet: 'meetings' | 'documents' | 'clauses' | 'answers' | 'shortcomings' | 'tasks' | 'oversight_regulations' | 'oversight' | 'visits' | 'reports' | 'petitions') {
  return (context: CheckContext): readonly { readonly row: number; readonly unit: string }[] => rowsOf(context, sheet);
}

/** The unit itself where it stands already, otherwise the nearest ones above it that do. */
function standingPlaces(context: CheckContext, plan: ImportPlan): (ref: string) => readonly Id[] {
  const versions = groupBy(rowsOf(context, 'units'), ({ ref }) => ref);
  const found = new Map<string, readonly Id[]>();
  return function placesOf(ref: string): readonly Id[] {
    const known = plan.knownUnits.get(ref);
    if (known !== undefined) return [known];
    if (!found.has(ref)) {
      found.set(ref, []); // stops at a cycle, which the checks report
      const parents = (versions.get(ref) ?? []).flatMap((row) => [row.party_parent, row.territory_parent, row.government_parent, row.front_parent]);
      found.set(ref, [...new Set(parents.flatMap((parent) => (parent === null ? [] : placesOf(parent))))]);
    }
    return found.get(ref)!;
  };
}

async function within(ctx: Ctx, verb: Verb, units: ReadonlySet<Id>): Promise<ReadonlySet<Id>> {
  const found = await rows(ctx.db, sql<{ id: Id }>`select u.id from units u where u.id = any(${[...units]}::uuid[]) and ${reach(ctx, verb).over('u.id')}`);
  return new Set(found.map(({ id }) => id));
}
