/** The tables of tasks as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Aim, FormerDue, Step } from '../task.ts';

export interface TasksTable {
  home_id: number;
  id: string;
  unit_id: string;
  asked_by: string;
  title: string;
  detail: string | null;
  owner_id: string | null;
  owner_post_id: string | null;
  due_on: string | null;
  /** The earliest first. */
  former_dues: ColumnType<readonly FormerDue[], never, never>;
  state: string;
  stage: string;
  stage_on: string;
  progress: number;
  weight: number;
  steps: ColumnType<readonly Step[], string, string>;
  partners: string[];
  recurs: string | null;
  recurs_until: string | null;
  figure: ColumnType<Aim | null, string | null, string | null>;
  settled_on: string | null;
  note: string | null;
  origin_kind: string;
  origin_id: string;
  whole_id: string | null;
  given_on: string;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface TaskEntriesTable {
  home_id: number;
  id: string;
  task_id: string;
  act: string;
  done_on: string;
  progress: number | null;
  note: string | null;
  figure: ColumnType<{ readonly id: string; readonly value: number } | null, string | null, never>;
  by_name: string | null;
  said_at: Date;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface TaskFilesTable {
  home_id: number;
  id: string;
  task_id: string;
  entry_id: string;
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
    tasks: TasksTable;
    task_entries: TaskEntriesTable;
    task_files: TaskFilesTable;
  }
}
