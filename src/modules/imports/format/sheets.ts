/** The import format: its sheets in the order in which they depend on each other, and the look-ups on them. */
import type { Language } from '../../../platform/messages.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { answersSheet, clausesSheet } from './cascade.sheets.ts';
import { documentsSheet } from './document.sheets.ts';
import type { ColumnSpec, RowOf, SheetSpec } from './format.ts';
import { agendaSheet, attendanceSheet, guestsSheet, meetingsSheet } from './meeting.sheets.ts';
import { oversightRegulationsSheet, oversightSheet } from './oversight.sheets.ts';
import { membershipsSheet, peopleSheet } from './people.sheets.ts';
import { postsSheet, tenuresSheet } from './post.sheets.ts';
import { ratingsSheet } from './rating.sheets.ts';
import { reviewsSheet, reviewSuggestionsSheet } from './review.sheets.ts';
import { rulesSheet } from './rule.sheets.ts';
import { petitionsSheet } from './petition.sheets.ts';
import { shortcomingProofsSheet, shortcomingsSheet } from './shortcoming.sheets.ts';
import { tasksSheet } from './task.sheets.ts';
import { lineageSheet, unitRelationsSheet, unitsSheet } from './unit.sheets.ts';
import { cadreReportsSheet, visitsSheet } from './visit.sheets.ts';

export const importSheets = [unitsSheet, unitRelationsSheet, lineageSheet, peopleSheet, membershipsSheet, postsSheet, tenuresSheet, meetingsSheet, attendanceSheet, guestsSheet, agendaSheet, rulesSheet, documentsSheet, clausesSheet, answersSheet, shortcomingsSheet, shortcomingProofsSheet, reviewsSheet, reviewSuggestionsSheet, tasksSheet, ratingsSheet, oversightRegulationsSheet, oversightSheet, visitsSheet, cadreReportsSheet, petitionsSheet] as const;

export type ImportSheet = (typeof importSheets)[number];
export type SheetName = ImportSheet['name'];
export type SheetRow<Name extends SheetName> = RowOf<Extract<ImportSheet, { name: Name }>>;

export type UnitRow = SheetRow<'units'>;
export type UnitRelationRow = SheetRow<'unit_relations'>;
export type LineageRow = SheetRow<'lineage'>;
export type PersonRow = SheetRow<'people'>;
export type MembershipRow = SheetRow<'memberships'>;
export type PostRow = SheetRow<'posts'>;
export type TenureRow = SheetRow<'tenures'>;
export type MeetingRow = SheetRow<'meetings'>;
export type AttendanceRow = SheetRow<'attendance'>;
export type RuleRow = SheetRow<'rules'>;
export type DocumentRow = SheetRow<'documents'>;
export type ClauseRow = SheetRow<'clauses'>;
export type AnswerRow = SheetRow<'answers'>;
export type TaskRow = SheetRow<'tasks'>;
export type ShortcomingRow = SheetRow<'shortcomings'>;
export type PetitionRow = SheetRow<'petitions'>;
export type ShortcomingProofRow = SheetRow<'shortcoming_proofs'>;
export type ReviewRow = SheetRow<'reviews'>;
export type ReviewSuggestionRow = SheetRow<'review_suggestions'>;
export type RatingRow = SheetRow<'ratings'>;
export type OversightRegulationRow = SheetRow<'oversight_regulations'>;
export type OversightRow = SheetRow<'oversight'>;
export type VisitRow = SheetRow<'visits'>;
export type CadreReportRow = SheetRow<'reports'>;

export const sheetNames: readonly SheetName[] = importSheets.map(({ name }) => name);

export function getSheet(name: SheetName): SheetSpec & { readonly name: SheetName } {
  const sheet = importSheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`No such sheet in the import format: ${name}`);
  return sheet;
}

/** As a person reads it; what is no sheet keeps its own name. */
export function sheetTitle(name: string, language: Language): string {
  return importSheets.find((sheet) => sheet.name === name)?.title[language] ?? name;
}

/** As a person reads it; empty where a finding is about no column. */
export function columnTitle(sheet: string, column: string | null, language: Language): string {
  const columns: readonly ColumnSpec[] | undefined = importSheets.find(({ name }) => name === sheet)?.columns;
  return columns?.find(({ name }) => name === column)?.title[language] ?? column ?? '';
}

/** The sheet that a tab or a file name means: `units`, "Đơn vị", "DON VI". */
export function findSheet(label: string): (SheetSpec & { readonly name: SheetName }) | undefined {
  const key = labelKey(label);
  return importSheets.find((sheet: SheetSpec) => sheetLabels(sheet).some((known) => labelKey(known) === key));
}

/** The column that a header means; its own name and titles go before other columns' aliases. */
export function findColumn(sheet: SheetSpec, header: string): ColumnSpec | undefined {
  const key = labelKey(header);
  const named = sheet.columns.find((column) => [column.name, column.title.vi, column.title.en].some((label) => labelKey(label) === key));
  return named ?? sheet.columns.find((column) => column.aliases?.some((alias) => labelKey(alias) === key));
}

/** Headers and values are compared by letters and digits only: "Họ và tên (*)" is "ho va ten". */
export function labelKey(label: string): string {
  return foldVietnamese(label).replaceAll('²', '2').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function sheetLabels(sheet: SheetSpec): readonly string[] {
  return [sheet.name, sheet.title.vi, sheet.title.en, ...(sheet.aliases ?? [])];
}
