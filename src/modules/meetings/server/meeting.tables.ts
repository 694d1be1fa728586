/** The tables of meetings as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Hand } from '../meeting.hands.ts';
import type { MeetingContent } from './meeting.store.ts';

export interface MeetingsTable {
  home_id: number;
  id: string;
  unit_id: string;
  kind: string;
  is_extended: boolean;
  state: string;
  held_on: string;
  starts: string | null;
  ends: string | null;
  place: string | null;
  mode: string;
  topic: string | null;
  series_id: string | null;
  postponed_from: string | null;
  reason: string | null;
  invited_on: string | null;
  adopted_on: string | null;
  opened_on: string | null;
  is_late: boolean;
  minutes: number | null;
  expected: number;
  present: number;
  online: number;
  excused: number;
  absent: number;
  full_expected: number;
  full_present: number;
  guests: number;
  heads: number;
  score: ColumnType<string | null, number | null, number | null>;
  score_level: string | null;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface MeetingBooksTable {
  home_id: number;
  meeting_id: string;
  content: ColumnType<MeetingContent, string, string>;
  hands: ColumnType<readonly Hand[] | null, string | null | undefined, string | null>;
}

export interface AttendancesTable {
  home_id: number;
  held_on: string;
  meeting_id: string;
  person_id: string;
  unit_id: string;
  basis: string;
  standing: string | null;
  mark: string | null;
  reason: string | null;
}

export interface MeetingGuestsTable {
  home_id: number;
  id: string;
  meeting_id: string;
  name: string;
  role: string;
  person_id: string | null;
  is_present: boolean;
}

export interface MeetingAnswersTable {
  home_id: number;
  meeting_id: string;
  person_id: string;
  answer: string;
  reason: string | null;
  decision: string | null;
  answered_at: Date;
  answered_by: string | null;
}

export interface MeetingFilesTable {
  home_id: number;
  id: string;
  meeting_id: string;
  kind: string;
  name: string;
  media_type: string;
  size: number;
  content: Buffer;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    meetings: MeetingsTable;
    meeting_books: MeetingBooksTable;
    attendances: AttendancesTable;
    meeting_guests: MeetingGuestsTable;
    meeting_answers: MeetingAnswersTable;
    meeting_files: MeetingFilesTable;
  }
}
