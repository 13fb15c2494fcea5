-- What a search by words looks at: title, number and the written text of the ledger, in plain form (NFKC, small letters).
-- A matter has a row that everybody who sees it may find it by, and one with the fields kept for some parts besides.
create table matter_text (
  jurisdiction  ${id} not null,
  matter        ${id} not null,
  sealed        boolean not null,
  part          integer not null,
  opened_key    ${key} not null,
  words         varchar(32000) not null,
  primary key (jurisdiction, matter, sealed, part)
);
create index matter_text_list on matter_text (jurisdiction, sealed, opened_key desc);

-- Jurisdictions whose matters from before have yet to get their text, and how far that has come.
create table text_fill (
  jurisdiction  ${id} not null,
  next_key      ${key} not null,
  primary key (jurisdiction)
);
insert into text_fill (jurisdiction, next_key) select distinct jurisdiction, '' from matter;
alter table matter drop column search;

-- What somebody looks for again and again: the query of the list of matters, under a name of one's own.
create table saved_filter (
  jurisdiction  ${id} not null,
  user_name     ${id} not null,
  position      integer not null,
  name          varchar(200) not null,
  query         varchar(2000) not null,
  is_default    boolean not null,
  primary key (jurisdiction, user_name, position)
);
