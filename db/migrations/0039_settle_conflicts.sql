-- What a device sent and the server had otherwise by then stays with its command until a person has settled it, on whichever device
-- (src/sync). When it was settled stays with the command, so that the other devices learn of it.
alter table commands add column input jsonb;
alter table commands add column settled_at timestamptz;
alter table commands add constraint commands_kept_for_a_person check (input is null or (refusal is not null and settled_at is null));
create index commands_to_settle on commands (account_id, at) where input is not null;

-- Who set last what of a meeting, while it may be set otherwise: told to whoever set the same without having seen it.
alter table meeting_books add column hands jsonb;
alter table meeting_answers add column answered_by uuid;
