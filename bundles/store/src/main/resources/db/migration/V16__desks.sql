-- What stands on whose desk: each open obligation, for the organ that owes it and for every other one that holds a part in the
-- matter. It follows from matter and obligations and is written with them, so that a desk of a hundred thousand is read along an index.
create table desk (
  jurisdiction  ${id} not null,
  organ         ${id} not null,
  obligation    ${id} not null,
  owes          boolean not null,
  procedure_id  varchar(100) not null,
  assignee      ${id},
  due_key       ${key} not null,
  primary key (jurisdiction, organ, obligation)
);

insert into desk (jurisdiction, organ, obligation, owes, procedure_id, assignee, due_key)
  select o.jurisdiction, o.owed_by, o.id, true, m.procedure_id, m.assignee, o.due_key
  from obligation o join matter m on m.jurisdiction = o.jurisdiction and m.id = o.matter where o.is_open = true;

insert into desk (jurisdiction, organ, obligation, owes, procedure_id, assignee, due_key)
  select o.jurisdiction, p.organ, o.id, false, m.procedure_id, m.assignee, o.due_key
  from obligation o join matter m on m.jurisdiction = o.jurisdiction and m.id = o.matter
  join matter_organ p on p.jurisdiction = o.jurisdiction and p.matter = o.matter
  where o.is_open = true and p.has_part = true and p.organ <> o.owed_by;

create index desk_page on desk (jurisdiction, organ, owes, due_key);
create index desk_procedure on desk (jurisdiction, organ, owes, procedure_id, due_key);
create index desk_assignee on desk (jurisdiction, organ, owes, assignee, due_key);

-- How many matters of a procedure an organ has open.
alter table matter_organ add column procedure_id varchar(100);
alter table matter_organ add column is_open boolean;
update matter_organ set
  procedure_id = (select m.procedure_id from matter m where m.jurisdiction = matter_organ.jurisdiction and m.id = matter_organ.matter),
  is_open = (select m.is_open from matter m where m.jurisdiction = matter_organ.jurisdiction and m.id = matter_organ.matter);
create index matter_organ_open on matter_organ (jurisdiction, organ, is_open, procedure_id);

-- What was committed lately, for whoever has a page open.
create index matter_moved on matter (jurisdiction, updated_at);
create index notice_told on notice (jurisdiction, listed_key);
