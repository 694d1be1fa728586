/**
 * Meetings of an import out of the database again: those that the run added are gone, those that it changed stand as before.
 * No key of the database leads from rolls to people: whether somebody is still needed there is asked here.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Meeting } from '../../meetings/meeting.ts';
import { areNamedInMeetings, deleteMeetings, haveLaterSittings, lockMeetings, replaceMeetings } from '../../meetings/server/index.ts';
import { knowAgain } from './import.versions.ts';

const part = 250;

/** How many meetings of the run are no longer what it left. */
export async function meetingsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join meetings m on m.home_id = home_of((c.after ->> 'id')::uuid) and m.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = 'meetings' and m.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before anything else of the run: meetings stand on units. A version never goes back, also when what stood before is put back. */
export async function takeMeetingsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const gone: Meeting[] = [];
  for (let after = 0; ; ) {
    const changes = await rows(ctx.db, sql<{ seq: number; id: Id<'meeting'>; before: Meeting | null }>`select seq, after ->> 'id' as id, before from import_changes
      where run_id = ${runId} and table_name = 'meetings' and seq > ${after} order by seq limit ${part}`);
    if (changes.length === 0) break;
    const now = await lockMeetings(ctx, changes.map(({ id }) => id));
    const added = changes.flatMap(({ id, before }) => (before === null ? (now.get(id) ?? []) : []));
    const restored = changes.flatMap(({ id, before }) => (before === null ? [] : [{ before: now.get(id)!, after: { ...before, version: now.get(id)!.version + 1 }, was: before.version }]));
    await replaceMeetings(ctx, restored);
    await knowAgain(ctx, { runId, table: 'meetings' }, restored.map(({ after: { id, version }, was }) => ({ id, version, was })));
    await deleteMeetings(ctx, added);
    gone.push(...added.map((meeting) => ({ ...meeting, roll: [], guests: [] })));
    after = changes.at(-1)!.seq;
  }
  if (await haveLaterSittings(ctx, gone)) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
}

/** People whom meetings name that were held since: no key of the database would keep them. To be asked when the run's own meetings are gone. */
export async function requireNobodyInMeetings(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const added = await rows(ctx.db, sql<{ id: Id<'person'> }>`select after ->> 'id' as id from import_changes where run_id = ${runId} and table_name = 'people' and before is null`);
  if (added.length > 0 && (await areNamedInMeetings(ctx, added.map(({ id }) => id)))) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
}
