/** The table of devices as Kysely sees it. */
export interface DevicesTable {
  id: string;
  account_id: string;
  name: string;
  file_secret_sealed: Buffer | null;
  recovery_sealed: Buffer | null;
  enrolled_at: Date;
  seen_at: Date;
  wipe_asked_at: Date | null;
  wiped_at: Date | null;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    devices: DevicesTable;
  }
}
