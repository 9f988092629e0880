-- Who took a learnt weight back; null also where that was before it was noted.
alter table collection_tunings add column undone_by uuid references users;
