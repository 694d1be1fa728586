-- A register says for the sake of an answer alone that a document carries out another: with the last such answer that is taken back.
alter table document_links add column by_answer boolean not null default false;

-- Whoever is asked to carry a document out reads it: from some it was called back all the same.
insert into document_recipients (home_id, document_id, unit_id, sent_on) select u.home_id, u.document_id, u.unit_id, u.asked_on from cascade_units u on conflict on constraint document_recipients_pkey do nothing;
