/** The tables of membership as Kysely sees them. Periods are half-open `daterange` text, sealed contacts are bytes. */
import type { ColumnType } from 'kysely';

interface SpellColumns {
  home_id: number;
  id: string;
  person_id: string;
  valid: string;
}

export interface MembershipsTable extends SpellColumns {
  recognised_on: string | null;
  end_reason: string | null;
  decision: string | null;
  version: number;
}

export interface PlacementsTable extends SpellColumns {
  membership_id: string;
  cell_id: string;
  kind: string;
  in_reason: string | null;
  out_reason: string | null;
  decision: string | null;
  confirmed_on: string | null;
}

export interface ExemptionsTable extends SpellColumns {
  decision: string | null;
}

export interface AwaySpellsTable extends SpellColumns {
  place: string | null;
  with_leave: boolean | null;
  contact_sealed: Buffer | null;
  contacted_on: string | null;
  contact_due_on: string | null;
  assigned_work: string | null;
}

export interface MembershipActsTable {
  home_id: number;
  id: string;
  person_id: string;
  unit_id: string;
  kind: string;
  effective_on: string;
  decision: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  before: ColumnType<unknown, string, never>;
  after: ColumnType<unknown, string, never>;
  undone_at: Date | null;
  undone_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    memberships: MembershipsTable;
    placements: PlacementsTable;
    exemptions: ExemptionsTable;
    away_spells: AwaySpellsTable;
    membership_acts: MembershipActsTable;
  }
}
