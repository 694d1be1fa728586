-- A register says for the sake of an answer alone that a document carries out another: with the last such answer that is taken back.
alter table document_links add column by_answer boolean not null default false;
