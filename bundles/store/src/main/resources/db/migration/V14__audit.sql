-- Who did what when. Rows are only added; seq, previous_hash and hash are filled in once, when a row gets its place in the jurisdiction's chain.
-- Acts on matters stand here by the number of their ledger entry.
create table audit (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  happened_at   bigint not null,
  user_name     ${id} not null,
  user_label    varchar(400) not null,
  organ         ${id} not null,
  kind          varchar(40) not null,
  ok            boolean not null,
  subject       ${id} not null,
  detail        varchar(400) not null,
  address       varchar(100) not null,
  seq           bigint not null,
  previous_hash varchar(64) not null,
  hash          varchar(64) not null
);
create unique index audit_list on audit (jurisdiction, id desc);
create index audit_chain on audit (jurisdiction, seq);

-- How far a jurisdiction's chain goes; its row is what those wait for who give entries their places.
create table audit_head (
  jurisdiction  ${id} not null,
  seq           bigint not null,
  hash          varchar(64) not null,
  primary key (jurisdiction)
);

create table audit_check (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  user_name     ${id} not null,
  user_label    varchar(400) not null,
  started_at    bigint not null,
  finished_at   bigint,
  head_seq      bigint not null,
  head_hash     varchar(64) not null,
  entries       bigint not null,
  matter        ${id} not null,
  matters       bigint not null,
  faults        varchar(16000) not null,
  primary key (jurisdiction, id)
);
