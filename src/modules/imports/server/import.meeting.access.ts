/** Meetings that a workbook names and that stand already: whether they are the importer's. Where new ones may be recorded: `import.recording.access.ts`. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import type { ImportPlan } from './import.plan.ts';

interface Asked {
  readonly plan: ImportPlan;
  readonly context: CheckContext;
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
