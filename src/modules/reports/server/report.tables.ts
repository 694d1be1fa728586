/** The tables of reports as Kysely sees them. */
export interface ReportsTable {
  home_id: number;
  id: string;
  unit_id: string;
  kind: string;
  title: string;
  from_day: string;
  to_day: string;
  state: string;
  sealed: Buffer;
  hash: Buffer | null;
  issued_on: string | null;
  replaces_id: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface ReportPapersTable {
  home_id: number;
  id: string;
  report_id: string;
  format: string;
  hash: Buffer;
  sealed: Buffer;
  recorded_at: Date;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    reports: ReportsTable;
    report_papers: ReportPapersTable;
  }
}
