/**
 * Draws who held a post when: somebody begins, is re-elected or replaced at elections, leaves between two of them, and
 * now and then nobody follows. Nobody ever holds one post twice at a time, nor more people than it has seats.
 */
import type { Id } from '../platform/ids.ts';
import type { PostKind } from '../modules/posts/post.kinds.ts';
import type { UnitId } from '../modules/units/unit.ts';
import { later, range, type DayNumber } from './day.numbers.ts';
import type { Drawing, DrawnPerson } from './person.draw.ts';
import { chooser, type Random } from './random.ts';

/** One stay of one person in a post. */
export interface Stay {
  readonly person: DrawnPerson;
  readonly from: DayNumber;
  /** First day without; open where the stay goes on. */
  readonly end: DayNumber | undefined;
}

export interface Succession {
  /** Days on which a holder may change; the first is that of the first holder. */
  readonly elections: readonly DayNumber[];
  readonly until: DayNumber;
  /** Whom to choose on a day; nobody leaves the post empty until the next election. */
  readonly choose: (on: DayNumber) => DrawnPerson | undefined;
  readonly changes: number;
}

const midtermShare = 0.12;
const vacancyShare = 0.035;

export function drawStays(random: Random, { elections, until, choose, changes }: Succession): Stay[] {
  const days = turns(random, elections.filter((day) => day < until), until);
  const stays: Stay[] = [];
  let current: { person: DrawnPerson; from: DayNumber } | undefined;
  const close = (end: DayNumber) => {
    if (current && end > current.from) stays.push({ ...current, end });
    current = undefined;
  };
  for (const { day, isElection } of days) {
    const leaves = current === undefined || random.chance(isElection ? changes : midtermShare);
    if (!leaves) continue;
    if (!isElection && current === undefined) continue;
    const next = random.chance(vacancyShare) ? undefined : choose(day);
    if (next !== undefined && next.id === current?.person.id) continue;
    close(day);
    current = next && { person: next, from: day };
  }
  if (current) stays.push({ ...current, end: undefined });
  return stays;
}

/** Elections, a few days apart from place to place, and a day between each two of them. */
function turns(random: Random, elections: readonly DayNumber[], until: DayNumber): { day: DayNumber; isElection: boolean }[] {
  return elections.flatMap((election, index) => {
    const next = elections[index + 1] ?? until;
    const day = later(election, random.int(0, Math.min(40, Math.max(0, next - election - 3))));
    const between = next - day > 120 ? [{ day: later(day, random.int(60, next - day - 30)), isElection: false }] : [];
    return [{ day, isElection: true }, ...between];
  });
}

const hows = chooser<string | null>([['elected', 82], ['appointed', 13], ['acting', 2], [null, 3]]);
const endReasons = chooser<string>([['term_end', 48], ['transferred', 17], ['retired', 16], ['replaced', 12], ['resigned', 5], ['dismissed', 1]]);

export interface NewPost {
  readonly unitId: UnitId;
  readonly kind: PostKind;
  readonly seats?: number;
  readonly from: DayNumber;
  readonly end?: DayNumber | undefined;
}

export function writePost({ sink, mint }: Drawing, home: number, post: NewPost): Id<'post'> {
  const id = mint.id<'post'>(home);
  sink.write('posts', [id, post.unitId, post.kind, null, post.seats ?? 1, range(post.from, post.end)]);
  return id;
}

/** A stay may be written as two tenures: re-election begins a new one. */
export function writeStays(drawing: Drawing, postId: Id<'post'>, { stays, reElections }: { stays: readonly Stay[]; reElections: readonly DayNumber[] }): void {
  for (const { person, from, end } of stays) {
    const again = reElections.find((day) => day > from + 30 && (end === undefined || day < end - 30));
    if (again === undefined || !drawing.random.chance(0.3)) writeTenure(drawing, postId, { person, from, end, reason: end === undefined ? null : endReasons(drawing.random) });
    else {
      writeTenure(drawing, postId, { person, from, end: again, reason: 'term_end' });
      writeTenure(drawing, postId, { person, from: again, end, reason: end === undefined ? null : endReasons(drawing.random) });
    }
  }
}

export function writeTenure({ sink, mint, random }: Drawing, postId: Id<'post'>, { person, from, end, reason }: Stay & { reason: string | null }): void {
  sink.write('tenures', [person.home, mint.id(person.home), person.id, postId, range(from, end), hows(random), reason, null]);
}

export function holderOn(stays: readonly Stay[], on: DayNumber): DrawnPerson | undefined {
  return stays.find(({ from, end }) => from <= on && (end === undefined || on < end))?.person;
}
