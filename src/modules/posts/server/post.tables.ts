/** The tables of posts as Kysely sees them. */
import type { ColumnType } from 'kysely';

export interface PostsTable {
  id: string;
  unit_id: string;
  kind: string;
  title: string | null;
  seats: number;
  valid: string;
}

export interface TenuresTable {
  home_id: number;
  id: string;
  person_id: string;
  post_id: string;
  valid: string;
  how: string | null;
  end_reason: string | null;
  decision: string | null;
}

export interface PostActsTable {
  id: string;
  post_id: string;
  unit_id: string;
  person_id: string | null;
  kind: string;
  nature: string;
  effective_on: string;
  decision: string | null;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  before: ColumnType<unknown, string | null, never>;
  after: ColumnType<unknown, string | null, never>;
  undone_at: Date | null;
  undone_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    posts: PostsTable;
    tenures: TenuresTable;
    post_acts: PostActsTable;
  }
}
