-- Long work that somebody set off: what runs on which node, how far it is, what came of it. A row is never taken out.
create table job (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  began_key     ${key} not null,
  what          varchar(2000) not null,
  node          varchar(400) not null,
  user_name     ${id} not null,
  user_label    varchar(400) not null,
  began_at      bigint not null,
  told_at       bigint not null,
  done          integer not null,
  of_all        integer not null,
  stopping      boolean not null,
  how           varchar(40) not null,
  ended_at      bigint,
  outcome       varchar(2000) not null,
  primary key (jurisdiction, id)
);
create index job_latest on job (jurisdiction, began_key desc);

-- The backlog by procedure and age, from the index alone.
create index matter_open on matter (jurisdiction, is_open, procedure_id, opened_at);
