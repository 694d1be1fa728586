-- Only the owner of a table may gather its statistics; the application asks for them through this after an import,
-- and can do nothing else with it.
create function refresh_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.homes, public.units, public.unit_versions, public.unit_parents, public.unit_relations, public.unit_lineage, public.unit_closure,
    public.people, public.person_keys, public.memberships, public.placements, public.exemptions, public.away_spells,
    public.posts, public.tenures, public.import_refs, public.import_changes;
end $$;

revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to satcoso_app;
