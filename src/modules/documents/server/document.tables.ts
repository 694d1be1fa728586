/** The tables of documents as Kysely sees them. */
export interface DocumentsTable {
  home_id: number;
  id: string;
  unit_id: string;
  direction: string;
  type: string;
  number: number | null;
  issuer_code: string;
  issuer: string;
  term: string;
  summary: string;
  issued_on: string;
  received_on: string | null;
  signer: unknown;
  valid_from: string;
  valid_to: string | null;
  review_due_on: string | null;
  regulates: string | null;
  secrecy: string | null;
  void: unknown;
  version: number;
  recorded_at: Date;
  recorded_by: string | null;
}

export interface DocumentFilesTable {
  home_id: number;
  id: string;
  document_id: string;
  hash: Buffer;
  name: string;
  recorded_at: Date;
  recorded_by: string | null;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    documents: DocumentsTable;
    document_files: DocumentFilesTable;
  }
}
