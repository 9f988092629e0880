-- What a channel is for, beside its topic, which says what it is about just now.
alter table channels add column purpose text not null default '';
