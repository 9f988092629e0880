-- The earlier message that one seems to answer, how sure that is, what spoke for it, and what people said to it.
alter table messages add column reply_link jsonb;
