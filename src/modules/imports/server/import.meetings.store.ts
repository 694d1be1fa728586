/**
 * Meetings of a workbook into the database. They come last of all that an import writes, for the members of the same import
 * stand on their rolls. In parts: the rolls of one part are all that is in memory. Of a changed meeting the run keeps the
 * whole as it stood; whether one was changed since is told by its version. Out of it again: `import.meetings.undo.ts`.
 */
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import type { Meeting } from '../../meetings/meeting.ts';
import { insertMeetings, lockMeetings, namesOf, replaceMeetings, rollsOf, type Replacement } from '../../meetings/server/index.ts';
import { findRuleValues } from '../../rules/server/index.ts';
import type { CheckContext } from '../check/context.ts';
import type { Checked } from '../imports.contract.ts';
import type { WorkbookSheets } from '../read/workbook.ts';
import { checkRoll, checkRules, checkSeries, checkUnit, complainOf, refusalComplaint, rulesAsked, warnOfPresent, type InForce, type UnitOnDay } from './import.meetings.check.ts';
import { heldMeeting, isSameMeeting, toldMeetings, type FindId, type ToldMeeting } from './import.meetings.ts';
import { candidatesOf, withNamed } from './import.roll.names.ts';
import { keepRefs, lastVersions, noteChanges } from './import.versions.ts';

/** By this name the run knows them. */
const table = 'meetings';
const part = 250;

export interface MeetingsToWrite {
  readonly sheets: WorkbookSheets;
  readonly find: FindId;
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeMeetings(ctx: Ctx, given: MeetingsToWrite): Promise<Checked['tables'][number]> {
  const counts = { table, added: 0, changed: 0, removed: 0, same: 0 };
  const told = toldMeetings(given.sheets, given.find);
  const units = new Map(told.map(({ id, unitId }) => [id, unitId]));
  let done = 0;
  for (const these of partsOf(told)) {
    const { added, changed, same } = await writePart(ctx, these, { ...given, units });
    counts.added += added;
    counts.changed += changed;
    counts.same += same;
    done += these.length;
    given.onProgress?.(done);
    await setImmediate(); // others are served between two parts
  }
  return counts;
}

/** In the order of the sheet; further sittings after all that come before them in their series: who came to those is on no roll of theirs. */
function partsOf(told: readonly ToldMeeting[]): ToldMeeting[][] {
  const bySeries = Map.groupBy(told.filter(({ seriesId }) => seriesId !== null), ({ seriesId }) => seriesId);
  const orderOf = new Map([...bySeries.values()].flatMap((sittings) => sittings.toSorted(byDay).map(({ id }, at): [Id<'meeting'>, number] => [id, at + 1])));
  const waves = Map.groupBy(told, ({ id }) => orderOf.get(id) ?? 0);
  return [...waves].toSorted(([one], [other]) => one - other).flatMap(([, wave]) => Array.from({ length: Math.ceil(wave.length / part) }, (_, at) => wave.slice(at * part, (at + 1) * part)));
}

function byDay(one: ToldMeeting, other: ToldMeeting): number {
  return `${one.row.on} ${one.id}` < `${other.row.on} ${other.id}` ? -1 : 1;
}

type Writing = MeetingsToWrite & { readonly units: ReadonlyMap<Id<'meeting'>, Id<'unit'>> };

async function writePart(ctx: Ctx, told: readonly ToldMeeting[], writing: Writing): Promise<{ added: number; changed: number; same: number }> {
  const stored = await lockMeetings(ctx, told.map(({ id }) => id));
  await warnOfOthers(ctx, told, writing);
  await warnOfChanges(ctx, { told, stored, writing });
  const fit = await fitting(ctx, { told, stored, writing });
  const added: { told: ToldMeeting; meeting: Meeting }[] = [];
  const changed: Replacement[] = [];
  for (const { told: one, meeting } of fit) {
    const before = stored.get(one.id);
    if (before && isSameMeeting(before, meeting)) continue;
    warnOfPresent(writing.context, one, { before, meeting });
    if (before) changed.push({ before, after: { ...meeting, version: before.version + 1 } });
    else added.push({ told: one, meeting: { ...meeting, version: 1 } });
  }
  await insertMeetings(ctx, added.map(({ meeting }) => meeting));
  await replaceMeetings(ctx, changed);
  await noteChanges(ctx, { runId: writing.runId, table }, [...added.map(({ meeting }) => ({ before: null, after: meeting })), ...changed]);
  await keepRefs(ctx, { sourceId: writing.sourceId, table }, added.flatMap(({ told: { id, row } }) => (row.ref.startsWith('id:') ? [] : [{ ref: row.ref, id }])));
  return { added: added.length, changed: changed.length, same: fit.length - added.length - changed.length };
}

interface Part {
  readonly told: readonly ToldMeeting[];
  readonly stored: ReadonlyMap<Id<'meeting'>, Meeting>;
  readonly writing: Writing;
}

/** Those of which nothing is wrong, as they are to stand. */
async function fitting(ctx: Ctx, { told: all, stored, writing }: Part): Promise<{ told: ToldMeeting; meeting: Meeting }[]> {
  const { context } = writing;
  const units = await unitsOf(ctx, all);
  const series = await unitsOfSeries(ctx, all, writing.units);
  const inForce = await rulesOf(ctx, all);
  const names = new Map(all.map(({ id }, at) => [id, units[at]?.name ?? '']));
  const told = all.filter((one, at) => checkUnit(context, { told: one, unit: units[at] }) && checkSeries(context, one, series) && checkRules(context, one, inForce.get(one.id)));
  if (told.length === 0) return [];
  const seriesOf = ({ id, seriesId }: ToldMeeting) => (writing.sheets.meetings!.columns.has('series') ? seriesId : (stored.get(id)?.seriesId ?? null));
  const rolls = await rollsOf(ctx, told.map((one) => ({ id: one.id, unitId: one.unitId, on: one.row.on, kind: one.row.kind, seriesId: seriesOf(one), expectsAway: inForce.get(one.id)!['meeting.expectsAway'] === 1 })));
  const candidates = await candidatesOf(ctx, told, rolls);
  const named = told.map((one, at) => withNamed(context, one, rolls[at]!.flatMap(({ personId }) => candidates.get(personId) ?? [])));
  const people = await namesOf(ctx, named.flatMap((one) => one ?? []).flatMap(({ exceptions, id }) => [...(exceptions ?? stored.get(id)?.roll ?? []), ...(stored.get(id)?.opinions ?? [])].flatMap(({ personId }) => personId ?? []).concat((stored.get(id)?.conclusions ?? []).flatMap(({ ownerId }) => ownerId ?? []))));
  return named.flatMap((one, at) => {
    if (!one || !checkRoll(context, one, rolls[at]!)) return [];
    const { 'meeting.quorumShare': quorumShare = 0, 'meeting.score.good': good = 0, 'meeting.score.fair': fair = 0, 'meeting.score.average': average = 0 } = inForce.get(one.id)!;
    const meeting = heldMeeting(one, {
      before: stored.get(one.id), roll: rolls[at]!, columns: writing.sheets.meetings!.columns, today: ctx.today, quorumShare, bounds: { good, fair, average },
      names: { unit: names.get(one.id)!, person: (id) => people.get(id as Id<'person'>) ?? '' },
    });
    if (!isRefusal(meeting)) return [{ told: one, meeting }];
    complainOf(context, one, refusalComplaint(meeting));
    return [];
  });
}

async function rulesOf(ctx: Ctx, told: readonly ToldMeeting[]): Promise<Map<Id<'meeting'>, InForce>> {
  const places = told.map(({ unitId, row }) => ({ unitId, on: row.on }));
  const found = new Map(told.map(({ id }): [Id<'meeting'>, InForce] => [id, {}]));
  for (const key of rulesAsked) {
    const values = await findRuleValues(ctx, key, places);
    for (const [at, { id }] of told.entries()) if (values[at] !== undefined) found.get(id)![key] = values[at];
  }
  return found;
}

async function unitsOf(ctx: Ctx, told: readonly ToldMeeting[]): Promise<(UnitOnDay | undefined)[]> {
  const found = await rows(ctx.db, sql<UnitOnDay & { at: number }>`select q.at::int as at, v.name, v.kind from unnest(${told.map(({ unitId }) => unitId)}::uuid[], ${told.map(({ row }) => row.on)}::date[]) with ordinality q (unit_id, held_on, at)
    join unit_versions v on v.unit_id = q.unit_id and v.valid @> q.held_on`);
  const byPlace = new Map(found.map((unit) => [unit.at, unit]));
  return told.map((_, at) => byPlace.get(at + 1));
}

async function unitsOfSeries(ctx: Ctx, told: readonly ToldMeeting[], ofFile: Writing['units']): Promise<ReadonlyMap<Id<'meeting'>, Id<'unit'>>> {
  const before = told.flatMap(({ seriesId }) => (seriesId === null || ofFile.has(seriesId) ? [] : [seriesId]));
  if (before.length === 0) return ofFile;
  const found = await rows(ctx.db, sql<{ id: Id<'meeting'>; unit_id: Id<'unit'> }>`select m.id, m.unit_id from unnest(${before}::uuid[]) n (id) join meetings m on m.home_id = home_of(n.id) and m.id = n.id`);
  return new Map([...ofFile, ...found.map(({ id, unit_id }) => [id, unit_id] as const)]);
}

/** The same meeting may have been recorded on screen, or come from another source. */
async function warnOfOthers(ctx: Ctx, told: readonly ToldMeeting[], { context, units }: Writing): Promise<void> {
  const found = await rows(ctx.db, sql<{ at: number; id: Id<'meeting'> }>`select q.at::int as at, m.id
    from unnest(${told.map(({ unitId }) => unitId)}::uuid[], ${told.map(({ row }) => row.on)}::date[], ${told.map(({ row }) => row.kind)}::text[]) with ordinality q (unit_id, held_on, kind, at)
    join meetings m on m.unit_id = q.unit_id and m.held_on = q.held_on and m.kind = q.kind and m.state <> 'cancelled'`);
  for (const at of new Set(found.filter(({ id }) => !units.has(id)).map((other) => other.at))) {
    const one = told[at - 1]!;
    complainOf(context, one, { severity: 'warning', column: 'on', code: 'meeting.there_already', data: { on: one.row.on } });
  }
}

/** What was changed on screen since this source last wrote it is said before it is written over. */
async function warnOfChanges(ctx: Ctx, { told, stored, writing }: Part): Promise<void> {
  const last = await lastVersions(ctx, { sourceId: writing.sourceId, table }, [...stored.keys()]);
  for (const one of told) {
    const version = last.get(one.id);
    if (version !== undefined && version < (stored.get(one.id)?.version ?? 0)) complainOf(writing.context, one, { severity: 'warning', column: null, code: 'row.changed_since' });
  }
}
