/** Posts and tenures: within the time of the post, no more at once than there are seats, nobody twice in one seat. */
import { overlaps } from '../../../platform/day.ts';
import type { PostRow, TenureRow } from '../format/sheets.ts';
import type { CheckContext } from './context.ts';
import { complain, groupBy, rowsOf } from './context.ts';
import { firstDayWithout, unitLives } from './lives.ts';
import { isForward } from './periods.check.ts';

export function checkPosts(context: CheckContext): void {
  checkUnitsOfPosts(context);
  const posts = new Map(rowsOf(context, 'posts').filter(isForward).map((post) => [post.ref, post]));
  const tenures = rowsOf(context, 'tenures').filter(isForward);
  for (const [ref, held] of groupBy(tenures, ({ post }) => post)) {
    const post = posts.get(ref);
    const inOrder = held.toSorted((one, other) => (one.from < other.from ? -1 : 1));
    checkSamePerson(context, inOrder);
    // Posts known only from before are checked where they are known.
    if (post === undefined) continue;
    for (const tenure of inOrder) checkWithin(context, tenure, post);
    checkSeats(context, inOrder, post);
  }
}

function checkUnitsOfPosts(context: CheckContext): void {
  const lives = unitLives(context);
  for (const post of rowsOf(context, 'posts').filter(isForward)) {
    const on = firstDayWithout({ lives, known: context.known, ref: post.unit, period: post });
    if (on !== undefined) complain(context, { severity: 'warning', sheet: 'posts', row: post.row, column: 'unit', code: 'unit.not_alive', value: post.unit, data: { on } });
  }
}

function checkWithin(context: CheckContext, tenure: TenureRow, post: PostRow): void {
  const early = tenure.from < post.from;
  const late = post.to !== null && (tenure.to === null || tenure.to > post.to);
  if (!early && !late) return;
  const data = { from: post.from, to: post.to ?? '…' };
  complain(context, { sheet: 'tenures', row: tenure.row, column: early ? 'from' : 'to', code: 'tenure.outside_post', value: post.ref, data });
}

/** Tenures come in order of time; the one that fills the seat too many gets the finding. */
function checkSeats(context: CheckContext, inOrder: readonly TenureRow[], post: PostRow): void {
  const seats = post.seats ?? 1;
  let holding: TenureRow[] = [];
  for (const tenure of inOrder) {
    holding = [...holding.filter(({ to }) => to === null || to >= tenure.from), tenure];
    if (holding.length <= seats) continue;
    const data = { on: tenure.from, count: holding.length, seats };
    complain(context, { sheet: 'tenures', row: tenure.row, column: 'post', code: 'tenure.too_many', value: post.ref, data });
  }
}

function checkSamePerson(context: CheckContext, inOrder: readonly TenureRow[]): void {
  for (const tenures of groupBy(inOrder, ({ person }) => person).values()) {
    for (const [at, tenure] of tenures.entries()) {
      const before = tenures[at - 1];
      if (before === undefined || !overlaps(before, tenure)) continue;
      complain(context, { sheet: 'tenures', row: tenure.row, column: 'person', code: 'tenure.twice', value: tenure.person, data: { other: before.row } });
    }
  }
}
