/** The tables of notices as Kysely sees them. */
export interface NoticesTable {
  id: string;
  account_id: string;
  kind: string;
  occasion: string;
  unit_id: string | null;
  subject_id: string;
  at: Date;
  facts: unknown;
  read_at: Date | null;
  told: string[];
}

export interface NoticeProgressTable {
  home_id: number;
  seq: number;
}

export interface NoticeAttentionTable {
  account_id: string;
  told_on: string;
  told: string[];
}

export interface NoticeWaysTable {
  id: string;
  account_id: string;
  kind: 'mail' | 'push';
  address_sealed: Buffer;
  address_hash: Buffer;
  browser: string | null;
  language: 'vi' | 'en';
  pace: 'at_once' | 'daily' | 'none';
  hour: number;
  created_at: Date;
  confirmed_at: Date | null;
  code_sealed: Buffer | null;
  code_until: Date | null;
  code_tries: number;
  codes_on: string | null;
  codes_sent: number;
  asked: number;
  due_at: Date | null;
  tries: number;
  gave_up_at: Date | null;
  fault: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    notices: NoticesTable;
    notice_progress: NoticeProgressTable;
    notice_attention: NoticeAttentionTable;
    notice_ways: NoticeWaysTable;
  }
}
