/** The tables of oversight as Kysely sees them. */
export interface RegulationsTable {
  home_id: number;
  id: string;
  unit_id: string;
  document_id: string | null;
  title: string;
  kinds: string[];
  most_units: number | null;
  valid: string;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface DutiesTable {
  home_id: number;
  regulation_id: string;
  tier: string;
  visits_per_quarter: number | null;
  cell_meetings_per_year: number | null;
  committee_meetings_per_year: number | null;
  report_every_months: number | null;
}

export interface OversightAssignmentsTable {
  home_id: number;
  id: string;
  regulation_id: string;
  unit_id: string;
  person_id: string;
  tier: string;
  post_id: string | null;
  decision: string;
  valid: string;
  end_reason: string | null;
  end_decision: string | null;
  talking_points: string;
  grant_id: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    oversight_regulations: RegulationsTable;
    oversight_duties: DutiesTable;
    oversight_assignments: OversightAssignmentsTable;
  }
}
