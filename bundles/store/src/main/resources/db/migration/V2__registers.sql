-- Certificates by kind, with their last day (ISO date); liaisons; enforcement items and who held them when.
-- Numbers kept so far are those of enforcement certificates, without an end. One column at a time: Derby takes no more.

alter table account add column enforcement_number varchar(200);
alter table account add column enforcement_until varchar(20);
alter table account add column supervision_number varchar(200);
alter table account add column supervision_until varchar(20);
alter table account add column review_number varchar(200);
alter table account add column review_until varchar(20);
update account set enforcement_number = certificate;
alter table account drop column certificate restrict;

create table liaison (
  jurisdiction  ${id} not null,
  id            ${id} not null,
  organ         ${id} not null,
  kind          varchar(40) not null,
  name          varchar(400) not null,
  phone         varchar(200) not null,
  since_day     varchar(20) not null,
  until_day     varchar(20),
  primary key (jurisdiction, id)
);

create table item (
  jurisdiction  ${id} not null,
  code          ${id} not null,
  name          varchar(1000) not null,
  basis         ${text} not null,
  item_class    varchar(100),
  search        varchar(10000) not null,
  primary key (jurisdiction, code)
);

create table holding (
  jurisdiction  ${id} not null,
  item          ${id} not null,
  position      integer not null,
  holding_mode  varchar(40) not null,
  from_day      varchar(20) not null,
  until_day     varchar(20),
  department    ${id} not null,
  townships     ${text} not null,
  letter        varchar(400),
  basis         varchar(1000) not null,
  primary key (jurisdiction, item, position)
);
