/**
 * A finding is one thing that the check says about the files: which sheet, row and column, what is
 * wrong, whether it stops the import. The sentences are in `imports.messages.ts`, one for every code.
 */
import { sheetNames } from '../format/sheets.ts';
import type { importFindings } from '../imports.messages.ts';

export type FindingCode = keyof typeof importFindings;
export type Severity = 'error' | 'warning';

export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Name of the sheet in the format; the file's or tab's own name where no sheet is known. */
  readonly sheet: string;
  /** Row as in the spreadsheet, from 1; null for the sheet or file as a whole. */
  readonly row: number | null;
  /** Name of the column in the format, or the header as written where it is unknown. */
  readonly column: string | null;
  /** Where to click: "C12". */
  readonly cell?: string;
  readonly value?: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** What the place of a finding leaves to say. */
export type FindingDetail = Pick<Finding, 'cell' | 'value' | 'data'>;

export interface FindingLog {
  add(finding: Finding): void;
  /** Files first, then in the order of sheets and rows; where one kind was cut off, a last finding says how many more there are. */
  list(): readonly Finding[];
  count(severity: Severity): number;
}

/** A column of 100,000 wrong cells is one mistake: beyond this many, equal findings are only counted. */
const KEPT_PER_KIND = 500;

export function findingLog(keptPerKind = KEPT_PER_KIND): FindingLog {
  const kept: Finding[] = [];
  const kinds = new Map<string, { first: Finding; total: number }>();
  const totals: Record<Severity, number> = { error: 0, warning: 0 };
  return {
    add(finding) {
      totals[finding.severity] += 1;
      const key = `${finding.code}\u0000${finding.sheet}\u0000${finding.column ?? ''}`;
      const kind = kinds.get(key);
      if (kind === undefined) kinds.set(key, { first: finding, total: 1 });
      else kind.total += 1;
      if ((kind?.total ?? 1) <= keptPerKind) kept.push(finding);
    },
    list: () => [...kept.toSorted(inOrder), ...cutOff(kinds.values(), keptPerKind)],
    count: (severity) => totals[severity],
  };
}

function inOrder(one: Finding, other: Finding): number {
  return sheetPlace(one) - sheetPlace(other) || (one.row ?? 0) - (other.row ?? 0);
}

function sheetPlace({ sheet }: Finding): number {
  return sheetNames.findIndex((name) => name === sheet);
}

function* cutOff(kinds: Iterable<{ first: Finding; total: number }>, kept: number): Generator<Finding> {
  for (const { first, total } of kinds) {
    if (total <= kept) continue;
    const { severity, sheet, column } = first;
    yield { severity, code: 'more_alike', sheet, row: null, column, data: { count: total - kept } };
  }
}

/** Codes that a whole file or sheet can bear; the reader goes on with the next one. */
export function fileFinding(severity: Severity, code: FindingCode, sheet: string, data?: Finding['data']): Finding {
  return { severity, code, sheet, row: null, column: null, ...(data && { data }) };
}
