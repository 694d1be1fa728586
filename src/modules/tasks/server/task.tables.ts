/** The table of tasks as Kysely sees it. */
export interface TasksTable {
  home_id: number;
  id: string;
  unit_id: string;
  title: string;
  owner_id: string | null;
  due_on: string | null;
  state: string;
  settled_on: string | null;
  note: string | null;
  origin_kind: string;
  origin_id: string;
  given_on: string;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    tasks: TasksTable;
  }
}
