-- When the platform next does something to a matter by itself.
alter table matter add column wakes_at bigint;
create index matter_wakes on matter (jurisdiction, wakes_at);
