-- Templates (.docx) that a county's administrator chose for its papers: the highest version of a paper holds. No sha256, no bytes:
-- back to the default. A row is never changed and never taken out.

create table document_template (
  jurisdiction   ${id} not null,
  matter_kind    ${id} not null,
  paper          ${id} not null,
  version        integer not null,
  sha256         varchar(64),
  bytes          ${bytes},
  chosen_at      bigint not null,
  chosen_by      ${id} not null,
  chosen_label   varchar(400) not null,
  primary key (jurisdiction, matter_kind, paper, version)
);

-- How far an organ had counted on paper before it numbered here.

create table document_count (
  jurisdiction   ${id} not null,
  organ          ${id} not null,
  mark           ${id} not null,
  number_year    integer not null,
  used           integer not null,
  primary key (jurisdiction, organ, mark, number_year)
);
