/** Shapes of the tables of access as Kysely sees them; imported for its effect by the stores. */

export interface AccountsTable {
  id: string;
  name: string;
  display_name: string;
  person_id: string | null;
  password_hash: string | null;
  totp_sealed: Buffer | null;
  totp_last_step: number | null;
  must_change_password: boolean;
  disabled_at: Date | null;
  sample: boolean;
  created_at: Date;
  version: number;
}

export interface SessionsTable {
  id: string;
  token_hash: Buffer;
  account_id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  device: string | null;
}

export interface SignInFailuresTable {
  key: Buffer;
  at: Date;
}

export interface AssignmentsTable {
  id: string;
  account_id: string;
  role: string;
  unit_id: string | null;
  reach: string;
  valid: string;
  granted_by: string | null;
  on_behalf_of: string | null;
  granted_at: Date;
  revoked_at: Date | null;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    accounts: AccountsTable;
    sessions: SessionsTable;
    sign_in_failures: SignInFailuresTable;
    assignments: AssignmentsTable;
  }
}
