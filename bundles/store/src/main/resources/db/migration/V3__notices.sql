-- What people are told when its time has come, and who has read it.

-- Open obligations of a jurisdiction by due time: what the clock goes through, and what is counted anew on another calendar.
create index obligation_due on obligation (jurisdiction, is_open, due_key);

-- id is made of subject, kind and due time: the primary key is what keeps a notice from being written twice.
create table notice (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  subject       ${id} not null,
  kind          varchar(40) not null,
  due_at        bigint not null,
  address       ${id} not null,
  matter        ${id},
  written_at    bigint not null,
  listed_key    ${key} not null,
  message       varchar(2000) not null,
  skipped       boolean not null,
  primary key (jurisdiction, id)
);
create unique index notice_once on notice (jurisdiction, subject, kind, due_at);
create index notice_list on notice (jurisdiction, address, skipped, listed_key desc);

create table notice_read (
  jurisdiction  ${id} not null,
  notice        ${id} not null,
  user_name     ${id} not null,
  read_at       bigint not null,
  primary key (jurisdiction, notice, user_name)
);
