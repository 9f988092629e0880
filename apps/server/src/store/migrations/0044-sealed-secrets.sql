-- Secrets that Parley must be able to read stand sealed from here on; the server's start seals those that are here, for
-- the key is not in the database. A sealed one is no JSON.
alter table document_sources alter column secret type text using secret::text;
