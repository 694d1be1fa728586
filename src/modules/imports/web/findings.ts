/** The findings of a check as the screen shows them: grouped by sheet, in words, mendable where a cell can be named. Pure. */
import { csvText } from '../../../platform/csv.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import type { AllowedValue, ColumnSpec } from '../format/format.ts';
import { columnTitle, getSheet, sheetNames, sheetTitle, type SheetName } from '../format/sheets.ts';
import type { Finding as Answered } from '../imports.contract.ts';
import { findingSentence, importFindings } from '../imports.messages.ts';
import { importTexts } from '../imports.web.messages.ts';
import type { Finding, FindingCode } from '../read/findings.ts';

export interface Fix {
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** By the cell that they stand in. */
export type Fixes = ReadonlyMap<string, Fix>;

export interface Cell {
  readonly sheet: SheetName;
  readonly row: number;
  readonly spec: ColumnSpec;
  /** Where only some values serve: those that go with the rest of the row. */
  readonly allowed: readonly AllowedValue[] | undefined;
}

export function cellKey({ sheet, row, column }: Pick<Fix, 'sheet' | 'row' | 'column'>): string {
  return `${sheet} ${row} ${column}`;
}

/** What is wrong lies in the row, in other rows or in what is recorded already: another word in this cell mends nothing. */
const beyondTheCell: ReadonlySet<string> = new Set([
  'person.nowhere', 'person.out_of_reach', 'unit.out_of_reach', 'unit.gap_in_life', 'unit.without_parent', 'post.out_of_reach', 'post.overfull',
  'row.out_of_reach', 'row.changed_since', 'row.removed_since', 'row.too_long', 'row.too_short',
  'meeting.may_not_record', 'meeting.nobody', 'meeting.no_rule', 'meeting.too_many_people', 'meeting.too_many', 'meeting.alike', 'meeting.there_already', 'meeting.all_present', 'attendance.twice', 'attendance.not_on_roll', 'agenda.position_twice',
  'tenure.outside_post', 'tenure.too_many', 'tenure.twice', 'database.refused', 'more_alike',
]);

/** The cell that a correction would stand in; none for what lies in the file as a whole, in its header or beyond one cell. */
export function cellOf({ code, sheet, row, column, data }: Answered): Cell | undefined {
  if (beyondTheCell.has(code)) return undefined;
  const name = sheetNames.find((known) => known === sheet);
  if (name === undefined || row === null || row < 2 || column === null) return undefined;
  const spec = getSheet(name).columns.find((one) => one.name === column);
  const under = data?.['kind'];
  return spec && { sheet: name, row, spec, allowed: spec.values?.filter((value) => value.under === undefined || under === undefined || value.under === under) };
}

export interface Group {
  readonly sheet: string;
  readonly findings: readonly Answered[];
}

/** Files first, then the sheets in their order. */
export function groupsOf(findings: readonly Answered[]): readonly Group[] {
  const names = [...new Set(findings.map(({ sheet }) => sheet))];
  return names.toSorted((one, other) => place(one) - place(other)).map((sheet) => ({ sheet, findings: findings.filter((finding) => finding.sheet === sheet) }));
}

function place(sheet: string): number {
  return sheetNames.findIndex((name) => name === sheet);
}

export function sentenceOf(finding: Answered, language: Language): string {
  // The list to choose from stands beside it.
  if (choiceCodes.has(finding.code) && cellOf(finding)?.allowed) return textOf(importTexts.notAllowed, language, { value: finding.value ?? '' });
  return fullSentenceOf(finding, language);
}

const choiceCodes: ReadonlySet<string> = new Set(['value.unknown', 'value.not_under']);

function fullSentenceOf(finding: Answered, language: Language): string {
  const known = knownFinding(finding);
  return known ? findingSentence(known, language) : finding.code;
}

/** A server that is newer than this page may find what the page has no sentence for. */
function knownFinding({ code, severity, sheet, row, column, cell, value, data }: Answered): Finding | undefined {
  if (!isFindingCode(code)) return undefined;
  return { severity, code, sheet, row, column, ...(cell === undefined ? {} : { cell }), ...(value === undefined ? {} : { value }), ...(data === undefined ? {} : { data }) };
}

function isFindingCode(code: string): code is FindingCode {
  return code in importFindings;
}

export function findingsCsv(findings: readonly Answered[], language: Language): string {
  const head = [importTexts.kind, importTexts.sheet, importTexts.row, importTexts.column, importTexts.cell, importTexts.value, importTexts.problem].map((text) => text[language]);
  const rows = findings.map((finding) => [
    (finding.severity === 'error' ? importTexts.errors : importTexts.warnings)[language],
    sheetTitle(finding.sheet, language),
    finding.row ?? '',
    columnTitle(finding.sheet, finding.column, language),
    finding.cell ?? '',
    finding.value ?? '',
    fullSentenceOf(finding, language),
  ]);
  return csvText([head, ...rows], language);
}
