/** The tables of petitions as Kysely sees them. */
export interface PetitionsTable {
  home_id: number;
  id: string;
  unit_id: string;
  body_id: string;
  outside: string | null;
  sent_by_id: string | null;
  source: string;
  source_id: string | null;
  channel: string | null;
  topic: string;
  raised_on: string;
  people_behind: number | null;
  state: string;
  since_on: string;
  due_on: string;
  outcome: string | null;
  planned_on: string | null;
  answered_on: string | null;
  final_on: string | null;
  first_days: number | null;
  final_days: number | null;
  closed_on: string | null;
  moves: number;
  reopenings: number;
  lead_id: string | null;
  earlier_id: string | null;
  content: unknown;
  sealed: Buffer | null;
  tracking: Buffer | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

interface PetitionFilesTable {
  home_id: number;
  id: string;
  petition_id: string;
  name: string;
  media_type: string;
  size: number;
  content: Buffer;
  recorded_at: Date;
  recorded_by: string | null;
}

interface PetitionTopicsTable {
  id: string;
  code: string;
  parent: string | null;
  scope_unit_id: string | null;
  vi: string;
  en: string;
  place: number;
  valid: string;
  recorded_at: Date | null;
  recorded_by: string | null;
}

interface PetitionCompetencesTable {
  id: string;
  topic: string | null;
  level: string;
  scope_unit_id: string | null;
  body_kind: string | null;
  body_id: string | null;
  outside: string | null;
  document: string;
  valid: string;
  recorded_at: Date | null;
  recorded_by: string | null;
}

interface PetitionTemplatesTable {
  id: string;
  scope_unit_id: string | null;
  outcome: string;
  name: string;
  text: string;
  recorded_at: Date | null;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    petitions: PetitionsTable;
    petition_files: PetitionFilesTable;
    petition_topics: PetitionTopicsTable;
    petition_competences: PetitionCompetencesTable;
    petition_templates: PetitionTemplatesTable;
  }
}
