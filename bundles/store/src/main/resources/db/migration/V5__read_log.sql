-- Who read what, for procedures that log reads. Only ever added to.
create table read_log (
  jurisdiction  ${id} not null,
  matter        ${id} not null,
  read_key      ${key} not null,
  user_name     ${id} not null,
  user_label    varchar(400) not null,
  organ         ${id} not null,
  happened_at   bigint not null,
  what          varchar(40) not null,
  attachment    ${id},
  primary key (jurisdiction, matter, read_key)
);
