/** The table of commands as Kysely sees it. */
import type { ColumnType } from 'kysely';

export interface CommandsTable {
  account_id: string;
  id: string;
  procedure: string;
  digest: Buffer;
  answer: ColumnType<unknown, string | null, string | null>;
  refusal: ColumnType<unknown, string | null, never>;
  at: Date;
  /** What was sent, while a person has to settle it. */
  input: ColumnType<unknown, string | null | undefined, null>;
  settled_at: ColumnType<Date | null, undefined, Date>;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    commands: CommandsTable;
  }
}
