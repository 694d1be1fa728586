-- A clause that units were asked to answer does not vanish: what it said stays, with the day on which it was taken out and the reason.
create table removed_clauses (
  home_id smallint not null,
  id uuid not null,
  document_id uuid not null,
  wording jsonb not null,
  removed_on date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint removed_clauses_pkey primary key (home_id, id),
  constraint removed_clauses_document_fkey foreign key (home_id, document_id) references documents (home_id, id)
);
create index removed_clauses_by_document on removed_clauses (home_id, document_id);
grant select, insert, update, delete on removed_clauses to satcoso_app;

-- What is taken up may need words too: carried out without a document of its own, and how; a target below the superior's, and why.
alter table answers drop constraint answers_reason_of_refusal;
alter table answers add constraint answers_reason_of_refusal check (kind <> 'notApplicable' or reason is not null);
