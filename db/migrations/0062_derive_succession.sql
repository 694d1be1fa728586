-- Who took over whom whole is derived as the trees are: what was laid on a unit that stands no more falls to its heir.
alter table unit_closure drop constraint unit_closure_hierarchy_known;
alter table unit_closure add constraint unit_closure_hierarchy_known check (hierarchy in ('party', 'territory', 'government', 'front', 'reach', 'succession'));

insert into unit_closure (hierarchy, ancestor_id, descendant_id, depth, valid)
with recursive up (ancestor_id, descendant_id, depth, valid) as (
  select l.predecessor_id, l.predecessor_id, 0, daterange(min(l.effective_on), null) from unit_lineage l where l.share = 'whole' group by 1
  union
  select l.successor_id, up.descendant_id, up.depth + 1, up.valid * daterange(l.effective_on, null)
  from up join unit_lineage l on l.predecessor_id = up.ancestor_id and l.share = 'whole'
  where up.depth < 32 and (up.depth = 0 or up.ancestor_id <> up.descendant_id)
), ranked as (
  -- Where there are several ways, on each day the nearest counts.
  select *, range_agg(valid) over (partition by ancestor_id, descendant_id order by depth rows between unbounded preceding and 1 preceding) as nearer from up
)
select 'succession', ancestor_id, descendant_id, depth, unnest(case when nearer is null then datemultirange(valid) else datemultirange(valid) - nearer end) from ranked;
