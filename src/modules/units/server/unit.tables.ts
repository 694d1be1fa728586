/** The tables of units as Kysely sees them. */
import type { ColumnType, JSONColumnType } from 'kysely';

export interface UnitsTable {
  id: string;
  home_id: number;
  created_at: ColumnType<Date, Date, never>;
}

export interface UnitVersionsTable {
  id: string;
  unit_id: string;
  valid: string;
  name: string;
  name_key: string;
  exact_key: string;
  short_name: string | null;
  kind: string;
  type: string | null;
  rank: string | null;
  code: string | null;
  properties: JSONColumnType<object, string, string>;
  decision: string | null;
  note: string | null;
}

export interface UnitParentsTable {
  id: string;
  unit_id: string;
  hierarchy: string;
  parent_id: string;
  valid: string;
  decision: string | null;
}

export interface UnitRelationsTable {
  id: string;
  unit_id: string;
  kind: string;
  other_id: string;
  valid: string;
  decision: string | null;
}

export interface UnitLineageTable {
  id: string;
  predecessor_id: string;
  successor_id: string;
  effective_on: string;
  share: string;
  decision: string | null;
}

export interface UnitActsTable {
  id: string;
  unit_id: string;
  kind: string;
  nature: string;
  effective_on: string;
  decision: string | null;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  before: JSONColumnType<object | null, string | null, string | null>;
  after: JSONColumnType<object | null, string | null, string | null>;
}

export interface HomesTable {
  id: number;
  name: string;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    homes: HomesTable;
    units: UnitsTable;
    unit_versions: UnitVersionsTable;
    unit_parents: UnitParentsTable;
    unit_relations: UnitRelationsTable;
    unit_lineage: UnitLineageTable;
    unit_acts: UnitActsTable;
  }
}
