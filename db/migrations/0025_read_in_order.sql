-- Units are walked in the order of names within a home, and kind by kind: a page of a province is its first rows.
create index unit_versions_by_home_in_order on unit_versions (home_of(unit_id), name collate vietnamese, unit_id);
create index unit_versions_by_home_and_kind_in_order on unit_versions (home_of(unit_id), kind, name collate vietnamese, unit_id);
create index unit_versions_by_kind_in_order on unit_versions (kind, name collate vietnamese, unit_id);

-- A name typed whole is found at once, in the order of the list, however many bear it: of 43,000 namesakes in the country those
-- of one home are told apart in the index.
create index people_by_whole_name on people (name_key, (split_part(sort_key, ' ', 1)) collate "vi-x-icu", sort_key collate "vi-x-icu", id, home_id);
