/** The tables of cycles and reviews as Kysely sees them. */
export interface ReviewCyclesTable {
  home_id: number;
  id: string;
  unit_id: string;
  kind: string;
  title: string;
  from_day: string;
  to_day: string;
  due_on: string;
  form_version: string;
  collectives: boolean;
  people: string;
  below: boolean;
  closed_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface ReviewsTable {
  home_id: number;
  id: string;
  cycle_id: string;
  unit_id: string;
  opened_by_id: string;
  person_id: string | null;
  form: string;
  form_version: string;
  from_day: string;
  to_day: string;
  due_on: string;
  state: string;
  content: unknown;
  sealed: Buffer | null;
  suggested: number;
  answered: number;
  submitted_on: string | null;
  meeting_id: string | null;
  held_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    review_cycles: ReviewCyclesTable;
    reviews: ReviewsTable;
  }
}
