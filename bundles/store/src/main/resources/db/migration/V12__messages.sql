-- Reminders that leave the product: who wants them where, the organs' robots, and what waits to be sent.

-- Whether it has been looked at who is told of a notice outside the product. What is there already is no news any more.
alter table notice add column passed_on boolean not null default true;
create index notice_passed_on on notice (jurisdiction, passed_on, listed_key);

-- A row for a notice and a recipient at most: the primary key is what keeps anybody from being told twice.
-- claim and claimed_until: which sender has it at the moment; another one may take it after that.
create table message (
  jurisdiction   ${id} not null,
  notice         ${id} not null,
  recipient      ${id} not null,
  state          varchar(20) not null,
  send_at        bigint not null,
  claim          varchar(40),
  claimed_until  bigint not null,
  attempts       integer not null,
  reason         varchar(400),
  settled_at     bigint,
  primary key (jurisdiction, notice, recipient)
);
create index message_due on message (jurisdiction, state, send_at);
create index message_recipient on message (jurisdiction, recipient, state, send_at);

create table reminder_wish (
  jurisdiction   ${id} not null,
  user_name      ${id} not null,
  way            varchar(20) not null,
  mail           varchar(254),
  kinds          varchar(200) not null,
  quiet_from     varchar(5) not null,
  quiet_until    varchar(5) not null,
  days_off       boolean not null,
  urgent_breaks  boolean not null,
  daily          boolean not null,
  primary key (jurisdiction, user_name)
);

-- A code that was sent to an address, until it comes back.
create table mail_proof (
  jurisdiction   ${id} not null,
  user_name      ${id} not null,
  mail           varchar(254) not null,
  code_hash      varchar(64) not null,
  sent_at        bigint not null,
  expires_at     bigint not null,
  tries          integer not null,
  primary key (jurisdiction, user_name)
);

create table robot (
  jurisdiction   ${id} not null,
  organ          ${id} not null,
  kind           varchar(20) not null,
  address        varchar(1000) not null,
  secret         varchar(400),
  set_by         ${id} not null,
  set_at         bigint not null,
  primary key (jurisdiction, organ)
);
