-- What was found wanting at a unit, or of somebody who holds a post there, and how it is put right. It lives in the home of its unit.
-- What is said of a person is sealed, and never searched, counted or told in the log.
create table shortcomings (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  raised_by_id uuid not null,
  found_in text not null,
  found_on date not null,
  topic text not null,
  earlier_id uuid,
  content jsonb,
  sealed bytea,
  owner_id uuid,
  due_on date,
  state text not null,
  reported_on date,
  closed_on date,
  words tsvector,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint shortcomings_pkey primary key (home_id, id),
  constraint shortcomings_unit_fkey foreign key (unit_id) references units (id),
  constraint shortcomings_raised_by_fkey foreign key (raised_by_id) references units (id),
  constraint shortcomings_found_in_known check (found_in in ('review', 'inspection', 'workingSession', 'suggestion')),
  constraint shortcomings_state_known check (state in ('noted', 'measureSet', 'remedying', 'reported', 'returned', 'confirmed', 'withdrawn')),
  constraint shortcomings_closed_with_day check ((state in ('confirmed', 'withdrawn')) = (closed_on is not null)),
  constraint shortcomings_of_people_sealed check ((person_id is null) = (content is not null) and (person_id is not null) = (sealed is not null)),
  constraint shortcomings_of_units_searched check ((person_id is null) = (words is not null)),
  constraint shortcomings_not_earlier_itself check (earlier_id <> id)
);
create index shortcomings_by_unit on shortcomings (unit_id, found_on desc, id desc);
create index shortcomings_by_raiser on shortcomings (raised_by_id, found_on desc, id desc);
create index shortcomings_by_day on shortcomings (found_on desc, id desc);
create index shortcomings_by_topic on shortcomings (unit_id, topic, found_on) where person_id is null;
create index shortcomings_by_person on shortcomings (person_id) where person_id is not null;
create index shortcomings_by_words on shortcomings using gin (words);
create index shortcomings_due on shortcomings (unit_id, due_on) where person_id is null and state in ('noted', 'measureSet', 'remedying', 'reported', 'returned');
create index shortcomings_to_confirm on shortcomings (raised_by_id) where person_id is null and state = 'reported';

grant select, insert, update, delete on shortcomings to satcoso_app;
