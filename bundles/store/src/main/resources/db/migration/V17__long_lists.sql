-- Lists that go on for years, read along an index: what has yet to get its place in the chain, what one person did, and what was done to one thing.
drop index audit_chain;
create index audit_chain on audit (jurisdiction, seq, id);
create index audit_user on audit (jurisdiction, user_name, id desc);
create index audit_subject on audit (jurisdiction, subject, id desc);
