-- The register of documents of a unit: what it issued and what it received from outside. A document lives in the home of its unit.
create table documents (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  direction text not null,
  type text not null,
  number integer,
  issuer_code text not null,
  issuer text not null,
  term text not null,
  summary text not null,
  issued_on date not null,
  received_on date,
  signer jsonb,
  valid_from date not null,
  valid_to date,
  review_due_on date,
  regulates text,
  secrecy text,
  void jsonb,
  words tsvector not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint documents_pkey primary key (home_id, id),
  constraint documents_unit_fkey foreign key (unit_id) references units (id),
  constraint documents_direction_known check (direction in ('issued', 'received')),
  constraint documents_regulates_known check (regulates in ('working', 'coordination')),
  constraint documents_secrecy_known check (secrecy in ('confidential', 'secret', 'topSecret')),
  constraint documents_valid_in_order check (valid_to >= valid_from),
  constraint documents_received_from_outside check ((direction = 'received') = (received_on is not null))
);
-- One series of numbers for each type and term of a committee.
create unique index documents_numbered_once on documents (home_id, unit_id, type, term, number) where direction = 'issued' and void is null;
create index documents_by_unit on documents (unit_id, issued_on desc, id desc);
create index documents_by_day on documents (issued_on desc, id desc);
create index documents_by_words on documents using gin (words);
create index documents_to_review on documents (review_due_on) where review_due_on is not null and void is null;

-- What a document replaces, amends or carries out. The other one may be of another home.
create table document_links (
  home_id smallint not null,
  document_id uuid not null,
  kind text not null,
  other_id uuid not null,
  constraint document_links_pkey primary key (home_id, document_id, kind, other_id),
  constraint document_links_document_fkey foreign key (home_id, document_id) references documents (home_id, id),
  constraint document_links_kind_known check (kind in ('replaces', 'amends', 'carriesOut')),
  constraint document_links_not_itself check (document_id <> other_id)
);
create index document_links_by_other on document_links (other_id);

-- To which units a document was sent, and when each of them has said that it has it.
create table document_recipients (
  home_id smallint not null,
  document_id uuid not null,
  unit_id uuid not null,
  sent_on date not null,
  taken_on date,
  taken_by uuid,
  constraint document_recipients_pkey primary key (home_id, document_id, unit_id),
  constraint document_recipients_document_fkey foreign key (home_id, document_id) references documents (home_id, id),
  constraint document_recipients_unit_fkey foreign key (unit_id) references units (id)
);
create index document_recipients_by_unit on document_recipients (unit_id, document_id);

-- The same bytes are kept once in a home; their text is read out of them afterwards, by a job.
create table document_contents (
  home_id smallint not null,
  hash bytea not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  text text,
  constraint document_contents_pkey primary key (home_id, hash)
);
create index document_contents_unread on document_contents (home_id, hash) where text is null;

create table document_files (
  home_id smallint not null,
  id uuid not null,
  document_id uuid not null,
  hash bytea not null,
  name text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint document_files_pkey primary key (home_id, id),
  constraint document_files_document_fkey foreign key (home_id, document_id) references documents (home_id, id),
  constraint document_files_content_fkey foreign key (home_id, hash) references document_contents (home_id, hash)
);
create index document_files_by_document on document_files (document_id);
create index document_files_by_hash on document_files (home_id, hash);

grant select, insert, update, delete on documents, document_links, document_recipients, document_contents, document_files to satcoso_app;
