-- Cycles of review that a committee opens, and one review of each collective and person in each place where it is held. A cycle and
-- its reviews live in the home of the unit concerned. What a person's review says is sealed.
create table review_cycles (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text not null,
  from_day date not null,
  to_day date not null,
  due_on date not null,
  form_version text not null,
  closed_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint review_cycles_pkey primary key (home_id, id),
  constraint review_cycles_unit_fkey foreign key (unit_id) references units (id),
  constraint review_cycles_kind_known check (kind in ('year', 'quarter', 'term', 'adHoc')),
  constraint review_cycles_period_in_order check (to_day >= from_day)
);
create index review_cycles_by_unit on review_cycles (unit_id, to_day desc, id desc);
create index review_cycles_by_day on review_cycles (to_day desc, id desc);

create table reviews (
  home_id smallint not null,
  id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  opened_by_id uuid not null,
  person_id uuid,
  form text not null,
  form_version text not null,
  from_day date not null,
  to_day date not null,
  due_on date not null,
  state text not null,
  content jsonb,
  sealed bytea,
  suggested smallint not null,
  answered smallint not null,
  submitted_on date,
  meeting_id uuid,
  held_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint reviews_pkey primary key (home_id, id),
  constraint reviews_unit_fkey foreign key (unit_id) references units (id),
  constraint reviews_opened_by_fkey foreign key (opened_by_id) references units (id),
  constraint reviews_form_known check (form in ('collective', '2A', '2B', '2C')),
  constraint reviews_state_known check (state in ('due', 'writing', 'submitted', 'concluded', 'excused')),
  constraint reviews_of_people_sealed check ((person_id is null) = (content is not null) and (person_id is not null) = (sealed is not null)),
  constraint reviews_held_when_concluded check ((state = 'concluded') = (held_on is not null))
);
create unique index reviews_once on reviews (home_id, cycle_id, unit_id, person_id) nulls not distinct;
create index reviews_by_cycle on reviews (cycle_id, unit_id, id);
create index reviews_by_unit on reviews (unit_id, to_day desc, id desc);
create index reviews_by_person on reviews (person_id, to_day desc) where person_id is not null;
create index reviews_to_purge on reviews (to_day) where person_id is not null;
create index reviews_open on reviews (unit_id, due_on) where person_id is null and state in ('due', 'writing', 'submitted');

grant select, insert, update, delete on review_cycles, reviews to satcoso_app;
