-- Whom a guest may know of is asked by who was ever added to the guest's channels.
create index events_of_joinings on events (stream_id, subject_id) where type = 'member-added';
