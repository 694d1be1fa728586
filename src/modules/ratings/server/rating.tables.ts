/** The tables of ratings as Kysely sees them. */
import type { FrameSeries } from '../rating.frame.ts';

export interface RatingFramesTable {
  id: string;
  subject: string;
  scope_unit_id: string | null;
  valid: string;
  levels: unknown;
  gates: unknown;
  criteria: unknown;
  cap: unknown;
  detail: unknown;
  document: string;
  confidence: string;
  recorded_at: Date | null;
  recorded_by: string | null;
}

export interface RatingFrameActsTable {
  id: string;
  subject: string;
  scope_unit_id: string | null;
  kind: string;
  reason: string | null;
  before: unknown;
  after: unknown;
  recorded_at: Date;
  recorded_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface RatingSeasonsTable {
  home_id: number;
  id: string;
  unit_id: string;
  year: number;
  about: string;
  groups: unknown;
  frames: unknown;
  self_due_on: string;
  appraisal_due_on: string;
  decision_due_on: string;
  drawn_on: string;
  closed_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface RatingsTable {
  home_id: number;
  id: string;
  season_id: string | null;
  unit_id: string;
  decided_by_id: string;
  person_id: string | null;
  about: string;
  kind: string;
  year: number;
  group_code: string | null;
  exclusion: unknown;
  self: unknown;
  appraisal: unknown;
  decision: unknown;
  /** Of a person: what the four columns above tell, whole. */
  sealed: Buffer | null;
  level: string | null;
  decided_on: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface RatingActsTable {
  home_id: number;
  id: string;
  rating_id: string;
  kind: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  /** Of a person: before, after and reason. */
  sealed: Buffer | null;
  recorded_at: Date;
  recorded_by: string | null;
}

/** As the column `before` and `after` of an act on frames is read. */
export type StoredSeries = FrameSeries;

declare module '../../../platform/db/database.ts' {
  interface Tables {
    rating_frames: RatingFramesTable;
    rating_frame_acts: RatingFrameActsTable;
    rating_seasons: RatingSeasonsTable;
    ratings: RatingsTable;
    rating_acts: RatingActsTable;
  }
}
