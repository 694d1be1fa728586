/** The tables of visits as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { VisitContent } from './visit.store.ts';

export interface VisitsTable {
  home_id: number;
  id: string;
  unit_id: string;
  person_id: string;
  visited_on: string;
  kind: string;
  meeting_id: string | null;
  content: ColumnType<VisitContent, string, string>;
  state: string;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface VisitFilesTable {
  home_id: number;
  id: string;
  visit_id: string;
  hash: Buffer;
  name: string;
  media_type: string;
  size: number;
  content: Buffer;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    visits: VisitsTable;
    visit_files: VisitFilesTable;
  }
}
