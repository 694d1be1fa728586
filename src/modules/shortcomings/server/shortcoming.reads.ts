/** The ledger and one shortcoming of it. Nothing here writes. */
import './shortcoming.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDoAt, takeAnywhere } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordLooks } from '../../people/server/index.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { shortcomingContract } from '../shortcoming.contract.ts';
import type { FoundIn, State } from '../shortcoming.kinds.ts';
import { foundBefore } from '../shortcoming.again.figures.ts';
import { mostRelated } from '../shortcoming.shapes.ts';
import { firstDueOn, isFresh, isLate, isOpen, lastReversible, openStates, ownRefusal, raisersSteps, type Shortcoming, type Step } from '../shortcoming.ts';
import { namedSources, sourcesIn } from './shortcoming.links.ts';
import { shownProofs, sourceShown } from './shortcoming.proofs.ts';
import { listedWithin, within } from './shortcoming.reach.ts';
import { contentOf, shortcomingOf, soughtWords, type ShortcomingRow } from './shortcoming.store.ts';

type Input<K extends keyof typeof shortcomingContract> = z.output<(typeof shortcomingContract)[K]['input']>;
type Answer<K extends keyof typeof shortcomingContract> = z.input<(typeof shortcomingContract)[K]['output']>;
type Whole = Answer<'shortcoming'>;

type Row = ShortcomingRow & { readonly unit_name: string | null; readonly raised_by_name: string | null; readonly person_name: string | null; readonly owner_name: string | null; readonly is_recurring: boolean };

const nameOf = (person: string) => sql`(select p.full_name from people p where p.home_id = home_of(${sql.ref(person)}) and p.id = ${sql.ref(person)})`;

/** The same topic found before: where it is said, or at the same unit or one merged into it; of a person only of that person. */
const isRecurring = sql<boolean>`(d.earlier_id is not null or ${foundBefore({ unit: sql`d.unit_id`, topic: sql`d.topic`, person: sql`d.person_id`, foundOn: sql`d.found_on`, id: sql`d.id` })})`;

function columns(ctx: Ctx): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`;
  return sql`d.*, ${unitNameAt('d.unit_id', today)} as unit_name, ${unitNameAt('d.raised_by_id', today)} as raised_by_name, ${nameOf('d.person_id')} as person_name, ${nameOf('d.owner_id')} as owner_name, ${isRecurring} as is_recurring`;
}

export async function listShortcomings(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const sought = input.search === undefined ? undefined : soughtWords(input.search);
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => (values ? [sql`${column} = any(${[...values]}::text[])`] : []);
  const conditions = [
    await listedWithin(ctx),
    ...(input.unitId ? [ofUnit(ctx, input.unitId, input)] : []),
    ...oneOf(sql`d.state`, input.state), ...oneOf(sql`d.topic`, input.topic), ...oneOf(sql`d.found_in`, input.foundIn),
    ...(input.late ? [sql`d.state = any(${[...openStates]}::text[]) and d.due_on < ${ctx.today}::date and not coalesce(d.reported_on <= d.due_on, false)`] : []),
    ...(input.recurring ? [isRecurring] : []),
    ...(input.from ? [sql`d.found_on >= ${input.from}::date`] : []), ...(input.to ? [sql`d.found_on <= ${input.to}::date`] : []),
    ...(sought ? [sql`d.words @@ ${sought}`] : []),
    ...(after ? [sql`(d.found_on, d.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<Row>`select ${columns(ctx)} from shortcomings d where ${sql.join(conditions, sql` and `)} order by d.found_on desc, d.id desc limit ${input.limit + 1}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.found_on, row.id], item: (row) => itemOf(ctx, row) });
  await recordLooks(ctx, found.slice(0, input.limit).map((row) => row.person_id as Id<'person'> | null));
  return page;
}

/** Its own and what it took over whole, or what it raised with others. */
function ofUnit(ctx: Ctx, unitId: Id<'unit'>, { below, raised }: Pick<Input<'list'>, 'below' | 'raised'>): RawBuilder<unknown> {
  const [unit, today] = [sql`${unitId}::uuid`, sql`${ctx.today}::date`];
  const own = sql`(select id from ${bodiesOf(unit, today)} body)`;
  if (raised) return sql`d.raised_by_id in ${own} and d.unit_id not in ${own}`;
  return below === 'yes' ? sql`d.unit_id in (select body.id from (select ${unit} as id union ${unitsUnder(unitId, ctx.today)}) under cross join lateral ${bodiesOf(sql`under.id`, today)} body)` : sql`d.unit_id in ${own}`;
}

export async function readShortcoming(ctx: Ctx, { id }: Input<'shortcoming'>): Promise<Whole> {
  const [row] = await rows(ctx.db, sql<Row>`select ${columns(ctx)} from shortcomings d where d.home_id = ${homeOf(id)} and d.id = ${id} and ${within(ctx)}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const shortcoming = shortcomingOf(ctx.keys, row);
  await recordLooks(ctx, [shortcoming.personId]);
  return wholeOf(ctx, { row, shortcoming, related: await listRelated(ctx, shortcoming, within(ctx)), may: await mayOf(ctx, shortcoming) });
}

/** What was found of whoever asks, wherever it is kept. */
export async function listOwn(ctx: Ctx): Promise<Answer<'own'>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (me === undefined) return { items: [] };
  const found = await rows(ctx.db, sql<Row>`select ${columns(ctx)} from shortcomings d where d.person_id = ${me} order by d.found_on desc, d.id desc limit 100`);
  const items: Whole[] = [];
  for (const row of found) items.push(await wholeOf(ctx, { row, shortcoming: shortcomingOf(ctx.keys, row), related: [], may: [] }));
  return { items };
}

interface Read {
  readonly row: Row;
  readonly shortcoming: Shortcoming;
  readonly related: Whole['related'];
  readonly may: Whole['may'];
}

async function wholeOf(ctx: Ctx, { row, shortcoming, related, may }: Read): Promise<Whole> {
  const { cause, source, measure, ownerId, result, reportedOn, proofs, steps, earlierId, version } = shortcoming;
  const formerSources = steps.flatMap(({ former }) => former?.source ?? []);
  const names = await namedSources(ctx, [...(source ? [source] : []), ...sourcesIn(proofs), ...formerSources]);
  const writers = await writersOf(ctx, shortcoming);
  return {
    ...itemOf(ctx, row), cause, source: source && sourceShown(source, names), measure, owner: ownerId && { id: ownerId, name: row.owner_name ?? '' }, result, reportedOn,
    proofs: await shownProofs(ctx, proofs, names), firstDueOn: firstDueOn(shortcoming),
    steps: steps.map(({ kind, on, by, words, former }) => ({ kind, on, by: by && (writers.get(by) ?? null), words, former: formerShown(former, names) })), earlierId, related, version, may,
  };
}

/** An earlier one that it was linked with is not told: it may be beyond reach. */
function formerShown({ earlierId: _earlierId, source, ...former }: NonNullable<Step['former']> = {}, names: Parameters<typeof sourceShown>[1]): Whole['steps'][number]['former'] {
  return { ...former, ...(source === undefined ? {} : { source: source && sourceShown(source, names) }) };
}

async function mayOf(ctx: Ctx, shortcoming: Shortcoming): Promise<Whole['may']> {
  const { unitId, raisedById, personId } = shortcoming;
  const atUnit = await mayDoAt(ctx, 'shortcoming.record', { unitId, personId });
  const atRaiser = await mayDoAt(ctx, 'shortcoming.record', { unitId: raisedById, personId });
  const isOwn = ownRefusal(shortcoming, ctx.actor?.personId) !== undefined;
  const last = lastReversible(shortcoming);
  const mayTakeBack = last && (raisersSteps.includes(last.kind) ? atRaiser && !isOwn : atUnit);
  const mayCorrect = atRaiser || isFresh(shortcoming, { on: ctx.today, by: ctx.actor?.accountId ?? null });
  const open: Whole['may'] = [...(atUnit ? ['record' as const] : []), ...(mayCorrect && !isOwn ? ['correct' as const] : []), ...(atRaiser && !isOwn ? ['confirm' as const] : [])];
  return [...(isOpen(shortcoming) ? open : []), ...(mayTakeBack ? ['takeBack' as const] : [])];
}

interface RelatedRow extends Pick<ShortcomingRow, 'id' | 'content' | 'sealed'> {
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly found_on: Whole['foundOn'];
  readonly found_in: FoundIn;
  readonly state: State;
}

/** Nearest first: of the same unit, then the latest. */
async function listRelated(ctx: Ctx, { id, unitId, personId, topic, earlierId }: Shortcoming, readable: RawBuilder<boolean>): Promise<Whole['related']> {
  const isSame = personId === null ? sql`d.person_id is null and d.topic = ${topic}` : sql`d.person_id = ${personId} and d.topic = ${topic}`;
  const found = await rows(ctx.db, sql<RelatedRow>`
    select d.id, d.content, d.sealed, d.unit_id, ${unitNameAt('d.unit_id', sql`${ctx.today}::date`)} as unit_name, d.found_on, d.found_in, d.state from shortcomings d
    where d.id <> ${id} and d.state <> 'withdrawn' and (d.id = ${earlierId}::uuid or d.earlier_id = ${id} or ${isSame}) and ${readable}
    order by (d.id = ${earlierId}::uuid or d.earlier_id = ${id}) desc nulls last, (d.unit_id = ${unitId}) desc, d.found_on desc, d.id desc limit ${mostRelated}`);
  return found.map((row) => ({
    id: row.id as Id<'shortcoming'>, unit: { id: row.unit_id, name: row.unit_name ?? '' }, foundOn: row.found_on, foundIn: row.found_in, what: contentOf(ctx.keys, row).what, state: row.state, isLinked: row.id === earlierId,
  }));
}

async function writersOf(ctx: Ctx, { steps }: Shortcoming): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(steps.map(({ by }) => by).filter((by) => by !== null))];
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ id: string; name: string }>`select id, display_name as name from accounts where id = any(${ids}::uuid[])`);
  return new Map(found.map(({ id, name }) => [id, name]));
}

function itemOf(ctx: Ctx, row: Row): Answer<'list'>['items'][number] {
  const { id, unitId, personId, raisedById, foundIn, foundOn, topic, what, state, dueOn, reportedOn, closedOn } = shortcomingOf(ctx.keys, row);
  return {
    id, unit: { id: unitId, name: row.unit_name ?? '' }, person: personId && { id: personId, name: row.person_name ?? '' }, raisedBy: { id: raisedById, name: row.raised_by_name ?? '' },
    foundIn, foundOn, topic, what, state, dueOn, closedOn, isLate: isLate({ state, dueOn, reportedOn }, ctx.today), isRecurring: row.is_recurring,
  };
}

export interface Found {
  readonly id: Id<'shortcoming'>;
  readonly what: string;
  readonly foundOn: Whole['foundOn'];
  readonly state: State;
}

/** What a review opens with: found by its end, and not closed before it began. Who reads somebody else's review sees no more of it than in the ledger. */
export async function foundOf(ctx: Ctx, { unitId, personId, from, to, most }: { readonly unitId: Id<'unit'>; readonly personId: Id<'person'> | null; readonly from: Day; readonly to: Day; readonly most: number }): Promise<Found[]> {
  const whose = personId === null ? sql`d.unit_id in (select id from ${bodiesOf(sql`${unitId}::uuid`, sql`${ctx.today}::date`)} body) and d.person_id is null` : sql`d.unit_id = ${unitId} and d.person_id = ${personId}`;
  const readable = personId !== null && personId === ctx.actor?.personId ? sql`true` : within(ctx);
  const found = await rows(ctx.db, sql<ShortcomingRow>`select d.* from shortcomings d
    where ${whose} and ${readable} and d.state <> 'withdrawn' and d.found_on <= ${to}::date and (d.closed_on is null or d.closed_on >= ${from}::date) order by d.found_on desc, d.id desc limit ${most}`);
  return found.map((row) => ({ id: row.id as Id<'shortcoming'>, what: contentOf(ctx.keys, row).what, foundOn: row.found_on as Day, state: row.state as State }));
}
