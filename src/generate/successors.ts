/**
 * Who holds the posts of communes and provinces that began with the reorganisation: people who held posts in what went
 * over into them, the same post where it can be; some seats stay empty, some holders were replaced since.
 */
import { sql } from 'kysely';
import type { UnitId } from '../modules/units/unit.ts';
import type { Ctx } from '../platform/context.ts';
import { rows, type Db } from '../platform/db/database.ts';
import type { Home, Id } from '../platform/ids.ts';
import { reorganisationDay } from './calendar.ts';
import { dayText, later, range, type DayNumber } from './day.numbers.ts';
import { IdMint } from './id.mint.ts';
import { Random } from './random.ts';
import type { Founded } from './reorganisation.draft.ts';
import type { Seats } from './structure.ts';

interface PostRow {
  readonly id: Id<'post'>;
  readonly unit_id: UnitId;
  readonly kind: string;
  readonly seats: number;
}

interface Candidate {
  readonly unit_id: UnitId;
  readonly kind: string;
  readonly person_id: Id<'person'>;
  readonly home_id: Home;
}

interface NewTenure {
  readonly home: Home;
  readonly person: Id<'person'>;
  readonly post: Id<'post'>;
  readonly valid: string;
  readonly endReason: string | null;
}

const vacancyShare = 0.05;
const changeShare = 0.15;
const batch = 20_000;

export async function fillSuccessors(ctx: Ctx, founded: readonly Founded[], { seed, until }: { seed: string; until: DayNumber }): Promise<number> {
  const posts = Map.groupBy(await readPosts(ctx.db, founded.flatMap(({ seats }) => unitsOf(seats))), ({ unit_id }) => unit_id);
  const candidates = Map.groupBy(await readCandidates(ctx.db, founded.flatMap(({ predecessors }) => predecessors.flatMap(unitsOf))), ({ unit_id }) => unit_id);
  const random = new Random(`${seed}/successors`);
  const used = new Set<string>();
  const tenures = founded.flatMap(({ seats, predecessors }) => {
    const own = unitsOf(seats).flatMap((unit) => posts.get(unit) ?? []);
    const people = predecessors.flatMap(unitsOf).flatMap((unit) => candidates.get(unit) ?? []);
    return own.flatMap((post) => Array.from({ length: post.seats }, () => fillSeat(random, { post, people, used, until })).flat());
  });
  await write(ctx.db, tenures, seed);
  return tenures.length;
}

function unitsOf({ territory, party, government, front }: Seats): UnitId[] {
  return [territory, party, government, front];
}

function fillSeat(random: Random, given: { post: PostRow; people: readonly Candidate[]; used: Set<string>; until: DayNumber }): NewTenure[] {
  const { post, until } = given;
  const first = random.chance(vacancyShare) ? undefined : choose(given);
  if (!first) return [];
  const replaced = later(reorganisationDay, random.int(60, 480));
  if (replaced >= until || !random.chance(changeShare)) return [tenureOf(post, first, { from: reorganisationDay })];
  const second = choose(given);
  const ended = { ...tenureOf(post, first, { from: reorganisationDay, end: replaced }), endReason: 'transferred' };
  return second ? [ended, tenureOf(post, second, { from: replaced })] : [ended];
}

/** Nobody begins in two posts at once; those who held the same post come first. */
function choose({ post, people, used }: { post: PostRow; people: readonly Candidate[]; used: Set<string> }): Candidate | undefined {
  const free = people.filter(({ person_id }) => !used.has(person_id));
  const chosen = free.find(({ kind }) => kind === post.kind) ?? free[0];
  if (chosen) used.add(chosen.person_id);
  return chosen;
}

function tenureOf(post: PostRow, { person_id, home_id }: Candidate, { from, end }: { from: DayNumber; end?: DayNumber }): NewTenure {
  return { home: home_id, person: person_id, post: post.id, valid: range(from, end), endReason: null };
}

function readPosts(db: Db, units: readonly UnitId[]): Promise<PostRow[]> {
  return rows(db, sql<PostRow>`select id, unit_id, kind, seats from posts where unit_id = any(${[...units]}::uuid[]) order by unit_id, kind, id`);
}

/** Those whose posts ended with the day before. */
function readCandidates(db: Db, units: readonly UnitId[]): Promise<Candidate[]> {
  return rows(db, sql<Candidate>`
    select p.unit_id, p.kind, t.person_id, t.home_id from posts p join tenures t on t.post_id = p.id
    where p.unit_id = any(${[...units]}::uuid[]) and upper(t.valid) = ${dayText(reorganisationDay)}::date order by t.id`);
}

async function write(db: Db, tenures: readonly NewTenure[], seed: string): Promise<void> {
  const mint = new IdMint({ seed, stage: 'successors', maker: 0 });
  for (let start = 0; start < tenures.length; start += batch) {
    const part = tenures.slice(start, start + batch);
    await sql`insert into tenures (home_id, id, person_id, post_id, valid, how, end_reason, decision)
      select home, id, person, post, valid, 'appointed', reason, null from unnest(
        ${part.map(({ home }) => home)}::smallint[], ${part.map(({ home }) => mint.id(home))}::uuid[], ${part.map(({ person }) => person)}::uuid[],
        ${part.map(({ post }) => post)}::uuid[], ${part.map(({ valid }) => valid)}::daterange[], ${part.map(({ endReason }) => endReason)}::text[]
      ) as t (home, id, person, post, valid, reason)`.execute(db);
  }
}
