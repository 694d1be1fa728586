/** The tables of rules as Kysely sees them. */
import type { ColumnType, JSONColumnType } from 'kysely';

export interface RulesTable {
  id: string;
  key: string;
  value: ColumnType<number, string, string>;
  value_unit: string;
  scope_unit_id: string | null;
  valid: string;
  document: string;
  article: string | null;
  confidence: string;
  replaced_by: string | null;
  recorded_at: Date | null;
  recorded_by: string | null;
}

export interface RuleLimitsTable {
  key: string;
  lowest: string;
  stricter: string | null;
}

export interface RuleActsTable {
  id: string;
  key: string;
  scope_unit_id: string | null;
  kind: string;
  reason: string | null;
  before: JSONColumnType<object, string, string>;
  after: JSONColumnType<object, string, string>;
  recorded_at: Date;
  recorded_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface HolidaysTable {
  day: string;
  is_off: boolean;
  name: string;
  document: string;
  confidence: string;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    rules: RulesTable;
    rule_acts: RuleActsTable;
    rule_limits: RuleLimitsTable;
    holidays: HolidaysTable;
  }
}
