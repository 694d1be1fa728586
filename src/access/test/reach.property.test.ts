/**
 * Random trees that change in time, random assignments on behalf of one another: what access answers on a day is what
 * a naive reading of the rules answers. The oracle knows edges and periods only; it never looks at the closure.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { deriveClosure } from '../../modules/units/server/index.ts';
import { addDays, day, dayIn, holdsOn, type Day, type Period } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { mayDo, reach } from '../reach.ts';
import { roles, type RoleCode } from '../roles.ts';
import { actorOf, giveAccount, giveRole, later, start, type GivenAccount } from './access.world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const today = dayIn(start);
const dayNear = fc.integer({ min: -40, max: 40 }).map((offset) => addDays(today, offset));

interface Shape {
  /** Units by number; the parent is one of an earlier number. Each may move once and end once. */
  readonly units: readonly { parent: number; move: { on: Day; parent: number } | null; end: Day | null; leads: number | null }[];
  readonly gifts: readonly { role: RoleCode; unit: number; reach: 'unit' | 'children' | 'subtree'; from: Day; to: Day | null; behalf: number | null; revoked: boolean }[];
  readonly asked: readonly number[];
}

const unitShape = fc.record({ parent: fc.nat(), move: fc.option(fc.record({ on: dayNear, parent: fc.nat() }), { freq: 3 }), end: fc.option(dayNear, { freq: 2 }), leads: fc.option(fc.nat(), { freq: 2 }) });
const giftShape = fc.record({
  role: fc.constantFrom<RoleCode>('board_officer', 'office_officer', 'cell_secretary'),
  unit: fc.nat(), reach: fc.constantFrom('unit' as const, 'children' as const, 'subtree' as const),
  from: dayNear, to: fc.option(dayNear), behalf: fc.option(fc.nat()), revoked: fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0),
});
const shape: fc.Arbitrary<Shape> = fc.record({
  units: fc.array(unitShape, { minLength: 2, maxLength: 7 }),
  gifts: fc.array(giftShape, { minLength: 1, maxLength: 5 }),
  asked: fc.array(fc.integer({ min: -45, max: 45 }), { minLength: 2, maxLength: 3 }),
});

interface Edge {
  readonly parent: number;
  readonly child: number;
  readonly period: Period;
}

interface Model {
  readonly lives: readonly Period[];
  readonly edges: readonly Edge[];
  readonly gifts: readonly (Omit<Shape['gifts'][number], 'behalf' | 'to'> & { readonly period: Period; readonly behalf: number | null })[];
}

test('reach and the answer for one unit agree with a naive reading of edges, periods and assignments on any day', async () => {
  await fc.assert(fc.asyncProperty(shape, checkShape), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60), interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true });
}, 120_000);

async function checkShape(given: Shape): Promise<void> {
  const model = modelOf(given);
  const ids = await writeUnits(model);
  const accounts = await writeGifts(model, ids);
  for (const offset of given.asked) {
    const now = later(start, { days: offset });
    await world.db.updateTable('sessions').set({ seen_at: now, expires_at: later(now, { days: 1 }) }).execute();
    for (const [number, account] of accounts.entries()) await checkAccount({ model, ids, number, account, now });
  }
}

async function checkAccount(asked: { model: Model; ids: readonly Id<'unit'>[]; number: number; account: GivenAccount; now: Date }): Promise<void> {
  const { model, ids, number, account, now } = asked;
  const ctx = contextFor(world, await actorOf(world, account, now), now);
  for (const verb of ['unit.read', 'member.record', 'assignment.grant'] as const) {
    const expected = ids.filter((_, unit) => oracle(model, { gift: number, unit, verb, on: dayIn(now) }));
    const listed = await rows(world.db, sql<{ id: Id<'unit'> }>`select id from units u where id = any(${[...ids]}::uuid[]) and ${reach(ctx, verb).over('u.id')}`);
    expect(listed.map((row) => row.id).toSorted()).toEqual(expected.toSorted());
    for (const id of ids) expect(await mayDo(ctx, verb, id)).toBe(expected.includes(id));
  }
}

/** One account per assignment: may its holder do the verb on the unit that day? */
function oracle(model: Model, asked: { gift: number; unit: number; verb: string; on: Day }): boolean {
  const gift = model.gifts[asked.gift]!;
  const verbs: readonly string[] = roles[gift.role].verbs;
  return verbs.includes(asked.verb) && isLive(model, asked.gift, asked.on) && reaches(model, { from: gift.unit, reach: gift.reach, to: asked.unit, on: asked.on });
}

function isLive(model: Model, number: number, on: Day): boolean {
  const gift = model.gifts[number]!;
  if (gift.revoked || !holdsOn(gift.period, on) || !holdsOn(model.lives[gift.unit]!, on)) return false;
  if (gift.behalf === null) return true;
  return isLive(model, gift.behalf, on) && coversAll(model, { outer: model.gifts[gift.behalf]!, inner: gift, on });
}

/** The giver reaches every unit that the given reach could ever hold: told by kind, not by counting today's children. */
function coversAll(model: Model, { outer, inner, on }: { outer: Model['gifts'][number]; inner: Model['gifts'][number]; on: Day }): boolean {
  const depth = steps(model, { from: outer.unit, to: inner.unit, on });
  if (depth === undefined) return false;
  if (outer.reach === 'subtree') return true;
  const levels = { unit: 0, children: 1, subtree: Infinity };
  return depth + levels[inner.reach] <= levels[outer.reach];
}

function reaches(model: Model, { from, reach: kind, to, on }: { from: number; reach: 'unit' | 'children' | 'subtree'; to: number; on: Day }): boolean {
  if (kind === 'unit') return from === to;
  const depth = steps(model, { from, to, on });
  return depth !== undefined && (kind === 'subtree' || depth <= 1);
}

/** Fewest steps down that day. Where a unit stands no more, those it stood under last keep it. */
function steps(model: Model, { from, to, on }: { from: number; to: number; on: Day }): number | undefined {
  if (model.lives[to]!.from > on || model.lives[from]!.from > on) return undefined;
  let front = [to];
  for (let depth = 0; front.length > 0 && depth < 20; depth++) {
    if (front.includes(from)) return depth;
    front = [...new Set(model.edges.filter((edge) => front.includes(edge.child) && stands(model, edge, on)).map((edge) => edge.parent))];
  }
  return undefined;
}

function stands(model: Model, edge: Edge, on: Day): boolean {
  if (holdsOn(edge.period, on)) return true;
  const { to } = model.lives[edge.child]!;
  return to !== null && edge.period.to === to && on > to;
}

const begin = addDays(today, -100);

function modelOf(given: Shape): Model {
  const lives = given.units.map(({ end }): Period => ({ from: begin, to: end }));
  const edges = given.units.flatMap((unit, child) => [...parentEdges(unit, child, lives[child]!), ...leadEdges(unit, child, lives)]);
  const gifts = given.gifts.map((gift, number) => ({
    ...gift,
    unit: gift.unit % given.units.length,
    period: { from: gift.from, to: gift.to !== null && gift.to < gift.from ? gift.from : gift.to },
    behalf: number > 0 && gift.behalf !== null ? gift.behalf % number : null,
  }));
  return { lives, edges, gifts };
}

/** A unit that ends takes its edges along on that day; one that would move later than it ends does not move. */
function parentEdges(unit: Shape['units'][number], child: number, life: Period): Edge[] {
  if (child === 0) return [];
  const parent = unit.parent % child;
  const moves = unit.move !== null && (life.to === null || unit.move.on <= life.to);
  if (!moves) return [{ parent, child, period: life }];
  return [
    { parent, child, period: { from: life.from, to: addDays(unit.move!.on, -1) } },
    { parent: unit.move!.parent % child, child, period: { from: unit.move!.on, to: life.to } },
  ];
}

/** An earlier unit may lead a later one besides. */
function leadEdges(unit: Shape['units'][number], child: number, lives: readonly Period[]): Edge[] {
  if (child === 0 || unit.leads === null) return [];
  const parent = unit.leads % child;
  const ends = [lives[child]!.to, lives[parent]!.to].filter((end) => end !== null).toSorted();
  return [{ parent, child, period: { from: begin, to: ends[0] ?? null } }];
}

async function writeUnits(model: Model): Promise<Id<'unit'>[]> {
  const build = buildIn(world);
  const ids: Id<'unit'>[] = [];
  for (const life of model.lives) ids.push(await build.unit({ kind: 'grassroots_party', ...spanOf(life) }));
  for (const edge of model.edges) await writeEdge(edge, ids);
  await deriveClosure(world.owner.db, ids);
  return ids;
}

/** The first edges of a unit are its parents in the Party; an edge for its whole overlap with another is a `leads`. */
async function writeEdge(edge: Edge, ids: readonly Id<'unit'>[]): Promise<void> {
  const { from, to } = edge.period;
  const span = `[${from},${to === null ? '' : addDays(to, 1)})`;
  const overlapping = await rows(world.owner.db, sql`select 1 from unit_parents where unit_id = ${ids[edge.child]!} and valid && ${span}::daterange`);
  if (overlapping.length === 0) {
    await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) values (${newId(0)}, ${ids[edge.child]!}, 'party', ${ids[edge.parent]!}, ${span}::daterange)`.execute(world.owner.db);
  } else {
    await sql`insert into unit_relations (id, unit_id, kind, other_id, valid) values (${newId(0)}, ${ids[edge.parent]!}, 'leads', ${ids[edge.child]!}, ${span}::daterange)`.execute(world.owner.db);
  }
}

async function writeGifts(model: Model, ids: readonly Id<'unit'>[]): Promise<GivenAccount[]> {
  const accounts: GivenAccount[] = [];
  const assignments: Id<'assignment'>[] = [];
  for (const gift of model.gifts) {
    const account = await giveAccount(world);
    const behalf = gift.behalf === null ? undefined : assignments[gift.behalf];
    assignments.push(await giveRole(world, account, {
      role: gift.role, unitId: ids[gift.unit]!, reach: gift.reach, ...spanOf(gift.period), revoked: gift.revoked, ...(behalf ? { onBehalfOf: behalf } : {}),
    }));
    accounts.push(account);
  }
  return accounts;
}

function spanOf(period: Period): { from: string; to?: string } {
  return { from: day(period.from), ...(period.to === null ? {} : { to: period.to }) };
}
