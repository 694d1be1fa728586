--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: vietnamese; Type: COLLATION; Schema: public; Owner: -
--

CREATE COLLATION public.vietnamese (provider = icu, locale = 'vi-u-kn-true');

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

--
-- Name: begin_closure_rewrite(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_closure_rewrite() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    return false;
  end if;
  lock table public.unit_closure in share row exclusive mode;
  drop table if exists public.unit_closure_next;
  create table public.unit_closure_next (like public.unit_closure including defaults including constraints including storage);
  grant select, insert, update, delete on public.unit_closure_next to satcoso_app;
  return true;
end $$;

--
-- Name: create_partitions(date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.create_partitions(today date) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '5s'
    SET "DateStyle" TO 'ISO, YMD'
    AS $$
declare
  parent record;
  year integer;
  years integer[];
  part text;
  net text;
  clock text;
  first_moment text;
  next_moment text;
  made text[] := '{}';
begin
  -- One at a time: who comes second finds everything made.
  perform pg_advisory_xact_lock(hashtextextended('create_partitions', 0));
  for parent in
    select c.relname as name, a.attname as moment, a.atttypid = 'timestamptz'::regtype as with_clock
    from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where c.relnamespace = 'public'::regnamespace and p.partstrat = 'r' and p.partnatts = 1 and a.atttypid in ('timestamptz'::regtype, 'date'::regtype)
    order by c.relname
  loop
    net := parent.name || '_rest';
    clock := case when parent.with_clock then ' 00:00:00+07' else '' end;
    execute format(case when parent.with_clock
        then 'select array_agg(distinct extract(year from %I at time zone ''Asia/Ho_Chi_Minh'')::integer) from public.%I'
        else 'select array_agg(distinct extract(year from %I)::integer) from public.%I' end, parent.moment, net) into years;
    foreach year in array array[extract(year from today)::integer, extract(year from today)::integer + 1] || coalesce(years, '{}') loop
      part := parent.name || '_' || year;
      continue when year not between 1900 and 2200 or to_regclass(format('public.%I', part)) is not null;
      first_moment := year || '-01-01' || clock;
      next_moment := (year + 1) || '-01-01' || clock;
      -- Rows are only ever added: they are frozen when they are first looked at, not all at once years later.
      execute format('create table public.%I (like public.%I including all) with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, autovacuum_freeze_min_age = 0)', part, parent.name);
      execute format('lock table public.%I in access exclusive mode', net);
      execute format('insert into public.%I select * from public.%I where %I >= %L and %I < %L', part, net, parent.moment, first_moment, parent.moment, next_moment);
      execute format('delete from public.%I where %I >= %L and %I < %L', net, parent.moment, first_moment, parent.moment, next_moment);
      execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)', parent.name, part, first_moment, next_moment);
      made := made || part;
    end loop;
  end loop;
  return made;
end $$;

--
-- Name: end_closure_rewrite(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.end_closure_rewrite() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  old record;
  settings text[];
begin
  perform public.leave_log_uncompressed();
  for old in
    select c.relname as name, i.indisprimary as is_key, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'public.unit_closure'::regclass order by i.indisprimary desc, 1
  loop
    execute replace(old.definition, format(' INDEX %I ON public.unit_closure ', old.name), format(' INDEX %I ON public.unit_closure_next ', old.name || '_next'));
    if old.is_key then
      execute format('alter table public.unit_closure_next add constraint %I primary key using index %I', old.name || '_next', old.name || '_next');
    end if;
  end loop;
  select reloptions into settings from pg_class where oid = 'public.unit_closure'::regclass;
  if settings is not null then
    execute format('alter table public.unit_closure_next set (%s)', array_to_string(settings, ', '));
  end if;
  analyze public.unit_closure_next;
  perform public.take_closure_alone();
  drop table public.unit_closure;
  alter table public.unit_closure_next rename to unit_closure;
  for old in
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'public.unit_closure'::regclass
  loop
    execute format('alter index public.%I rename to %I', old.name, left(old.name, -5));
  end loop;
end $$;

--
-- Name: home_of(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.home_of(id uuid) RETURNS smallint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (((('x'::text || substr((id)::text, 16, 3)))::bit(12))::integer)::smallint;

--
-- Name: leave_log_uncompressed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.leave_log_uncompressed() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  set local wal_compression = off;
exception
  when insufficient_privilege then null;
end $$;

--
-- Name: refresh_partitioned_statistics(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_partitioned_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  parent record;
begin
  for parent in select c.relname as name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid where c.relnamespace = 'public'::regnamespace loop
    execute format('analyze public.%I', parent.name);
  end loop;
end $$;

--
-- Name: refresh_rollup_statistics(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_rollup_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  analyze public.figure_groups, public.figure_group_anchors, public.figure_anchor_paths, public.figure_places, public.figure_rollups, public.figure_sums, public.figure_histograms, public.figure_histogram_sums;
end $$;

--
-- Name: refresh_statistics(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  analyze public.homes, public.units, public.unit_versions, public.unit_parents, public.unit_relations, public.unit_lineage, public.unit_closure,
    public.people, public.person_keys, public.memberships, public.placements, public.exemptions, public.away_spells,
    public.posts, public.tenures, public.import_refs, public.import_changes;
end $$;

--
-- Name: refresh_structure_statistics(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_structure_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  analyze public.units, public.unit_versions, public.unit_parents, public.unit_relations, public.unit_lineage, public.posts, public.tenures, public.reorganisation_outcomes;
end $$;

--
-- Name: take_closure_alone(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.take_closure_alone() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '1s'
    AS $$
begin
  for attempt in 1..150 loop
    begin
      lock table public.unit_closure in access exclusive mode;
      return;
    exception when lock_not_available then
      if attempt = 150 then
        raise;
      end if;
    end;
    perform pg_sleep(1);
  end loop;
end $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    id uuid NOT NULL,
    name text NOT NULL,
    display_name text NOT NULL,
    person_id uuid,
    password_hash text,
    totp_sealed bytea,
    totp_last_step bigint,
    must_change_password boolean NOT NULL,
    disabled_at timestamp with time zone,
    sample boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT accounts_name_folded CHECK ((name = lower(name)))
);

--
-- Name: alert_snoozes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alert_snoozes (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    alert text NOT NULL,
    unit_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: answer_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answer_links (
    home_id smallint NOT NULL,
    answer_id uuid NOT NULL,
    kind text NOT NULL,
    other_id uuid NOT NULL,
    CONSTRAINT answer_links_kind_known CHECK ((kind = ANY (ARRAY['document'::text, 'clause'::text])))
);

--
-- Name: answers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    clause_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    reason text,
    target numeric,
    due_on date,
    answered_on date NOT NULL,
    begun_on date,
    done_on date,
    revision integer NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    first_answered_on date NOT NULL,
    CONSTRAINT answers_done_if_taken_up CHECK (((done_on IS NULL) OR (kind = 'takenUp'::text))),
    CONSTRAINT answers_kind_known CHECK ((kind = ANY (ARRAY['takenUp'::text, 'notApplicable'::text]))),
    CONSTRAINT answers_reason_of_refusal CHECK (((kind <> 'notApplicable'::text) OR (reason IS NOT NULL)))
);

--
-- Name: assignments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assignments (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL,
    unit_id uuid,
    reach text NOT NULL,
    valid daterange NOT NULL,
    granted_by uuid,
    on_behalf_of uuid,
    granted_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT assignments_reach_known CHECK ((reach = ANY (ARRAY['none'::text, 'unit'::text, 'children'::text, 'subtree'::text]))),
    CONSTRAINT assignments_unit_with_reach CHECK (((unit_id IS NULL) = (reach = 'none'::text))),
    CONSTRAINT assignments_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: attendances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendances (
    home_id smallint NOT NULL,
    held_on date NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    basis text NOT NULL,
    standing text,
    mark text,
    reason text,
    CONSTRAINT attendances_basis_known CHECK ((basis = ANY (ARRAY['expected'::text, 'exempt'::text, 'away'::text, 'elsewhere'::text]))),
    CONSTRAINT attendances_mark_known CHECK ((mark = ANY (ARRAY['present'::text, 'online'::text, 'excused'::text, 'absent'::text]))),
    CONSTRAINT attendances_reason_known CHECK ((reason = ANY (ARRAY['duty'::text, 'study'::text, 'away'::text, 'personal'::text, 'other'::text]))),
    CONSTRAINT attendances_standing_known CHECK ((standing = ANY (ARRAY['full'::text, 'probationary'::text])))
)
PARTITION BY RANGE (held_on);

--
-- Name: attendances_2026; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendances_2026 (
    home_id smallint NOT NULL,
    held_on date NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    basis text NOT NULL,
    standing text,
    mark text,
    reason text,
    CONSTRAINT attendances_basis_known CHECK ((basis = ANY (ARRAY['expected'::text, 'exempt'::text, 'away'::text, 'elsewhere'::text]))),
    CONSTRAINT attendances_mark_known CHECK ((mark = ANY (ARRAY['present'::text, 'online'::text, 'excused'::text, 'absent'::text]))),
    CONSTRAINT attendances_reason_known CHECK ((reason = ANY (ARRAY['duty'::text, 'study'::text, 'away'::text, 'personal'::text, 'other'::text]))),
    CONSTRAINT attendances_standing_known CHECK ((standing = ANY (ARRAY['full'::text, 'probationary'::text])))
)
WITH (autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05', autovacuum_freeze_min_age='0');

--
-- Name: attendances_2027; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendances_2027 (
    home_id smallint NOT NULL,
    held_on date NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    basis text NOT NULL,
    standing text,
    mark text,
    reason text,
    CONSTRAINT attendances_basis_known CHECK ((basis = ANY (ARRAY['expected'::text, 'exempt'::text, 'away'::text, 'elsewhere'::text]))),
    CONSTRAINT attendances_mark_known CHECK ((mark = ANY (ARRAY['present'::text, 'online'::text, 'excused'::text, 'absent'::text]))),
    CONSTRAINT attendances_reason_known CHECK ((reason = ANY (ARRAY['duty'::text, 'study'::text, 'away'::text, 'personal'::text, 'other'::text]))),
    CONSTRAINT attendances_standing_known CHECK ((standing = ANY (ARRAY['full'::text, 'probationary'::text])))
)
WITH (autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05', autovacuum_freeze_min_age='0');

--
-- Name: attendances_rest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendances_rest (
    home_id smallint NOT NULL,
    held_on date NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    basis text NOT NULL,
    standing text,
    mark text,
    reason text,
    CONSTRAINT attendances_basis_known CHECK ((basis = ANY (ARRAY['expected'::text, 'exempt'::text, 'away'::text, 'elsewhere'::text]))),
    CONSTRAINT attendances_mark_known CHECK ((mark = ANY (ARRAY['present'::text, 'online'::text, 'excused'::text, 'absent'::text]))),
    CONSTRAINT attendances_reason_known CHECK ((reason = ANY (ARRAY['duty'::text, 'study'::text, 'away'::text, 'personal'::text, 'other'::text]))),
    CONSTRAINT attendances_standing_known CHECK ((standing = ANY (ARRAY['full'::text, 'probationary'::text])))
);

--
-- Name: away_spells; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.away_spells (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    valid daterange NOT NULL,
    place text,
    with_leave boolean,
    contact_sealed bytea,
    contacted_on date,
    contact_due_on date,
    assigned_work text,
    CONSTRAINT away_spells_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: cadre_evaluations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cadre_evaluations (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    sealed bytea NOT NULL,
    state text NOT NULL,
    decided_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT cadre_evaluations_decided_on_a_day CHECK (((state = 'decided'::text) = (decided_on IS NOT NULL))),
    CONSTRAINT cadre_evaluations_period CHECK ((to_day >= from_day)),
    CONSTRAINT cadre_evaluations_state_known CHECK ((state = ANY (ARRAY['writing'::text, 'decided'::text])))
);

--
-- Name: cadre_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cadre_reports (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    due_on date NOT NULL,
    content jsonb NOT NULL,
    state text NOT NULL,
    handed_on date,
    read_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT cadre_reports_handed_on_a_day CHECK (((state = 'writing'::text) = (handed_on IS NULL))),
    CONSTRAINT cadre_reports_period CHECK ((to_day >= from_day)),
    CONSTRAINT cadre_reports_read_on_a_day CHECK (((state = 'read'::text) = (read_on IS NOT NULL))),
    CONSTRAINT cadre_reports_state_known CHECK ((state = ANY (ARRAY['writing'::text, 'handed'::text, 'read'::text])))
);

--
-- Name: cascade_deadlines; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cascade_deadlines (
    home_id smallint NOT NULL,
    document_id uuid NOT NULL,
    step text NOT NULL,
    due_on date NOT NULL,
    by_rule boolean NOT NULL,
    days integer,
    CONSTRAINT cascade_deadlines_step_known CHECK ((step = ANY (ARRAY['received'::text, 'studied'::text, 'answered'::text, 'programme'::text, 'plan'::text, 'carriedOut'::text, 'interim'::text, 'final'::text])))
);

--
-- Name: cascade_steps; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cascade_steps (
    home_id smallint NOT NULL,
    document_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    step text NOT NULL,
    done_on date NOT NULL,
    by_document_id uuid,
    meeting_id uuid,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT cascade_steps_step_known CHECK ((step = ANY (ARRAY['received'::text, 'studied'::text, 'programme'::text, 'plan'::text, 'carriedOut'::text, 'interim'::text, 'final'::text])))
);

--
-- Name: cascade_units; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cascade_units (
    home_id smallint NOT NULL,
    document_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    asked_on date NOT NULL,
    answered integer DEFAULT 0 NOT NULL,
    last_answered_on date,
    marks text,
    marked_clauses text,
    marked_from date,
    marked_to date,
    CONSTRAINT cascade_units_marked_whole CHECK ((((marks IS NULL) = (marked_clauses IS NULL)) AND ((marks IS NULL) = (marked_from IS NULL))))
);

--
-- Name: cascades; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cascades (
    home_id smallint NOT NULL,
    document_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    opened_on date NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: clause_revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clause_revisions (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    clause_id uuid NOT NULL,
    revision integer NOT NULL,
    wording jsonb NOT NULL,
    held_to date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: clause_values; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clause_values (
    home_id smallint NOT NULL,
    answer_id uuid NOT NULL,
    measured_on date NOT NULL,
    value numeric NOT NULL,
    source text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: clauses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clauses (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    place integer NOT NULL,
    label text NOT NULL,
    kind text NOT NULL,
    wording text NOT NULL,
    target numeric,
    measure text,
    toward text,
    due_on date,
    for_whom text,
    revision integer NOT NULL,
    revised_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    added_on date,
    CONSTRAINT clauses_kind_known CHECK ((kind = ANY (ARRAY['objective'::text, 'indicator'::text, 'task'::text]))),
    CONSTRAINT clauses_target_of_indicator CHECK ((((kind = 'indicator'::text) = (target IS NOT NULL)) AND ((target IS NULL) = (measure IS NULL)) AND ((target IS NULL) = (toward IS NULL)))),
    CONSTRAINT clauses_toward_known CHECK ((toward = ANY (ARRAY['atLeast'::text, 'atMost'::text])))
);

--
-- Name: commands; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commands (
    account_id uuid NOT NULL,
    id uuid NOT NULL,
    procedure text NOT NULL,
    digest bytea NOT NULL,
    answer jsonb,
    refusal jsonb,
    at timestamp with time zone NOT NULL,
    input jsonb,
    settled_at timestamp with time zone,
    CONSTRAINT commands_kept_for_a_person CHECK (((input IS NULL) OR ((refusal IS NOT NULL) AND (settled_at IS NULL)))),
    CONSTRAINT commands_one_outcome CHECK (((answer IS NULL) OR (refusal IS NULL)))
);

--
-- Name: devices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.devices (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    file_secret_sealed bytea,
    recovery_sealed bytea,
    enrolled_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    wipe_asked_at timestamp with time zone,
    wiped_at timestamp with time zone,
    CONSTRAINT devices_secrets_while_active CHECK ((num_nulls(file_secret_sealed, recovery_sealed) =
CASE
    WHEN ((wipe_asked_at IS NULL) AND (wiped_at IS NULL)) THEN 0
    ELSE 2
END))
);

--
-- Name: document_contents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_contents (
    home_id smallint NOT NULL,
    hash bytea NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    text text
);

--
-- Name: document_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_files (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: document_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_links (
    home_id smallint NOT NULL,
    document_id uuid NOT NULL,
    kind text NOT NULL,
    other_id uuid NOT NULL,
    by_answer boolean DEFAULT false NOT NULL,
    CONSTRAINT document_links_kind_known CHECK ((kind = ANY (ARRAY['replaces'::text, 'amends'::text, 'carriesOut'::text]))),
    CONSTRAINT document_links_not_itself CHECK ((document_id <> other_id))
);

--
-- Name: document_recipients; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_recipients (
    home_id smallint NOT NULL,
    document_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    sent_on date NOT NULL,
    taken_on date,
    taken_by uuid
);

--
-- Name: documents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    number integer,
    issuer_code text NOT NULL,
    issuer text NOT NULL,
    term text NOT NULL,
    summary text NOT NULL,
    issued_on date NOT NULL,
    received_on date,
    signer jsonb,
    valid_from date NOT NULL,
    valid_to date,
    review_due_on date,
    regulates text,
    secrecy text,
    void jsonb,
    words tsvector NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT documents_direction_known CHECK ((direction = ANY (ARRAY['issued'::text, 'received'::text]))),
    CONSTRAINT documents_received_from_outside CHECK (((direction = 'received'::text) = (received_on IS NOT NULL))),
    CONSTRAINT documents_regulates_known CHECK ((regulates = ANY (ARRAY['working'::text, 'coordination'::text]))),
    CONSTRAINT documents_secrecy_known CHECK ((secrecy = ANY (ARRAY['confidential'::text, 'secret'::text, 'topSecret'::text]))),
    CONSTRAINT documents_valid_in_order CHECK ((valid_to >= valid_from))
);

--
-- Name: event_chains; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_chains (
    home_id smallint NOT NULL,
    head_seq bigint NOT NULL,
    head_hash bytea NOT NULL
)
WITH (fillfactor='50', autovacuum_vacuum_threshold='500', autovacuum_vacuum_scale_factor='0');

--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    home_id smallint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    type text NOT NULL,
    actor_id uuid,
    subject_id uuid,
    unit_id uuid,
    person_id uuid,
    data jsonb NOT NULL,
    request_id text,
    hash bytea NOT NULL
)
PARTITION BY RANGE (at);

--
-- Name: events_2026; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events_2026 (
    home_id smallint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    type text NOT NULL,
    actor_id uuid,
    subject_id uuid,
    unit_id uuid,
    person_id uuid,
    data jsonb NOT NULL,
    request_id text,
    hash bytea NOT NULL
)
WITH (autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05', autovacuum_freeze_min_age='0');

--
-- Name: events_2027; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events_2027 (
    home_id smallint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    type text NOT NULL,
    actor_id uuid,
    subject_id uuid,
    unit_id uuid,
    person_id uuid,
    data jsonb NOT NULL,
    request_id text,
    hash bytea NOT NULL
)
WITH (autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05', autovacuum_freeze_min_age='0');

--
-- Name: events_rest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events_rest (
    home_id smallint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    type text NOT NULL,
    actor_id uuid,
    subject_id uuid,
    unit_id uuid,
    person_id uuid,
    data jsonb NOT NULL,
    request_id text,
    hash bytea NOT NULL
);

--
-- Name: exemptions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.exemptions (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    valid daterange NOT NULL,
    decision text,
    CONSTRAINT exemptions_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: figure_anchor_paths; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_anchor_paths (
    hierarchy text NOT NULL,
    ancestor_id uuid NOT NULL,
    anchor_id uuid NOT NULL,
    valid daterange NOT NULL
);

--
-- Name: figure_days; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_days (
    day date NOT NULL
);

--
-- Name: figure_group_anchors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_group_anchors (
    group_id uuid NOT NULL,
    boundaries text NOT NULL,
    hierarchy text NOT NULL,
    anchor_id uuid NOT NULL,
    system text NOT NULL,
    is_coarse boolean NOT NULL,
    present daterange NOT NULL
);

--
-- Name: figure_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_groups (
    id uuid NOT NULL,
    system text NOT NULL,
    is_coarse boolean NOT NULL,
    coarse_id uuid,
    reach uuid[] NOT NULL,
    present daterange NOT NULL
);

--
-- Name: figure_histogram_sums; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_histogram_sums (
    figure text NOT NULL,
    group_id uuid NOT NULL,
    day date NOT NULL,
    keys text[] NOT NULL,
    numbers integer[] NOT NULL
);

--
-- Name: figure_histograms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_histograms (
    figure text NOT NULL,
    group_id uuid NOT NULL,
    day date NOT NULL,
    keys text[] NOT NULL,
    numbers integer[] NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');

--
-- Name: figure_marks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_marks (
    id bigint NOT NULL,
    unit_id uuid,
    group_id uuid,
    from_day date,
    moved boolean NOT NULL,
    person_id uuid,
    about text,
    CONSTRAINT figure_marks_about_known CHECK ((about = ANY (ARRAY['people'::text, 'meetings'::text, 'absences'::text, 'petitions'::text, 'tasks'::text, 'documents'::text, 'regulations'::text, 'cascades'::text])))
)
WITH (autovacuum_vacuum_threshold='500', autovacuum_vacuum_scale_factor='0');

--
-- Name: figure_marks_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.figure_marks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.figure_marks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: figure_places; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_places (
    system text NOT NULL,
    unit_id uuid NOT NULL,
    valid daterange NOT NULL,
    group_id uuid NOT NULL
);

--
-- Name: figure_rollups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_rollups (
    figure text NOT NULL,
    group_id uuid NOT NULL,
    day date NOT NULL,
    counts integer[] NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');

--
-- Name: figure_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_state (
    id smallint NOT NULL,
    declared text NOT NULL,
    first_day date NOT NULL,
    placed_on date NOT NULL,
    placed_until date,
    flows_until date,
    CONSTRAINT figure_state_is_one CHECK ((id = 1))
);

--
-- Name: figure_sums; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_sums (
    figure text NOT NULL,
    group_id uuid NOT NULL,
    day date NOT NULL,
    counts integer[] NOT NULL
);

--
-- Name: holidays; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.holidays (
    day date NOT NULL,
    is_off boolean NOT NULL,
    name text NOT NULL,
    document text NOT NULL,
    confidence text NOT NULL,
    CONSTRAINT holidays_confidence_known CHECK ((confidence = ANY (ARRAY['read'::text, 'replaced'::text, 'secondary'::text, 'unconfirmed'::text])))
);

--
-- Name: homes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.homes (
    id smallint NOT NULL,
    name text NOT NULL,
    CONSTRAINT homes_id_in_range CHECK (((id >= 0) AND (id <= 4095)))
);

--
-- Name: import_changes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_changes (
    run_id uuid NOT NULL,
    seq integer NOT NULL,
    table_name text NOT NULL,
    before jsonb,
    after jsonb
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');

--
-- Name: import_file_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_file_parts (
    upload_id uuid NOT NULL,
    name text NOT NULL,
    part integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY public.import_file_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;

--
-- Name: import_refs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_refs (
    source_id uuid NOT NULL,
    sheet text NOT NULL,
    ref text NOT NULL,
    entity_id uuid NOT NULL
);

--
-- Name: import_runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_runs (
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    file_name text NOT NULL,
    state text NOT NULL,
    counts jsonb NOT NULL,
    started_by uuid,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by uuid,
    CONSTRAINT import_runs_state_known CHECK ((state = ANY (ARRAY['applied'::text, 'undone'::text])))
);

--
-- Name: import_sources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_sources (
    id uuid NOT NULL,
    name text NOT NULL,
    sample boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    owner_id uuid
);

--
-- Name: import_uploads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_uploads (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    source text NOT NULL,
    fixes jsonb NOT NULL,
    progress jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    files jsonb NOT NULL
)
WITH (fillfactor='70', autovacuum_vacuum_threshold='200', autovacuum_vacuum_scale_factor='0.05');

--
-- Name: jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.jobs (
    name text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    held_by uuid,
    held_until timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    succeeded_at timestamp with time zone,
    seconds double precision,
    failures integer NOT NULL,
    fault text
)
WITH (fillfactor='50', autovacuum_vacuum_threshold='200', autovacuum_vacuum_scale_factor='0');

--
-- Name: meeting_answers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting_answers (
    home_id smallint NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    answer text NOT NULL,
    reason text,
    decision text,
    answered_at timestamp with time zone NOT NULL,
    answered_by uuid,
    CONSTRAINT meeting_answers_answer_known CHECK ((answer = ANY (ARRAY['coming'::text, 'leave'::text]))),
    CONSTRAINT meeting_answers_decision_known CHECK ((decision = ANY (ARRAY['granted'::text, 'refused'::text]))),
    CONSTRAINT meeting_answers_reason_known CHECK ((reason = ANY (ARRAY['duty'::text, 'study'::text, 'away'::text, 'personal'::text, 'other'::text])))
);

--
-- Name: meeting_books; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting_books (
    home_id smallint NOT NULL,
    meeting_id uuid NOT NULL,
    content jsonb NOT NULL,
    hands jsonb
);

--
-- Name: meeting_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting_files (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT meeting_files_kind_known CHECK ((kind = ANY (ARRAY['paper'::text, 'sign_in_sheet'::text])))
);

--
-- Name: meeting_guests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting_guests (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    person_id uuid,
    is_present boolean NOT NULL,
    CONSTRAINT meeting_guests_role_known CHECK ((role = ANY (ARRAY['head'::text, 'mass_head'::text, 'assigned'::text, 'superior'::text, 'other'::text])))
);

--
-- Name: meetings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    is_extended boolean NOT NULL,
    state text NOT NULL,
    held_on date NOT NULL,
    starts time without time zone,
    ends time without time zone,
    place text,
    mode text NOT NULL,
    topic text,
    series_id uuid,
    postponed_from date,
    reason text,
    invited_on date,
    adopted_on date,
    opened_on date,
    is_late boolean NOT NULL,
    minutes smallint,
    expected integer NOT NULL,
    present integer NOT NULL,
    online integer NOT NULL,
    excused integer NOT NULL,
    absent integer NOT NULL,
    full_expected integer NOT NULL,
    full_present integer NOT NULL,
    guests integer NOT NULL,
    heads integer NOT NULL,
    score numeric(5,2),
    score_level text,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT meetings_adopted_on_a_day CHECK (((state = 'adopted'::text) = (adopted_on IS NOT NULL))),
    CONSTRAINT meetings_cancelled_with_reason CHECK (((state <> 'cancelled'::text) OR (reason IS NOT NULL))),
    CONSTRAINT meetings_kind_known CHECK ((kind = ANY (ARRAY['regular'::text, 'thematic'::text, 'committee'::text, 'briefing'::text, 'conference'::text, 'study'::text, 'working_session'::text]))),
    CONSTRAINT meetings_level_known CHECK ((score_level = ANY (ARRAY['good'::text, 'fair'::text, 'average'::text, 'weak'::text]))),
    CONSTRAINT meetings_mode_known CHECK ((mode = ANY (ARRAY['in_person'::text, 'online'::text, 'mixed'::text]))),
    CONSTRAINT meetings_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'invited'::text, 'open'::text, 'closed'::text, 'adopted'::text, 'cancelled'::text])))
);

--
-- Name: membership_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.membership_acts (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    effective_on date NOT NULL,
    decision text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    undone_at timestamp with time zone,
    undone_by uuid
);

--
-- Name: memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    valid daterange NOT NULL,
    recognised_on date,
    end_reason text,
    decision text,
    version integer NOT NULL,
    CONSTRAINT memberships_end_reason_known CHECK ((end_reason = ANY (ARRAY['transferred_out'::text, 'removed'::text, 'let_go'::text, 'expelled'::text, 'died'::text]))),
    CONSTRAINT memberships_ended_with_reason CHECK ((upper_inf(valid) = (end_reason IS NULL))),
    CONSTRAINT memberships_recognised_after_admitted CHECK (((recognised_on IS NULL) OR (recognised_on >= lower(valid))))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02');

--
-- Name: notice_attention; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice_attention (
    account_id uuid NOT NULL,
    told_on date NOT NULL,
    told text[] NOT NULL
);

--
-- Name: notice_progress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice_progress (
    home_id smallint NOT NULL,
    seq bigint NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    passed_over bigint DEFAULT 0 NOT NULL
);

--
-- Name: notice_ways; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice_ways (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    address_sealed bytea NOT NULL,
    address_hash bytea NOT NULL,
    browser text,
    language text NOT NULL,
    pace text NOT NULL,
    hour smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    code_sealed bytea,
    code_until timestamp with time zone,
    code_tries smallint NOT NULL,
    codes_on date,
    codes_sent smallint NOT NULL,
    asked integer NOT NULL,
    due_at timestamp with time zone,
    tries smallint NOT NULL,
    gave_up_at timestamp with time zone,
    fault text,
    CONSTRAINT notice_ways_hour_known CHECK (((hour >= 0) AND (hour <= 23))),
    CONSTRAINT notice_ways_kind_known CHECK ((kind = ANY (ARRAY['mail'::text, 'push'::text]))),
    CONSTRAINT notice_ways_language_known CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
    CONSTRAINT notice_ways_pace_known CHECK ((pace = ANY (ARRAY['at_once'::text, 'daily'::text, 'none'::text])))
);

--
-- Name: notices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    occasion text NOT NULL,
    unit_id uuid,
    subject_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    facts jsonb,
    read_at timestamp with time zone,
    told uuid[] DEFAULT '{}'::uuid[] NOT NULL
);

--
-- Name: oversight_assignments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oversight_assignments (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    regulation_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    tier text NOT NULL,
    post_id uuid,
    decision text NOT NULL,
    valid daterange NOT NULL,
    end_reason text,
    end_decision text,
    talking_points text NOT NULL,
    grant_id uuid,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT oversight_assignments_end_reason_known CHECK ((end_reason = ANY (ARRAY['replaced'::text, 'transferred'::text, 'leftPost'::text, 'retired'::text, 'reorganised'::text, 'regulationEnded'::text, 'other'::text]))),
    CONSTRAINT oversight_assignments_ended_with_day CHECK (((end_reason IS NULL) OR (NOT upper_inf(valid)))),
    CONSTRAINT oversight_assignments_tier_known CHECK ((tier = ANY (ARRAY['standingBoard'::text, 'committee'::text, 'head'::text, 'deputy'::text, 'other'::text]))),
    CONSTRAINT oversight_assignments_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: oversight_duties; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oversight_duties (
    home_id smallint NOT NULL,
    regulation_id uuid NOT NULL,
    tier text NOT NULL,
    visits_per_quarter smallint,
    cell_meetings_per_year smallint,
    committee_meetings_per_year smallint,
    report_every_months smallint,
    CONSTRAINT oversight_duties_not_negative CHECK (((visits_per_quarter >= 0) AND (cell_meetings_per_year >= 0) AND (committee_meetings_per_year >= 0) AND (report_every_months > 0))),
    CONSTRAINT oversight_duties_tier_known CHECK ((tier = ANY (ARRAY['standingBoard'::text, 'committee'::text, 'head'::text, 'deputy'::text, 'other'::text])))
);

--
-- Name: oversight_regulations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oversight_regulations (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    document_id uuid,
    title text NOT NULL,
    kinds text[] NOT NULL,
    most_units smallint,
    valid daterange NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT oversight_regulations_kinds_some CHECK ((cardinality(kinds) > 0)),
    CONSTRAINT oversight_regulations_most_units_positive CHECK ((most_units > 0)),
    CONSTRAINT oversight_regulations_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: people; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    full_name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    exact_key text NOT NULL COLLATE pg_catalog."C",
    sort_key text NOT NULL,
    sex text,
    birth_on date,
    birth_precision text,
    education text,
    qualification text,
    political_theory text,
    generated boolean NOT NULL,
    phone_sealed bytea,
    email_sealed bytea,
    citizen_no_sealed bytea,
    citizen_no_hash bytea,
    membership_no_sealed bytea,
    membership_no_hash bytea,
    version integer NOT NULL,
    CONSTRAINT people_birth_precision_known CHECK ((birth_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text]))),
    CONSTRAINT people_birth_with_precision CHECK (((birth_on IS NULL) = (birth_precision IS NULL))),
    CONSTRAINT people_sex_known CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02');

--
-- Name: person_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person_keys (
    kind text NOT NULL,
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT person_keys_kind_known CHECK ((kind = ANY (ARRAY['citizen_no'::text, 'membership_no'::text])))
);

--
-- Name: petition_competences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.petition_competences (
    id uuid NOT NULL,
    topic text,
    level text NOT NULL,
    scope_unit_id uuid,
    body_kind text,
    body_id uuid,
    outside text,
    document text NOT NULL,
    valid daterange NOT NULL,
    recorded_at timestamp with time zone,
    recorded_by uuid,
    CONSTRAINT petition_competences_level_known CHECK ((level = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'central'::text]))),
    CONSTRAINT petition_competences_one_body CHECK (((body_kind IS NULL) <> (body_id IS NULL)))
);

--
-- Name: petition_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.petition_files (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    petition_id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: petition_templates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.petition_templates (
    id uuid NOT NULL,
    scope_unit_id uuid,
    outcome text NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    recorded_at timestamp with time zone,
    recorded_by uuid,
    CONSTRAINT petition_templates_outcome_known CHECK ((outcome = ANY (ARRAY['settled'::text, 'planned'::text, 'impossible'::text])))
);

--
-- Name: petition_topics; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.petition_topics (
    id uuid NOT NULL,
    code text NOT NULL,
    parent text,
    scope_unit_id uuid,
    vi text NOT NULL,
    en text NOT NULL,
    place integer NOT NULL,
    valid daterange NOT NULL,
    recorded_at timestamp with time zone,
    recorded_by uuid
);

--
-- Name: petitions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.petitions (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    body_id uuid NOT NULL,
    outside text,
    sent_by_id uuid,
    source text NOT NULL,
    source_id uuid,
    channel text,
    topic text NOT NULL,
    raised_on date NOT NULL,
    people_behind integer,
    state text NOT NULL,
    since_on date NOT NULL,
    due_on date NOT NULL,
    outcome text,
    planned_on date,
    answered_on date,
    final_on date,
    first_days smallint,
    final_days smallint,
    closed_on date,
    moves smallint NOT NULL,
    reopenings smallint NOT NULL,
    lead_id uuid,
    earlier_id uuid,
    content jsonb NOT NULL,
    words tsvector NOT NULL,
    sealed bytea,
    tracking bytea,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT petitions_channel_known CHECK ((channel = ANY (ARRAY['person'::text, 'paper'::text, 'phone'::text]))),
    CONSTRAINT petitions_closed_with_day CHECK (((state = ANY (ARRAY['confirmed'::text, 'withdrawn'::text])) = (closed_on IS NOT NULL))),
    CONSTRAINT petitions_names_of_residents CHECK (((sealed IS NULL) OR (source = 'resident'::text))),
    CONSTRAINT petitions_not_earlier_itself CHECK ((earlier_id <> id)),
    CONSTRAINT petitions_not_lead_itself CHECK ((lead_id <> id)),
    CONSTRAINT petitions_outcome_known CHECK ((outcome = ANY (ARRAY['settled'::text, 'planned'::text, 'impossible'::text]))),
    CONSTRAINT petitions_source_known CHECK ((source = ANY (ARRAY['unit'::text, 'meeting'::text, 'visit'::text, 'resident'::text]))),
    CONSTRAINT petitions_state_known CHECK ((state = ANY (ARRAY['received'::text, 'routed'::text, 'accepted'::text, 'answered'::text, 'reopened'::text, 'confirmed'::text, 'withdrawn'::text])))
);

--
-- Name: placements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    cell_id uuid NOT NULL,
    kind text NOT NULL,
    valid daterange NOT NULL,
    in_reason text,
    out_reason text,
    decision text,
    confirmed_on date,
    CONSTRAINT placements_confirmed_if_temporary CHECK (((confirmed_on IS NULL) OR (kind = 'temporary'::text))),
    CONSTRAINT placements_in_reason_known CHECK ((in_reason = ANY (ARRAY['admission'::text, 'transfer_in'::text, 'internal'::text, 'initial'::text]))),
    CONSTRAINT placements_kind_known CHECK ((kind = ANY (ARRAY['official'::text, 'temporary'::text]))),
    CONSTRAINT placements_out_reason_known CHECK ((out_reason = ANY (ARRAY['transfer_out'::text, 'internal'::text, 'end'::text]))),
    CONSTRAINT placements_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02');

--
-- Name: post_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.post_acts (
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid,
    kind text NOT NULL,
    nature text NOT NULL,
    effective_on date NOT NULL,
    decision text,
    reason text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    before jsonb,
    after jsonb,
    undone_at timestamp with time zone,
    undone_by uuid,
    CONSTRAINT post_acts_correction_with_reason CHECK (((nature = 'change'::text) OR (reason IS NOT NULL))),
    CONSTRAINT post_acts_nature_known CHECK ((nature = ANY (ARRAY['change'::text, 'correction'::text])))
);

--
-- Name: posts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.posts (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    title text,
    seats smallint NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT posts_seats_positive CHECK ((seats > 0)),
    CONSTRAINT posts_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: printed_values; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.printed_values (
    id uuid NOT NULL,
    figure text NOT NULL,
    unit_id uuid NOT NULL,
    as_of date NOT NULL,
    filters jsonb NOT NULL,
    count numeric NOT NULL,
    base numeric,
    source text NOT NULL,
    case_id text,
    title jsonb,
    named_units uuid[],
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    from_day date,
    printed_as text,
    CONSTRAINT printed_values_forwards CHECK ((from_day <= as_of)),
    CONSTRAINT printed_values_printed_as_known CHECK ((printed_as = ANY (ARRAY['about'::text, 'over'::text])))
);

--
-- Name: rating_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rating_acts (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    rating_id uuid NOT NULL,
    kind text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    sealed bytea,
    CONSTRAINT rating_acts_kind_known CHECK ((kind = ANY (ARRAY['self'::text, 'appraised'::text, 'decided'::text, 'corrected'::text, 'takenBack'::text, 'excluded'::text, 'included'::text, 'grouped'::text, 'entered'::text, 'moved'::text])))
);

--
-- Name: rating_frame_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rating_frame_acts (
    id uuid NOT NULL,
    subject text NOT NULL,
    scope_unit_id uuid,
    kind text NOT NULL,
    reason text,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    undone_at timestamp with time zone,
    undone_by uuid,
    CONSTRAINT rating_frame_acts_kind_known CHECK ((kind = ANY (ARRAY['set'::text, 'ended'::text])))
);

--
-- Name: rating_frames; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rating_frames (
    id uuid NOT NULL,
    subject text NOT NULL,
    scope_unit_id uuid,
    valid daterange NOT NULL,
    levels jsonb,
    gates jsonb,
    criteria jsonb NOT NULL,
    cap jsonb,
    detail jsonb,
    document text NOT NULL,
    confidence text NOT NULL,
    recorded_at timestamp with time zone,
    recorded_by uuid,
    CONSTRAINT rating_frames_confidence_known CHECK ((confidence = ANY (ARRAY['read'::text, 'replaced'::text, 'secondary'::text, 'unconfirmed'::text]))),
    CONSTRAINT rating_frames_levels_of_country CHECK ((((scope_unit_id IS NULL) = (levels IS NOT NULL)) AND ((levels IS NULL) = (gates IS NULL)) AND ((levels IS NULL) = (detail IS NULL)))),
    CONSTRAINT rating_frames_subject_known CHECK ((subject = ANY (ARRAY['committee'::text, 'cell'::text, 'leader'::text, 'member'::text]))),
    CONSTRAINT rating_frames_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: rating_seasons; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rating_seasons (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    year smallint NOT NULL,
    about text NOT NULL,
    groups jsonb NOT NULL,
    frames jsonb NOT NULL,
    self_due_on date NOT NULL,
    appraisal_due_on date NOT NULL,
    decision_due_on date NOT NULL,
    drawn_on date NOT NULL,
    closed_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT rating_seasons_about_known CHECK ((about = ANY (ARRAY['units'::text, 'members'::text, 'leaders'::text]))),
    CONSTRAINT rating_seasons_dues_in_order CHECK (((self_due_on <= appraisal_due_on) AND (appraisal_due_on <= decision_due_on)))
);

--
-- Name: ratings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ratings (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    season_id uuid,
    unit_id uuid NOT NULL,
    person_id uuid,
    about text NOT NULL,
    kind text NOT NULL,
    year smallint NOT NULL,
    group_code text,
    exclusion jsonb,
    self jsonb,
    appraisal jsonb,
    decision jsonb,
    level text,
    decided_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    decided_by_id uuid NOT NULL,
    sealed bytea,
    CONSTRAINT ratings_about_known CHECK ((about = ANY (ARRAY['units'::text, 'members'::text, 'leaders'::text]))),
    CONSTRAINT ratings_decided_whole CHECK ((((decision IS NULL) = (level IS NULL)) AND ((decision IS NULL) = (decided_on IS NULL)))),
    CONSTRAINT ratings_kind_known CHECK ((kind = ANY (ARRAY['committee'::text, 'cell'::text, 'leader'::text, 'member'::text]))),
    CONSTRAINT ratings_level_known CHECK ((level = ANY (ARRAY['exemplary'::text, 'excellent'::text, 'good'::text, 'fulfilled'::text, 'notFulfilled'::text]))),
    CONSTRAINT ratings_not_rated_and_decided CHECK (((exclusion IS NULL) OR (decision IS NULL))),
    CONSTRAINT ratings_person_with_about CHECK (((about = 'units'::text) = (person_id IS NULL))),
    CONSTRAINT ratings_sealed_of_person CHECK (((sealed IS NULL) OR (person_id IS NOT NULL)))
);

--
-- Name: removed_clauses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.removed_clauses (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    wording jsonb NOT NULL,
    removed_on date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: reorganisation_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_items (
    reorganisation_id uuid NOT NULL,
    seq integer NOT NULL,
    ref text,
    item jsonb NOT NULL
);

--
-- Name: reorganisation_outcomes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_outcomes (
    reorganisation_id uuid NOT NULL,
    list text NOT NULL,
    seq bigint NOT NULL,
    outcome text NOT NULL,
    item integer,
    unit_id uuid,
    person_id uuid,
    aspect text,
    from_id uuid,
    to_id uuid,
    home_id smallint,
    row_id uuid,
    new_row_id uuid,
    valid daterange,
    amount integer,
    note text
);

--
-- Name: reorganisation_units; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_units (
    reorganisation_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    before jsonb,
    after jsonb NOT NULL
);

--
-- Name: reorganisations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisations (
    id uuid NOT NULL,
    unit_id uuid,
    title text NOT NULL,
    decision_number text NOT NULL,
    decision_signed_on date,
    decision_issuer text,
    effective_on date NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    applied_at timestamp with time zone,
    applied_by uuid,
    undone_at timestamp with time zone,
    undone_by uuid,
    counts jsonb,
    CONSTRAINT reorganisations_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'applied'::text, 'undone'::text])))
);

--
-- Name: report_papers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_papers (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    format text NOT NULL,
    hash bytea NOT NULL,
    sealed bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT report_papers_format_known CHECK ((format = ANY (ARRAY['docx'::text, 'xlsx'::text])))
);

--
-- Name: reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    state text NOT NULL,
    sealed bytea NOT NULL,
    hash bytea,
    issued_on date,
    replaces_id uuid,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT reports_issued_whole CHECK (((state = 'issued'::text) = ((issued_on IS NOT NULL) AND (hash IS NOT NULL)))),
    CONSTRAINT reports_kind_known CHECK ((kind = 'interim'::text)),
    CONSTRAINT reports_period CHECK ((to_day >= from_day)),
    CONSTRAINT reports_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text])))
);

--
-- Name: resolutions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.resolutions (
    home_id smallint NOT NULL,
    meeting_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    term_from date NOT NULL,
    number smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT resolutions_number_positive CHECK ((number > 0))
);

--
-- Name: review_cycles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review_cycles (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    due_on date NOT NULL,
    form_version text NOT NULL,
    closed_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    collectives boolean NOT NULL,
    people text NOT NULL,
    below boolean NOT NULL,
    CONSTRAINT review_cycles_kind_known CHECK ((kind = ANY (ARRAY['year'::text, 'quarter'::text, 'term'::text, 'adHoc'::text]))),
    CONSTRAINT review_cycles_people_known CHECK ((people = ANY (ARRAY['all'::text, 'leaders'::text, 'none'::text]))),
    CONSTRAINT review_cycles_period_in_order CHECK ((to_day >= from_day))
);

--
-- Name: reviews; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reviews (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    cycle_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    opened_by_id uuid NOT NULL,
    person_id uuid,
    form text NOT NULL,
    form_version text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    content jsonb,
    sealed bytea,
    suggested smallint NOT NULL,
    answered smallint NOT NULL,
    submitted_on date,
    meeting_id uuid,
    held_on date,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT reviews_form_known CHECK ((form = ANY (ARRAY['collective'::text, '2A'::text, '2B'::text, '2C'::text]))),
    CONSTRAINT reviews_held_when_concluded CHECK (((state = 'concluded'::text) = (held_on IS NOT NULL))),
    CONSTRAINT reviews_of_people_sealed CHECK ((((person_id IS NULL) = (content IS NOT NULL)) AND ((person_id IS NOT NULL) = (sealed IS NOT NULL)))),
    CONSTRAINT reviews_state_known CHECK ((state = ANY (ARRAY['due'::text, 'writing'::text, 'submitted'::text, 'concluded'::text, 'excused'::text])))
);

--
-- Name: rule_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rule_acts (
    id uuid NOT NULL,
    key text NOT NULL,
    scope_unit_id uuid,
    kind text NOT NULL,
    reason text,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    undone_at timestamp with time zone,
    undone_by uuid,
    CONSTRAINT rule_acts_kind_known CHECK ((kind = ANY (ARRAY['set'::text, 'ended'::text])))
);

--
-- Name: rule_limits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rule_limits (
    key text NOT NULL,
    lowest text NOT NULL,
    stricter text,
    CONSTRAINT rule_limits_lowest_known CHECK ((lowest = ANY (ARRAY['country'::text, 'province'::text, 'any'::text]))),
    CONSTRAINT rule_limits_stricter_known CHECK ((stricter = ANY (ARRAY['more'::text, 'less'::text])))
);

--
-- Name: rules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rules (
    id uuid NOT NULL,
    key text NOT NULL,
    value jsonb NOT NULL,
    value_unit text NOT NULL,
    scope_unit_id uuid,
    valid daterange NOT NULL,
    document text NOT NULL,
    confidence text NOT NULL,
    article text,
    recorded_at timestamp with time zone,
    recorded_by uuid,
    replaced_by text,
    CONSTRAINT rules_confidence_known CHECK ((confidence = ANY (ARRAY['read'::text, 'replaced'::text, 'secondary'::text, 'unconfirmed'::text]))),
    CONSTRAINT rules_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: score_frame_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.score_frame_acts (
    id uuid NOT NULL,
    scope_unit_id uuid,
    kind text NOT NULL,
    reason text,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    undone_at timestamp with time zone,
    undone_by uuid,
    CONSTRAINT score_frame_acts_kind_known CHECK ((kind = ANY (ARRAY['set'::text, 'ended'::text])))
);

--
-- Name: score_frames; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.score_frames (
    id uuid NOT NULL,
    scope_unit_id uuid,
    valid daterange NOT NULL,
    criteria jsonb NOT NULL,
    document text NOT NULL,
    confidence text NOT NULL,
    recorded_at timestamp with time zone,
    recorded_by uuid,
    CONSTRAINT score_frames_confidence_known CHECK ((confidence = ANY (ARRAY['read'::text, 'replaced'::text, 'secondary'::text, 'unconfirmed'::text]))),
    CONSTRAINT score_frames_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    device text
)
WITH (fillfactor='70', autovacuum_vacuum_threshold='1000', autovacuum_vacuum_scale_factor='0.02');

--
-- Name: settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.settings (
    key text NOT NULL,
    value jsonb NOT NULL
);

--
-- Name: shortcomings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.shortcomings (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid,
    raised_by_id uuid NOT NULL,
    found_in text NOT NULL,
    found_on date NOT NULL,
    topic text NOT NULL,
    earlier_id uuid,
    content jsonb,
    sealed bytea,
    owner_id uuid,
    due_on date,
    state text NOT NULL,
    reported_on date,
    closed_on date,
    words tsvector,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT shortcomings_closed_with_day CHECK (((state = ANY (ARRAY['confirmed'::text, 'withdrawn'::text])) = (closed_on IS NOT NULL))),
    CONSTRAINT shortcomings_found_in_known CHECK ((found_in = ANY (ARRAY['review'::text, 'inspection'::text, 'workingSession'::text, 'suggestion'::text]))),
    CONSTRAINT shortcomings_not_earlier_itself CHECK ((earlier_id <> id)),
    CONSTRAINT shortcomings_of_people_sealed CHECK ((((person_id IS NULL) = (content IS NOT NULL)) AND ((person_id IS NOT NULL) = (sealed IS NOT NULL)))),
    CONSTRAINT shortcomings_of_units_searched CHECK (((person_id IS NULL) = (words IS NOT NULL))),
    CONSTRAINT shortcomings_state_known CHECK ((state = ANY (ARRAY['noted'::text, 'measureSet'::text, 'remedying'::text, 'reported'::text, 'returned'::text, 'confirmed'::text, 'withdrawn'::text])))
);

--
-- Name: sign_in_failures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_failures (
    key bytea NOT NULL,
    at timestamp with time zone NOT NULL
)
WITH (autovacuum_vacuum_threshold='500', autovacuum_vacuum_scale_factor='0.05');

--
-- Name: task_entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_entries (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    act text NOT NULL,
    done_on date NOT NULL,
    progress smallint,
    note text,
    figure jsonb,
    by_name text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    said_at timestamp with time zone NOT NULL
);

--
-- Name: task_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_files (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    title text NOT NULL,
    owner_id uuid,
    due_on date,
    state text NOT NULL,
    settled_on date,
    note text,
    origin_kind text NOT NULL,
    origin_id uuid NOT NULL,
    given_on date NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    asked_by uuid NOT NULL,
    owner_post_id uuid,
    detail text,
    stage text DEFAULT 'assigned'::text NOT NULL,
    stage_on date NOT NULL,
    progress smallint DEFAULT 0 NOT NULL,
    weight smallint DEFAULT 1 NOT NULL,
    steps jsonb DEFAULT '[]'::jsonb NOT NULL,
    partners uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    recurs text,
    recurs_until date,
    figure jsonb,
    whole_id uuid,
    former_dues jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT tasks_progress_share CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT tasks_recurs_known CHECK ((recurs = ANY (ARRAY['monthly'::text, 'quarterly'::text]))),
    CONSTRAINT tasks_settled_on_a_day CHECK (((state = 'open'::text) = (settled_on IS NULL))),
    CONSTRAINT tasks_stage_known CHECK ((stage = ANY (ARRAY['assigned'::text, 'accepted'::text, 'inWork'::text, 'reported'::text, 'returned'::text]))),
    CONSTRAINT tasks_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))),
    CONSTRAINT tasks_weight_counts CHECK (((weight >= 1) AND (weight <= 100)))
);

--
-- Name: tenures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenures (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    post_id uuid NOT NULL,
    valid daterange NOT NULL,
    how text,
    end_reason text,
    decision text,
    CONSTRAINT tenures_how_known CHECK ((how = ANY (ARRAY['elected'::text, 'appointed'::text, 'acting'::text]))),
    CONSTRAINT tenures_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02');

--
-- Name: unit_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_acts (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    nature text NOT NULL,
    effective_on date NOT NULL,
    decision text,
    reason text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    before jsonb,
    after jsonb,
    CONSTRAINT unit_acts_nature_known CHECK ((nature = ANY (ARRAY['change'::text, 'correction'::text])))
);

--
-- Name: unit_closure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_closure (
    hierarchy text NOT NULL,
    ancestor_id uuid NOT NULL,
    descendant_id uuid NOT NULL,
    depth smallint NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT unit_closure_hierarchy_known CHECK ((hierarchy = ANY (ARRAY['party'::text, 'territory'::text, 'government'::text, 'front'::text, 'reach'::text, 'succession'::text])))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.02');

--
-- Name: unit_lineage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_lineage (
    id uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    successor_id uuid NOT NULL,
    effective_on date NOT NULL,
    share text NOT NULL,
    decision text,
    CONSTRAINT unit_lineage_not_itself CHECK ((predecessor_id <> successor_id)),
    CONSTRAINT unit_lineage_share_known CHECK ((share = ANY (ARRAY['whole'::text, 'part'::text])))
);

--
-- Name: unit_parents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_parents (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    hierarchy text NOT NULL,
    parent_id uuid NOT NULL,
    valid daterange NOT NULL,
    decision text,
    CONSTRAINT unit_parents_hierarchy_known CHECK ((hierarchy = ANY (ARRAY['party'::text, 'territory'::text, 'government'::text, 'front'::text]))),
    CONSTRAINT unit_parents_not_itself CHECK ((unit_id <> parent_id)),
    CONSTRAINT unit_parents_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: unit_relations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_relations (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    other_id uuid NOT NULL,
    valid daterange NOT NULL,
    decision text,
    CONSTRAINT unit_relations_kind_known CHECK ((kind = ANY (ARRAY['leads'::text, 'belongs_to'::text, 'governs'::text]))),
    CONSTRAINT unit_relations_not_itself CHECK ((unit_id <> other_id)),
    CONSTRAINT unit_relations_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: unit_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_versions (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    valid daterange NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    exact_key text NOT NULL COLLATE pg_catalog."C",
    short_name text,
    kind text NOT NULL,
    type text,
    rank text,
    code text,
    properties jsonb NOT NULL,
    decision text,
    note text,
    CONSTRAINT unit_versions_valid_bounded CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

--
-- Name: units; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.units (
    id uuid NOT NULL,
    home_id smallint NOT NULL,
    created_at timestamp with time zone NOT NULL
);

--
-- Name: visit_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_files (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    visit_id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    content bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);

--
-- Name: visits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visits (
    home_id smallint NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    visited_on date NOT NULL,
    kind text NOT NULL,
    meeting_id uuid,
    content jsonb NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT visits_kind_known CHECK ((kind = ANY (ARRAY['cellMeeting'::text, 'committeeMeeting'::text, 'residentsMeeting'::text, 'field'::text, 'household'::text]))),
    CONSTRAINT visits_state_known CHECK ((state = ANY (ARRAY['kept'::text, 'withdrawn'::text])))
);

--
-- Name: attendances_2026; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances ATTACH PARTITION public.attendances_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

--
-- Name: attendances_2027; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances ATTACH PARTITION public.attendances_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

--
-- Name: attendances_rest; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances ATTACH PARTITION public.attendances_rest DEFAULT;

--
-- Name: events_2026; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2026 FOR VALUES FROM ('2025-12-31 17:00:00+00') TO ('2026-12-31 17:00:00+00');

--
-- Name: events_2027; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2027 FOR VALUES FROM ('2026-12-31 17:00:00+00') TO ('2027-12-31 17:00:00+00');

--
-- Name: events_rest; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_rest DEFAULT;

--
-- Name: accounts accounts_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_name_once UNIQUE (name);

--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

--
-- Name: alert_snoozes alert_snoozes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alert_snoozes
    ADD CONSTRAINT alert_snoozes_pkey PRIMARY KEY (home_id, id);

--
-- Name: answer_links answer_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer_links
    ADD CONSTRAINT answer_links_pkey PRIMARY KEY (home_id, answer_id, kind, other_id);

--
-- Name: answers answers_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_once UNIQUE (home_id, document_id, unit_id, clause_id) INCLUDE (id, kind, due_on, first_answered_on, begun_on, done_on);

--
-- Name: answers answers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_pkey PRIMARY KEY (home_id, id);

--
-- Name: assignments assignments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_pkey PRIMARY KEY (id);

--
-- Name: attendances attendances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_pkey PRIMARY KEY (home_id, meeting_id, held_on, person_id);

--
-- Name: attendances_2026 attendances_2026_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances_2026
    ADD CONSTRAINT attendances_2026_pkey PRIMARY KEY (home_id, meeting_id, held_on, person_id);

--
-- Name: attendances_2027 attendances_2027_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances_2027
    ADD CONSTRAINT attendances_2027_pkey PRIMARY KEY (home_id, meeting_id, held_on, person_id);

--
-- Name: attendances_rest attendances_rest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendances_rest
    ADD CONSTRAINT attendances_rest_pkey PRIMARY KEY (home_id, meeting_id, held_on, person_id);

--
-- Name: away_spells away_spells_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.away_spells
    ADD CONSTRAINT away_spells_no_overlap EXCLUDE USING gist (home_id WITH =, person_id WITH =, valid WITH &&);

--
-- Name: away_spells away_spells_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.away_spells
    ADD CONSTRAINT away_spells_pkey PRIMARY KEY (home_id, id);

--
-- Name: cadre_evaluations cadre_evaluations_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadre_evaluations
    ADD CONSTRAINT cadre_evaluations_once UNIQUE (home_id, unit_id, person_id, from_day, to_day);

--
-- Name: cadre_evaluations cadre_evaluations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadre_evaluations
    ADD CONSTRAINT cadre_evaluations_pkey PRIMARY KEY (home_id, id);

--
-- Name: cadre_reports cadre_reports_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadre_reports
    ADD CONSTRAINT cadre_reports_once UNIQUE (home_id, unit_id, person_id, from_day);

--
-- Name: cadre_reports cadre_reports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadre_reports
    ADD CONSTRAINT cadre_reports_pkey PRIMARY KEY (home_id, id);

--
-- Name: cascade_deadlines cascade_deadlines_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_deadlines
    ADD CONSTRAINT cascade_deadlines_pkey PRIMARY KEY (home_id, document_id, step);

--
-- Name: cascade_steps cascade_steps_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_steps
    ADD CONSTRAINT cascade_steps_pkey PRIMARY KEY (home_id, document_id, unit_id, step);

--
-- Name: cascade_units cascade_units_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_units
    ADD CONSTRAINT cascade_units_pkey PRIMARY KEY (home_id, document_id, unit_id);

--
-- Name: cascades cascades_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascades
    ADD CONSTRAINT cascades_pkey PRIMARY KEY (home_id, document_id);

--
-- Name: clause_revisions clause_revisions_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clause_revisions
    ADD CONSTRAINT clause_revisions_once UNIQUE (home_id, clause_id, revision);

--
-- Name: clause_revisions clause_revisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clause_revisions
    ADD CONSTRAINT clause_revisions_pkey PRIMARY KEY (home_id, id);

--
-- Name: clause_values clause_values_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clause_values
    ADD CONSTRAINT clause_values_pkey PRIMARY KEY (home_id, answer_id, measured_on);

--
-- Name: clauses clauses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clauses
    ADD CONSTRAINT clauses_pkey PRIMARY KEY (home_id, id);

--
-- Name: commands commands_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commands
    ADD CONSTRAINT commands_pkey PRIMARY KEY (account_id, id);

--
-- Name: devices devices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (id);

--
-- Name: document_contents document_contents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_contents
    ADD CONSTRAINT document_contents_pkey PRIMARY KEY (home_id, hash);

--
-- Name: document_files document_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_files
    ADD CONSTRAINT document_files_pkey PRIMARY KEY (home_id, id);

--
-- Name: document_links document_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_links
    ADD CONSTRAINT document_links_pkey PRIMARY KEY (home_id, document_id, kind, other_id);

--
-- Name: document_recipients document_recipients_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_recipients
    ADD CONSTRAINT document_recipients_pkey PRIMARY KEY (home_id, document_id, unit_id);

--
-- Name: documents documents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (home_id, id);

--
-- Name: event_chains event_chains_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_chains
    ADD CONSTRAINT event_chains_pkey PRIMARY KEY (home_id);

--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (home_id, seq, at);

--
-- Name: events_2026 events_2026_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events_2026
    ADD CONSTRAINT events_2026_pkey PRIMARY KEY (home_id, seq, at);

--
-- Name: events_2027 events_2027_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events_2027
    ADD CONSTRAINT events_2027_pkey PRIMARY KEY (home_id, seq, at);

--
-- Name: events_rest events_rest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events_rest
    ADD CONSTRAINT events_rest_pkey PRIMARY KEY (home_id, seq, at);

--
-- Name: exemptions exemptions_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exemptions
    ADD CONSTRAINT exemptions_no_overlap EXCLUDE USING gist (home_id WITH =, person_id WITH =, valid WITH &&);

--
-- Name: exemptions exemptions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exemptions
    ADD CONSTRAINT exemptions_pkey PRIMARY KEY (home_id, id);

--
-- Name: figure_anchor_paths figure_anchor_paths_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_anchor_paths
    ADD CONSTRAINT figure_anchor_paths_pkey PRIMARY KEY (ancestor_id, hierarchy, anchor_id, valid);

--
-- Name: figure_days figure_days_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_days
    ADD CONSTRAINT figure_days_pkey PRIMARY KEY (day);

--
-- Name: figure_group_anchors figure_group_anchors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_group_anchors
    ADD CONSTRAINT figure_group_anchors_pkey PRIMARY KEY (group_id, boundaries, hierarchy, anchor_id);

--
-- Name: figure_groups figure_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_groups
    ADD CONSTRAINT figure_groups_pkey PRIMARY KEY (id);

--
-- Name: figure_histogram_sums figure_histogram_sums_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_histogram_sums
    ADD CONSTRAINT figure_histogram_sums_pkey PRIMARY KEY (figure, group_id, day);

--
-- Name: figure_histograms figure_histograms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_histograms
    ADD CONSTRAINT figure_histograms_pkey PRIMARY KEY (figure, group_id, day);

--
-- Name: figure_marks figure_marks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_marks
    ADD CONSTRAINT figure_marks_pkey PRIMARY KEY (id);

--
-- Name: figure_places figure_places_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_places
    ADD CONSTRAINT figure_places_pkey PRIMARY KEY (unit_id, system, valid);

--
-- Name: figure_rollups figure_rollups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_rollups
    ADD CONSTRAINT figure_rollups_pkey PRIMARY KEY (figure, group_id, day);

--
-- Name: figure_state figure_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_state
    ADD CONSTRAINT figure_state_pkey PRIMARY KEY (id);

--
-- Name: figure_sums figure_sums_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_sums
    ADD CONSTRAINT figure_sums_pkey PRIMARY KEY (figure, group_id, day);

--
-- Name: holidays holidays_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holidays
    ADD CONSTRAINT holidays_pkey PRIMARY KEY (day);

--
-- Name: homes homes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.homes
    ADD CONSTRAINT homes_pkey PRIMARY KEY (id);

--
-- Name: import_changes import_changes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_changes
    ADD CONSTRAINT import_changes_pkey PRIMARY KEY (run_id, seq);

--
-- Name: import_file_parts import_file_parts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_file_parts
    ADD CONSTRAINT import_file_parts_pkey PRIMARY KEY (upload_id, name, part);

--
-- Name: import_refs import_refs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_refs
    ADD CONSTRAINT import_refs_pkey PRIMARY KEY (source_id, sheet, ref);

--
-- Name: import_runs import_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT import_runs_pkey PRIMARY KEY (id);

--
-- Name: import_sources import_sources_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_sources
    ADD CONSTRAINT import_sources_name_once UNIQUE NULLS NOT DISTINCT (owner_id, name);

--
-- Name: import_sources import_sources_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_sources
    ADD CONSTRAINT import_sources_pkey PRIMARY KEY (id);

--
-- Name: import_uploads import_uploads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_uploads
    ADD CONSTRAINT import_uploads_pkey PRIMARY KEY (id);

--
-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (name);

--
-- Name: meeting_answers meeting_answers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_answers
    ADD CONSTRAINT meeting_answers_pkey PRIMARY KEY (home_id, meeting_id, person_id);

--
-- Name: meeting_books meeting_books_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_books
    ADD CONSTRAINT meeting_books_pkey PRIMARY KEY (home_id, meeting_id);

--
-- Name: meeting_files meeting_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_files
    ADD CONSTRAINT meeting_files_pkey PRIMARY KEY (home_id, id);

--
-- Name: meeting_guests meeting_guests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_guests
    ADD CONSTRAINT meeting_guests_pkey PRIMARY KEY (home_id, id);

--
-- Name: meetings meetings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (home_id, id);

--
-- Name: membership_acts membership_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership_acts
    ADD CONSTRAINT membership_acts_pkey PRIMARY KEY (home_id, id);

--
-- Name: memberships memberships_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_no_overlap EXCLUDE USING gist (home_id WITH =, person_id WITH =, valid WITH &&);

--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (home_id, id);

--
-- Name: notice_attention notice_attention_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_attention
    ADD CONSTRAINT notice_attention_pkey PRIMARY KEY (account_id);

--
-- Name: notice_progress notice_progress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_progress
    ADD CONSTRAINT notice_progress_pkey PRIMARY KEY (home_id);

--
-- Name: notice_ways notice_ways_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_ways
    ADD CONSTRAINT notice_ways_pkey PRIMARY KEY (id);

--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);

--
-- Name: oversight_assignments oversight_assignments_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_assignments
    ADD CONSTRAINT oversight_assignments_once EXCLUDE USING gist (home_id WITH =, regulation_id WITH =, unit_id WITH =, person_id WITH =, valid WITH &&);

--
-- Name: oversight_assignments oversight_assignments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_assignments
    ADD CONSTRAINT oversight_assignments_pkey PRIMARY KEY (home_id, id);

--
-- Name: oversight_duties oversight_duties_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_duties
    ADD CONSTRAINT oversight_duties_pkey PRIMARY KEY (home_id, regulation_id, tier);

--
-- Name: oversight_regulations oversight_regulations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_regulations
    ADD CONSTRAINT oversight_regulations_pkey PRIMARY KEY (home_id, id);

--
-- Name: people people_citizen_no_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_citizen_no_once UNIQUE (home_id, citizen_no_hash);

--
-- Name: people people_membership_no_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_membership_no_once UNIQUE (home_id, membership_no_hash);

--
-- Name: people people_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (home_id, id);

--
-- Name: person_keys person_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_keys
    ADD CONSTRAINT person_keys_pkey PRIMARY KEY (kind, hash);

--
-- Name: petition_competences petition_competences_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_competences
    ADD CONSTRAINT petition_competences_once EXCLUDE USING gist (COALESCE(topic, ''::text) WITH =, level WITH =, COALESCE(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, valid WITH &&);

--
-- Name: petition_competences petition_competences_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_competences
    ADD CONSTRAINT petition_competences_pkey PRIMARY KEY (id);

--
-- Name: petition_files petition_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_files
    ADD CONSTRAINT petition_files_pkey PRIMARY KEY (home_id, id);

--
-- Name: petition_templates petition_templates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_templates
    ADD CONSTRAINT petition_templates_pkey PRIMARY KEY (id);

--
-- Name: petition_topics petition_topics_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_topics
    ADD CONSTRAINT petition_topics_once EXCLUDE USING gist (code WITH =, valid WITH &&);

--
-- Name: petition_topics petition_topics_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_topics
    ADD CONSTRAINT petition_topics_pkey PRIMARY KEY (id);

--
-- Name: petitions petitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petitions
    ADD CONSTRAINT petitions_pkey PRIMARY KEY (home_id, id);

--
-- Name: placements placements_no_overlap_official; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_no_overlap_official EXCLUDE USING gist (home_id WITH =, person_id WITH =, valid WITH &&) WHERE ((kind = 'official'::text));

--
-- Name: placements placements_no_overlap_temporary; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_no_overlap_temporary EXCLUDE USING gist (home_id WITH =, person_id WITH =, valid WITH &&) WHERE ((kind = 'temporary'::text));

--
-- Name: placements placements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_pkey PRIMARY KEY (home_id, id);

--
-- Name: post_acts post_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_acts
    ADD CONSTRAINT post_acts_pkey PRIMARY KEY (id);

--
-- Name: posts posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (id);

--
-- Name: printed_values printed_values_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.printed_values
    ADD CONSTRAINT printed_values_pkey PRIMARY KEY (id);

--
-- Name: rating_acts rating_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_acts
    ADD CONSTRAINT rating_acts_pkey PRIMARY KEY (home_id, id);

--
-- Name: rating_frame_acts rating_frame_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_frame_acts
    ADD CONSTRAINT rating_frame_acts_pkey PRIMARY KEY (id);

--
-- Name: rating_frames rating_frames_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_frames
    ADD CONSTRAINT rating_frames_no_overlap EXCLUDE USING gist (subject WITH =, COALESCE(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, valid WITH &&);

--
-- Name: rating_frames rating_frames_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_frames
    ADD CONSTRAINT rating_frames_pkey PRIMARY KEY (id);

--
-- Name: rating_seasons rating_seasons_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_seasons
    ADD CONSTRAINT rating_seasons_pkey PRIMARY KEY (home_id, id);

--
-- Name: ratings ratings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT ratings_pkey PRIMARY KEY (home_id, id);

--
-- Name: removed_clauses removed_clauses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.removed_clauses
    ADD CONSTRAINT removed_clauses_pkey PRIMARY KEY (home_id, id);

--
-- Name: reorganisation_items reorganisation_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_items
    ADD CONSTRAINT reorganisation_items_pkey PRIMARY KEY (reorganisation_id, seq);

--
-- Name: reorganisation_items reorganisation_items_ref_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_items
    ADD CONSTRAINT reorganisation_items_ref_once UNIQUE (reorganisation_id, ref);

--
-- Name: reorganisation_outcomes reorganisation_outcomes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_outcomes
    ADD CONSTRAINT reorganisation_outcomes_pkey PRIMARY KEY (reorganisation_id, list, seq);

--
-- Name: reorganisation_units reorganisation_units_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_units
    ADD CONSTRAINT reorganisation_units_pkey PRIMARY KEY (reorganisation_id, unit_id);

--
-- Name: reorganisations reorganisations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisations
    ADD CONSTRAINT reorganisations_pkey PRIMARY KEY (id);

--
-- Name: report_papers report_papers_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_papers
    ADD CONSTRAINT report_papers_once UNIQUE (home_id, report_id, format);

--
-- Name: report_papers report_papers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_papers
    ADD CONSTRAINT report_papers_pkey PRIMARY KEY (home_id, id);

--
-- Name: reports reports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (home_id, id);

--
-- Name: resolutions resolutions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resolutions
    ADD CONSTRAINT resolutions_pkey PRIMARY KEY (home_id, meeting_id);

--
-- Name: review_cycles review_cycles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_cycles
    ADD CONSTRAINT review_cycles_pkey PRIMARY KEY (home_id, id);

--
-- Name: reviews reviews_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (home_id, id);

--
-- Name: rule_acts rule_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_acts
    ADD CONSTRAINT rule_acts_pkey PRIMARY KEY (id);

--
-- Name: rule_limits rule_limits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_limits
    ADD CONSTRAINT rule_limits_pkey PRIMARY KEY (key);

--
-- Name: rules rules_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_no_overlap EXCLUDE USING gist (key WITH =, COALESCE(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, valid WITH &&);

--
-- Name: rules rules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_pkey PRIMARY KEY (id);

--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (name);

--
-- Name: score_frame_acts score_frame_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.score_frame_acts
    ADD CONSTRAINT score_frame_acts_pkey PRIMARY KEY (id);

--
-- Name: score_frames score_frames_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.score_frames
    ADD CONSTRAINT score_frames_no_overlap EXCLUDE USING gist (COALESCE(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, valid WITH &&);

--
-- Name: score_frames score_frames_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.score_frames
    ADD CONSTRAINT score_frames_pkey PRIMARY KEY (id);

--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

--
-- Name: sessions sessions_token_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_once UNIQUE (token_hash);

--
-- Name: settings settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (key);

--
-- Name: shortcomings shortcomings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shortcomings
    ADD CONSTRAINT shortcomings_pkey PRIMARY KEY (home_id, id);

--
-- Name: task_entries task_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_entries
    ADD CONSTRAINT task_entries_pkey PRIMARY KEY (home_id, id);

--
-- Name: task_files task_files_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_files
    ADD CONSTRAINT task_files_once UNIQUE (home_id, entry_id, hash);

--
-- Name: task_files task_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_files
    ADD CONSTRAINT task_files_pkey PRIMARY KEY (home_id, id);

--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (home_id, id);

--
-- Name: tenures tenures_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenures
    ADD CONSTRAINT tenures_no_overlap EXCLUDE USING gist (home_id WITH =, COALESCE(person_id, person_id) WITH =, COALESCE(post_id, post_id) WITH =, valid WITH &&);

--
-- Name: tenures tenures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenures
    ADD CONSTRAINT tenures_pkey PRIMARY KEY (home_id, id);

--
-- Name: unit_acts unit_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_acts
    ADD CONSTRAINT unit_acts_pkey PRIMARY KEY (id);

--
-- Name: unit_closure unit_closure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_closure
    ADD CONSTRAINT unit_closure_pkey PRIMARY KEY (hierarchy, ancestor_id, descendant_id, valid);

--
-- Name: unit_lineage unit_lineage_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_lineage
    ADD CONSTRAINT unit_lineage_once UNIQUE (predecessor_id, successor_id, effective_on);

--
-- Name: unit_lineage unit_lineage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_lineage
    ADD CONSTRAINT unit_lineage_pkey PRIMARY KEY (id);

--
-- Name: unit_parents unit_parents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_parents
    ADD CONSTRAINT unit_parents_pkey PRIMARY KEY (id);

--
-- Name: unit_relations unit_relations_no_overlap_belongs_to; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_relations
    ADD CONSTRAINT unit_relations_no_overlap_belongs_to EXCLUDE USING gist (unit_id WITH =, COALESCE(other_id, other_id) WITH =, valid WITH &&) WHERE ((kind = 'belongs_to'::text));

--
-- Name: unit_relations unit_relations_no_overlap_governs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_relations
    ADD CONSTRAINT unit_relations_no_overlap_governs EXCLUDE USING gist (unit_id WITH =, COALESCE(other_id, other_id) WITH =, valid WITH &&) WHERE ((kind = 'governs'::text));

--
-- Name: unit_relations unit_relations_no_overlap_leads; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_relations
    ADD CONSTRAINT unit_relations_no_overlap_leads EXCLUDE USING gist (unit_id WITH =, COALESCE(other_id, other_id) WITH =, valid WITH &&) WHERE ((kind = 'leads'::text));

--
-- Name: unit_relations unit_relations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_relations
    ADD CONSTRAINT unit_relations_pkey PRIMARY KEY (id);

--
-- Name: unit_versions unit_versions_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_versions
    ADD CONSTRAINT unit_versions_no_overlap EXCLUDE USING gist (unit_id WITH =, valid WITH &&);

--
-- Name: unit_versions unit_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_versions
    ADD CONSTRAINT unit_versions_pkey PRIMARY KEY (id);

--
-- Name: units units_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_pkey PRIMARY KEY (id);

--
-- Name: visit_files visit_files_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_files
    ADD CONSTRAINT visit_files_once UNIQUE (home_id, visit_id, hash);

--
-- Name: visit_files visit_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_files
    ADD CONSTRAINT visit_files_pkey PRIMARY KEY (home_id, id);

--
-- Name: visits visits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_pkey PRIMARY KEY (home_id, id);

--
-- Name: accounts_person_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX accounts_person_once ON public.accounts USING btree (person_id) WHERE (person_id IS NOT NULL);

--
-- Name: alert_snoozes_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX alert_snoozes_once ON public.alert_snoozes USING btree (home_id, unit_id, alert, subject_id);

--
-- Name: answer_links_by_other; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answer_links_by_other ON public.answer_links USING btree (other_id);

--
-- Name: answers_by_clause; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_by_clause ON public.answers USING btree (home_id, clause_id);

--
-- Name: assignments_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assignments_by_account ON public.assignments USING btree (account_id);

--
-- Name: assignments_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assignments_by_unit ON public.assignments USING btree (unit_id);

--
-- Name: attendances_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendances_by_person ON ONLY public.attendances USING btree (person_id, held_on DESC);

--
-- Name: attendances_2026_person_id_held_on_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendances_2026_person_id_held_on_idx ON public.attendances_2026 USING btree (person_id, held_on DESC);

--
-- Name: attendances_2027_person_id_held_on_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendances_2027_person_id_held_on_idx ON public.attendances_2027 USING btree (person_id, held_on DESC);

--
-- Name: attendances_rest_person_id_held_on_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendances_rest_person_id_held_on_idx ON public.attendances_rest USING btree (person_id, held_on DESC);

--
-- Name: away_spells_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX away_spells_by_person ON public.away_spells USING btree (person_id) INCLUDE (home_id, valid);

--
-- Name: cadre_evaluations_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cadre_evaluations_by_person ON public.cadre_evaluations USING btree (person_id, to_day DESC, id DESC);

--
-- Name: cadre_evaluations_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cadre_evaluations_by_unit ON public.cadre_evaluations USING btree (unit_id, to_day DESC, id DESC);

--
-- Name: cadre_reports_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cadre_reports_by_person ON public.cadre_reports USING btree (person_id, to_day DESC, id DESC);

--
-- Name: cadre_reports_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cadre_reports_by_unit ON public.cadre_reports USING btree (unit_id, to_day DESC, id DESC);

--
-- Name: cascade_units_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cascade_units_by_unit ON public.cascade_units USING btree (unit_id, document_id);

--
-- Name: cascades_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cascades_by_day ON public.cascades USING btree (opened_on DESC, document_id DESC);

--
-- Name: clauses_by_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX clauses_by_document ON public.clauses USING btree (home_id, document_id, place);

--
-- Name: commands_to_settle; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX commands_to_settle ON public.commands USING btree (account_id, at) WHERE (input IS NOT NULL);

--
-- Name: devices_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX devices_by_account ON public.devices USING btree (account_id);

--
-- Name: document_contents_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_contents_unread ON public.document_contents USING btree (home_id, hash) WHERE (text IS NULL);

--
-- Name: document_files_by_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_files_by_document ON public.document_files USING btree (document_id);

--
-- Name: document_files_by_hash; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_files_by_hash ON public.document_files USING btree (home_id, hash);

--
-- Name: document_links_by_other; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_links_by_other ON public.document_links USING btree (other_id);

--
-- Name: document_recipients_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_recipients_by_unit ON public.document_recipients USING btree (unit_id, document_id);

--
-- Name: documents_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_by_day ON public.documents USING btree (issued_on DESC, id DESC);

--
-- Name: documents_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_by_unit ON public.documents USING btree (unit_id, issued_on DESC, id DESC);

--
-- Name: documents_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_by_words ON public.documents USING gin (words);

--
-- Name: documents_numbered_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX documents_numbered_once ON public.documents USING btree (home_id, unit_id, type, term, number) WHERE ((direction = 'issued'::text) AND (void IS NULL));

--
-- Name: documents_regulating; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_regulating ON public.documents USING btree (unit_id, regulates, valid_from DESC) WHERE ((regulates IS NOT NULL) AND (void IS NULL));

--
-- Name: documents_to_review; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_to_review ON public.documents USING btree (review_due_on) WHERE ((review_due_on IS NOT NULL) AND (void IS NULL));

--
-- Name: events_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_time ON ONLY public.events USING btree (home_id, at DESC);

--
-- Name: events_2026_home_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_2026_home_id_at_idx ON public.events_2026 USING btree (home_id, at DESC);

--
-- Name: events_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_person ON ONLY public.events USING btree (home_id, person_id, at DESC) WHERE (person_id IS NOT NULL);

--
-- Name: events_2026_home_id_person_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_2026_home_id_person_id_at_idx ON public.events_2026 USING btree (home_id, person_id, at DESC) WHERE (person_id IS NOT NULL);

--
-- Name: events_by_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_subject ON ONLY public.events USING btree (home_id, subject_id, at DESC) WHERE (subject_id IS NOT NULL);

--
-- Name: events_2026_home_id_subject_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_2026_home_id_subject_id_at_idx ON public.events_2026 USING btree (home_id, subject_id, at DESC) WHERE (subject_id IS NOT NULL);

--
-- Name: events_2027_home_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_2027_home_id_at_idx ON public.events_2027 USING btree (home_id, at DESC);

--
-- Name: events_2027_home_id_person_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_2027_home_id_person_id_at_idx ON public.events_2027 USING btree (home_id, person_id, at DESC) WHERE (person_id IS NOT NULL);

--
-- Name: events_2027_home_id_subject_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_2027_home_id_subject_id_at_idx ON public.events_2027 USING btree (home_id, subject_id, at DESC) WHERE (subject_id IS NOT NULL);

--
-- Name: events_rest_home_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_rest_home_id_at_idx ON public.events_rest USING btree (home_id, at DESC);

--
-- Name: events_rest_home_id_person_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_rest_home_id_person_id_at_idx ON public.events_rest USING btree (home_id, person_id, at DESC) WHERE (person_id IS NOT NULL);

--
-- Name: events_rest_home_id_subject_id_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_rest_home_id_subject_id_at_idx ON public.events_rest USING btree (home_id, subject_id, at DESC) WHERE (subject_id IS NOT NULL);

--
-- Name: exemptions_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exemptions_by_person ON public.exemptions USING btree (person_id) INCLUDE (home_id, valid);

--
-- Name: figure_anchor_paths_by_anchor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_anchor_paths_by_anchor ON public.figure_anchor_paths USING btree (anchor_id);

--
-- Name: figure_group_anchors_by_anchor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_group_anchors_by_anchor ON public.figure_group_anchors USING btree (anchor_id, system, boundaries, is_coarse);

--
-- Name: figure_group_anchors_by_level; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_group_anchors_by_level ON public.figure_group_anchors USING btree (system, boundaries, anchor_id) WHERE is_coarse;

--
-- Name: figure_groups_by_coarse; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_groups_by_coarse ON public.figure_groups USING btree (coarse_id);

--
-- Name: figure_places_by_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_places_by_group ON public.figure_places USING btree (group_id);

--
-- Name: import_refs_by_entity; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX import_refs_by_entity ON public.import_refs USING btree (entity_id);

--
-- Name: meeting_files_by_meeting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_files_by_meeting ON public.meeting_files USING btree (meeting_id);

--
-- Name: meeting_guests_by_meeting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_guests_by_meeting ON public.meeting_guests USING btree (meeting_id);

--
-- Name: meetings_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_by_day ON public.meetings USING btree (held_on DESC, id DESC);

--
-- Name: meetings_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_by_unit ON public.meetings USING btree (unit_id, held_on DESC, id DESC);

--
-- Name: meetings_unsettled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_unsettled ON public.meetings USING btree (unit_id, held_on) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text]));

--
-- Name: membership_acts_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX membership_acts_by_person ON public.membership_acts USING btree (person_id, recorded_at DESC);

--
-- Name: memberships_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_person ON public.memberships USING btree (person_id) INCLUDE (home_id, valid, recognised_on);

--
-- Name: notice_ways_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_ways_by_account ON public.notice_ways USING btree (account_id);

--
-- Name: notice_ways_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_ways_due ON public.notice_ways USING btree (due_at) WHERE (due_at IS NOT NULL);

--
-- Name: notice_ways_one_browser; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX notice_ways_one_browser ON public.notice_ways USING btree (address_hash) WHERE (kind = 'push'::text);

--
-- Name: notice_ways_one_mail; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX notice_ways_one_mail ON public.notice_ways USING btree (account_id) WHERE (kind = 'mail'::text);

--
-- Name: notices_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_by_account ON public.notices USING btree (account_id, at DESC, id DESC);

--
-- Name: notices_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_by_time ON public.notices USING btree (at);

--
-- Name: notices_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX notices_once ON public.notices USING btree (account_id, kind, subject_id, occasion);

--
-- Name: notices_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_unread ON public.notices USING btree (account_id, at DESC, id DESC) WHERE (read_at IS NULL);

--
-- Name: oversight_assignments_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oversight_assignments_by_person ON public.oversight_assignments USING btree (person_id);

--
-- Name: oversight_assignments_by_regulation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oversight_assignments_by_regulation ON public.oversight_assignments USING btree (home_id, regulation_id, unit_id);

--
-- Name: oversight_assignments_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oversight_assignments_by_unit ON public.oversight_assignments USING btree (unit_id);

--
-- Name: oversight_regulations_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oversight_regulations_by_day ON public.oversight_regulations USING btree (lower(valid) DESC, id DESC);

--
-- Name: oversight_regulations_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oversight_regulations_by_unit ON public.oversight_regulations USING btree (unit_id);

--
-- Name: people_by_given_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_by_given_name ON public.people USING btree (split_part(sort_key, ' '::text, 1) COLLATE "vi-x-icu", sort_key COLLATE "vi-x-icu", id);

--
-- Name: people_by_home_and_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_by_home_and_name ON public.people USING btree (home_id, split_part(sort_key, ' '::text, 1) COLLATE "vi-x-icu", sort_key COLLATE "vi-x-icu", id);

--
-- Name: people_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_by_id ON public.people USING btree (id);

--
-- Name: people_by_whole_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_by_whole_name ON public.people USING btree (name_key, split_part(sort_key, ' '::text, 1) COLLATE "vi-x-icu", sort_key COLLATE "vi-x-icu", id, home_id);

--
-- Name: people_by_word; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_by_word ON public.people USING gin ((((' '::text || name_key) || ' '::text)) public.gin_trgm_ops);

--
-- Name: person_keys_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_keys_by_person ON public.person_keys USING btree (person_id);

--
-- Name: petition_files_by_petition; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petition_files_by_petition ON public.petition_files USING btree (home_id, petition_id);

--
-- Name: petitions_by_body; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_body ON public.petitions USING btree (body_id, raised_on DESC, id DESC);

--
-- Name: petitions_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_day ON public.petitions USING btree (raised_on DESC, id DESC);

--
-- Name: petitions_by_lead; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_lead ON public.petitions USING btree (lead_id) WHERE (lead_id IS NOT NULL);

--
-- Name: petitions_by_recorder; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_recorder ON public.petitions USING btree (recorded_by) WHERE (recorded_by IS NOT NULL);

--
-- Name: petitions_by_sender; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_sender ON public.petitions USING btree (sent_by_id) WHERE (sent_by_id IS NOT NULL);

--
-- Name: petitions_by_source; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_source ON public.petitions USING btree (source_id) WHERE (source_id IS NOT NULL);

--
-- Name: petitions_by_topic; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_topic ON public.petitions USING btree (unit_id, topic, raised_on);

--
-- Name: petitions_by_tracking; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_tracking ON public.petitions USING btree (tracking) WHERE (tracking IS NOT NULL);

--
-- Name: petitions_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_unit ON public.petitions USING btree (unit_id, raised_on DESC, id DESC);

--
-- Name: petitions_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_by_words ON public.petitions USING gin (words);

--
-- Name: petitions_inbox; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_inbox ON public.petitions USING btree (body_id, due_on, id) WHERE (state = ANY (ARRAY['received'::text, 'routed'::text, 'accepted'::text, 'reopened'::text]));

--
-- Name: petitions_to_confirm; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_to_confirm ON public.petitions USING btree (unit_id) WHERE (state = 'answered'::text);

--
-- Name: petitions_with_names; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX petitions_with_names ON public.petitions USING btree (closed_on) WHERE (sealed IS NOT NULL);

--
-- Name: placements_by_cell; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_by_cell ON public.placements USING btree (cell_id, kind);

--
-- Name: placements_by_first_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_by_first_day ON public.placements USING btree (lower(valid));

--
-- Name: placements_by_last_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_by_last_day ON public.placements USING btree (((upper(valid) - 1))) WHERE (NOT upper_inf(valid));

--
-- Name: placements_by_membership; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_by_membership ON public.placements USING btree (home_id, membership_id);

--
-- Name: placements_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_by_person ON public.placements USING btree (person_id) INCLUDE (home_id, cell_id, kind, valid, out_reason);

--
-- Name: placements_elsewhere; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_elsewhere ON public.placements USING btree (public.home_of(cell_id)) INCLUDE (cell_id, home_id, person_id) WHERE (home_id <> public.home_of(cell_id));

--
-- Name: placements_left; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_left ON public.placements USING btree (home_id, person_id) WHERE ((kind = 'official'::text) AND (out_reason = 'transfer_out'::text));

--
-- Name: post_acts_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX post_acts_by_person ON public.post_acts USING btree (person_id, recorded_at DESC) WHERE (person_id IS NOT NULL);

--
-- Name: post_acts_by_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX post_acts_by_post ON public.post_acts USING btree (post_id, recorded_at DESC);

--
-- Name: post_acts_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX post_acts_by_unit ON public.post_acts USING btree (unit_id, recorded_at DESC);

--
-- Name: posts_by_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_by_kind ON public.posts USING btree (kind, unit_id);

--
-- Name: posts_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_by_unit ON public.posts USING btree (unit_id, kind);

--
-- Name: printed_values_by_figure; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX printed_values_by_figure ON public.printed_values USING btree (figure, unit_id, as_of);

--
-- Name: rating_acts_by_rating; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rating_acts_by_rating ON public.rating_acts USING btree (rating_id, recorded_at DESC);

--
-- Name: rating_frame_acts_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rating_frame_acts_by_time ON public.rating_frame_acts USING btree (subject, recorded_at DESC, id DESC);

--
-- Name: rating_seasons_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rating_seasons_by_unit ON public.rating_seasons USING btree (unit_id, year DESC);

--
-- Name: rating_seasons_by_year; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rating_seasons_by_year ON public.rating_seasons USING btree (year DESC, id DESC);

--
-- Name: rating_seasons_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX rating_seasons_once ON public.rating_seasons USING btree (home_id, unit_id, year, about);

--
-- Name: ratings_by_season; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ratings_by_season ON public.ratings USING btree (season_id, group_code) WHERE (season_id IS NOT NULL);

--
-- Name: ratings_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ratings_by_unit ON public.ratings USING btree (unit_id, year DESC, about);

--
-- Name: ratings_person_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ratings_person_once ON public.ratings USING btree (home_id, person_id, year, about) WHERE (person_id IS NOT NULL);

--
-- Name: ratings_unit_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ratings_unit_once ON public.ratings USING btree (home_id, unit_id, year) WHERE (person_id IS NULL);

--
-- Name: removed_clauses_by_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX removed_clauses_by_document ON public.removed_clauses USING btree (home_id, document_id);

--
-- Name: reorganisation_units_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_units_by_unit ON public.reorganisation_units USING btree (unit_id);

--
-- Name: reorganisations_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisations_by_unit ON public.reorganisations USING btree (unit_id);

--
-- Name: reports_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_by_day ON public.reports USING btree (to_day DESC, id DESC);

--
-- Name: reports_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_by_unit ON public.reports USING btree (unit_id, to_day DESC, id DESC);

--
-- Name: reports_once_replaced; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reports_once_replaced ON public.reports USING btree (home_id, replaces_id) WHERE (replaces_id IS NOT NULL);

--
-- Name: resolutions_number_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX resolutions_number_once ON public.resolutions USING btree (home_id, unit_id, term_from, number);

--
-- Name: review_cycles_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX review_cycles_by_day ON public.review_cycles USING btree (to_day DESC, id DESC);

--
-- Name: review_cycles_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX review_cycles_by_unit ON public.review_cycles USING btree (unit_id, to_day DESC, id DESC);

--
-- Name: reviews_by_cycle; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_by_cycle ON public.reviews USING btree (cycle_id, unit_id, id);

--
-- Name: reviews_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_by_person ON public.reviews USING btree (person_id, to_day DESC) WHERE (person_id IS NOT NULL);

--
-- Name: reviews_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_by_unit ON public.reviews USING btree (unit_id, to_day DESC, id DESC);

--
-- Name: reviews_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reviews_once ON public.reviews USING btree (home_id, cycle_id, unit_id, person_id) NULLS NOT DISTINCT;

--
-- Name: reviews_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_open ON public.reviews USING btree (unit_id, due_on) WHERE ((person_id IS NULL) AND (state = ANY (ARRAY['due'::text, 'writing'::text, 'submitted'::text])));

--
-- Name: reviews_to_purge; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_to_purge ON public.reviews USING btree (to_day) WHERE (person_id IS NOT NULL);

--
-- Name: rule_acts_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rule_acts_by_key ON public.rule_acts USING btree (key, recorded_at DESC);

--
-- Name: score_frame_acts_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX score_frame_acts_by_time ON public.score_frame_acts USING btree (recorded_at DESC, id DESC);

--
-- Name: sessions_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id);

--
-- Name: shortcomings_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_by_day ON public.shortcomings USING btree (found_on DESC, id DESC);

--
-- Name: shortcomings_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_by_person ON public.shortcomings USING btree (person_id) WHERE (person_id IS NOT NULL);

--
-- Name: shortcomings_by_raiser; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_by_raiser ON public.shortcomings USING btree (raised_by_id, found_on DESC, id DESC);

--
-- Name: shortcomings_by_topic; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_by_topic ON public.shortcomings USING btree (unit_id, topic, found_on) WHERE (person_id IS NULL);

--
-- Name: shortcomings_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_by_unit ON public.shortcomings USING btree (unit_id, found_on DESC, id DESC);

--
-- Name: shortcomings_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_by_words ON public.shortcomings USING gin (words);

--
-- Name: shortcomings_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_due ON public.shortcomings USING btree (unit_id, due_on) WHERE ((person_id IS NULL) AND (state = ANY (ARRAY['noted'::text, 'measureSet'::text, 'remedying'::text, 'reported'::text, 'returned'::text])));

--
-- Name: shortcomings_to_confirm; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shortcomings_to_confirm ON public.shortcomings USING btree (raised_by_id) WHERE ((person_id IS NULL) AND (state = 'reported'::text));

--
-- Name: sign_in_failures_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_failures_by_key ON public.sign_in_failures USING btree (key, at);

--
-- Name: task_entries_by_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_entries_by_task ON public.task_entries USING btree (task_id, recorded_at, id);

--
-- Name: tasks_by_asker; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_asker ON public.tasks USING btree (asked_by, state, due_on, id);

--
-- Name: tasks_by_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_due ON public.tasks USING btree (home_id, state, due_on, id);

--
-- Name: tasks_by_origin; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_origin ON public.tasks USING btree (origin_id);

--
-- Name: tasks_by_owner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_owner ON public.tasks USING btree (owner_id, state, due_on);

--
-- Name: tasks_by_owner_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_owner_post ON public.tasks USING btree (owner_post_id, state) WHERE (owner_post_id IS NOT NULL);

--
-- Name: tasks_by_partner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_partner ON public.tasks USING gin (partners);

--
-- Name: tasks_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_unit ON public.tasks USING btree (unit_id, state, due_on, id);

--
-- Name: tasks_by_whole; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_whole ON public.tasks USING btree (whole_id, state) WHERE (whole_id IS NOT NULL);

--
-- Name: tasks_of_clauses; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_of_clauses ON public.tasks USING btree (origin_id) INCLUDE (due_on, settled_on) WHERE (origin_kind = 'clause'::text);

--
-- Name: tasks_recurring; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_recurring ON public.tasks USING btree (due_on) WHERE (recurs IS NOT NULL);

--
-- Name: tenures_by_first_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenures_by_first_day ON public.tenures USING btree (lower(valid));

--
-- Name: tenures_by_last_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenures_by_last_day ON public.tenures USING btree (((upper(valid) - 1))) WHERE (NOT upper_inf(valid));

--
-- Name: tenures_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenures_by_person ON public.tenures USING btree (person_id) INCLUDE (home_id, id, post_id, valid);

--
-- Name: tenures_by_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenures_by_post ON public.tenures USING btree (post_id);

--
-- Name: tenures_elsewhere; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenures_elsewhere ON public.tenures USING btree (public.home_of(post_id)) INCLUDE (post_id, home_id, person_id) WHERE (home_id <> public.home_of(post_id));

--
-- Name: unit_acts_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_acts_by_unit ON public.unit_acts USING btree (unit_id, effective_on, recorded_at);

--
-- Name: unit_closure_by_descendant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_closure_by_descendant ON public.unit_closure USING btree (descendant_id, hierarchy, ancestor_id);

--
-- Name: unit_closure_by_home; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_closure_by_home ON public.unit_closure USING btree (ancestor_id, public.home_of(descendant_id)) WHERE (hierarchy = 'reach'::text);

--
-- Name: unit_lineage_by_successor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_lineage_by_successor ON public.unit_lineage USING btree (successor_id);

--
-- Name: unit_parents_begin_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_parents_begin_once ON public.unit_parents USING btree (unit_id, hierarchy, lower(valid));

--
-- Name: unit_parents_by_first_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_parents_by_first_day ON public.unit_parents USING btree (lower(valid));

--
-- Name: unit_parents_by_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_parents_by_parent ON public.unit_parents USING btree (parent_id, hierarchy);

--
-- Name: unit_parents_last_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_parents_last_once ON public.unit_parents USING btree (unit_id, hierarchy) WHERE upper_inf(valid);

--
-- Name: unit_relations_by_other; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_relations_by_other ON public.unit_relations USING btree (other_id, kind);

--
-- Name: unit_relations_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_relations_by_unit ON public.unit_relations USING btree (unit_id);

--
-- Name: unit_versions_by_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_code ON public.unit_versions USING btree (code) WHERE (code IS NOT NULL);

--
-- Name: unit_versions_by_first_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_first_day ON public.unit_versions USING btree (lower(valid));

--
-- Name: unit_versions_by_home_and_kind_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_home_and_kind_in_order ON public.unit_versions USING btree (public.home_of(unit_id), kind, name COLLATE public.vietnamese, unit_id);

--
-- Name: unit_versions_by_home_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_home_in_order ON public.unit_versions USING btree (public.home_of(unit_id), name COLLATE public.vietnamese, unit_id);

--
-- Name: unit_versions_by_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_kind ON public.unit_versions USING btree (kind, unit_id);

--
-- Name: unit_versions_by_kind_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_kind_in_order ON public.unit_versions USING btree (kind, name COLLATE public.vietnamese, unit_id);

--
-- Name: unit_versions_by_last_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_last_day ON public.unit_versions USING btree (((upper(valid) - 1))) WHERE (NOT upper_inf(valid));

--
-- Name: unit_versions_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_name ON public.unit_versions USING btree (name_key);

--
-- Name: unit_versions_by_name_part; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_name_part ON public.unit_versions USING gin (name_key public.gin_trgm_ops);

--
-- Name: unit_versions_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_by_unit ON public.unit_versions USING btree (unit_id) INCLUDE (valid, name);

--
-- Name: unit_versions_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_versions_in_order ON public.unit_versions USING btree (name COLLATE public.vietnamese, unit_id);

--
-- Name: visits_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visits_by_day ON public.visits USING btree (visited_on DESC, id DESC);

--
-- Name: visits_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visits_by_person ON public.visits USING btree (person_id, visited_on DESC, id DESC);

--
-- Name: visits_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visits_by_unit ON public.visits USING btree (unit_id, visited_on DESC, id DESC);

--
-- Name: attendances_2026_person_id_held_on_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.attendances_by_person ATTACH PARTITION public.attendances_2026_person_id_held_on_idx;

--
-- Name: attendances_2026_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.attendances_pkey ATTACH PARTITION public.attendances_2026_pkey;

--
-- Name: attendances_2027_person_id_held_on_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.attendances_by_person ATTACH PARTITION public.attendances_2027_person_id_held_on_idx;

--
-- Name: attendances_2027_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.attendances_pkey ATTACH PARTITION public.attendances_2027_pkey;

--
-- Name: attendances_rest_person_id_held_on_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.attendances_by_person ATTACH PARTITION public.attendances_rest_person_id_held_on_idx;

--
-- Name: attendances_rest_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.attendances_pkey ATTACH PARTITION public.attendances_rest_pkey;

--
-- Name: events_2026_home_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_time ATTACH PARTITION public.events_2026_home_id_at_idx;

--
-- Name: events_2026_home_id_person_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_person ATTACH PARTITION public.events_2026_home_id_person_id_at_idx;

--
-- Name: events_2026_home_id_subject_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_subject ATTACH PARTITION public.events_2026_home_id_subject_id_at_idx;

--
-- Name: events_2026_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2026_pkey;

--
-- Name: events_2027_home_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_time ATTACH PARTITION public.events_2027_home_id_at_idx;

--
-- Name: events_2027_home_id_person_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_person ATTACH PARTITION public.events_2027_home_id_person_id_at_idx;

--
-- Name: events_2027_home_id_subject_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_subject ATTACH PARTITION public.events_2027_home_id_subject_id_at_idx;

--
-- Name: events_2027_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2027_pkey;

--
-- Name: events_rest_home_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_time ATTACH PARTITION public.events_rest_home_id_at_idx;

--
-- Name: events_rest_home_id_person_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_person ATTACH PARTITION public.events_rest_home_id_person_id_at_idx;

--
-- Name: events_rest_home_id_subject_id_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_by_subject ATTACH PARTITION public.events_rest_home_id_subject_id_at_idx;

--
-- Name: events_rest_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_rest_pkey;

--
-- Name: alert_snoozes alert_snoozes_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alert_snoozes
    ADD CONSTRAINT alert_snoozes_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: answer_links answer_links_answer_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer_links
    ADD CONSTRAINT answer_links_answer_fkey FOREIGN KEY (home_id, answer_id) REFERENCES public.answers(home_id, id);

--
-- Name: answers answers_asked_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_asked_fkey FOREIGN KEY (home_id, document_id, unit_id) REFERENCES public.cascade_units(home_id, document_id, unit_id);

--
-- Name: answers answers_clause_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_clause_fkey FOREIGN KEY (home_id, clause_id) REFERENCES public.clauses(home_id, id);

--
-- Name: assignments assignments_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: assignments assignments_behalf_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_behalf_fkey FOREIGN KEY (on_behalf_of) REFERENCES public.assignments(id) ON DELETE CASCADE;

--
-- Name: assignments assignments_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: attendances attendances_meeting_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.attendances
    ADD CONSTRAINT attendances_meeting_fkey FOREIGN KEY (home_id, meeting_id) REFERENCES public.meetings(home_id, id);

--
-- Name: away_spells away_spells_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.away_spells
    ADD CONSTRAINT away_spells_person_fkey FOREIGN KEY (home_id, person_id) REFERENCES public.people(home_id, id);

--
-- Name: cadre_evaluations cadre_evaluations_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadre_evaluations
    ADD CONSTRAINT cadre_evaluations_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: cadre_reports cadre_reports_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadre_reports
    ADD CONSTRAINT cadre_reports_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: cascade_deadlines cascade_deadlines_cascade_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_deadlines
    ADD CONSTRAINT cascade_deadlines_cascade_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.cascades(home_id, document_id);

--
-- Name: cascade_steps cascade_steps_asked_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_steps
    ADD CONSTRAINT cascade_steps_asked_fkey FOREIGN KEY (home_id, document_id, unit_id) REFERENCES public.cascade_units(home_id, document_id, unit_id);

--
-- Name: cascade_units cascade_units_cascade_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_units
    ADD CONSTRAINT cascade_units_cascade_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.cascades(home_id, document_id);

--
-- Name: cascade_units cascade_units_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascade_units
    ADD CONSTRAINT cascade_units_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: cascades cascades_document_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascades
    ADD CONSTRAINT cascades_document_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.documents(home_id, id);

--
-- Name: cascades cascades_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cascades
    ADD CONSTRAINT cascades_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: clause_revisions clause_revisions_clause_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clause_revisions
    ADD CONSTRAINT clause_revisions_clause_fkey FOREIGN KEY (home_id, clause_id) REFERENCES public.clauses(home_id, id);

--
-- Name: clause_values clause_values_answer_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clause_values
    ADD CONSTRAINT clause_values_answer_fkey FOREIGN KEY (home_id, answer_id) REFERENCES public.answers(home_id, id);

--
-- Name: clauses clauses_document_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clauses
    ADD CONSTRAINT clauses_document_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.documents(home_id, id);

--
-- Name: clauses clauses_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clauses
    ADD CONSTRAINT clauses_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: commands commands_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commands
    ADD CONSTRAINT commands_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: devices devices_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: document_files document_files_content_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_files
    ADD CONSTRAINT document_files_content_fkey FOREIGN KEY (home_id, hash) REFERENCES public.document_contents(home_id, hash);

--
-- Name: document_files document_files_document_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_files
    ADD CONSTRAINT document_files_document_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.documents(home_id, id);

--
-- Name: document_links document_links_document_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_links
    ADD CONSTRAINT document_links_document_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.documents(home_id, id);

--
-- Name: document_recipients document_recipients_document_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_recipients
    ADD CONSTRAINT document_recipients_document_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.documents(home_id, id);

--
-- Name: document_recipients document_recipients_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_recipients
    ADD CONSTRAINT document_recipients_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: documents documents_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: exemptions exemptions_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exemptions
    ADD CONSTRAINT exemptions_person_fkey FOREIGN KEY (home_id, person_id) REFERENCES public.people(home_id, id);

--
-- Name: figure_group_anchors figure_group_anchors_group_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_group_anchors
    ADD CONSTRAINT figure_group_anchors_group_fkey FOREIGN KEY (group_id) REFERENCES public.figure_groups(id) ON DELETE CASCADE;

--
-- Name: import_changes import_changes_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_changes
    ADD CONSTRAINT import_changes_run_fkey FOREIGN KEY (run_id) REFERENCES public.import_runs(id) ON DELETE CASCADE;

--
-- Name: import_file_parts import_file_parts_upload_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_file_parts
    ADD CONSTRAINT import_file_parts_upload_fkey FOREIGN KEY (upload_id) REFERENCES public.import_uploads(id) ON DELETE CASCADE;

--
-- Name: import_refs import_refs_source_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_refs
    ADD CONSTRAINT import_refs_source_fkey FOREIGN KEY (source_id) REFERENCES public.import_sources(id) ON DELETE CASCADE;

--
-- Name: import_runs import_runs_source_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT import_runs_source_fkey FOREIGN KEY (source_id) REFERENCES public.import_sources(id) ON DELETE CASCADE;

--
-- Name: import_uploads import_uploads_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_uploads
    ADD CONSTRAINT import_uploads_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: meeting_answers meeting_answers_meeting_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_answers
    ADD CONSTRAINT meeting_answers_meeting_fkey FOREIGN KEY (home_id, meeting_id) REFERENCES public.meetings(home_id, id);

--
-- Name: meeting_books meeting_books_meeting_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_books
    ADD CONSTRAINT meeting_books_meeting_fkey FOREIGN KEY (home_id, meeting_id) REFERENCES public.meetings(home_id, id);

--
-- Name: meeting_files meeting_files_meeting_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_files
    ADD CONSTRAINT meeting_files_meeting_fkey FOREIGN KEY (home_id, meeting_id) REFERENCES public.meetings(home_id, id);

--
-- Name: meeting_guests meeting_guests_meeting_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_guests
    ADD CONSTRAINT meeting_guests_meeting_fkey FOREIGN KEY (home_id, meeting_id) REFERENCES public.meetings(home_id, id);

--
-- Name: meetings meetings_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: membership_acts membership_acts_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership_acts
    ADD CONSTRAINT membership_acts_person_fkey FOREIGN KEY (home_id, person_id) REFERENCES public.people(home_id, id);

--
-- Name: membership_acts membership_acts_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership_acts
    ADD CONSTRAINT membership_acts_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: memberships memberships_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_person_fkey FOREIGN KEY (home_id, person_id) REFERENCES public.people(home_id, id);

--
-- Name: notice_attention notice_attention_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_attention
    ADD CONSTRAINT notice_attention_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: notice_ways notice_ways_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_ways
    ADD CONSTRAINT notice_ways_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: notices notices_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: oversight_assignments oversight_assignments_post_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_assignments
    ADD CONSTRAINT oversight_assignments_post_fkey FOREIGN KEY (post_id) REFERENCES public.posts(id);

--
-- Name: oversight_assignments oversight_assignments_regulation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_assignments
    ADD CONSTRAINT oversight_assignments_regulation_fkey FOREIGN KEY (home_id, regulation_id) REFERENCES public.oversight_regulations(home_id, id);

--
-- Name: oversight_assignments oversight_assignments_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_assignments
    ADD CONSTRAINT oversight_assignments_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: oversight_duties oversight_duties_regulation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_duties
    ADD CONSTRAINT oversight_duties_regulation_fkey FOREIGN KEY (home_id, regulation_id) REFERENCES public.oversight_regulations(home_id, id);

--
-- Name: oversight_regulations oversight_regulations_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oversight_regulations
    ADD CONSTRAINT oversight_regulations_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: petition_competences petition_competences_body_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_competences
    ADD CONSTRAINT petition_competences_body_fkey FOREIGN KEY (body_id) REFERENCES public.units(id);

--
-- Name: petition_competences petition_competences_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_competences
    ADD CONSTRAINT petition_competences_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: petition_files petition_files_petition_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_files
    ADD CONSTRAINT petition_files_petition_fkey FOREIGN KEY (home_id, petition_id) REFERENCES public.petitions(home_id, id) ON DELETE CASCADE;

--
-- Name: petition_templates petition_templates_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_templates
    ADD CONSTRAINT petition_templates_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: petition_topics petition_topics_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petition_topics
    ADD CONSTRAINT petition_topics_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: petitions petitions_body_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petitions
    ADD CONSTRAINT petitions_body_fkey FOREIGN KEY (body_id) REFERENCES public.units(id);

--
-- Name: petitions petitions_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.petitions
    ADD CONSTRAINT petitions_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: placements placements_cell_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_cell_fkey FOREIGN KEY (cell_id) REFERENCES public.units(id);

--
-- Name: placements placements_membership_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_membership_fkey FOREIGN KEY (home_id, membership_id) REFERENCES public.memberships(home_id, id);

--
-- Name: placements placements_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_person_fkey FOREIGN KEY (home_id, person_id) REFERENCES public.people(home_id, id);

--
-- Name: post_acts post_acts_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_acts
    ADD CONSTRAINT post_acts_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: posts posts_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: printed_values printed_values_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.printed_values
    ADD CONSTRAINT printed_values_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: rating_acts rating_acts_rating_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_acts
    ADD CONSTRAINT rating_acts_rating_fkey FOREIGN KEY (home_id, rating_id) REFERENCES public.ratings(home_id, id);

--
-- Name: rating_frame_acts rating_frame_acts_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_frame_acts
    ADD CONSTRAINT rating_frame_acts_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: rating_frames rating_frames_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_frames
    ADD CONSTRAINT rating_frames_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: rating_seasons rating_seasons_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rating_seasons
    ADD CONSTRAINT rating_seasons_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: ratings ratings_decider_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT ratings_decider_fkey FOREIGN KEY (decided_by_id) REFERENCES public.units(id);

--
-- Name: ratings ratings_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT ratings_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: removed_clauses removed_clauses_document_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.removed_clauses
    ADD CONSTRAINT removed_clauses_document_fkey FOREIGN KEY (home_id, document_id) REFERENCES public.documents(home_id, id);

--
-- Name: reorganisation_items reorganisation_items_set_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_items
    ADD CONSTRAINT reorganisation_items_set_fkey FOREIGN KEY (reorganisation_id) REFERENCES public.reorganisations(id) ON DELETE CASCADE;

--
-- Name: reorganisation_units reorganisation_units_set_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_units
    ADD CONSTRAINT reorganisation_units_set_fkey FOREIGN KEY (reorganisation_id) REFERENCES public.reorganisations(id) ON DELETE CASCADE;

--
-- Name: reorganisations reorganisations_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisations
    ADD CONSTRAINT reorganisations_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: report_papers report_papers_report_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_papers
    ADD CONSTRAINT report_papers_report_fkey FOREIGN KEY (home_id, report_id) REFERENCES public.reports(home_id, id);

--
-- Name: reports reports_replaces_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_replaces_fkey FOREIGN KEY (home_id, replaces_id) REFERENCES public.reports(home_id, id);

--
-- Name: reports reports_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: resolutions resolutions_meeting_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resolutions
    ADD CONSTRAINT resolutions_meeting_fkey FOREIGN KEY (home_id, meeting_id) REFERENCES public.meetings(home_id, id);

--
-- Name: review_cycles review_cycles_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_cycles
    ADD CONSTRAINT review_cycles_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: reviews reviews_opened_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_opened_by_fkey FOREIGN KEY (opened_by_id) REFERENCES public.units(id);

--
-- Name: reviews reviews_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: rule_acts rule_acts_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_acts
    ADD CONSTRAINT rule_acts_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: rules rules_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: score_frame_acts score_frame_acts_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.score_frame_acts
    ADD CONSTRAINT score_frame_acts_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: score_frames score_frames_scope_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.score_frames
    ADD CONSTRAINT score_frames_scope_fkey FOREIGN KEY (scope_unit_id) REFERENCES public.units(id);

--
-- Name: sessions sessions_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: shortcomings shortcomings_raised_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shortcomings
    ADD CONSTRAINT shortcomings_raised_by_fkey FOREIGN KEY (raised_by_id) REFERENCES public.units(id);

--
-- Name: shortcomings shortcomings_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shortcomings
    ADD CONSTRAINT shortcomings_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: task_entries task_entries_task_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_entries
    ADD CONSTRAINT task_entries_task_fkey FOREIGN KEY (home_id, task_id) REFERENCES public.tasks(home_id, id);

--
-- Name: task_files task_files_entry_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_files
    ADD CONSTRAINT task_files_entry_fkey FOREIGN KEY (home_id, entry_id) REFERENCES public.task_entries(home_id, id);

--
-- Name: tasks tasks_asked_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.units(id);

--
-- Name: tasks tasks_owner_post_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_owner_post_fkey FOREIGN KEY (owner_post_id) REFERENCES public.posts(id);

--
-- Name: tasks tasks_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: tenures tenures_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenures
    ADD CONSTRAINT tenures_person_fkey FOREIGN KEY (home_id, person_id) REFERENCES public.people(home_id, id);

--
-- Name: tenures tenures_post_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenures
    ADD CONSTRAINT tenures_post_fkey FOREIGN KEY (post_id) REFERENCES public.posts(id);

--
-- Name: unit_acts unit_acts_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_acts
    ADD CONSTRAINT unit_acts_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: unit_lineage unit_lineage_predecessor_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_lineage
    ADD CONSTRAINT unit_lineage_predecessor_fkey FOREIGN KEY (predecessor_id) REFERENCES public.units(id);

--
-- Name: unit_lineage unit_lineage_successor_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_lineage
    ADD CONSTRAINT unit_lineage_successor_fkey FOREIGN KEY (successor_id) REFERENCES public.units(id);

--
-- Name: unit_parents unit_parents_parent_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_parents
    ADD CONSTRAINT unit_parents_parent_fkey FOREIGN KEY (parent_id) REFERENCES public.units(id);

--
-- Name: unit_parents unit_parents_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_parents
    ADD CONSTRAINT unit_parents_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: unit_relations unit_relations_other_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_relations
    ADD CONSTRAINT unit_relations_other_fkey FOREIGN KEY (other_id) REFERENCES public.units(id);

--
-- Name: unit_relations unit_relations_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_relations
    ADD CONSTRAINT unit_relations_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: unit_versions unit_versions_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_versions
    ADD CONSTRAINT unit_versions_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: units units_home_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_home_fkey FOREIGN KEY (home_id) REFERENCES public.homes(id);

--
-- Name: visit_files visit_files_visit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_files
    ADD CONSTRAINT visit_files_visit_fkey FOREIGN KEY (home_id, visit_id) REFERENCES public.visits(home_id, id);

--
-- Name: visits visits_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_unit_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO satcoso_app;

--
-- Name: FUNCTION begin_closure_rewrite(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.begin_closure_rewrite() FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_closure_rewrite() TO satcoso_app;

--
-- Name: FUNCTION create_partitions(today date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.create_partitions(today date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.create_partitions(today date) TO satcoso_app;

--
-- Name: FUNCTION end_closure_rewrite(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.end_closure_rewrite() FROM PUBLIC;
GRANT ALL ON FUNCTION public.end_closure_rewrite() TO satcoso_app;

--
-- Name: FUNCTION home_of(id uuid); Type: ACL; Schema: public; Owner: -
--

GRANT ALL ON FUNCTION public.home_of(id uuid) TO satcoso_app;

--
-- Name: FUNCTION leave_log_uncompressed(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.leave_log_uncompressed() FROM PUBLIC;
GRANT ALL ON FUNCTION public.leave_log_uncompressed() TO satcoso_app;

--
-- Name: FUNCTION refresh_partitioned_statistics(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refresh_partitioned_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_partitioned_statistics() TO satcoso_app;

--
-- Name: FUNCTION refresh_rollup_statistics(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refresh_rollup_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_rollup_statistics() TO satcoso_app;

--
-- Name: FUNCTION refresh_statistics(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refresh_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_statistics() TO satcoso_app;

--
-- Name: FUNCTION refresh_structure_statistics(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refresh_structure_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_structure_statistics() TO satcoso_app;

--
-- Name: FUNCTION take_closure_alone(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.take_closure_alone() FROM PUBLIC;

--
-- Name: TABLE accounts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts TO satcoso_app;

--
-- Name: TABLE alert_snoozes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.alert_snoozes TO satcoso_app;

--
-- Name: TABLE answer_links; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answer_links TO satcoso_app;

--
-- Name: TABLE answers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answers TO satcoso_app;

--
-- Name: TABLE assignments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.assignments TO satcoso_app;

--
-- Name: TABLE attendances; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendances TO satcoso_app;

--
-- Name: TABLE away_spells; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.away_spells TO satcoso_app;

--
-- Name: TABLE cadre_evaluations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cadre_evaluations TO satcoso_app;

--
-- Name: TABLE cadre_reports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cadre_reports TO satcoso_app;

--
-- Name: TABLE cascade_deadlines; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cascade_deadlines TO satcoso_app;

--
-- Name: TABLE cascade_steps; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cascade_steps TO satcoso_app;

--
-- Name: TABLE cascade_units; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cascade_units TO satcoso_app;

--
-- Name: TABLE cascades; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cascades TO satcoso_app;

--
-- Name: TABLE clause_revisions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clause_revisions TO satcoso_app;

--
-- Name: TABLE clause_values; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clause_values TO satcoso_app;

--
-- Name: TABLE clauses; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clauses TO satcoso_app;

--
-- Name: TABLE commands; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.commands TO satcoso_app;

--
-- Name: TABLE devices; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.devices TO satcoso_app;

--
-- Name: TABLE document_contents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_contents TO satcoso_app;

--
-- Name: TABLE document_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_files TO satcoso_app;

--
-- Name: TABLE document_links; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_links TO satcoso_app;

--
-- Name: TABLE document_recipients; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_recipients TO satcoso_app;

--
-- Name: TABLE documents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents TO satcoso_app;

--
-- Name: TABLE event_chains; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.event_chains TO satcoso_app;

--
-- Name: TABLE events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.events TO satcoso_app;

--
-- Name: TABLE exemptions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exemptions TO satcoso_app;

--
-- Name: TABLE figure_anchor_paths; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_anchor_paths TO satcoso_app;

--
-- Name: TABLE figure_days; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_days TO satcoso_app;

--
-- Name: TABLE figure_group_anchors; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_group_anchors TO satcoso_app;

--
-- Name: TABLE figure_groups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_groups TO satcoso_app;

--
-- Name: TABLE figure_histogram_sums; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_histogram_sums TO satcoso_app;

--
-- Name: TABLE figure_histograms; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_histograms TO satcoso_app;

--
-- Name: TABLE figure_marks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_marks TO satcoso_app;

--
-- Name: TABLE figure_places; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_places TO satcoso_app;

--
-- Name: TABLE figure_rollups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_rollups TO satcoso_app;

--
-- Name: TABLE figure_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_state TO satcoso_app;

--
-- Name: TABLE figure_sums; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_sums TO satcoso_app;

--
-- Name: TABLE holidays; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.holidays TO satcoso_app;

--
-- Name: TABLE homes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.homes TO satcoso_app;

--
-- Name: TABLE import_changes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_changes TO satcoso_app;

--
-- Name: TABLE import_file_parts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_file_parts TO satcoso_app;

--
-- Name: TABLE import_refs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_refs TO satcoso_app;

--
-- Name: TABLE import_runs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_runs TO satcoso_app;

--
-- Name: TABLE import_sources; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_sources TO satcoso_app;

--
-- Name: TABLE import_uploads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_uploads TO satcoso_app;

--
-- Name: TABLE jobs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.jobs TO satcoso_app;

--
-- Name: TABLE meeting_answers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meeting_answers TO satcoso_app;

--
-- Name: TABLE meeting_books; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meeting_books TO satcoso_app;

--
-- Name: TABLE meeting_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meeting_files TO satcoso_app;

--
-- Name: TABLE meeting_guests; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meeting_guests TO satcoso_app;

--
-- Name: TABLE meetings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings TO satcoso_app;

--
-- Name: TABLE membership_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.membership_acts TO satcoso_app;

--
-- Name: TABLE memberships; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships TO satcoso_app;

--
-- Name: TABLE notice_attention; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notice_attention TO satcoso_app;

--
-- Name: TABLE notice_progress; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notice_progress TO satcoso_app;

--
-- Name: TABLE notice_ways; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notice_ways TO satcoso_app;

--
-- Name: TABLE notices; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notices TO satcoso_app;

--
-- Name: TABLE oversight_assignments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.oversight_assignments TO satcoso_app;

--
-- Name: TABLE oversight_duties; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.oversight_duties TO satcoso_app;

--
-- Name: TABLE oversight_regulations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.oversight_regulations TO satcoso_app;

--
-- Name: TABLE people; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people TO satcoso_app;

--
-- Name: TABLE person_keys; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person_keys TO satcoso_app;

--
-- Name: TABLE petition_competences; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.petition_competences TO satcoso_app;

--
-- Name: TABLE petition_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.petition_files TO satcoso_app;

--
-- Name: TABLE petition_templates; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.petition_templates TO satcoso_app;

--
-- Name: TABLE petition_topics; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.petition_topics TO satcoso_app;

--
-- Name: TABLE petitions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.petitions TO satcoso_app;

--
-- Name: TABLE placements; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.placements TO satcoso_app;

--
-- Name: TABLE post_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.post_acts TO satcoso_app;

--
-- Name: TABLE posts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.posts TO satcoso_app;

--
-- Name: TABLE printed_values; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.printed_values TO satcoso_app;

--
-- Name: TABLE rating_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.rating_acts TO satcoso_app;

--
-- Name: COLUMN rating_acts.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.rating_acts TO satcoso_app;

--
-- Name: TABLE rating_frame_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rating_frame_acts TO satcoso_app;

--
-- Name: TABLE rating_frames; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rating_frames TO satcoso_app;

--
-- Name: TABLE rating_seasons; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rating_seasons TO satcoso_app;

--
-- Name: TABLE ratings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ratings TO satcoso_app;

--
-- Name: TABLE removed_clauses; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.removed_clauses TO satcoso_app;

--
-- Name: TABLE reorganisation_items; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_items TO satcoso_app;

--
-- Name: TABLE reorganisation_outcomes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_outcomes TO satcoso_app;

--
-- Name: TABLE reorganisation_units; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_units TO satcoso_app;

--
-- Name: TABLE reorganisations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisations TO satcoso_app;

--
-- Name: TABLE report_papers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_papers TO satcoso_app;

--
-- Name: COLUMN report_papers.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.report_papers TO satcoso_app;

--
-- Name: TABLE reports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports TO satcoso_app;

--
-- Name: TABLE resolutions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.resolutions TO satcoso_app;

--
-- Name: TABLE review_cycles; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_cycles TO satcoso_app;

--
-- Name: TABLE reviews; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reviews TO satcoso_app;

--
-- Name: TABLE rule_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rule_acts TO satcoso_app;

--
-- Name: TABLE rule_limits; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.rule_limits TO satcoso_app;

--
-- Name: TABLE rules; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rules TO satcoso_app;

--
-- Name: TABLE schema_migrations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.schema_migrations TO satcoso_app;

--
-- Name: TABLE score_frame_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.score_frame_acts TO satcoso_app;

--
-- Name: TABLE score_frames; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_frames TO satcoso_app;

--
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO satcoso_app;

--
-- Name: TABLE settings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.settings TO satcoso_app;

--
-- Name: TABLE shortcomings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.shortcomings TO satcoso_app;

--
-- Name: TABLE sign_in_failures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_failures TO satcoso_app;

--
-- Name: TABLE task_entries; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.task_entries TO satcoso_app;

--
-- Name: TABLE task_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.task_files TO satcoso_app;

--
-- Name: TABLE tasks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tasks TO satcoso_app;

--
-- Name: TABLE tenures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tenures TO satcoso_app;

--
-- Name: TABLE unit_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.unit_acts TO satcoso_app;

--
-- Name: TABLE unit_closure; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unit_closure TO satcoso_app;

--
-- Name: TABLE unit_lineage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unit_lineage TO satcoso_app;

--
-- Name: TABLE unit_parents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unit_parents TO satcoso_app;

--
-- Name: TABLE unit_relations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unit_relations TO satcoso_app;

--
-- Name: TABLE unit_versions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unit_versions TO satcoso_app;

--
-- Name: TABLE units; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.units TO satcoso_app;

--
-- Name: TABLE visit_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.visit_files TO satcoso_app;

--
-- Name: TABLE visits; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.visits TO satcoso_app;

--
-- PostgreSQL database dump complete
--

