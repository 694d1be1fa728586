/** Cycles with their progress, lists of reviews, one review with the facts beside it; and one's own. Nothing here writes. */
import './review.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, mayDoAt, placedAt, reach, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import { parentOf } from '../../meetings/server/index.ts';
import { recordLooks } from '../../people/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { reviewContract } from '../review.contract.ts';
import { formVersions, sectionsOf } from '../review.forms.ts';
import type { ReviewForm, ReviewState } from '../review.kinds.ts';
import { ownRefusal, type Review } from '../review.ts';
import { factsOf } from './review.facts.ts';
import { within, writingRefusal } from './review.reach.ts';
import { cycleOf, isCycleBegun, reviewOf, type CycleRow, type ReviewRow } from './review.store.ts';

type Input<K extends keyof typeof reviewContract> = z.output<(typeof reviewContract)[K]['input']>;
type Answer<K extends keyof typeof reviewContract> = z.input<(typeof reviewContract)[K]['output']>;
type Item = Answer<'list'>['items'][number];
type Whole = Answer<'review'>;

export async function listCycles(ctx: Ctx, input: Input<'cycles'>): Promise<Answer<'cycles'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    reach(ctx, 'review.read').at('c.unit_id'),
    ...(input.unitId ? [sql`c.unit_id = ${input.unitId}`] : []),
    ...(input.kind ? [sql`c.kind = any(${[...input.kind]}::text[])`] : []),
    ...(after ? [sql`(c.to_day, c.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<NamedCycle>`select c.*, ${unitNameAt('c.unit_id', sql`${ctx.today}::date`)} as unit_name from review_cycles c where ${sql.join(conditions, sql` and `)} order by c.to_day desc, c.id desc limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.to_day, row.id], item: (row) => cycleItemOf(row, []) });
}

type NamedCycle = CycleRow & { readonly unit_name: string | null };

/** People are told of to whoever is assigned at the committee that opened it. */
export async function readCycle(ctx: Ctx, { id }: Input<'cycle'>): Promise<Answer<'cycle'>> {
  const row = await firstRow(ctx.db, sql<NamedCycle>`select c.*, ${unitNameAt('c.unit_id', sql`${ctx.today}::date`)} as unit_name from review_cycles c where c.home_id = ${homeOf(id)} and c.id = ${id} and ${reach(ctx, 'review.read').at('c.unit_id')}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const mayRecord = await mayDo(ctx, 'review.record', row.unit_id as Id<'unit'>);
  const progress = (where: RawBuilder<unknown>) => progressOf(ctx, sql`r.cycle_id = ${id} and ${where} and ${within(ctx)}`);
  return { ...cycleItemOf(row, mayRecord ? ['record', ...((await isCycleBegun(ctx, id)) ? [] : ['drop' as const])] : []), collectives: await progress(sql`r.person_id is null`), people: await progress(sql`r.person_id is not null`) };
}

async function progressOf(ctx: Ctx, where: RawBuilder<unknown>): Promise<Answer<'cycle'>['people']> {
  const row = await firstRow(ctx.db, sql<Answer<'cycle'>['people']>`
    select count(*)::int as due, count(*) filter (where r.state = 'concluded')::int as held, count(*) filter (where r.held_on <= r.due_on)::int as "onTime",
      coalesce(sum(r.suggested), 0)::int as suggested, coalesce(sum(r.suggested - r.answered), 0)::int as unanswered
    from reviews r where ${where} and r.state <> 'excused'`);
  return row!;
}

function cycleItemOf(row: NamedCycle, may: Answer<'cycle'>['may']): Answer<'cycles'>['items'][number] {
  const { id, unitId, kind, title, from, to, dueOn, closedOn, formVersion, version } = cycleOf(row);
  return { id, unit: { id: unitId, name: row.unit_name ?? '' }, kind, title, from, to, dueOn, closedOn, paper: paperOf(formVersion), version, may };
}

type NamedReview = ReviewRow & { readonly unit_name: string | null; readonly person_name: string | null; readonly cycle_title: string | null };

function columns(ctx: Ctx): RawBuilder<unknown> {
  return sql`r.*, ${unitNameAt('r.unit_id', sql`${ctx.today}::date`)} as unit_name, (select p.full_name from people p where p.home_id = home_of(r.person_id) and p.id = r.person_id) as person_name,
    (select c.title from review_cycles c where c.home_id = home_of(r.cycle_id) and c.id = r.cycle_id) as cycle_title`;
}

export async function listReviews(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    listed(ctx, input),
    ...(input.of ? [input.of === 'people' ? sql`r.person_id is not null` : sql`r.person_id is null`] : []),
    ...(input.state ? [sql`r.state = any(${[...input.state]}::text[])`] : []),
    ...(after ? [sql`(r.to_day, r.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<NamedReview>`select ${columns(ctx)} from reviews r where ${sql.join(conditions, sql` and `)} order by r.to_day desc, r.id desc limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.to_day, row.id], item: (row) => itemOf(ctx, row) });
}

function listed(ctx: Ctx, { cycleId, unitId }: Pick<Input<'list'>, 'cycleId' | 'unitId'>): RawBuilder<unknown> {
  if (cycleId || unitId) return sql.join([within(ctx), ...(cycleId ? [sql`r.cycle_id = ${cycleId}`] : []), ...(unitId ? [sql`r.unit_id = ${unitId}`] : [])], sql` and `);
  const placed = placedAt(ctx, 'review.read');
  const read = reach(ctx, 'review.read');
  return sql`((r.person_id is null and ${read.over('r.unit_id')}) or (r.person_id is not null and (${placed('r.unit_id')} or ${placed('r.opened_by_id')})))`;
}

export async function readReview(ctx: Ctx, { id }: Input<'review'>): Promise<Whole> {
  const row = await findRow(ctx, id, within(ctx));
  const review = reviewOf(ctx.keys, row);
  await recordLooks(ctx, [review.personId]);
  const { unitId, openedById, personId } = review;
  const may: Whole['may'] = [];
  const isOwn = ownRefusal(review, ctx.actor?.personId) !== undefined;
  if (!isOwn && (await mayDoAt(ctx, 'review.record', { unitId, personId }))) may.push(...((await writingRefusal(ctx, review)) ? [] : ['write' as const]), 'hold');
  if (!isOwn && (await mayDoAt(ctx, 'review.record', { unitId: openedById, personId }))) may.push('suggest');
  return wholeOf(ctx, { row, review, may });
}

export async function listOwnReviews(ctx: Ctx): Promise<Answer<'ownList'>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (me === undefined) return { items: [] };
  const found = await rows(ctx.db, sql<NamedReview>`select ${columns(ctx)} from reviews r where r.person_id = ${me} order by r.to_day desc, r.id desc limit 100`);
  return { items: found.map((row) => itemOf(ctx, row)) };
}

export async function readOwnReview(ctx: Ctx, { id }: Input<'own'>): Promise<Whole> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  const row = await findRow(ctx, id, me === undefined ? sql`false` : sql`r.person_id = ${me}`);
  return wholeOf(ctx, { row, review: reviewOf(ctx.keys, row), may: ['write'] });
}

async function findRow(ctx: Ctx, id: Id<'review'>, where: RawBuilder<unknown>): Promise<NamedReview> {
  const row = await firstRow(ctx.db, sql<NamedReview>`select ${columns(ctx)} from reviews r where r.home_id = ${homeOf(id)} and r.id = ${id} and ${where}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return row;
}

async function wholeOf(ctx: Ctx, { row, review, may }: { readonly row: NamedReview; readonly review: Review; readonly may: Whole['may'] }): Promise<Whole> {
  const { unitId, personId, openedById, formVersion, form, texts, suggestions, submittedOn, meetingId, opinions, conclusion, former, reason, version } = review;
  const [from, to] = [row.from_day as Day, row.to_day as Day];
  const writers = await writersOf(ctx, review);
  const names = await namesOf(ctx, [openedById, ...suggestions.flatMap((one) => one.unitId ?? [])]);
  const named = (id: Id<'unit'>) => ({ id, name: names.get(id) ?? '' });
  return {
    ...itemOf(ctx, row), openedBy: named(openedById), parent: await parentOf(ctx, { unitId, on: row.held_on as Day | null ?? ctx.today }), from, to, paper: paperOf(formVersion),
    sections: sectionsOf(formVersion, form).map((section) => ({ ...section, text: texts[section.code] ?? '' })), suggestions: suggestions.map(({ unitId: by, ...one }) => ({ ...one, by: named(by ?? openedById) })), submittedOn, meeting: meetingId && (await meetingNamed(ctx, meetingId)),
    opinions: [...opinions], conclusion, former: former.map(({ by, opinions: said, ...one }) => ({ ...one, opinions: [...said], by: by && (writers.get(by)?.name ?? null) })), writtenFor: writtenFor(review, writers), reason, facts: await factsOf(ctx, { unitId, personId, from, to }), version, may,
  };
}

async function namesOf(ctx: Ctx, ids: readonly Id<'unit'>[]): Promise<ReadonlyMap<Id<'unit'>, string>> {
  const found = await rows(ctx.db, sql<{ id: Id<'unit'>; name: string | null }>`select u.id, ${unitNameAt('u.id', sql`${ctx.today}::date`)} as name from units u where u.id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(found.map(({ id, name }) => [id, name ?? '']));
}

interface Writer {
  readonly id: Id<'account'>;
  readonly name: string;
  readonly personId: Id<'person'> | null;
}

async function writersOf(ctx: Ctx, { writtenBy, former }: Review): Promise<ReadonlyMap<Id<'account'>, Writer>> {
  const ids = [writtenBy, ...former.map(({ by }) => by)].filter((by) => by !== null);
  const found = await rows(ctx.db, sql<Writer>`select id, display_name as name, person_id as "personId" from accounts where id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(found.map((writer) => [writer.id, writer]));
}

function writtenFor({ personId, writtenBy }: Review, writers: ReadonlyMap<Id<'account'>, Writer>): string | null {
  const writer = writtenBy && writers.get(writtenBy);
  return personId !== null && writer && writer.personId !== personId ? writer.name : null;
}

/** Its day and kind alone: who reads the review knows at which meeting it was held. */
async function meetingNamed(ctx: Ctx, id: Id<'meeting'>): Promise<Whole['meeting']> {
  const row = await firstRow(ctx.db, sql<{ kind: MeetingKind; on: Day }>`select kind, held_on as on from meetings where home_id = ${homeOf(id)} and id = ${id}`);
  return row ? { id, ...row } : null;
}

function itemOf(ctx: Ctx, row: NamedReview): Item {
  const [state, dueOn] = [row.state as ReviewState, row.due_on as Day];
  return {
    id: row.id as Id<'review'>, cycle: { id: row.cycle_id as Id<'reviewCycle'>, title: row.cycle_title ?? '' }, unit: { id: row.unit_id as Id<'unit'>, name: row.unit_name ?? '' },
    person: row.person_id === null ? null : { id: row.person_id as Id<'person'>, name: row.person_name ?? '' }, form: row.form as ReviewForm, state, dueOn, heldOn: row.held_on as Day | null,
    suggested: row.suggested, answered: row.answered, isLate: state !== 'concluded' && state !== 'excused' && dueOn < ctx.today,
  };
}

function paperOf(version: string): string {
  return formVersions.find(({ code }) => code === version)?.paper ?? '';
}
