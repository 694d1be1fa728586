/** What is noted in a meeting, piece by piece, each with an id of its own: two phones that note different pieces are not in each other's way. Pure. */
import { refuse, type Refusal } from '../../platform/problem.ts';
import { isAhead, isHeld, refuseIn, type AgendaItem, type Conclusion, type Guest, type Meeting, type Opinion, type Score, type Vote } from './meeting.ts';
import { isThere } from './meeting.roll.ts';
import type { Task } from '../tasks/task.ts';
import type { MeetingKind, ScoreLevel } from './meeting.kinds.ts';

export type Part =
  | { readonly part: 'agenda'; readonly item: AgendaItem }
  | { readonly part: 'guests'; readonly item: Guest }
  | { readonly part: 'opinions'; readonly item: Opinion }
  | { readonly part: 'votes'; readonly item: Vote }
  | { readonly part: 'conclusions'; readonly item: Conclusion };

export type PartName = Part['part'];

const most: Readonly<Record<PartName, number>> = { agenda: 40, guests: 200, opinions: 300, votes: 40, conclusions: 60 };

/** Agenda and guests are settled before; everything may be noted while the meeting is open. */
function refusalOfPart(meeting: Meeting, part: PartName): Refusal | undefined {
  const isBefore = isAhead(meeting) && (part === 'agenda' || part === 'guests');
  return meeting.progress.is === 'open' || isBefore ? undefined : refuseIn(meeting);
}

/** Puts a piece in, or in the place of the one with its id. */
export function put(meeting: Meeting, { part, item }: Part): Meeting | Refusal {
  const refusal = refusalOfPart(meeting, part) ?? (part === 'votes' ? refusalOfVote(meeting, item) : undefined);
  if (refusal) return refusal;
  const before: readonly { readonly id: string }[] = meeting[part];
  const isKnown = before.some(({ id }) => id === item.id);
  if (!isKnown && before.length >= most[part]) return refuse('meetings.tooMany', 'conflict', { most: most[part] });
  return { ...meeting, [part]: isKnown ? before.map((one) => (one.id === item.id ? item : one)) : [...before, item] };
}

export function remove(meeting: Meeting, { part, itemId }: { part: PartName; itemId: string }): Meeting | Refusal {
  const refusal = refusalOfPart(meeting, part);
  if (refusal) return refusal;
  const before: readonly { readonly id: string }[] = meeting[part];
  const left = before.filter(({ id }) => id !== itemId);
  return left.length === before.length ? refuse('platform.notFound', 'not_found') : { ...meeting, [part]: left };
}

/** The items in the order given; those left out keep theirs behind them. */
export function arrange(meeting: Meeting, { itemIds }: { itemIds: readonly string[] }): Meeting | Refusal {
  const refusal = refusalOfPart(meeting, 'agenda');
  if (refusal) return refusal;
  const place = (id: string) => (itemIds.includes(id) ? itemIds.indexOf(id) : itemIds.length);
  return { ...meeting, agenda: meeting.agenda.toSorted((one, other) => place(one.id) - place(other.id)) };
}

/** Only full members who are there vote, expected or not. */
function refusalOfVote(meeting: Meeting, { inFavour, against, abstained }: Vote): Refusal | undefined {
  const voters = meeting.roll.filter((one) => one.standing === 'full' && isThere(one)).length;
  const hasStanding = meeting.roll.some(({ standing }) => standing !== null);
  return hasStanding && inFavour + against + abstained > voters ? refuse('meetings.moreVotesThanVoters', 'invalid', { voters }) : undefined;
}

/** What is given to somebody, or until a day. What a superior concludes becomes a task by its notice alone: the superior asks for it and confirms it. */
export function tasksFrom({ kind, conclusions }: { readonly kind: MeetingKind; readonly conclusions: readonly Conclusion[] }): Pick<Task, 'id' | 'title' | 'ownerId' | 'dueOn'>[] {
  if (kind === 'working_session') return [];
  return conclusions.filter(({ ownerId, dueOn }) => ownerId !== null || dueOn !== null).map(({ id, text, ownerId, dueOn }) => ({ id, title: text, ownerId, dueOn }));
}

export interface Criterion { readonly code: string; readonly most: number; readonly vi: string; readonly en: string }
export interface ScoreBounds { readonly good: number; readonly fair: number; readonly average: number }

/** By the frame of the province; until the minutes are adopted. Criteria left out count nothing. */
export function scoreBy(meeting: Meeting, { points, criteria, bounds }: { points: Readonly<Record<string, number>>; criteria: readonly Criterion[]; bounds: ScoreBounds }): Meeting | Refusal {
  if (meeting.progress.is !== 'open' && !(isHeld(meeting) && meeting.progress.is !== 'adopted')) return refuseIn(meeting);
  const wrong = Object.entries(points).find(([code, given]) => given < 0 || given > (criteria.find((one) => one.code === code)?.most ?? -1));
  if (wrong) return refuse('meetings.pointsOutside', 'invalid', { criterion: wrong[0], most: criteria.find(({ code }) => code === wrong[0])?.most ?? 0 });
  const total = Object.values(points).reduce((sum, given) => sum + given, 0);
  const score: Score = { points, total, level: levelOf(total, bounds) };
  return { ...meeting, score };
}

export function levelOf(total: number, { good, fair, average }: ScoreBounds): ScoreLevel {
  if (total >= good) return 'good';
  if (total >= fair) return 'fair';
  return total >= average ? 'average' : 'weak';
}
