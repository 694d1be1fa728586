/** The table of the attention list as Kysely sees it. */
import type { Day } from '../../../platform/day.ts';

export interface AlertSnoozesTable {
  home_id: number;
  id: string;
  alert: string;
  unit_id: string;
  subject_id: string;
  since: Day;
  until: Day;
  reason: string;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    alert_snoozes: AlertSnoozesTable;
  }
}
