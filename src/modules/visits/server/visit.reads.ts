/** The list of visits and one of them. Nothing here writes. */
import './visit.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach, spreadOf } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { dayIn, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import { toldApart } from '../../posts/server/index.ts';
import { standingOf, type Stage, type TaskState, type TaskStanding } from '../../tasks/task.stages.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import { agreementOf, meetingOfVisit, namesPerson } from '../visit.agrees.figures.ts';
import type { visitContract } from '../visit.contract.ts';
import type { Agreement } from '../visit.kinds.ts';
import { unitsOver } from '../visit.follows.figures.ts';
import { isOwn, isWriter, within, writable } from './visit.reach.ts';
import { visitOf, type VisitRow } from './visit.store.ts';

type Input<K extends keyof typeof visitContract> = z.output<(typeof visitContract)[K]['input']>;
type Answer<K extends keyof typeof visitContract> = z.input<(typeof visitContract)[K]['output']>;
type Item = Answer<'list'>['items'][number];
export type WholeVisit = Answer<'visit'>;

export type NamedVisit = VisitRow & { readonly unit_name: string | null; readonly person_name: string | null; readonly agreement: Agreement };

export function columns(ctx: Ctx): RawBuilder<unknown> {
  return sql`v.*, ${unitNameAt('v.unit_id', sql`${ctx.today}::date`)} as unit_name, (select p.full_name from people p where p.home_id = home_of(v.person_id) and p.id = v.person_id) as person_name, ${agreementOf('v')} as agreement`;
}

export async function listVisits(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    input.mine ? isOwn(ctx) : sql`v.state = 'kept'`,
    await listedWithin(ctx, input),
    ...(input.unitId ? [sql`v.unit_id in (select body.id from (select ${input.unitId}::uuid as id union ${unitsUnder(input.unitId, ctx.today)}) under cross join lateral ${bodiesOf(sql`under.id`, sql`${ctx.today}::date`)} body)`] : []),
    ...(input.personId ? [sql`v.person_id = ${input.personId}`] : []),
    ...(input.kind ? [sql`v.kind = any(${[...input.kind]}::text[])`] : []),
    ...(input.agreement ? [sql`${agreementOf('v')} = ${input.agreement}`] : []),
    ...(input.from ? [sql`v.visited_on >= ${input.from}::date`] : []), ...(input.to ? [sql`v.visited_on <= ${input.to}::date`] : []),
    ...(after ? [sql`(v.visited_on, v.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<NamedVisit>`select ${columns(ctx)} from visits v where ${sql.join(conditions, sql` and `)} order by v.visited_on desc, v.id desc limit ${input.limit + 1}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.visited_on, row.id], item: itemOf });
  return { ...page, items: await toldApart(ctx, page.items, ctx.today) };
}

/** Where little is within reach its visits are gathered, else they are walked from the latest on. */
async function listedWithin(ctx: Ctx, { mine, personId, unitId }: Pick<Input<'list'>, 'mine' | 'personId' | 'unitId'>): Promise<RawBuilder<unknown>> {
  ctx.asked.add('visit.read');
  if (mine) return isOwn(ctx);
  const { wide } = await spreadOf(ctx, 'visit.read');
  const isMuch = wide === 'country' || wide.length > 0;
  return isMuch || personId || unitId ? within(ctx) : sql`(v.home_id, v.id) in (select o.home_id, o.id from visits o where ${reach(ctx, 'visit.read').over('o.unit_id')} union select v.home_id, v.id from visits v where ${isOwn(ctx)})`;
}

export async function readVisit(ctx: Ctx, { id }: Input<'visit'>): Promise<WholeVisit> {
  const found = await rows(ctx.db, sql<NamedVisit>`select ${columns(ctx)} from visits v where v.home_id = ${homeOf(id)} and v.id = ${id} and ${within(ctx)}`);
  const [whole] = await wholeVisits(ctx, found);
  if (!whole) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return whole;
}

/** Asks access of the meeting alone: goes with visits that may be read. */
export async function wholeVisits(ctx: Ctx, found: readonly NamedVisit[]): Promise<WholeVisit[]> {
  if (found.length === 0) return [];
  const beside = new Map((await besideOf(ctx, found.map(({ id }) => id as Id<'visit'>))).map((row) => [row.id, row]));
  const names = await writersOf(ctx, found);
  return found.map((row) => wholeOf(ctx, row, { beside: beside.get(row.id)!, names }));
}

interface BesideRow {
  readonly id: string;
  readonly meeting: { readonly id: Id<'meeting'>; readonly kind: MeetingKind } | null;
  readonly tasks: readonly { readonly id: string; readonly state: TaskState; readonly stage: Stage }[];
  readonly files: WholeVisit['files'];
  readonly is_writable: boolean;
  readonly is_here: boolean;
}

function besideOf(ctx: Ctx, ids: readonly Id<'visit'>[]): Promise<BesideRow[]> {
  return rows(ctx.db, sql<BesideRow>`select v.id, ${writable(ctx)} as is_writable, ${reach(ctx, 'visit.record').at('v.unit_id')} as is_here,
      (select jsonb_build_object('id', m.id, 'kind', m.kind) from ${meetingOfVisit('v')} m where ${reach(ctx, 'meeting.read').at('v.unit_id')}) as meeting,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state, 'stage', t.stage)) from tasks t where t.origin_kind = 'visit' and t.origin_id = v.id), '[]') as tasks,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.recorded_at, f.id) from visit_files f where f.home_id = v.home_id and f.visit_id = v.id), '[]') as files
    from unnest(${ids.map(homeOf)}::smallint[], ${[...ids]}::uuid[]) n (home_id, id) join visits v on v.home_id = n.home_id and v.id = n.id`);
}

function wholeOf(ctx: Ctx, row: NamedVisit, { beside, names }: { readonly beside: BesideRow; readonly names: ReadonlyMap<string, Writer> }): WholeVisit {
  const visit = visitOf(row);
  const standings = new Map(beside.tasks.map(({ id, ...task }): [string, TaskStanding] => [id, standingOf(task)]));
  const writer = row.recorded_by === null ? undefined : names.get(row.recorded_by);
  const mayWrite = beside.is_writable && isWriter(ctx, visit, row.recorded_by as Id<'account'> | null);
  return {
    ...itemOf(row), met: [...visit.met], heard: [...visit.heard], advice: visit.advice, promised: visit.promises.map((one) => ({ ...one, standing: standings.get(one.id) ?? null })), meetingId: visit.meetingId, meeting: beside.meeting, files: beside.files,
    steps: visit.steps.map(({ kind, on, by, words, former = {} }) => ({ kind, on, by: by === null ? null : (names.get(by)?.name ?? null), words, former: Object.keys(former) as WholeVisit['steps'][number]['former'] })), // the keys of an account alone
    recordedOn: dayIn(row.recorded_at), writer: writer && writer.personId !== visit.personId ? writer.name : null, may: mayWrite ? ['correct', 'attach', ...(beside.is_here ? ['putBack' as const] : [])] : [],
  };
}

interface Writer {
  readonly id: string;
  readonly name: string;
  readonly personId: Id<'person'> | null;
}

async function writersOf(ctx: Ctx, found: readonly NamedVisit[]): Promise<ReadonlyMap<string, Writer>> {
  const ids = [...new Set(found.flatMap(({ recorded_by: by, content }) => [by, ...content.steps.map((step) => step.by)]).filter((by) => by !== null))];
  if (ids.length === 0) return new Map();
  const accounts = await rows(ctx.db, sql<Writer>`select id, display_name as name, person_id as "personId" from accounts where id = any(${ids}::uuid[])`);
  return new Map(accounts.map((account) => [account.id, account]));
}

/** Both sides of a meeting: visits that claim it, and cadres of the place that its record names and who wrote no visit. */
export async function visitsOfMeeting(ctx: Ctx, { meetingId }: Input<'ofMeeting'>): Promise<Answer<'ofMeeting'>> {
  const meeting = await firstRow(ctx.db, sql<{ unit_id: Id<'unit'>; held_on: Day }>`select unit_id, held_on from meetings where home_id = ${homeOf(meetingId)} and id = ${meetingId}`);
  const isSeen = meeting !== undefined && (await mayDo(ctx, 'visit.read', meeting.unit_id)) && (await mayDo(ctx, 'meeting.read', meeting.unit_id));
  if (!isSeen) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const { unit_id: unitId, held_on: on } = meeting;
  const found = await rows(ctx.db, sql<NamedVisit>`select ${columns(ctx)} from visits v where v.unit_id = ${unitId} and v.visited_on = ${on}::date and v.state = 'kept' and (select m.id from ${meetingOfVisit('v')} m) = ${meetingId} order by v.id limit 40`);
  const unmatched = await rows(ctx.db, sql<{ id: Id<'person'>; name: string }>`
    select distinct p.id, p.full_name as name from meetings m join oversight_assignments a on a.valid @> m.held_on join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id
    where m.home_id = ${homeOf(meetingId)} and m.id = ${meetingId} and a.unit_id in ${unitsOver(sql`${unitId}::uuid`, sql`${on}::date`)} and ${namesPerson('m', sql`a.person_id`)}
      and a.person_id <> all(${found.map((row) => row.person_id)}::uuid[]) order by p.full_name, p.id limit 40`);
  return { items: found.map(itemOf), unmatched };
}

export function itemOf(row: NamedVisit): Item {
  const { id, unitId, personId, on, kind, place, heard, promises, state, version } = visitOf(row);
  return {
    id, unit: { id: unitId, name: row.unit_name ?? '' }, person: { id: personId, name: row.person_name ?? '' }, on, kind, place, topics: [...new Set(heard.map(({ topic }) => topic))], promises: promises.length,
    agreement: row.agreement, isWithdrawn: state === 'withdrawn', version,
  };
}
