-- Every version of rules and calendars that ever came, with its files, and the decisions on which is in force from when.
-- Only ever added to; a decision that has not come to pass may be marked as withdrawn.
-- What was in force so far came with a bundle. Its texts become files by V7: no SQL makes bytes of a text on both databases.

create table edition (
  jurisdiction  ${id} not null,
  subject       ${id} not null,
  version       ${id} not null,
  received_at   bigint not null,
  received_by   ${id} not null,
  sha256        varchar(64),
  signer        varchar(4000),
  primary key (jurisdiction, subject, version)
);

create table edition_file (
  jurisdiction  ${id} not null,
  subject       ${id} not null,
  version       ${id} not null,
  name          ${id} not null,
  bytes         ${bytes} not null,
  primary key (jurisdiction, subject, version, name)
);

-- No index beside the key: a jurisdiction's decisions are always read together, and there are tens of them.
create table term (
  jurisdiction  ${id} not null,
  subject       ${id} not null,
  seq           integer not null,
  version       ${id} not null,
  since         bigint not null,
  decided_at    bigint not null,
  decided_by    ${id} not null,
  kind          varchar(40) not null,
  reason        varchar(4000) not null,
  withdrawn_at  bigint,
  primary key (jurisdiction, subject, seq)
);

insert into edition (jurisdiction, subject, version, received_at, received_by)
  select jurisdiction, 'policy', version, min(since), 'bundle' from policy_version group by jurisdiction, version;

insert into term (jurisdiction, subject, seq, version, since, decided_at, decided_by, kind, reason)
  select jurisdiction, 'policy', seq, version, since, since, 'bundle', 'arrived', '' from policy_version;
