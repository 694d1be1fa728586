/**
 * Attendance rows that name somebody by the full name: whoever fills in the sheet from the paper book knows names, no refs. A
 * name serves within the roll of its meeting; where two there bear it, with the year of birth ("Nguyễn Văn An 1975").
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { exactKey, tidySpaces } from '../../../platform/text/fold.ts';
import type { Attendance } from '../../meetings/meeting.ts';
import type { Marking } from '../../meetings/meeting.roll.ts';
import { complain, type CheckContext } from '../check/context.ts';
import type { ToldMeeting } from './import.meetings.ts';

export interface Candidate {
  readonly id: Id<'person'>;
  readonly name: string;
  /** Null where it is unknown. */
  readonly bornIn: number | null;
}

/** Of all meetings at once: who is on their rolls, looked up only where a row names somebody. */
export async function candidatesOf(ctx: Ctx, told: readonly ToldMeeting[], rolls: readonly (readonly Attendance[])[]): Promise<ReadonlyMap<Id<'person'>, Candidate>> {
  const ids = [...new Set(told.flatMap(({ byName }, at) => (byName.length > 0 ? rolls[at]!.map(({ personId }) => personId) : [])))];
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<Candidate>`select p.id, p.full_name as name, extract(year from p.birth_on)::int as "bornIn"
    from unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) n (home_id, id) join people p on p.home_id = n.home_id and p.id = n.id`);
  return new Map(found.map((one) => [one.id, one]));
}

/** The meeting with those whom its rows name; undefined where one of them is nobody, or one of several. */
export function withNamed(context: CheckContext, told: ToldMeeting, candidates: readonly Candidate[]): ToldMeeting | undefined {
  const marked = new Map((told.exceptions ?? []).map(({ personId, row }) => [personId, row]));
  const named: (Marking & { readonly row: number; readonly ref: string })[] = [];
  for (const { row, ref, ...marking } of told.byName) {
    const report = (complaint: Pick<Parameters<typeof complain>[1], 'code' | 'data'>) => complain(context, { sheet: 'attendance', row, column: 'person', value: ref, ...complaint });
    const bearing = bearers(ref, candidates);
    const [only, ...others] = bearing;
    if (!only) report({ code: 'attendance.name_unknown' });
    else if (others.length > 0) report({ code: 'attendance.name_several', data: { count: bearing.length, years: yearsOf(bearing) } });
    else if (marked.has(only.id)) report({ code: 'attendance.twice', data: { other: marked.get(only.id)! } });
    else {
      marked.set(only.id, row);
      named.push({ ...marking, personId: only.id, row, ref });
    }
  }
  return named.length === told.byName.length ? { ...told, exceptions: told.exceptions && [...told.exceptions, ...named] } : undefined;
}

const withYear = /^(?<name>.+?)[\s,(–-]+(?:sinh\s+)?(?:năm\s+)?(?<year>(?:19|20)\d{2})\)?$/iu;

/** Those of the name; where a year of birth was written with it, those born in it. */
export function bearers(written: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const { name = written, year } = withYear.exec(tidySpaces(written))?.groups ?? {};
  const key = exactKey(name);
  return candidates.filter((one) => exactKey(one.name) === key && (year === undefined || one.bornIn === Number(year)));
}

function yearsOf(bearing: readonly Candidate[]): string {
  return bearing.map(({ bornIn }) => bornIn ?? '?').toSorted().join(', ');
}
