-- By which ways (`notice_ways`) a notice was told outside the app. "Newer than the last that was told" is not enough: what is
-- committed later may have the earlier id.
alter table notices add column told uuid[] not null default '{}';
update notices n set told = k.told from (
  select t.id, array_agg(w.id) as told from notices t join notice_ways w on w.account_id = t.account_id and t.id <= w.told_id group by t.id) k where k.id = n.id;
alter table notice_ways drop column told_id;

-- How often the next event could not be told, and how many were passed over because of that.
alter table notice_progress add column tries smallint not null default 0;
alter table notice_progress add column passed_over bigint not null default 0;
