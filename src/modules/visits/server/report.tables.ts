/** The tables of reports and evaluations as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { ReportContent } from './report.store.ts';

export interface CadreReportsTable {
  home_id: number;
  id: string;
  unit_id: string;
  person_id: string;
  from_day: string;
  to_day: string;
  due_on: string;
  content: ColumnType<ReportContent, string, string>;
  state: string;
  handed_on: string | null;
  read_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface CadreEvaluationsTable {
  home_id: number;
  id: string;
  unit_id: string;
  person_id: string;
  from_day: string;
  to_day: string;
  sealed: Buffer;
  state: string;
  decided_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    cadre_reports: CadreReportsTable;
    cadre_evaluations: CadreEvaluationsTable;
  }
}
