-- One schema for Derby and PostgreSQL. Placeholders: ${id} sorts by code point, ${text} and ${bytes} are as long as need be.
-- Times are milliseconds since 1970-01-01T00:00Z. Every primary key leads with the jurisdiction.

create table organ (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  name          varchar(400) not null,
  kind          varchar(40) not null,
  parent        ${id},
  code          varchar(40),
  primary key (jurisdiction, id)
);

create table account (
  jurisdiction  ${id} not null,
  user_name     ${id} not null,
  organ         ${id} not null,
  name          varchar(400) not null,
  roles         varchar(400) not null,
  certificate   varchar(200),
  password_hash varchar(400) not null,
  must_change   boolean not null,
  enabled       boolean not null,
  failures      integer not null,
  locked_until  bigint,
  primary key (jurisdiction, user_name)
);
create unique index account_user on account (user_name);

create table session (
  jurisdiction  ${id} not null,
  token_hash    ${id} not null,
  user_name     ${id} not null,
  bearer        boolean not null,
  csrf          varchar(200),
  last_used_at  bigint not null,
  expires_at    bigint not null,
  primary key (jurisdiction, token_hash)
);
create unique index session_token on session (token_hash);
create index session_user_name on session (user_name);

create table matter (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  version       bigint not null,
  procedure_id  varchar(100) not null,
  title         varchar(4000),
  state         varchar(100) not null,
  is_open       boolean not null,
  parties       varchar(8000) not null,
  awaiting      varchar(8000) not null,
  fields        ${text} not null,
  origin        ${id},
  assignee      ${id},
  opened_by     ${id} not null,
  opened_at     bigint not null,
  opened_key    ${key} not null,
  updated_at    bigint not null,
  policy_version varchar(200) not null,
  ledger_length integer not null,
  ledger_head   varchar(64) not null,
  search        varchar(5000) not null,
  primary key (jurisdiction, id)
);
create index matter_opened on matter (jurisdiction, opened_key desc);
create index matter_origin on matter (jurisdiction, origin, opened_key);

-- By which organ a matter is found: because it holds a part in it, or because it is waited for.
create table matter_organ (
  jurisdiction  ${id} not null,
  matter        ${id} not null,
  organ         ${id} not null,
  has_part      boolean not null,
  awaited       boolean not null,
  opened_key    ${key} not null,
  primary key (jurisdiction, matter, organ)
);
create index matter_organ_list on matter_organ (jurisdiction, organ, opened_key desc);
create index matter_organ_awaited on matter_organ (jurisdiction, organ, awaited, opened_key desc);

create table obligation (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  matter        ${id} not null,
  position      integer not null,
  duty          varchar(100) not null,
  variant       varchar(40) not null,
  owed_by       ${id} not null,
  trigger_at    bigint not null,
  limit_count   varchar(40) not null,
  limit_amount  integer not null,
  last_day      varchar(20),
  due_at        bigint,
  due_key       ${key} not null,
  provisional   boolean not null,
  status        varchar(40) not null,
  is_open       boolean not null,
  closed_at     bigint,
  policy_version varchar(200) not null,
  citation      varchar(4000) not null,
  primary key (jurisdiction, id)
);
create index obligation_matter on obligation (jurisdiction, matter);
create index obligation_desk on obligation (jurisdiction, owed_by, is_open, due_key);

create table ledger (
  jurisdiction  ${id} not null,
  matter        ${id} not null,
  seq           integer not null,
  happened_at   bigint not null,
  user_name     ${id} not null,
  user_label    varchar(400) not null,
  organ         ${id} not null,
  action        varchar(100) not null,
  from_state    varchar(100),
  to_state      varchar(100) not null,
  details       ${text} not null,
  citation      varchar(4000),
  policy_version varchar(200) not null,
  previous_hash varchar(64) not null,
  hash          varchar(64) not null,
  primary key (jurisdiction, matter, seq)
);

create table attachment (
  jurisdiction  ${id} not null,
  matter        ${id} not null,
  id            ${id} not null,
  position      integer not null,
  name          varchar(1000) not null,
  type          varchar(400) not null,
  size_bytes    bigint not null,
  sha256        varchar(64) not null,
  slot          varchar(200) not null,
  pages         integer,
  added_at      bigint not null,
  added_by      ${id} not null,
  primary key (jurisdiction, matter, id)
);

create table content (
  jurisdiction  ${id} not null,
  sha256        varchar(64) not null,
  bytes         ${bytes} not null,
  primary key (jurisdiction, sha256)
);

create table policy_version (
  jurisdiction  ${id} not null,
  seq           integer not null,
  version       varchar(200) not null,
  since         bigint not null,
  until         bigint,
  snapshot      ${text} not null,
  primary key (jurisdiction, seq)
);

create table idempotency (
  jurisdiction  ${id} not null,
  user_name     ${id} not null,
  request_key   ${id} not null,
  matter        ${id} not null,
  primary key (jurisdiction, user_name, request_key)
);
