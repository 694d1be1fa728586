/** The tables of scoring frames as Kysely sees them. */
import type { JSONColumnType } from 'kysely';
import type { FrameSeries, ScoreFrame } from '../frame.ts';

export interface ScoreFramesTable {
  id: string;
  scope_unit_id: string | null;
  valid: string;
  criteria: JSONColumnType<ScoreFrame['criteria'] & object, string, string>;
  document: string;
  confidence: string;
  recorded_at: Date | null;
  recorded_by: string | null;
}

export interface ScoreFrameActsTable {
  id: string;
  scope_unit_id: string | null;
  kind: string;
  reason: string | null;
  before: JSONColumnType<FrameSeries, string, string>;
  after: JSONColumnType<FrameSeries, string, string>;
  recorded_at: Date;
  recorded_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    score_frames: ScoreFramesTable;
    score_frame_acts: ScoreFrameActsTable;
  }
}
