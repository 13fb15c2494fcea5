-- Documents that were issued. The register is the count too: the next number is one more than the last of organ, mark and
-- year, and no place is taken twice. A row is never taken out; a document that was declared void keeps its place.
-- No number (a list, a receipt): mark, number_year and ordinal are null.

create table document (
  jurisdiction  ${id} not null,
  matter        ${id} not null,
  id            ${id} not null,
  kind          ${id} not null,
  title         varchar(4000) not null,
  organ         ${id} not null,
  mark          ${id},
  number_year   integer,
  ordinal       integer,
  shown         varchar(400) not null,
  template      ${id} not null,
  sha256        varchar(64) not null,
  issued_at     bigint not null,
  issued_by     ${id} not null,
  issued_label  varchar(400) not null,
  voided_at     bigint,
  voided_by     ${id},
  void_reason   ${text},
  primary key (jurisdiction, matter, id),
  constraint document_number unique (jurisdiction, organ, mark, number_year, ordinal)
);

alter table organ add column numbering varchar(200);
