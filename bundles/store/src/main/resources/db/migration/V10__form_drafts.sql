-- What somebody has typed into a form and not sent yet: one row a person and form, replaced at each keeping.

create table form_draft (
  jurisdiction  ${id} not null,
  user_name     ${id} not null,
  form          ${id} not null,
  typed         ${text} not null,
  saved_at      bigint not null,
  primary key (jurisdiction, user_name, form)
);
