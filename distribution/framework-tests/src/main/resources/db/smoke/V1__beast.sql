create table beast (name varchar(20) not null);
insert into beast (name) values ('獬豸');
