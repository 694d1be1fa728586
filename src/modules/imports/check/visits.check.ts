/** Visits and reports of cadres: what the sheets alone can tell. */
import type { Met } from '../../visits/visit.kinds.ts';
import { labelKey, type CadreReportRow, type VisitRow } from '../format/sheets.ts';
import { metWords } from '../format/visit.sheets.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from './context.ts';

export function checkVisits(context: CheckContext): void {
  const seen = new Map<string, number>();
  for (const row of rowsOf(context, 'visits')) checkVisit(context, row, seen);
  for (const row of rowsOf(context, 'reports')) checkReport(context, row, seen);
}

/** Undefined where a part names none. */
export function metIn({ met }: Pick<VisitRow, 'met'>): Met[] | undefined {
  const named = (met ?? '').split(';').map((part) => labelKey(part)).filter(Boolean);
  const found = named.map((label) => [...metWords].find(([, words]) => words.some((word) => labelKey(word) === label))?.[0]);
  return found.includes(undefined) ? undefined : [...new Set(found as Met[])]; // nothing undefined is left
}

function checkVisit(context: CheckContext, row: VisitRow, seen: Map<string, number>): void {
  const say = reporter(context, 'visits', row);
  if (!metIn(row)) say({ column: 'met', code: 'visit.met_unknown', value: row.met ?? '' });
  if ((row.heard === null) !== (row.topic === null)) say({ column: row.heard === null ? 'heard' : 'topic', code: 'visit.heard_half' });
  if ((row.promise === null) !== (row.promise_due === null)) say({ column: row.promise === null ? 'promise' : 'promise_due', code: 'visit.promise_half' });
  if (row.promise_kept_on !== null && (row.promise === null || row.promise_kept_on < row.on)) say({ column: 'promise_kept_on', code: 'visit.kept_before', value: row.promise_kept_on });
  once(seen, { key: `visits ${row.unit}|${row.ref}`, row: row.row, say: (other) => say({ column: 'ref', code: 'visit.twice', value: row.ref, data: { other } }) });
}

function checkReport(context: CheckContext, row: CadreReportRow, seen: Map<string, number>): void {
  const say = reporter(context, 'reports', row);
  if (row.to < row.from) say({ column: 'to', code: 'period.reversed', value: row.to, data: { from: row.from } });
  if (row.read_on !== null && row.read_on < row.handed_on) say({ column: 'read_on', code: 'visit.read_before', value: row.read_on });
  once(seen, { key: `reports ${row.unit}|${row.person}|${row.from}`, row: row.row, say: (other) => say({ column: 'person', code: 'visit.twice', value: row.person, data: { other } }) });
}

function once(seen: Map<string, number>, { key, row, say }: { readonly key: string; readonly row: number; readonly say: (other: number) => void }): void {
  const other = seen.get(key);
  if (other === undefined) seen.set(key, row);
  else say(other);
}

function reporter(context: CheckContext, sheet: 'visits' | 'reports', { row }: { readonly row: number }): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet, row, ...complaint });
}
