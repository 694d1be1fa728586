/** The tables of people as Kysely sees them. Sealed columns and hashes are bytes; what they say is never in the clear. */
export interface PeopleTable {
  home_id: number;
  id: string;
  full_name: string;
  name_key: string;
  exact_key: string;
  sort_key: string;
  sex: string | null;
  birth_on: string | null;
  birth_precision: string | null;
  education: string | null;
  qualification: string | null;
  political_theory: string | null;
  generated: boolean;
  phone_sealed: Buffer | null;
  email_sealed: Buffer | null;
  citizen_no_sealed: Buffer | null;
  citizen_no_hash: Buffer | null;
  membership_no_sealed: Buffer | null;
  membership_no_hash: Buffer | null;
  version: number;
}

export interface PersonKeysTable {
  kind: string;
  hash: Buffer;
  person_id: string;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    people: PeopleTable;
    person_keys: PersonKeysTable;
  }
}
