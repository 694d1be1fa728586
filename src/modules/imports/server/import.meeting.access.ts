/**
 * Whether an importer may record meetings where the workbook tells them: beside importing there it takes recording meetings,
 * at units that stand already and, for new ones, at those under which they are put. People on a roll follow from the unit.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { complain, groupBy, rowsOf, type CheckContext } from '../check/context.ts';
import { isOperator } from './import.store.ts';
import type { ImportPlan } from './import.plan.ts';

interface Asked {
  readonly plan: ImportPlan;
  readonly context: CheckContext;
}

export async function checkMeetingReach(ctx: Ctx, { plan, context }: Asked): Promise<void> {
  const meetings = rowsOf(context, 'meetings');
  if (meetings.length === 0 || isOperator(ctx)) return;
  const placesOf = standingPlaces(context, plan);
  const recording = await within(ctx, new Set(meetings.flatMap(({ unit }) => placesOf(unit))));
  for (const { row, unit } of meetings) {
    const places = placesOf(unit);
    if (places.length === 0 || places.some((id) => !recording.has(id))) complain(context, { sheet: 'meetings', row, column: 'unit', code: 'meeting.may_not_record', value: unit });
  }
}

/** Meetings that are there already may have been held elsewhere than the workbook now says; what is named by an id must be one. */
export async function checkKnownMeetings(ctx: Ctx, { plan, context }: Asked): Promise<void> {
  const named = rowsOf(context, 'meetings').flatMap(({ row, ref, series }) => [{ row, column: 'ref', ref }, ...(series === null ? [] : [{ row, column: 'series', ref: series }])]);
  const known = named.flatMap((naming) => plan.find('meetings', naming.ref) ?? []);
  if (known.length === 0) return;
  const found = await rows(ctx.db, sql<{ id: Id; mine: boolean }>`select m.id, ${reach(ctx, 'import.run').over('m.unit_id')} and ${reach(ctx, 'meeting.record').over('m.unit_id')} as mine
    from unnest(${known.map(homeOf)}::smallint[], ${known}::uuid[]) n (home_id, id) join meetings m on m.home_id = n.home_id and m.id = n.id`);
  const mine = new Map(found.map((meeting) => [meeting.id, meeting.mine]));
  for (const { row, column, ref } of named) {
    const id = plan.find('meetings', ref);
    // One that is out of reach and one that is none look alike.
    if (id !== undefined && !mine.get(id)) complain(context, { sheet: 'meetings', row, column, code: 'ref.unresolved', value: ref, data: { target: 'meetings' } });
  }
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

async function within(ctx: Ctx, units: ReadonlySet<Id>): Promise<ReadonlySet<Id>> {
  const found = await rows(ctx.db, sql<{ id: Id }>`select u.id from units u where u.id = any(${[...units]}::uuid[]) and ${reach(ctx, 'meeting.record').over('u.id')}`);
  return new Set(found.map(({ id }) => id));
}
