/** The table of shortcomings as Kysely sees it. */
export interface ShortcomingsTable {
  home_id: number;
  id: string;
  unit_id: string;
  person_id: string | null;
  raised_by_id: string;
  found_in: string;
  found_on: string;
  topic: string;
  earlier_id: string | null;
  content: unknown;
  sealed: Buffer | null;
  owner_id: string | null;
  due_on: string | null;
  state: string;
  reported_on: string | null;
  closed_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    shortcomings: ShortcomingsTable;
  }
}
