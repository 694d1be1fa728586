/** The table of resolutions as Kysely sees it. */
export interface ResolutionsTable {
  home_id: number;
  meeting_id: string;
  unit_id: string;
  term_from: string;
  number: number;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    resolutions: ResolutionsTable;
  }
}
