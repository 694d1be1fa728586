/** The tables of imports as Kysely sees them, and how the tables that an import fills are written. */
import type { JSONColumnType } from 'kysely';

export interface ImportSourcesTable {
  id: string;
  name: string;
  sample: boolean;
  /** Null: entered at the command line. */
  owner_id: string | null;
  created_at: Date;
}

export interface ImportRefsTable {
  source_id: string;
  sheet: string;
  ref: string;
  entity_id: string;
}

export interface ImportRunsTable {
  id: string;
  source_id: string;
  file_name: string;
  state: 'applied' | 'undone';
  counts: JSONColumnType<object, string, string>;
  started_by: string | null;
  started_at: Date;
  finished_at: Date | null;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface ImportChangesTable {
  run_id: string;
  seq: number;
  table_name: string;
  before: JSONColumnType<object | null, string | null, string | null>;
  after: JSONColumnType<object | null, string | null, string | null>;
}

export interface ImportUploadsTable {
  id: string;
  account_id: string;
  source: string;
  fixes: JSONColumnType<object[], string, string>;
  progress: JSONColumnType<object, string, string>;
  /** What was announced: name and size of each file. */
  files: JSONColumnType<{ readonly name: string; readonly size: number }[], string, never>;
  created_at: Date;
}

export interface ImportFilePartsTable {
  upload_id: string;
  name: string;
  part: number;
  bytes: Buffer;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    import_sources: ImportSourcesTable;
    import_refs: ImportRefsTable;
    import_runs: ImportRunsTable;
    import_changes: ImportChangesTable;
    import_uploads: ImportUploadsTable;
    import_file_parts: ImportFilePartsTable;
  }
}

export type TargetTable = 'homes' | 'units' | 'unit_versions' | 'unit_parents' | 'unit_relations' | 'unit_lineage' | 'people' | 'person_keys' | 'memberships' | 'placements' | 'exemptions' | 'away_spells' | 'posts' | 'tenures';

export interface Target {
  readonly name: TargetTable;
  /** What names a row; unique in the table. */
  readonly identity: readonly string[];
  /** Rows that others refer to are updated in place; periods that may not overlap are taken out and put back. */
  readonly rewrite: 'update' | 'replace';
  /** Rows of a person, which lie in a home. */
  readonly isOfHome?: true;
}

/** In the order in which rows refer to each other. */
export const targets: readonly Target[] = [
  { name: 'homes', identity: ['id'], rewrite: 'update' },
  { name: 'units', identity: ['id'], rewrite: 'update' },
  { name: 'unit_versions', identity: ['id'], rewrite: 'replace' },
  { name: 'unit_parents', identity: ['id'], rewrite: 'replace' },
  { name: 'unit_relations', identity: ['id'], rewrite: 'replace' },
  { name: 'unit_lineage', identity: ['id'], rewrite: 'replace' },
  { name: 'people', identity: ['id'], rewrite: 'update', isOfHome: true },
  { name: 'person_keys', identity: ['kind', 'person_id'], rewrite: 'replace' },
  { name: 'memberships', identity: ['id'], rewrite: 'update', isOfHome: true },
  { name: 'placements', identity: ['id'], rewrite: 'replace', isOfHome: true },
  { name: 'exemptions', identity: ['id'], rewrite: 'replace', isOfHome: true },
  { name: 'away_spells', identity: ['id'], rewrite: 'replace', isOfHome: true },
  { name: 'posts', identity: ['id'], rewrite: 'update' },
  { name: 'tenures', identity: ['id'], rewrite: 'replace', isOfHome: true },
];
