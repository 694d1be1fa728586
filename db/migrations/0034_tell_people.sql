-- Notices: who is told what of the events of the log. A notice holds no text: what it says is read, and reach asked, when it
-- is looked at. Accounts are kept at one place, and so is this.
create table notices (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  -- Which event, or which day, it comes of: the same is told once.
  occasion text not null,
  unit_id uuid,
  subject_id uuid not null,
  at timestamptz not null,
  -- Ids and counts by unit of what is told together; nothing else.
  facts jsonb,
  read_at timestamptz,
  constraint notices_pkey primary key (id),
  constraint notices_account_fkey foreign key (account_id) references accounts (id) on delete cascade
);
create unique index notices_once on notices (account_id, kind, subject_id, occasion);
create index notices_by_account on notices (account_id, at desc, id desc);
create index notices_unread on notices (account_id, at desc, id desc) where read_at is null;
create index notices_by_time on notices (at);

-- Up to which event of each chain people were told. What happened before this table was made is told to nobody.
create table notice_progress (
  home_id smallint not null,
  seq bigint not null,
  constraint notice_progress_pkey primary key (home_id)
);
insert into notice_progress (home_id, seq) select home_id, head_seq from event_chains;

-- Which things needing attention an account was told of, as short hashes: only what is new is told.
create table notice_attention (
  account_id uuid not null,
  told_on date not null,
  told text[] not null,
  constraint notice_attention_pkey primary key (account_id),
  constraint notice_attention_account_fkey foreign key (account_id) references accounts (id) on delete cascade
);

-- How somebody is told outside the app that something stands in it: one e-mail address, browsers by web push. At most one
-- message waits on each way.
create table notice_ways (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  address_sealed bytea not null,
  address_hash bytea not null,
  browser text,
  language text not null,
  pace text not null,
  hour smallint not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  code_sealed bytea,
  code_until timestamptz,
  code_tries smallint not null,
  codes_on date,
  codes_sent smallint not null,
  -- Counts how often there was something to tell, so that what comes while a message is under way is not lost; when the
  -- message is due; how often it was tried in vain; the newest notice that it told of.
  asked integer not null,
  due_at timestamptz,
  tries smallint not null,
  told_id uuid,
  gave_up_at timestamptz,
  fault text,
  constraint notice_ways_pkey primary key (id),
  constraint notice_ways_account_fkey foreign key (account_id) references accounts (id) on delete cascade,
  constraint notice_ways_kind_known check (kind in ('mail', 'push')),
  constraint notice_ways_pace_known check (pace in ('at_once', 'daily', 'none')),
  constraint notice_ways_language_known check (language in ('vi', 'en')),
  constraint notice_ways_hour_known check (hour between 0 and 23)
);
create unique index notice_ways_one_mail on notice_ways (account_id) where kind = 'mail';
create unique index notice_ways_one_browser on notice_ways (address_hash) where kind = 'push';
create index notice_ways_by_account on notice_ways (account_id);
create index notice_ways_due on notice_ways (due_at) where due_at is not null;

grant select, insert, update, delete on notices, notice_progress, notice_attention, notice_ways to satcoso_app;
