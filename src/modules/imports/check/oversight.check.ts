/** Regulations of oversight and assignments: what the sheets alone can tell; and how a row is known again. */
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { FollowedKind } from '../../oversight/oversight.kinds.ts';
import { followedNames } from '../format/oversight.sheets.ts';
import { labelKey, type OversightRegulationRow, type OversightRow } from '../format/sheets.ts';
import { complain, groupBy, rowsOf, type CheckContext, type Complaint } from './context.ts';

export function checkOversight(context: CheckContext): void {
  for (const rows of regulationsIn(context).values()) checkRegulation(context, rows);
  const first = new Map<string, number>();
  for (const row of rowsOf(context, 'oversight')) checkAssignment(context, row, first);
}

/** The rows of each regulation. */
export function regulationsIn(context: CheckContext): ReadonlyMap<string, readonly OversightRegulationRow[]> {
  return groupBy(rowsOf(context, 'oversight_regulations'), ({ unit, title }) => keyOfRegulation(unit, title));
}

export function keyOfRegulation(unit: string, title: string): string {
  return `${unit}|${foldVietnamese(title)}`;
}

/** Undefined where a part names none. */
export function kindsFollowed({ follows }: Pick<OversightRegulationRow, 'follows'>): FollowedKind[] | undefined {
  const named = follows.split(';').map((part) => labelKey(part)).filter(Boolean);
  const found = named.map((label) => [...followedNames].find(([, names]) => names.some((name) => labelKey(name) === label))?.[0]);
  return found.length === 0 || found.includes(undefined) ? undefined : [...new Set(found as FollowedKind[])];
}

function checkRegulation(context: CheckContext, rows: readonly OversightRegulationRow[]): void {
  const [head] = rows;
  for (const [at, row] of rows.entries()) {
    const say = reporter(context, 'oversight_regulations', row);
    if (!kindsFollowed(row)) say({ column: 'follows', code: 'oversight.kind_unknown', value: row.follows });
    if (row.to !== null && row.to < row.from) say({ column: 'to', code: 'period.reversed', value: row.to, data: { from: row.from } });
    const twice = rows.slice(0, at).find(({ tier }) => tier === row.tier);
    if (twice) say({ column: 'tier', code: 'oversight.tier_twice', data: { other: twice.row } });
    if (row.from !== head!.from || row.to !== head!.to || row.follows !== head!.follows || row.most_units !== head!.most_units) say({ column: 'title', code: 'oversight.differs', value: row.title, data: { other: head!.row } });
  }
}

function checkAssignment(context: CheckContext, row: OversightRow, first: Map<string, number>): void {
  const say = reporter(context, 'oversight', row);
  if (row.to !== null && row.to < row.from) say({ column: 'to', code: 'period.reversed', value: row.to, data: { from: row.from } });
  if (row.end_reason !== null && row.to === null) say({ column: 'to', code: 'oversight.end_missing' });
  const key = [keyOfRegulation(row.unit, row.regulation), row.followed, row.person, row.from].join('|');
  const other = first.get(key);
  if (other === undefined) first.set(key, row.row);
  else say({ column: 'person', code: 'oversight.twice', value: row.person, data: { other } });
}

function reporter(context: CheckContext, sheet: 'oversight_regulations' | 'oversight', { row }: { readonly row: number }): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet, row, ...complaint });
}
