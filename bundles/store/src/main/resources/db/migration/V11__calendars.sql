-- A procedure's matters by age: what calendars look through for appointments.
create index matter_procedure on matter (jurisdiction, procedure_id, opened_key desc);

-- The personal address from which somebody's calendar program reads: at most one each, of which only the hash is kept.
create table calendar_feed (
  jurisdiction  ${id} not null,
  user_name     ${id} not null,
  secret_hash   ${id} not null,
  organ         ${id} not null,
  made_at       bigint not null,
  last_used_at  bigint,
  primary key (jurisdiction, user_name)
);
create unique index calendar_feed_secret on calendar_feed (secret_hash);
