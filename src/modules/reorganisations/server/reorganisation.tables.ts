/** The tables of reorganisations as Kysely sees them. */
import type { JSONColumnType } from 'kysely';
import type { ReorganisationItem } from '../reorganisation.ts';
import type { UnitHistory } from '../../units/unit.ts';

export interface ReorganisationsTable {
  id: string;
  unit_id: string | null;
  title: string;
  decision_number: string;
  decision_signed_on: string | null;
  decision_issuer: string | null;
  effective_on: string;
  state: 'draft' | 'applied' | 'undone';
  version: number;
  created_by: string | null;
  created_at: Date;
  checked_at: Date | null;
  applied_at: Date | null;
  applied_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  counts: JSONColumnType<Record<string, number> | null, string | null, string | null>;
}

export interface ReorganisationItemsTable {
  reorganisation_id: string;
  seq: number;
  ref: string | null;
  item: JSONColumnType<ReorganisationItem, string, string>;
}

export interface ReorganisationUnitsTable {
  reorganisation_id: string;
  unit_id: string;
  before: JSONColumnType<UnitHistory | null, string | null, never>;
  after: JSONColumnType<UnitHistory, string, never>;
}

export interface ReorganisationOutcomesTable {
  reorganisation_id: string;
  list: string;
  seq: number;
  outcome: string;
  item: number | null;
  unit_id: string | null;
  person_id: string | null;
  aspect: string | null;
  from_id: string | null;
  to_id: string | null;
  home_id: number | null;
  row_id: string | null;
  new_row_id: string | null;
  valid: string | null;
  amount: number | null;
  note: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    reorganisations: ReorganisationsTable;
    reorganisation_items: ReorganisationItemsTable;
    reorganisation_units: ReorganisationUnitsTable;
    reorganisation_outcomes: ReorganisationOutcomesTable;
  }
}
