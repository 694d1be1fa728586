/** A season: in which year a committee decides on the ratings of what is below it, by when, in which groups, by which frames. Pure. */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { CapOverride } from './rating.cap.ts';
import type { Frame } from './rating.frame.ts';
import type { About, SubjectKind } from './rating.kinds.ts';

/** Units or people with similar duties: the cap is counted within it. */
export interface SeasonGroup {
  readonly code: string;
  readonly name: string;
  readonly override: CapOverride | null;
}

export interface Deadlines {
  readonly selfDueOn: Day;
  readonly appraisalDueOn: Day;
  readonly decisionDueOn: Day;
}

export interface Season extends Deadlines {
  readonly id: Id<'ratingSeason'>;
  /** Whose standing board decides: the direct superior of those rated (43-HD/BTCTW). */
  readonly unitId: Id<'unit'>;
  readonly year: number;
  readonly about: About;
  readonly groups: readonly SeasonGroup[];
  readonly frames: Readonly<Partial<Record<SubjectKind, Frame>>>;
  /** Who is rated was found as of this day. */
  readonly drawnOn: Day;
  readonly closedOn: Day | null;
  readonly version: number;
}

export const mostGroups = 20;

/** The rules in force at the end of the year are those it is judged by. */
export function lastDayOf(year: number): Day {
  return `${year}-12-31` as Day;
}

/** A year that has passed, with a decision made in it or later: what is decided of this one, a season decides. */
export function refusalOfFormerYear({ year, on }: { readonly year: number; readonly on: Day }, today: Day): Refusal | undefined {
  if (lastDayOf(year) >= today) return refuse('ratings.yearNotOver', 'invalid', { year });
  return refusalOfDecisionDay({ year, on }, today);
}

/** A year is not decided upon before it begins. */
export function refusalOfDecisionDay({ year, on }: { readonly year: number; readonly on: Day }, today: Day): Refusal | undefined {
  if (on > today) return refuse('ratings.decidedInFuture', 'invalid', { today });
  return on < `${year}-01-01` ? refuse('ratings.decidedBeforeYear', 'invalid', { year }) : undefined;
}

export function refusalOfDeadlines({ selfDueOn, appraisalDueOn, decisionDueOn }: Deadlines, year: number): Refusal | undefined {
  if (selfDueOn < `${year}-01-01`) return refuse('ratings.dueBeforeYear', 'invalid', { year });
  return selfDueOn <= appraisalDueOn && appraisalDueOn <= decisionDueOn ? undefined : refuse('ratings.dueOutOfOrder', 'invalid');
}

export function changeSeason(season: Season, { groups, ...deadlines }: Deadlines & Pick<Season, 'groups'>): Season | Refusal {
  const codes = groups.map(({ code }) => code);
  if (new Set(codes).size < codes.length) return refuse('ratings.groupTwice', 'invalid');
  if (season.groups.some(({ code }) => !codes.includes(code))) return refuse('ratings.groupGone', 'conflict');
  return refusalOfClosed(season) ?? refusalOfDeadlines(deadlines, season.year) ?? { ...season, ...deadlines, groups };
}

export function closeSeason(season: Season, { on, undecided }: { readonly on: Day; readonly undecided: number }): Season | Refusal {
  if (undecided > 0) return refuse('ratings.undecidedLeft', 'conflict', { count: undecided });
  return refusalOfClosed(season) ?? { ...season, closedOn: on };
}

export function reopenSeason(season: Season): Season | Refusal {
  return season.closedOn === null ? refuse('ratings.seasonOpen', 'conflict') : { ...season, closedOn: null };
}

export function refusalOfClosed({ closedOn }: Pick<Season, 'closedOn'>): Refusal | undefined {
  return closedOn === null ? undefined : refuse('ratings.seasonClosed', 'conflict', { on: closedOn });
}
